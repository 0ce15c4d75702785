import { lettersWidth } from "../../snapshot/letter-widths";
import { BODY_SIZE, isWider, widthInPoints, type ColumnOf, type SheetLayout, type TableOf } from "../layout/layout";
import type { ReportChart } from "../sheet";

/**
 * The columns that all tables of the Charts sheet share, in characters. With the chart at their right a line is some
 * 1,080 points, which a page of paper holds at three quarters of its size.
 */
export const WIDTHS = { name: 26, figure: 13.5, note: 18 } as const;

/** Where charts stand: right of the widest data table. */
const LEFT = 6;
const RIGHT = 14;
/** The lines of text that a chart is high: two stand on a printed page, each 16 to 9; beside a long table it is higher. */
const CHART_LINES = 16;
/** Lines that the title and legend of a chart of bars take: each bar has its own. */
const LINES_ROUND_BARS = 6;
const LEAST_LINES = 14;
const TALL_CHART_LINES = 24;
/** Lines of text that a printed page of this sheet holds. */
const LINES_A_PAGE = 45;
/** More charts than this, and nobody reads them. */
const MOST_CHARTS = 40;
/** A chart's width holds about so many financial years as labels side by side: "2031/32". */
const LABELS_THAT_FIT = 8;

/** A chart without what its sheet gives it. */
export type Drawing = Omit<ReportChart, "title" | "table" | "at">;

/** A finding as a heading, what it rests on in sentences, a table and the chart that draws it. */
interface Block<T> {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table: Omit<TableOf<T>, "columns"> & { readonly columns: readonly PlainColumn<T>[] };
  readonly chart: Drawing;
}

/** A column of a chart's table: its place says how wide it is. */
export type PlainColumn<T> = Omit<ColumnOf<T>, "width">;

/** The sheet of charts: each beside its table, as many to a printed page as it holds, none over its edge. */
export class ChartPages {
  private lines: number;
  private charts = 0;

  constructor(readonly layout: SheetLayout) {
    this.lines = layout.next;
  }

  /** How many more may be drawn. */
  get left(): number {
    return MOST_CHARTS - this.charts;
  }

  draw<T>({ title, sentences, table: plan, chart }: Block<T>): void {
    const table = { ...plan, columns: inSharedColumns(plan) };
    const lines = linesOfRows(table);
    const least =
      chart.type === "BarStacked" ? Math.max(LEAST_LINES, plan.items.length + LINES_ROUND_BARS) : CHART_LINES;
    const all = lines.reduce((sum, each) => sum + each, 0);
    this.heading(title, sentences, Math.max(least, all) + 1);
    this.layout.gap();
    const { name, row: top } = this.layout.table(table).table;
    const wanted = Math.max(least, Math.min(all, TALL_CHART_LINES));
    let bottom = top - 1;
    for (let high = 0; high < wanted; bottom += 1) high += lines[bottom + 1 - top] ?? 1;
    const at = { top, left: LEFT, bottom, right: RIGHT };
    this.layout.chart({ ...chart, title, table: name, at });
    this.charts += 1;
  }

  /** A heading with sentences and so many lines below it, on a new page where this one would cut them. */
  heading(title: string, sentences: readonly string[], linesBelow = 0): void {
    const said = sentences.map((sentence) => (isWider(sentence, LINE_POINTS) ? 2 : 1)).reduce((a, b) => a + b, 0);
    const lines = HEADING_LINES + said + linesBelow;
    if (this.lines + lines > LINES_A_PAGE) {
      this.layout.newPage();
      this.lines = 0;
    }
    this.lines += lines;
    this.layout.heading(title);
    for (const sentence of sentences) this.layout.prose(sentence, LINE_POINTS);
  }
}

/** Points of a sentence's line, and the lines that a heading takes with the free line above it. */
const LINE_POINTS = 1_040;
const HEADING_LINES = 2.3;

/** A table's columns, each as wide as the sheet has it: a note runs on over what is free beside it, where it fits there. */
function inSharedColumns<T>({ columns, items }: Block<T>["table"]): ColumnOf<T>[] {
  const all = [WIDTHS.name, ...Array.from({ length: LEFT - 2 }, () => WIDTHS.figure), WIDTHS.note];
  return columns.map((column, at) => {
    const width = all[at] ?? WIDTHS.note;
    if (at === 0 || column.format !== undefined || at < columns.length - 1) return { ...column, width };
    const room = all.slice(at).reduce((sum, each) => sum + widthInPoints(each), 0) - CELL_MARGIN;
    return { ...column, width, wrap: items.some((item) => isWider(textOf(column, item), room)) };
  });
}

/** Points of the margins and the indent of a cell. */
const CELL_MARGIN = 12;

function textOf<T>({ cell }: PlainColumn<T>, item: T): string {
  const value = cell?.(item, () => "A1") ?? "";
  return typeof value === "string" ? value : "";
}

/** About how many lines of text each row of a table takes, its header first. */
function linesOfRows<T>({ items, columns }: Pick<TableOf<T>, "items" | "columns">): number[] {
  const lines = (text: string, { width, wrap }: ColumnOf<T>) =>
    wrap === false ? 1 : Math.max(1, Math.ceil(lettersWidth(text, BODY_SIZE) / (widthInPoints(width) - CELL_MARGIN)));
  const header = Math.max(...columns.map((column) => lines(column.header, { ...column, wrap: true })));
  return [header, ...items.map((item) => Math.max(...columns.map((column) => lines(textOf(column, item), column))))];
}

/** Every how many of so many financial years one is labelled; `fit` of them stand side by side. */
export function labelEvery(years: number, fit = LABELS_THAT_FIT): number {
  return Math.ceil(years / fit);
}

/** From here on an axis counts in thousands, and from there in millions. */
const THOUSANDS_FROM = 20_000;
const MILLIONS_FROM = 10_000_000;
/** Below this an axis without decimals would have one figure at several places. */
const DECIMALS_BELOW = 8;

/** How an axis of figures up to so much is written, with the words that go before its unit; each comma at the end leaves off three digits. */
export function axisOf(most: number): { readonly format: string; readonly words: string } {
  if (most >= MILLIONS_FROM) return { format: "#,##0,,", words: "million " };
  if (most >= THOUSANDS_FROM) return { format: "#,##0,", words: "thousand " };
  return { format: most < DECIMALS_BELOW ? "0.0" : "#,##0", words: "" };
}
