import { formatDate } from "../../plan/time/dates";
import { joinWords, plural } from "../../plan/wording";
import { cellAddress } from "../../snapshot/addresses";
import type { NotUnderstood } from "../../returns/observation";
import type { Rag } from "../../assessment/assessment";
import { readiness } from "../../validation/checking/readiness";
import { EXPLANATION, listed, type Explained } from "../../validation/checking/explanations";
import type { Finding, Severity } from "../../validation/finding";
import { changeWords } from "../words/change-words";
import { linkTo } from "../layout/links";
import { SheetLayout, type ColumnOf, type Placed } from "../layout/layout";
import { ragShapes } from "../layout/palette";
import type { CellLink, ReportCell, ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";
import { explanationsTable } from "../../decisions/explanations";

const severityOrder: readonly Severity[] = ["error", "warning", "info"];
const severityWords: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "For information",
};
const severityRag: Readonly<Record<Severity, Rag>> = { error: "red", warning: "amber", info: "grey" };

const severityState = (severity: Severity) => `${ragShapes[severityRag[severity]]} ${severityWords[severity]}`;

/**
 * What was found wrong, so that a colleague without the add-in can work through it: ranked, with a
 * link to each cell and, for a warning, one to where its explanation is written.
 *
 * @param explanations the sheet on which explanations stand.
 */
export function findingsSheet(source: ReportSource, explanations: ReportSheet): ReportSheet {
  const { outcome, names, asOf } = source;
  const ready = readiness(outcome);
  const rows = listed([...ready.explained].sort((a, b) => rank(a) - rank(b)));
  const unread = outcome.reading.notUnderstood;
  const layout = new SheetLayout(
    "findings",
    names.findings,
    `Findings: the return is ${ready.readiness} to submit`,
    description(rows.length, unread.length, asOf),
  );
  layout.paragraph(
    `${ready.statement}. An error must be mended; a warning mended, or explained with a name and a date.`,
  );
  layout.paragraph(
    `To mend: follow the link under Where and correct the cell. To explain: follow the link under Explanation to ${names.explanations} and write there. Then check again.`,
  );
  layout.gap();
  const placed =
    rows.length === 0
      ? null
      : layout.table({
          name: "GreenPlan_Findings",
          items: rows,
          columns: columns(source, explainedAt(explanations)),
          key: ["Reference"],
          filter: true,
          state: { header: "Severity", colours: severityColours },
        });
  const last = unread.length > 0 ? notUnderstood(layout, unread, placed !== null) : placed;
  const follow = placed && unread.length === 0 ? { follow: placed } : {};
  const sheet = layout.finish({ ...source.furniture(), repeat: last, ...follow });
  return { ...sheet, printColumns: columnCount(placed, "Explanation") ?? sheet.printColumns };
}

/** Where each warning's explanation is written, by the finding's key. */
function explainedAt({ name, tables }: ReportSheet): ReadonlyMap<string, CellLink> {
  const table = tables.find((each) => each.name === explanationsTable.name);
  if (!table) return new Map();
  const indexOf = (header: string) => table.columns.findIndex((each) => each.header === header);
  const [key, column] = [indexOf("Reference"), indexOf("Explanation")];
  return new Map(
    table.rows.map((row, index) => [
      String(row[key]),
      { sheet: name, address: cellAddress(table.row + 1 + index, column), tip: `Write the explanation on ${name}` },
    ]),
  );
}

/** How many columns there are up to and with one. */
function columnCount(placed: Placed | null, header: string): number | null {
  return placed && placed.table.columns.findIndex((column) => column.header === header) + 1;
}

const severityColours = Object.fromEntries(severityOrder.map((each) => [severityState(each), severityRag[each]]));

function description(found: number, unread: number, asOf: string): string {
  const holds = [
    ...(found > 0 ? ["what was found wrong (the worst first)"] : []),
    ...(unread > 0 ? ["figures that could not be understood"] : []),
  ];
  if (holds.length === 0) return `No table: nothing was found wrong. As at ${asOf}.`;
  return `${holds.length === 1 ? "One table" : "Two tables"}: ${joinWords(holds)}. As at ${asOf}.`;
}

function rank({ finding }: Explained): number {
  return severityOrder.indexOf(finding.severity);
}

function columns(source: ReportSource, explainAt: ReadonlyMap<string, CellLink>): ColumnOf<Explained>[] {
  const keys = new Map<string, number>();
  return [
    { header: "Severity", width: 17, cell: ({ finding }) => severityState(finding.severity) },
    { header: "Where", width: 20, cell: ({ finding }) => where(finding) },
    { header: "Row", width: 22, cell: ({ finding }) => finding.label ?? "[z]" },
    { header: "What is wrong and what to do", width: 43, cell: ({ finding }) => finding.message },
    { header: "Why it matters", width: 26, cell: ({ finding }) => finding.why },
    { header: "Correction: before and after", width: 26, cell: ({ finding }) => mendWords(finding) },
    { header: "Explanation", width: 26, cell: (each) => explanation(each, explainAt) },
    {
      header: "Organisation",
      width: 13.5,
      cell: ({ finding: { organisation } }) => (organisation === null ? "[z]" : source.organisation(organisation)),
    },
    { header: "Period", width: 10, cell: ({ finding }) => finding.period ?? "[z]" },
    { header: "Other cells", width: 22, cell: ({ finding }) => otherCells(finding) },
    { header: "Code", width: 16, cell: ({ finding }) => finding.code },
    { header: "Reference", width: 40, wrap: false, cell: ({ finding }) => unique(keys, finding.key) },
    { header: "Commentary", width: 40 },
  ];
}

/** Two findings may share a key; a table's rows may not. */
function unique(seen: Map<string, number>, key: string): string {
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key} (${count})`;
}

function where({ cells }: Finding): ReportCell {
  const [first] = cells;
  if (first === undefined) return "the whole workbook";
  return linkTo(first);
}

/** A finding may name thousands of cells: a sheet of paper holds a few. */
const cellsShown = 5;

function otherCells({ cells }: Finding): string {
  const others = cells.slice(1);
  if (others.length === 0) return "none";
  const shown = others.slice(0, cellsShown).join("; ");
  return others.length > cellsShown ? `${shown}; and ${others.length - cellsShown} more` : shown;
}

/** A mend may write thousands of cells: a sheet of paper holds a few. */
const changesShown = 3;

/** What a mend would write, cell by cell: "LPT!H12: 2,137,097 becomes 21,370,970". */
function mendWords({ mend, severity }: Finding): string {
  if (mend === null) return severity === "info" ? "[z]" : "[z] by hand: only you can know the right figure";
  const shown = mend.changes.slice(0, changesShown).map(changeWords);
  const rest = mend.changes.length - shown.length;
  return `${shown.join("; ")}${rest > 0 ? `; and ${plural(rest, "more cell")}` : ""}`;
}

/** What is said of a finding, and what that lacks; a link to where it is said. */
function explanation({ finding, explanation, state, lacks }: Explained, at: ReadonlyMap<string, CellLink>): ReportCell {
  if (finding.code === EXPLANATION.code) return "[z]";
  if (finding.severity !== "warning")
    return finding.severity === "error" ? "[z] an error is mended, not explained" : "[z]";
  const link = at.get(finding.key);
  const text = explanationWords({ explanation, state, lacks });
  return link ? { text, link } : text;
}

function explanationWords({ explanation, state, lacks }: Omit<Explained, "finding">): string {
  if (explanation === null) return "[x] not yet explained: write it here";
  const day = explanation.when === null ? "" : `, ${formatDate(explanation.when)}`;
  const said = `${explanation.text} (${explanation.who || "no name"}${day})`;
  if (state === "explained") return said;
  return `${state === "stale" ? "Out of date" : "Not enough"}: ${lacks ?? ""} It says: ${said}`;
}

function notUnderstood(layout: SheetLayout, items: readonly NotUnderstood[], afterTable: boolean): Placed {
  if (afterTable) {
    layout.newPage();
    layout.heading("Figures that could not be understood, and so are in no total");
  }
  return layout.table({
    name: "GreenPlan_NotUnderstood",
    items,
    columns: [
      { header: "No.", width: 7, format: "whole", cell: (item) => items.indexOf(item) + 1 },
      { header: "As written", width: 15, cell: ({ raw }) => (raw === null ? "[x] blank" : String(raw)) },
      { header: "Where", width: 20, cell: ({ place }) => linkTo(place.cell) },
      { header: "Row", width: 22, cell: ({ label }) => label || "[x] no label" },
      { header: "Why, and what to do", width: 54, cell: ({ reason }) => reason },
    ],
  });
}
