import type { Placed } from "../layout/layout";
import type { ReportChart } from "../sheet";

/** Where charts stand: right of the widest data table. */
const LEFT = 6;
const RIGHT = 14;
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

/** Every how many of so many financial years one is labelled; `fit` of them stand side by side. */
export function labelEvery(years: number, fit = LABELS_THAT_FIT): number {
  return Math.ceil(years / fit);
}

/** From here on an axis counts in thousands. */
const THOUSANDS_FROM = 20_000;

/** How an axis of figures up to so much is written, with the words that go before its unit. */
export function axisOf(most: number): { readonly format: string; readonly words: string } {
  return most < THOUSANDS_FROM ? { format: "#,##0", words: "" } : { format: "#,##0,", words: "thousand " };
}
