import { joinWords } from "../plan/wording";
import type { NotUnderstood } from "../returns/observation";
import type { Rag } from "../trajectory/assessment";
import { readiness } from "../validation/readiness";
import { EXPLANATION_CODE, listed, type Explained } from "../validation/explanations";
import type { Finding, Severity } from "../validation/finding";
import { splitPlace } from "./a1";
import { SheetLayout, type ColumnOf, type Placed } from "./layout";
import { ragShapes } from "./palette";
import type { ReportCell, ReportSheet } from "./sheet";
import type { ReportSource } from "./source";

const severityOrder: readonly Severity[] = ["error", "warning", "info"];
const severityWords: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "For information",
};
const severityRag: Readonly<Record<Severity, Rag>> = { error: "red", warning: "amber", info: "grey" };

/** What was found wrong, so that a colleague without the add-in can work through it, with links to the cells. */
export function findingsSheet(source: ReportSource): ReportSheet {
  const { findings, explanations, pack, reading } = source.outcome;
  const ready = readiness(findings, explanations, pack);
  const rows = listed([...ready.explained].sort((a, b) => rank(a) - rank(b)));
  const unread = reading.notUnderstood;
  const layout = new SheetLayout(
    "findings",
    source.names.findings,
    `Findings: the return is ${ready.readiness} to submit`,
    description(rows.length, unread.length, source.asOf),
  );
  layout.line(`${ready.statement}. An error must be mended; a warning mended or explained with a name and a date.`);
  layout.gap();
  const placed =
    rows.length === 0
      ? null
      : layout.table({
          name: "GreenPlan_Findings",
          items: rows,
          columns: columns(source),
          key: "Reference",
          rag: { word: "Severity", shape: "Mark", colours: severityColours },
        });
  if (unread.length > 0) notUnderstood(layout, unread, placed !== null);
  const follow = placed && unread.length === 0 ? { follow: placed } : {};
  const sheet = layout.finish({ ...source.furniture(), ...follow });
  return { ...sheet, printColumns: columnCount(placed, "Explanation") ?? sheet.printColumns };
}

/** How many columns there are up to and with one. */
function columnCount(placed: Placed | null, header: string): number | null {
  return placed && placed.table.columns.findIndex((column) => column.header === header) + 1;
}

const severityColours = Object.fromEntries(severityOrder.map((each) => [severityWords[each], severityRag[each]]));

function description(found: number, unread: number, asOf: string): string {
  const holds = [
    ...(found > 0 ? ["what was found wrong (the worst first)"] : []),
    ...(unread > 0 ? ["figures that could not be understood"] : []),
  ];
  if (holds.length === 0) return `No table: nothing was found wrong. As of ${asOf}.`;
  return `${holds.length === 1 ? "One table" : "Two tables"}: ${joinWords(holds)}. As of ${asOf}.`;
}

function rank({ finding }: Explained): number {
  return severityOrder.indexOf(finding.severity);
}

function columns(source: ReportSource): ColumnOf<Explained>[] {
  const keys = new Map<string, number>();
  return [
    { header: "Mark", width: 7, align: "center", cell: ({ finding }) => ragShapes[severityRag[finding.severity]] },
    { header: "Severity", width: 15, align: "center", cell: ({ finding }) => severityWords[finding.severity] },
    { header: "Where", width: 20, cell: ({ finding }) => where(finding) },
    { header: "Row", width: 22, cell: ({ finding }) => finding.label ?? "[z]" },
    { header: "What is wrong and what to do", width: 54, cell: ({ finding }) => finding.message },
    { header: "Why it matters", width: 32, cell: ({ finding }) => finding.why },
    {
      header: "Organisation",
      width: 13,
      cell: ({ finding: { organisation } }) => (organisation === null ? "[z]" : source.organisation(organisation)),
    },
    { header: "Period", width: 10, cell: ({ finding }) => finding.period ?? "[z]" },
    { header: "Explanation", width: 26, cell: explanation },
    { header: "Mend the add-in offers", width: 26, cell: ({ finding }) => finding.mend?.label ?? "none" },
    { header: "Other cells", width: 22, cell: ({ finding }) => otherCells(finding) },
    { header: "Code", width: 16, cell: ({ finding }) => finding.code },
    { header: "Reference", width: 30, cell: ({ finding }) => unique(keys, finding.key) },
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

/** A cell as a link to it. */
export function linkTo(cell: string): ReportCell {
  const place = splitPlace(cell);
  return place ? { text: cell, link: { ...place, tip: `Go to ${cell}` } } : cell;
}

/** A finding may name thousands of cells: a sheet of paper holds a few. */
const cellsShown = 5;

function otherCells({ cells }: Finding): string {
  const others = cells.slice(1);
  if (others.length === 0) return "none";
  const shown = others.slice(0, cellsShown).join("; ");
  return others.length > cellsShown ? `${shown}; and ${others.length - cellsShown} more` : shown;
}

function explanation({ finding, explanation, state, lacks }: Explained): string {
  if (finding.severity !== "warning" || finding.code === EXPLANATION_CODE) return "[z]";
  if (explanation === null) return "[x] not yet explained";
  const text = `${explanation.text} (${explanation.who}${explanation.when === null ? "" : `, ${explanation.when}`})`;
  return state === "explained" ? text : `${text} ${lacks ?? ""}`.trim();
}

function notUnderstood(layout: SheetLayout, items: readonly NotUnderstood[], afterTable: boolean): void {
  if (afterTable) layout.heading("Figures that could not be understood, and so are in no total");
  layout.table({
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
