/**
 * The workbook the stand-in holds: plain data that `file/` fills from an .xlsx and writes back,
 * `model/` answers office.js from and changes, `calc/` calculates over, and the preview page
 * displays. One model is the truth.
 *
 * Rows and columns count from 0. A property stands here only if `file/` writes it and reads it
 * back. Whoever changes a sheet says so in its `edits`: on save, parts nobody edited are copied
 * from the input byte for byte.
 */

/** A cell error, told apart from text that merely looks like one. */
interface CellError {
  readonly error: string;
}
export type Scalar = string | number | boolean | CellError | null;

export interface Cell {
  value: Scalar;
  /** With its "="; absent for a typed value. */
  formula?: string;
  /** Index into `BookState.styles`. */
  style: number;
  /** On the cell that holds an array formula: the range it fills; dynamic when Excel sized it itself. */
  array?: { rect: Rect; dynamic: boolean };
}

export type BorderEdge = "top" | "bottom" | "left" | "right" | "diagonal";
export interface Border {
  readonly style: string;
  readonly color: string | null;
}

/** A cell style with every theme and index resolved to what a person sees. Frozen and interned: compare by index. */
export interface Style {
  readonly numberFormat: string;
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";
    readonly strikethrough: boolean;
    /** "#RRGGBB" */
    readonly color: string;
  };
  /** null: no fill. */
  readonly fill: string | null;
  readonly borders: Readonly<Partial<Record<BorderEdge, Border>>>;
  readonly horizontal:
    "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
  readonly vertical: "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
  readonly wrap: boolean;
  readonly indent: number;
  readonly locked: boolean;
  /** The cellXfs index this style has in the opened file; null for one made since. */
  readonly sourceXf: number | null;
}

interface Rect {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface TableState {
  id: string;
  name: string;
  rect: Rect;
  showHeaders: boolean;
  showTotals: boolean;
  /** "TableStyleMedium2" or "". */
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  columns: string[];
  /** The part it came from, null for one added since. */
  source: string | null;
}

export interface SeriesState {
  name: string;
  /** "Sheet!$A$2:$A$9", as in the file. */
  nameRef: string | null;
  categories: string | null;
  values: string;
  /** Office.js chart type of this series where it differs from the chart's ("Line" in a combination). */
  type: string | null;
  axisGroup: "Primary" | "Secondary";
  /** "#RRGGBB", `NO_FILL` for a column that is not seen, null where the chart chooses. */
  color: string | null;
  /** Points. */
  lineWeight: number | null;
  lineStyle: string | null;
  markerStyle: string | null;
  markerSize: number | null;
  markerColor: string | null;
  smooth: boolean;
  /** The values written beside its points; null where none are. */
  labels: LabelsState | null;
  /** Labels that single points have of their own; absent where none has. */
  pointLabels?: readonly PointLabelState[];
}

/** The colour of a column that is not seen: what stands on it seems to float. */
export const NO_FILL = "none";

/** The label of one point: the name of its series, its value, or both. */
export interface PointLabelState extends LabelsState {
  /** Counted from 0. */
  index: number;
  showsName: boolean;
  showsValue: boolean;
}

export interface LabelsState {
  /** Office.js word; null where the chart chooses. */
  position: string | null;
  /** null for that of the cells. */
  numberFormat: string | null;
  fontSize: number | null;
  fontColor: string | null;
}

export interface AxisState {
  visible: boolean;
  title: string | null;
  minimum: number | null;
  maximum: number | null;
  numberFormat: string | null;
  majorGridlines: boolean;
  reversed: boolean;
  fontSize: number | null;
  fontColor: string | null;
  titleSize: number | null;
  titleColor: string | null;
  /** Every how many categories one is labelled; null while Excel chooses. */
  labelEvery: number | null;
}

export interface ChartState {
  id: string;
  name: string;
  /** Office.js chart type: "Line", "ColumnClustered", "ColumnStacked", "BarClustered"… */
  type: string;
  title: string | null;
  titleSize: number | null;
  titleColor: string | null;
  legend: {
    visible: boolean;
    position: "Top" | "Bottom" | "Left" | "Right";
    fontSize: number | null;
    fontColor: string | null;
  };
  series: SeriesState[];
  category: AxisState;
  value: AxisState;
  secondaryValue: AxisState | null;
  /** Points from the sheet's corner. */
  left: number;
  top: number;
  width: number;
  height: number;
  source: string | null;
}

/** A conditional format as Office.js sees it; what we cannot read of the user's stays in its part untouched. */
export interface ConditionalFormatState {
  id: string;
  rects: Rect[];
  type: "Custom" | "CellValue" | "ContainsText" | "DataBar" | "ColorScale" | "IconSet" | "Other";
  priority: number;
  stopIfTrue: boolean;
  /** Custom: the formula; CellValue and ContainsText: operator and operands. */
  rule: { formula?: string; operator?: string; formula1?: string; formula2?: string; text?: string };
  format: { fill: string | null; fontColor: string | null; bold: boolean | null };
}

export interface ValidationState {
  rects: Rect[];
  /** Office.js `DataValidationRule`, plain. */
  rule: Record<string, unknown>;
  prompt: { showPrompt: boolean; title: string; message: string } | null;
  errorAlert: { showAlert: boolean; style: string; title: string; message: string } | null;
  ignoreBlanks: boolean;
}

export interface HyperlinkState {
  rect: Rect;
  address: string | null;
  documentReference: string | null;
  screenTip: string | null;
}

export interface PageLayoutState {
  orientation: "Portrait" | "Landscape";
  paperSize: string | null;
  fitToWidth: number | null;
  fitToHeight: number | null;
  scale: number | null;
  printArea: Rect | null;
  titleRows: { first: number; last: number } | null;
  titleColumns: { first: number; last: number } | null;
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
  /** Header and footer shrink with the sheet. */
  textScales: boolean;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  /** Rows before which a person or an add-in has begun a new page, in order, counted from 0. */
  rowBreaks: readonly number[];
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
}

/** What has been changed since the file was opened. `file/save` writes only what is said here. */
export interface SheetEdits {
  /** Keys (`cellKey`) of cells whose value or formula changed. */
  values: Set<number>;
  /** The same for cells whose style changed. */
  styles: Set<number>;
  rows: Set<number>;
  columns: Set<number>;
  tables: boolean;
  charts: boolean;
  conditionalFormats: boolean;
  validations: boolean;
  hyperlinks: boolean;
  merges: boolean;
  /** Freeze, gridlines, tab colour, visibility, page layout, protection. */
  view: boolean;
}

export interface SheetState {
  /** "{00000000-0001-0000-0000-000000000000}": Excel's form of a worksheet id. */
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** A chart sheet or dialog sheet is kept in the file but is no worksheet to office.js. */
  readonly kind: "worksheet" | "other";
  /** "#RRGGBB" or "". */
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  /** Sparse: `cells[row]?.[column]`. */
  cells: (Cell | undefined)[][];
  /** Points; hidden rows and columns keep their size. Absent: the default. */
  rows: Map<number, { height: number | null; hidden: boolean; style: number | null }>;
  /** Width in characters, as the file has it. */
  columns: Map<number, { width: number | null; hidden: boolean; style: number | null }>;
  defaultRowHeight: number;
  defaultColumnWidth: number;
  merges: Rect[];
  tables: TableState[];
  charts: ChartState[];
  conditionalFormats: ConditionalFormatState[];
  validations: ValidationState[];
  hyperlinks: HyperlinkState[];
  freeze: { rows: number; columns: number };
  protected: boolean;
  autoFilter: Rect | null;
  pageLayout: PageLayoutState;
  /** The part it was opened from, null for a sheet added since. */
  readonly source: string | null;
  edits: SheetEdits;
}

export interface NameState {
  id: string;
  name: string;
  /** Sheet id it is scoped to, or null for the workbook. */
  scope: string | null;
  /** With its "=". */
  formula: string;
  visible: boolean;
  comment: string;
}

export interface BookState {
  fileName: string | null;
  /** In tab order, with chart sheets. */
  sheets: SheetState[];
  names: NameState[];
  /** True when names changed since opening. */
  namesEdited: boolean;
  styles: StylePool;
  dateSystem: 1900 | 1904;
  /** The structure is protected: no sheet can be added, removed, renamed or moved. */
  structureLocked: boolean;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  activeSheet: string;
  /** Sheet id to selected address, "A1". */
  selection: Map<string, string>;
  /** Office settings of the workbook (the web extension task pane's). Kept in memory and in the file's custom XML. */
  settings: Map<string, unknown>;
  /** Formulas the engine could not calculate: they keep their old value. */
  notCalculated: number;
  /** Bytes of the package as opened (after renumbering), null for a new workbook. Only `file/` looks inside. */
  source: ReadonlyMap<string, Uint8Array> | null;
}

/** Interned styles: equal styles have one index. Index 0 is the workbook's default. */
export interface StylePool {
  get(index: number): Style;
  intern(style: Style): number;
  readonly size: number;
}
