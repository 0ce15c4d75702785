/**
 * A snapshot is a workbook as plain data: what `excel/read` took from Excel in one pass, and all
 * that the rest of the road ever sees of it. It holds no Excel objects and survives `JSON`.
 *
 * Rows and columns count from 0 everywhere; only `addresses.ts` turns them into Excel's letters.
 */

/** A cell's stored value. An empty cell is `null`; a cell error is text such as "#DIV/0!". */
export type CellValue = string | number | boolean | null;

/** A rectangle on one sheet, edges included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where a figure stands. `cell` is Excel's own form, "Site Data!BF812" or "'UHL 2024'!C7". */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: string;
}

export type SheetVisibility = "visible" | "hidden" | "veryHidden";

/** An Excel table (ListObject). `area` includes the header row and any totals row. */
export interface TableSnapshot {
  readonly name: string;
  readonly area: Area;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
}

/** What a sheet of ours says of itself in its sheet-scoped name `_greenplan`. */
export interface OwnSheetMark {
  readonly kind: string;
  readonly version: string;
  readonly title: string;
  /** What we wrote there last, "A1:A60 A5:P20": the only cells of the sheet we may clear. While it is written, before and now. */
  readonly extent?: string;
}

/** A cell far below or far to the right of everything else on its sheet: most often a slip of the hand. */
export interface FarCell extends CellPlace {
  readonly value: CellValue;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** The used range that the matrices below cover, or null for an empty sheet. */
  readonly used: Area | null;
  /**
   * `values[r][c]` is the cell at row `used.top + r`, column `used.left + c`. A row reaches no further than its last
   * cell with content need be: beyond it cells are blank, without a formula, and of the format "General".
   */
  readonly values: readonly (readonly CellValue[])[];
  /** The formula (with its "="), or null where the cell holds a typed value or nothing. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** The number format code, "General" where none was set. */
  readonly numberFormats: readonly (readonly string[])[];
  /** Hidden rows and columns inside the used range, as sheet rows and columns. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly tables: readonly TableSnapshot[];
  /** True where a filter hides rows; left out where that was not asked for. */
  readonly filtered?: boolean;
  /** Stray cells far from all else, which the matrices leave out; absent where there are none. */
  readonly far?: readonly FarCell[];
  /** True for a sheet without cells on which charts stand. */
  readonly chartsAlone?: boolean;
  /** Set when the sheet is one of ours: ours are never read as returns. */
  readonly own: OwnSheetMark | null;
}

export interface NameSnapshot {
  readonly name: string;
  /** The sheet it is scoped to, or null for the workbook. */
  readonly sheet: string | null;
  readonly formula: string;
}

export interface Snapshot {
  /** The workbook's file name without folders, or null for one never saved. */
  readonly fileName: string | null;
  /** 1904 where dates count from 1 January 1904, as old Mac workbooks do. */
  readonly dateSystem: 1900 | 1904;
  readonly calculation: "automatic" | "manual" | "automaticExceptTables";
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly NameSnapshot[];
}
