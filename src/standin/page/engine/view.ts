import { cellKey, cellOfKey } from "../../../snapshot/addresses";
import type { BookState, Cell, SheetState, Style } from "../../../workbook-file/book/book";
import { chartView } from "./charts";
import { type Overlay, overlaysOf } from "./conditional";
import type { BookUpdate, CellEntry, CellView, SheetUpdate, StyleView } from "./protocol";
import { shapeOf } from "./shape";

/** What the page was last sent of a sheet. */
interface Sent {
  shape: string;
  charts: string;
  /** Only of cells that were edited since: the others are as opened. */
  readonly cells: Map<number, string>;
  readonly forgotten: Set<number>;
  overlays: ReadonlyMap<number, Overlay>;
}

/** Finds what the page does not yet show of a workbook. */
export class BookView {
  readonly #sent = new Map<string, Sent>();
  readonly #styles = new Set<string>();
  #active = "";

  constructor(private readonly book: BookState) {}

  /** Everything that changed since the last update; at first, the whole workbook. */
  async update(): Promise<BookUpdate> {
    const worksheets = this.book.sheets.filter((sheet) => sheet.kind === "worksheet");
    const styles: [string, StyleView][] = [];
    const sheets: SheetUpdate[] = [];
    for (const sheet of worksheets) {
      const update = await this.#sheet(sheet, styles);
      if (update) sheets.push(update);
    }
    const order = worksheets.map((sheet) => sheet.id);
    for (const id of this.#sent.keys()) if (!order.includes(id)) this.#sent.delete(id);
    const { fileName, notCalculated } = this.book;
    return { fileName, order, sheets, styles, active: this.#activeNow(), notCalculated };
  }

  #activeNow(): BookUpdate["active"] {
    const sheet = this.book.activeSheet;
    const address = this.book.selection.get(sheet) ?? "A1";
    const now = `${sheet} ${address}`;
    if (now === this.#active) return null;
    this.#active = now;
    return { sheet, address };
  }

  /** The page chose this itself: it need not be told. */
  selected(sheet: string, address: string): void {
    this.#active = `${sheet} ${address}`;
  }

  /** The page drew these cells otherwise than the workbook has them: they are sent again. */
  forget(id: string, keys: Iterable<number>): void {
    const sent = this.#sent.get(id);
    for (const key of keys) sent?.forgotten.add(key);
  }

  async #sheet(sheet: SheetState, styles: [string, StyleView][]): Promise<SheetUpdate | null> {
    const shape = shapeOf(this.book, sheet);
    const shapeText = JSON.stringify(shape);
    const charts = sheet.charts.map((chart) => chartView(this.book, sheet, chart));
    const chartText = JSON.stringify(charts);
    const overlays =
      sheet.conditionalFormats.length > 0 ? await overlaysOf(this.book, sheet) : new Map<number, Overlay>();
    const before = this.#sent.get(sheet.id);
    const afresh = before?.shape !== shapeText;
    const sent: Sent = {
      shape: shapeText,
      charts: chartText,
      cells: before?.cells ?? new Map(),
      forgotten: before?.forgotten ?? new Set(),
      overlays,
    };
    this.#sent.set(sheet.id, sent);
    const draw = (key: number) => this.#cell(sheet, key, overlays, styles);
    const cells = afresh ? this.#all(sheet, draw, sent) : this.#edited(sheet, draw, sent, before);
    const newCharts = afresh || before.charts !== chartText ? charts : null;
    if (!afresh && cells.length === 0 && !newCharts) return null;
    return { id: sheet.id, shape: afresh ? shape : null, cells, charts: newCharts };
  }

  #all(sheet: SheetState, draw: (key: number) => CellView | null, sent: Sent): CellEntry[] {
    const entries: CellEntry[] = [];
    sheet.cells.forEach((cells, row) => {
      cells?.forEach((_, column) => {
        const view = draw(cellKey(row, column));
        if (view) entries.push([row, column, view]);
      });
    });
    for (const key of candidates(sheet)) sent.cells.set(key, JSON.stringify(draw(key)));
    sent.forgotten.clear();
    return entries;
  }

  #edited(sheet: SheetState, draw: (key: number) => CellView | null, sent: Sent, before: Sent): CellEntry[] {
    const keys = new Set([...candidates(sheet), ...sent.forgotten]);
    for (const key of [...before.overlays.keys(), ...sent.overlays.keys()]) keys.add(key);
    const entries: CellEntry[] = [];
    for (const key of keys) {
      const view = draw(key);
      const text = JSON.stringify(view);
      if (sent.cells.get(key) === text && !sent.forgotten.has(key)) continue;
      sent.cells.set(key, text);
      entries.push([...cellOfKey(key), view]);
    }
    sent.forgotten.clear();
    return entries;
  }

  #cell(
    sheet: SheetState,
    key: number,
    overlays: ReadonlyMap<number, Overlay>,
    styles: [string, StyleView][],
  ): CellView | null {
    const [row, column] = cellOfKey(key);
    const cell = sheet.cells[row]?.[column];
    const overlay = overlays.get(key);
    if (!cell || (cell.value === null && cell.formula === undefined && cell.style === 0 && !overlay)) return null;
    return { ...content(cell), s: this.#style(cell.style, overlay, styles) };
  }

  #style(index: number, overlay: Overlay | undefined, styles: [string, StyleView][]): string {
    const key = overlay ? `${index}/${overlay.fill ?? ""}/${overlay.color ?? ""}/${overlay.bold ?? ""}` : String(index);
    if (!this.#styles.has(key)) {
      this.#styles.add(key);
      styles.push([key, styleView(this.book.styles.get(index), overlay)]);
    }
    return key;
  }
}

function* candidates(sheet: SheetState): Generator<number> {
  yield* sheet.edits.values;
  for (const key of sheet.edits.styles) if (!sheet.edits.values.has(key)) yield key;
}

function content({ value, formula }: Cell): Omit<CellView, "s"> {
  const f = formula === undefined ? {} : { f: formula };
  if (value === null) return f;
  return { ...f, v: typeof value === "object" ? value.error : value };
}

function styleView(style: Style, overlay: Overlay | undefined): StyleView {
  const { font, borders, fill, horizontal, vertical, wrap, indent, numberFormat } = style;
  return {
    fontFamily: font.name,
    fontSize: font.size,
    bold: overlay?.bold ?? font.bold,
    italic: font.italic,
    underline: font.underline !== "None",
    strikethrough: font.strikethrough,
    color: overlay?.color ?? font.color,
    fill: overlay?.fill ?? fill,
    borders,
    horizontal,
    vertical,
    wrap,
    indent,
    numberFormat,
  };
}
