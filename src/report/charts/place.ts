import { lettersWidth } from "../../snapshot/letter-widths";
import { BODY_SIZE, isWider, type ColumnOf, type Placed, type SheetLayout, type TableOf } from "../layout/layout";
import type { ReportChart } from "../sheet";

/**
 * The columns that all tables of the Charts sheet share, in characters. With the chart at their right a line is some
 * 950 points, which a page of paper holds at five sixths of its size.
 */
export const WIDTHS = { name: 20, figure: 12, note: 18 } as const;

/** Where charts stand: right of the widest data table. */
const LEFT = 6;
const RIGHT = 13;
/** The rows a chart takes: two stand on a printed page, each 16 to 9. */
const CHART_ROWS = 15;
/** Lines of text that a printed page of this sheet holds. */
const LINES_A_PAGE = 39;
/** More charts than this, and nobody reads them. */
const MOST_CHARTS = 40;
/** A chart's width holds about so many financial years as labels side by side: "2031/32". */
const LABELS_THAT_FIT = 8;

/** A finding as a heading, what it rests on in sentences, a table and the chart that draws it. */
export interface Block<T> {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table: TableOf<T>;
  readonly chart: Omit<ReportChart, "title" | "table" | "at">;
}

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

  draw<T>({ title, sentences, table, chart }: Block<T>): void {
    const rows = Math.max(CHART_ROWS, table.items.length + 1);
    this.heading(title, sentences, Math.max(CHART_ROWS, linesOfTable(table)) + 1);
    this.layout.gap();
    const placed = this.layout.table(table);
    // A chart stays where a person has moved it, but not beside a table that has gone elsewhere.
    const name = `${chart.name}, row ${placed.table.row + 1}`;
    this.layout.chart({ ...chart, title, name, ...placeBeside(placed, rows) });
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
const LINE_POINTS = 920;
const HEADING_LINES = 2.3;

/** The place of a chart right of the table it draws. */
function placeBeside({ table }: Placed, rows: number): Pick<ReportChart, "table" | "at"> {
  return { table: table.name, at: { top: table.row, left: LEFT, bottom: table.row + rows - 1, right: RIGHT } };
}

/** About how many lines of text a table takes, where texts wrap. */
function linesOfTable<T>({ items, columns }: TableOf<T>): number {
  const header = Math.max(...columns.map((column) => linesIn(column.header, column)));
  const rows = items.map((item) =>
    Math.max(...columns.map((column) => linesIn(column.cell?.(item, () => "A1") ?? null, column))),
  );
  return rows.reduce((sum, lines) => sum + lines, header);
}

function linesIn<T>(cell: unknown, { width, wrap }: ColumnOf<T>): number {
  if (typeof cell !== "string" || wrap === false) return 1;
  return Math.max(1, Math.ceil(lettersWidth(cell, BODY_SIZE) / (width * 6 - 8)));
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

/** Figures inside bars: nothing where there is nothing. */
export const COUNTS = "#,##0;;";
