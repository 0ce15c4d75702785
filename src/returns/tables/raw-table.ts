import type { SheetGrid } from "./grid";

/** A line above a table that may say whose figures they are, for when, and in what: one cell, or a heading word with its value beside it. */
export interface Line {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The heading word where the line is a pair such as "Organisation | UHL". */
  readonly heading: string | null;
}

/** One row of a table's body: figures, or a line that speaks for the rows below it. */
export interface BodyRow {
  readonly row: number;
  readonly kind: "data" | "section";
  readonly lines: readonly Line[];
  /** The totals row of an Excel table. */
  readonly totals: boolean;
}

/** A table as it lies on the sheet, before its columns are understood. */
export interface RawTable {
  readonly grid: SheetGrid;
  /** Top to bottom; empty for a form without headings. */
  readonly headerRows: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly body: readonly BodyRow[];
  /** Nearest first. */
  readonly lines: readonly Line[];
  readonly tracker: boolean;
}
