import type { Placed } from "../layout/layout";
import type { ReportChart } from "../sheet";

/** Where charts stand: right of the widest data table. */
const LEFT = 6;
const RIGHT = 16;
/** The rows a chart takes: two stand on a printed page. */
const CHART_ROWS = 17;
/** The rows of a chart that takes most of a printed page by itself. */
export const TALL_CHART_ROWS = 28;
/** A chart's width holds about so many financial years as labels side by side: "2031/32". */
const LABELS_THAT_FIT = 11;

/** The place of a chart right of the table it draws. */
export function placeBeside({ table }: Placed, rows = CHART_ROWS): Pick<ReportChart, "table" | "at"> {
  return { table: table.name, at: { top: table.row, left: LEFT, bottom: table.row + rows, right: RIGHT } };
}

/** Every how many of so many financial years one is labelled. */
export function labelEvery(years: number): number {
  return Math.ceil(years / LABELS_THAT_FIT);
}
