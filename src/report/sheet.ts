import type { IsoDate } from "../plan/time/periods";
import type { Rag } from "../assessment/assessment";
import type { Area } from "../snapshot/snapshot";

/**
 * The report book: the sheets to write, as plain data. It holds no Excel objects; `excel/write`
 * puts it into the workbook. Rows and columns count from 0.
 */

export const sheetKinds = [
  "contents",
  "board-report",
  "changes",
  "paper-text",
  "board-questions",
  "action-status",
  "trajectories",
  "charts",
  "findings",
  "annual-review",
  "plan-facts",
  "notes",
  "as-read",
] as const;
/** Sheets that keep what people decided: what a figure is, why it is so, as of when. */
export const stateKinds = ["mapping", "explanations", "settings", "history", "kept-words"] as const;
export type SheetKind = (typeof sheetKinds | typeof stateKinds)[number];

/** The colour of a state: a rating's, or blue for what is complete, which is apart from what is on track. */
export type StateColour = Rag | "blue";

/** Where a link goes: a cell of this workbook. */
export interface CellLink {
  readonly sheet: string;
  /** "BF812" */
  readonly address: string;
  readonly tip: string;
}

/** A live formula, with its "=". Only an object of this shape is ever written as a formula: text never is. */
export interface FormulaCell {
  readonly formula: string;
}
export interface DateCell {
  readonly date: IsoDate;
}
export interface LinkCell {
  readonly text: string;
  readonly link: CellLink;
}
export type ReportCell = string | number | boolean | null | FormulaCell | DateCell | LinkCell;

/** How a column's cells look. The stored value is never rounded: the format rounds. A figure's depends on its row's unit. */
export type ColumnFormat =
  "text" | "whole" | "one decimal" | "two decimals" | "figure" | "gap" | "change" | "percent" | "date";

export interface Column {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly format: ColumnFormat;
  readonly align: "left" | "right" | "center";
  /** False for long texts of the last column, which run on to the right in one line. */
  readonly wrap: boolean;
  /** True where people write and we never do, but for what they wrote before. */
  readonly people: boolean;
}

/** A real Excel table: one header row of unique names, then rows; never empty. */
export interface ReportTable {
  /** Unique in the workbook: "GreenPlan_Actions". */
  readonly name: string;
  /** The header row. Tables begin in column A. */
  readonly row: number;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Which columns identify a row from run to run, so that people's words move with it; none where people write nothing. */
  readonly key: readonly number[];
  /** True where people work through the rows: the header has buttons to filter by. */
  readonly filter: boolean;
  /** The column that holds each row's state, mark and word together; `colours` says which state gets which colour. */
  readonly state: { readonly column: number; readonly colours: Readonly<Record<string, StateColour>> } | null;
  /** For each column Excel's number format: one for all its rows, or one a row where rows differ in unit. */
  readonly codes: readonly (string | readonly string[])[];
}

/** A title, heading or sentence above or between tables, in a cell of column A. */
export interface Paragraph {
  readonly row: number;
  readonly cell: ReportCell;
  readonly style: "title" | "description" | "heading" | "headline" | "body";
}

type ChartType = "Line" | "ColumnStacked" | "ColumnClustered" | "BarClustered" | "BarStacked";

export interface ChartSeries {
  /** A header of the chart's table. */
  readonly column: string;
  /** Null for a column that is not seen: what is stacked on it floats. */
  readonly colour: string | null;
  readonly dash: "Continuous" | "Dash" | "Dot" | "None";
  readonly marker: "None" | "Circle" | "Square" | "Diamond" | "Triangle";
  /** True to write its values inside its bars or beside its points: for a series of few. */
  readonly labelled?: boolean;
  /** What single points say, in the place of a legend. */
  readonly points?: readonly PointLabel[];
}

export interface PointLabel {
  /** Of its table, counted from 0. */
  readonly row: number;
  /** The series' name, or its value in a number format, which may hold the name: "Target 17,720". */
  readonly says: "name" | { readonly format: string };
  readonly position: "Top" | "Bottom" | "Right" | "Center";
}

export interface ReportChart {
  readonly name: string;
  readonly type: ChartType;
  /** Says the finding. */
  readonly title: string;
  /** The table it draws, on this sheet or another of the book. */
  readonly table: string;
  /** The header of the column that holds the categories. */
  readonly categories: string;
  readonly series: readonly ChartSeries[];
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly valueFormat: string;
  /** False where the chart's own words tell its series apart; else a chart of several has a legend. */
  readonly legend?: false;
  /** The number format of labels beside points, where some series is labelled. */
  readonly labelFormat?: string;
  /** Every how many categories one is labelled, so that labels neither meet nor turn. */
  readonly labelEvery: number;
  readonly at: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
}

export interface ReportSheet {
  readonly kind: SheetKind;
  /** The tab's name, settled against the sheets the workbook has. */
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
  /** In characters, for each column from A. */
  readonly widths: readonly number[];
  /** Rows that stay in sight and repeat on each printed page: the header row of the sheet's one long table, or none. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly titleRow: number | null;
  /** Rows with which a new printed page begins. */
  readonly pageBreaks: readonly number[];
  /** Rows and columns that we write: nothing outside is ours. */
  readonly size: { readonly rows: number; readonly columns: number };
  /** Columns to print, from A. */
  readonly printColumns: number;
  readonly header: string;
  readonly footer: string;
}

/** The cells that we write on a sheet: column A, where its lines of text stand, and its tables. */
export function writtenAreas({ size, tables }: ReportSheet): Area[] {
  const lines = { top: 0, left: 0, bottom: size.rows - 1, right: 0 };
  return [lines, ...tables.map(tableArea)];
}

/** A table's cells, header row included. */
export function tableArea({ row, rows, columns }: ReportTable): Area {
  return { top: row, left: 0, bottom: row + rows.length, right: columns.length - 1 };
}

export interface ReportBook {
  /** The add-in's version. */
  readonly version: string;
  readonly dateSystem: 1900 | 1904;
  readonly sheets: readonly ReportSheet[];
  /**
   * The sheet of kept words with all that people wrote on our sheets: it is written before anything else, so that a
   * stop or a failure loses none. Null where nobody wrote anything.
   */
  readonly safeCopy: ReportSheet | null;
}

export function isFormula(cell: ReportCell): cell is FormulaCell {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}
export function isDate(cell: ReportCell): cell is DateCell {
  return typeof cell === "object" && cell !== null && "date" in cell;
}
export function isLink(cell: ReportCell): cell is LinkCell {
  return typeof cell === "object" && cell !== null && "link" in cell;
}
