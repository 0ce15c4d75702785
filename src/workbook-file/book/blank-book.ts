import type { BookState, PageLayoutState, SheetEdits, SheetState, Style, StylePool } from "./book";

/** Excel's own default cell style in a new workbook. */
export const DEFAULT_STYLE: Style = Object.freeze({
  numberFormat: "General",
  font: Object.freeze({
    name: "Calibri",
    size: 11,
    bold: false,
    italic: false,
    underline: "None",
    strikethrough: false,
    color: "#000000",
  }),
  fill: null,
  borders: Object.freeze({}),
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  indent: 0,
  locked: true,
  sourceXf: null,
});

/** Styles kept once each. The first style given is the workbook's default, index 0. */
export class Styles implements StylePool {
  private readonly styles: Style[] = [];
  private readonly indexes = new Map<string, number>();

  constructor(defaultStyle: Style = DEFAULT_STYLE) {
    this.intern(defaultStyle);
  }

  get size(): number {
    return this.styles.length;
  }

  get(index: number): Style {
    const style = this.styles[index];
    if (!style) throw new RangeError(`No style has the index ${index}.`);
    return style;
  }

  intern(style: Style): number {
    const key = styleKey(style);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const index = this.styles.push(Object.freeze({ ...style })) - 1;
    this.indexes.set(key, index);
    return index;
  }
}

/** Text that is the same for equal styles, whatever the order their properties were set in. */
export function styleKey(style: Style): string {
  const { font, borders } = style;
  const edges = (["top", "bottom", "left", "right", "diagonal"] as const).map((edge) => {
    const border = borders[edge];
    return border ? [border.style, border.color] : 0;
  });
  return JSON.stringify([
    style.numberFormat,
    [font.name, font.size, font.bold, font.italic, font.underline, font.strikethrough, font.color],
    style.fill,
    edges,
    style.horizontal,
    style.vertical,
    style.wrap,
    style.indent,
    style.locked,
    style.sourceXf,
  ]);
}

export function noEdits(): SheetEdits {
  return {
    values: new Set(),
    styles: new Set(),
    rows: new Set(),
    columns: new Set(),
    tables: false,
    charts: false,
    conditionalFormats: false,
    validations: false,
    hyperlinks: false,
    merges: false,
    view: false,
  };
}

/** Excel's page setup of a new sheet: margins of 0.7 and 0.75 inch in points. */
export function defaultPageLayout(): PageLayoutState {
  return {
    orientation: "Portrait",
    paperSize: null,
    fitToWidth: null,
    fitToHeight: null,
    scale: null,
    printArea: null,
    titleRows: null,
    titleColumns: null,
    header: { left: "", center: "", right: "" },
    footer: { left: "", center: "", right: "" },
    textScales: true,
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    rowBreaks: [],
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  };
}

/** An empty sheet; `source` is the part it was opened from, null for one added. */
export function emptySheet(id: string, name: string, source: string | null = null): SheetState {
  return {
    id,
    name,
    visibility: "Visible",
    kind: "worksheet",
    tabColor: "",
    showGridlines: true,
    showHeadings: true,
    cells: [],
    rows: new Map(),
    columns: new Map(),
    defaultRowHeight: 15,
    defaultColumnWidth: 9.140625,
    merges: [],
    tables: [],
    charts: [],
    conditionalFormats: [],
    validations: [],
    hyperlinks: [],
    freeze: { rows: 0, columns: 0 },
    protected: false,
    autoFilter: null,
    pageLayout: defaultPageLayout(),
    source,
    edits: noEdits(),
  };
}

/** A worksheet id in Excel's form; `index` counts sheets from 0. */
export function sheetId(index: number): string {
  const low = (index & 0xff).toString(16).padStart(2, "0");
  const high = ((index >> 8) & 0xff).toString(16).padStart(2, "0");
  return `{00000000-0001-0000-${low}${high}-000000000000}`.toUpperCase();
}

/** A blank workbook with one sheet, "Sheet1". */
export function newBook(): BookState {
  const sheet = emptySheet(sheetId(0), "Sheet1");
  return {
    fileName: null,
    sheets: [sheet],
    names: [],
    namesEdited: false,
    styles: new Styles(),
    dateSystem: 1900,
    structureLocked: false,
    calculationMode: "Automatic",
    activeSheet: sheet.id,
    selection: new Map([[sheet.id, "A1"]]),
    settings: new Map(),
    notCalculated: 0,
    source: null,
  };
}
