import type { Snapshot } from "../../snapshot/snapshot";
import { matchExplanations, type Explanation } from "../../validation/checking/explanations";
import { decisionsRegister } from "./decisions-sheet";
import { linkTo } from "../layout/links";
import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";
import { recordsOf } from "../layout/own-tables";
import { mappingSheet } from "./mapping-sheet";
import { carriedIn, decisionsIn, explanationsTable, settingNames, settingsTable, type ReportSettings } from "./state";

/** The sheets on which people decide: what was understood, why a figure is so, as of when. */
export function stateSheets(source: ReportSource, settings: ReportSettings): ReportSheet[] {
  const place = { name: source.names.explanations, ...source.furniture() };
  return [
    mappingSheet(source.outcome.reading.mapping, source.outcome.pack, { ...place, name: source.names.mapping }),
    explanationsSheet(explanationRows(source), place),
    settingsSheet(source, settings),
  ];
}

/** One row of the explanations sheet: what was found, and what a person says of it. */
export interface ExplanationRow {
  readonly key: string;
  /** The finding's first cell, or null. */
  readonly where: string | null;
  readonly found: string;
  readonly figure: number | string | null;
  readonly given: Explanation | null;
  readonly state: string;
}

/** How a sheet is told from others: its name, and what is printed above and below it. */
export interface Place {
  readonly name: string;
  readonly header: string;
  readonly footer: string;
}

/** The explanations sheet. It is also written alone, when a person gives an explanation in the pane. */
export function explanationsSheet(rows: readonly ExplanationRow[], { name, header, footer }: Place): ReportSheet {
  const layout = new SheetLayout(
    "explanations",
    name,
    "Green plan explanations: why a figure is as it is",
    rows.length === 0
      ? "No table: there is no warning to explain."
      : "One table: every warning, with room for an explanation, a name and a date.",
  );
  layout.line(
    "Write under Explanation what changed and why, with a figure or a cause; under Who your name; under When the day. The next check reads it.",
  );
  layout.line(
    "State says what an explanation still lacks. One whose figure has changed since is out of date: write it anew.",
  );
  layout.gap();
  if (rows.length === 0) return layout.finish({ header, footer });
  const placed = layout.table<ExplanationRow>({
    name: explanationsTable,
    items: rows,
    key: "Reference",
    columns: [
      { header: "Where", width: 20, cell: ({ where }) => (where === null ? "[z]" : linkTo(where)) },
      { header: "What was found", width: 60, cell: ({ found }) => found },
      { header: "Figure", width: 16, format: "figure", cell: ({ given, figure }) => given?.figure ?? figure ?? "[z]" },
      { header: "Explanation", width: 50, cell: ({ given }) => given?.text || null },
      { header: "Who", width: 20, cell: ({ given }) => given?.who || null },
      { header: "When", width: 14, format: "date", cell: ({ given }) => (given?.when ? { date: given.when } : null) },
      { header: "State", width: 34, cell: ({ state }) => state },
      { header: "Reference", width: 40, wrap: false, cell: ({ key }) => key },
    ],
    code: () => "#,##0.######",
  });
  return layout.finish({ header, footer, follow: placed, printTo: "State" });
}

/** Every warning, then explanations of what is no longer found: nothing a person wrote is dropped. */
function explanationRows({ outcome: { findings, explanations, pack } }: ReportSource): ExplanationRow[] {
  const warnings = matchExplanations(findings, explanations, pack).filter(
    ({ finding }) => finding.severity === "warning",
  );
  const rows = new Map<string, ExplanationRow>();
  for (const { finding, explanation, state, lacks } of warnings) {
    const { key, cells, message, figure } = finding;
    if (rows.has(key)) continue;
    rows.set(key, { key, where: cells[0] ?? null, found: message, figure, given: explanation, state: lacks ?? state });
  }
  for (const given of explanations.filter(({ key }) => !rows.has(key))) rows.set(given.key, gone(given));
  return [...rows.values()];
}

function gone(given: Explanation): ExplanationRow {
  const { key, figure } = given;
  return {
    key,
    where: null,
    found: "[z] no longer found",
    figure,
    given,
    state: "kept: its warning is no longer found",
  };
}

/** The sheet's rows as the workbook has them, with one explanation given or given anew. */
export function rowsWith(given: Explanation, snapshot: Snapshot): ExplanationRow[] {
  const kept = carriedIn(snapshot).explanations;
  const rows = recordsOf(snapshot.sheets, explanationsTable).map((row): ExplanationRow => {
    const [key, where] = [String(row.get("Reference") ?? ""), String(row.get("Where") ?? "")];
    const figure = row.get("Figure");
    return {
      key,
      where: where.includes("!") ? where : null,
      found: String(row.get("What was found") ?? "[z]"),
      figure: typeof figure === "number" ? figure : null,
      given: kept.find((each) => each.key === key) ?? null,
      state: String(row.get("State") ?? "[z]"),
    };
  });
  const state = "given since the last check";
  const known = rows.some(({ key }) => key === given.key);
  const added = known ? [] : [{ ...gone(given), found: "[z] see the Findings sheet" }];
  return [...rows, ...added].map((row) => (row.key === given.key ? { ...row, given, state } : row));
}

function settingsSheet(source: ReportSource, settings: ReportSettings): ReportSheet {
  const layout = new SheetLayout(
    "settings",
    source.names.settings,
    "Green plan settings",
    "Two tables: what you can set for this workbook, and what was decided. Leave a setting blank for the usual.",
  );
  layout.gap();
  layout.table({
    name: settingsTable,
    items: settingRows(source, settings),
    columns: [
      { header: "Setting", width: 34, cell: ({ name }) => name },
      { header: "Value", width: 18, format: "date", cell: ({ value }) => value },
      { header: "What it does", width: 60, cell: ({ does }) => does },
    ],
  });
  decisionsRegister(layout, source, decisionsIn(source.outcome.snapshot, source.outcome.pack));
  return layout.finish(source.furniture());
}

function settingRows({ outcome }: ReportSource, { asOf, leaveOutPandemic, basis, matchMdcTool }: ReportSettings) {
  const others = new Set(outcome.pack.targets.flatMap(({ alternatives }) => alternatives.map(({ id }) => id)));
  return [
    {
      name: settingNames.asOf,
      value: asOf === null ? null : { date: asOf },
      does: "The day everything is judged at. Usual: the end of the latest period that holds an actual figure.",
    },
    {
      name: settingNames.leaveOutPandemic,
      value: leaveOutPandemic ? "yes" : null,
      does: 'Write "yes" to leave the pandemic years out of trends; the workings then say so. Usual: no.',
    },
    {
      name: settingNames.basis,
      value: basis,
      does: `${basis === null || others.has(basis) ? "" : `"${basis}" is no reading of this plan, so the plan's own is used. `}Write ${[...others].map((id) => `"${id}"`).join(" or ") || "nothing"} for another reading of the targets; Notes sets the readings side by side. Usual: the plan's own.`,
    },
    {
      name: settingNames.matchMdcTool,
      value: matchMdcTool ? "yes" : null,
      does: 'Write "yes" to draw control limits as the Making Data Count Excel tool does, with every moving range counted. Usual: no; extreme moving ranges are left out once.',
    },
  ];
}
