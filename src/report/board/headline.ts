import type { Assessment } from "../../assessment/assessment";
import { groupBy } from "../../collections/groups";
import type { SheetLayout, Placed } from "../layout/layout";
import { ratingStates } from "../layout/states";
import type { ReportCell } from "../sheet";
import type { ReportSource } from "../source/source";
import { WIDTHS, type BoardCells } from "./columns";

/** More rows than this beside the chart, and the page is no longer taken in at a glance. */
const MOST_ROWS = 4;

/** The figures a director reads first: each footprint of the whole, or of each organisation where the whole cannot be judged. */
export function headlineTable(
  layout: SheetLayout,
  source: ReportSource,
  cells: BoardCells,
  rows: readonly Assessment[],
): Placed | null {
  if (rows.length === 0) return null;
  return layout.table({
    name: "GreenPlan_Headline",
    items: rows,
    columns: [
      { header: "Measure", width: WIDTHS.name, cell: (row) => measure(source, cells, row) },
      { header: "State", width: WIDTHS.state, align: "center", cell: (row, at) => cells.state(row, at) },
      { header: "Period", width: WIDTHS.word, align: "center", cell: (row) => cells.period(row) },
      { header: "Latest", width: WIDTHS.period, format: "figure", cell: (row) => cells.actual(row) },
      { header: "Trajectory", width: WIDTHS.figure, format: "figure", cell: (row) => cells.path(row) },
      { header: "Gap", width: WIDTHS.figure, format: "gap", cell: (row, at) => cells.gap(row, at) },
      { header: "Change on the year", width: WIDTHS.gap, format: "change", cell: (row) => cells.change(row) },
    ],
    state: { header: "State" },
    unit: ({ unit }) => unit,
  });
}

/** "NHS Carbon Footprint (tCO₂e), LLR", with [u] where it is not to be relied on: this table has no column for notes. */
function measure(source: ReportSource, cells: BoardCells, row: Assessment): string {
  const doubt = source.doubts.of(row) === "" ? "" : " [u]";
  return `${cells.metricWithUnit(row)}, ${source.organisation(row.organisation)}${doubt}`;
}

/** Latest figures as the page shows them: the footprints, and every other target, the worst first. */
export interface Ordered {
  readonly footprints: readonly Assessment[];
  readonly others: readonly Assessment[];
}

/** What the plan's carbon area measures stands apart from its other targets. */
export function footprintsFirst(source: ReportSource, rows: readonly Assessment[]): Ordered {
  const isFootprint = ({ metric }: Assessment) => source.metric(metric)?.area === "carbon";
  return {
    footprints: rows.filter(isFootprint),
    others: rows.filter((row) => !isFootprint(row)).sort((a, b) => source.bySeverity(a, b)),
  };
}

/** What stands in the headline: footprints where there are some, else the targets that can be judged, the worst first. */
export function headlineRows(source: ReportSource): Assessment[] {
  const rows = source.latest().filter(({ actual }) => actual !== null);
  const footprints = footprintsFirst(source, rows).footprints;
  const groups = groupBy(footprints, ({ metric }) => metric);
  const wholes = [...groups.values()].flatMap(([first, ...others]) =>
    first.gap === null ? [first, ...others.filter(({ gap }) => gap !== null)] : [first],
  );
  const judged = rows.filter(({ rag }) => rag !== "grey").sort((a, b) => source.bySeverity(a, b));
  return (wholes.length > 0 ? wholes : judged).slice(0, MOST_ROWS);
}

/** How the targets stand, counted live from the tables that show them; `unseen` are those without a figure. */
export function targetCounts(tables: readonly (Placed | null)[], unseen: number): ReportCell {
  const columns = tables.flatMap((placed) => (placed === null ? [] : [placed.column("State")]));
  if (columns.length === 0) return "No target of the plan has a figure in this return.";
  const count = (state: string) => columns.map((column) => `COUNTIF(${column},"${state}")`).join("+");
  const { red, amber, green, grey } = ratingStates;
  const judged = [red, amber, green].map(count).join("+");
  const said = (state: string, one: string) => `TEXT(${count(state)},"#,##0")&"${one}"`;
  const rest = `IF(${count(grey)}=0,"","; "&TEXT(${count(grey)},"#,##0")&" cannot be rated")`;
  const none = unseen === 0 ? "" : `; ${unseen} ${unseen === 1 ? "has" : "have"} no figure`;
  return {
    formula: `=IF(${judged}=0,"No target can be rated","Of "&TEXT(${judged},"#,##0")&IF(${judged}=1," target"," targets")&" rated: "&${said(red, " off track, ")}&${said(amber, " needing attention and ")}&${said(green, " on track")})&${rest}&"${none}."`,
  };
}
