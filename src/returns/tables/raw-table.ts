import type { NonEmpty } from "../../collections/non-empty";
import type { SheetGrid } from "./grid";

/** A text above or inside a table that may say whose its figures are, for when, and in what: one cell, or a heading word with its value beside it. */
export interface Caption {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The heading word where the caption is a pair such as "Organisation | UHL". */
  readonly heading: string | null;
}

/** One row of a table's body: figures, or captions that speak for the rows below it. */
export interface BodyRow {
  readonly row: number;
  readonly kind: "data" | "section";
  readonly captions: readonly Caption[];
  /** The totals row of an Excel table. */
  readonly totals: boolean;
}

/** A table as it lies on the sheet, before its columns are understood. */
export interface RawTable {
  readonly grid: SheetGrid;
  /** Top to bottom; empty for a form without headings. */
  readonly headerRows: readonly number[];
  /** The first row, of the header or, in a form, of the body. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly body: readonly BodyRow[];
  /** The rows of the body that hold data, not captions. */
  readonly dataRows: NonEmpty<number>;
  /** The captions above it, nearest first. */
  readonly captions: readonly Caption[];
  readonly tracker: boolean;
}
