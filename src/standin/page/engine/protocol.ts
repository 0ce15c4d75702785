/**
 * What the page and the engine's worker tell each other. The engine holds the workbook; the page shows what it
 * is sent and asks for every change, so there is one truth.
 */
import type { EventEntry } from "../../wire/protocol";

/** A cell as it is shown. `s` is a style's key; formulas with their "=". */
export interface CellView {
  readonly v?: string | number | boolean;
  readonly f?: string;
  readonly s: string;
}

export interface StyleView {
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly color: string;
  readonly fill: string | null;
  readonly borders: Readonly<Record<string, { style: string; color: string | null }>>;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly numberFormat: string;
}

export interface SeriesView {
  readonly name: string;
  /** "line", "bar", "area", "pie", "scatter" */
  readonly kind: string;
  readonly secondary: boolean;
  readonly values: readonly (number | null)[];
  readonly color: string | null;
  /** Pixels. */
  readonly width: number | null;
  readonly dash: string | null;
  readonly marker: string | null;
  readonly markerSize: number | null;
  readonly smooth: boolean;
  /** The number format of the values beside its points; null where none are written. */
  readonly labels: string | null;
}

export interface AxisView {
  readonly visible: boolean;
  readonly title: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly gridlines: boolean;
  readonly reversed: boolean;
  readonly numberFormat: string | null;
}

export interface ChartView {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly titleSize: number | null;
  readonly titleColor: string | null;
  readonly legend: { readonly visible: boolean; readonly position: string };
  readonly horizontal: boolean;
  readonly stacked: "no" | "yes" | "percent";
  readonly categories: readonly string[];
  readonly series: readonly SeriesView[];
  readonly category: AxisView;
  readonly value: AxisView;
  readonly secondary: AxisView | null;
  /** Pixels from the sheet's corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Rows and columns count from 0; sizes are pixels. */
export interface SheetShape {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string;
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  readonly rows: readonly [index: number, height: number | null, hidden: boolean][];
  readonly columns: readonly [index: number, width: number | null, hidden: boolean][];
  readonly merges: readonly [top: number, left: number, bottom: number, right: number][];
  readonly freeze: { readonly rows: number; readonly columns: number };
}

export type CellEntry = readonly [row: number, column: number, cell: CellView | null];

export interface SheetUpdate {
  readonly id: string;
  /** Present where the sheet is new or its shape changed: the sheet is then drawn afresh with these cells. */
  readonly shape: SheetShape | null;
  readonly cells: readonly CellEntry[];
  /** Present where charts changed: all of the sheet's. */
  readonly charts: readonly ChartView[] | null;
}

export interface BookUpdate {
  readonly fileName: string | null;
  /** Ids of all worksheets in tab order. */
  readonly order: readonly string[];
  readonly sheets: readonly SheetUpdate[];
  /** Styles not sent before. */
  readonly styles: readonly [key: string, style: StyleView][];
  readonly active: { readonly sheet: string; readonly address: string } | null;
  readonly notCalculated: number;
}

/** A link under a cell: where in the workbook it goes, or the address it names. */
export interface LinkTarget {
  readonly sheet: string | null;
  readonly address: string | null;
  readonly url: string | null;
}

/** Content as a person types it; null empties the cell, undefined asks for the cell as it is. */
export type CellEdit = readonly [row: number, column: number, content: string | number | boolean | null | undefined];

/** What the page asks of the engine, by name. */
export interface EngineCalls {
  open(bytes: Uint8Array | null, fileName: string | null): BookUpdate;
  save(): Uint8Array;
  process(body: string): string;
  edit(sheet: string, cells: readonly CellEdit[]): BookUpdate;
  select(sheet: string, address: string): void;
  link(sheet: string, row: number, column: number): LinkTarget | null;
  settings(): [string, string][];
  saveSettings(settings: [string, string][]): void;
}

export type EngineCall = {
  [Name in keyof EngineCalls]: { id: number; name: Name; args: Parameters<EngineCalls[Name]> };
}[keyof EngineCalls];

export type EngineMessage =
  | { kind: "answer"; id: number; value: unknown }
  | { kind: "failure"; id: number; name: string; message: string }
  | { kind: "events"; entries: EventEntry[] }
  | { kind: "update"; update: BookUpdate };
