import {
  explanationCells,
  explanationsTable,
  rowWithoutFinding,
  type ExplanationRow,
} from "../../decisions/explanations";
import type { Outcome } from "../../outcome";
import { matchExplanations } from "../../validation/checking/explanations";
import { cellColumn, SheetLayout, type SheetFrame } from "../layout/layout";
import { linkTo } from "../layout/links";
import type { ReportSheet } from "../sheet";

/** The explanations sheet. It is also written alone, when a person gives an explanation in the pane. */
export function explanationsSheet(rows: readonly ExplanationRow[], { name, header, footer }: SheetFrame): ReportSheet {
  const layout = new SheetLayout(
    "explanations",
    name,
    "Green plan explanations: why a figure is as it is",
    rows.length === 0
      ? "No table: there is no warning to explain."
      : "One table: every warning, with room for an explanation, a name and a date.",
  );
  layout.paragraph(
    "Write under Explanation what changed and why, with a figure or a cause; under Who your name; under When the day. The next check reads it.",
  );
  layout.paragraph(
    "State says what an explanation still lacks. One whose figure has changed since is out of date: write it anew.",
  );
  layout.gap();
  if (rows.length === 0) return layout.finish({ header, footer });
  const placed = layout.table({
    name: explanationsTable.name,
    items: rows.map((row) => ({ ...explanationCells(row), Where: row.where === null ? "[z]" : linkTo(row.where) })),
    key: ["Reference"],
    filter: true,
    columns: [
      cellColumn("Where", { width: 20 }),
      cellColumn("What was found", { width: 42 }),
      cellColumn("Figure", { width: 16, format: "figure" }),
      cellColumn("Explanation", { width: 38 }),
      cellColumn("Who", { width: 20 }),
      cellColumn("When", { width: 14, format: "date" }),
      cellColumn("State", { width: 30 }),
      cellColumn("Reference", { width: 40, wrap: false }),
    ],
    code: () => "#,##0.######",
  });
  return layout.finish({ header, footer, follow: placed, printTo: "State" });
}

/** Every warning, then explanations of what is no longer found: nothing a person wrote is dropped. */
export function explanationRows({
  findings,
  explanations,
  pack,
}: Pick<Outcome, "findings" | "explanations" | "pack">): ExplanationRow[] {
  const warnings = matchExplanations(findings, explanations, pack).filter(
    ({ finding }) => finding.severity === "warning",
  );
  const rows = new Map<string, ExplanationRow>();
  for (const { finding, explanation, state, lacks } of warnings) {
    const { key, cells, message, figure } = finding;
    if (rows.has(key)) continue;
    rows.set(key, { key, where: cells[0] ?? null, found: message, figure, given: explanation, state: lacks ?? state });
  }
  for (const given of explanations.filter(({ key }) => !rows.has(key)))
    rows.set(given.key, rowWithoutFinding(given, "[z] no longer found", "kept: its warning is no longer found"));
  return [...rows.values()];
}
