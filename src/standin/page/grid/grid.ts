import { CellValueType, type IRange, type IStyleData, RANGE_TYPE } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { columnLetters, parseArea } from "../../../snapshot/addresses";
import type { BookUpdate, CellEdit, ChartView, SheetUpdate } from "../engine/protocol";
import { Chart, chartViews } from "./Chart";
import { refuses } from "./commands";
import { columnHeader, gridSheet, matrix, rowHeader } from "./sheets";
import { gridStyle } from "./styles";
import { createSpreadsheet } from "./univer";

const unit = "book";
/** Milliseconds in which the grid draws a sheet that comes up. */
const drawingPause = 60;
/** Milliseconds after which the keyboard is looked for. */
const focusReturns = [0, 50, 200];
/** Rows and columns left before a cell that is scrolled to: frozen ones may cover what the grid puts first. */
const context = 3;
const setValues = "sheet.mutation.set-range-values";
const setSelections = "sheet.operation.set-selections";

export interface GridListener {
  onEdit(sheet: string, cells: CellEdit[]): void;
  onSelect(sheet: string, address: string): void;
  onClick(sheet: string, row: number, column: number): void;
  onRefused(): void;
}

interface Floating {
  dispose(): void;
}

/**
 * The spreadsheet on the page. It shows what the engine sends and turns a person's edits into calls; it keeps
 * no truth of its own and calculates nothing.
 */
export class Grid {
  readonly #api: FUniver;
  readonly #styles = new Map<string, IStyleData>();
  /** The grid's own id of each worksheet: another each time the sheet is drawn afresh. */
  readonly #ids = new Map<string, string>();
  readonly #charts = new Map<string, readonly ChartView[]>();
  #floating: Floating[] = [];
  #floatingSoon: ReturnType<typeof setTimeout> | undefined;
  #applying = false;
  #drawn = 0;
  #typed: { row: number; column: number; text: string } | null = null;

  constructor(
    container: HTMLElement,
    private readonly listener: GridListener,
  ) {
    this.#api = createSpreadsheet(container);
    this.#api.registerComponent("chart", Chart);
    this.#listen();
  }

  /** Shows another workbook. */
  load(update: BookUpdate): void {
    keepFocus();
    this.#applying = true;
    this.#clear();
    this.#keepStyles(update);
    const sheets = update.sheets.flatMap(({ id, shape, cells }) =>
      shape ? [gridSheet(shape, this.#name(id), cells)] : [],
    );
    for (const { id, charts } of update.sheets) this.#charts.set(id, charts ?? []);
    this.#api.createWorkbook({
      id: unit,
      name: update.fileName ?? "Workbook",
      sheetOrder: sheets.map((sheet) => sheet.id),
      sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
      styles: Object.fromEntries(this.#styles),
    });
    this.#applying = false;
    if (update.active) this.select(update.active.sheet, update.active.address);
    this.#floatCharts();
  }

  /** Shows what changed. */
  apply(update: BookUpdate): void {
    keepFocus();
    this.#applying = true;
    this.#keepStyles(update);
    let chartsMoved = false;
    const shown = this.#api.getActiveWorkbook()?.getActiveSheet();
    for (const sheet of update.sheets) chartsMoved = this.#change(sheet, update) || chartsMoved;
    for (const [id, own] of this.#ids) if (!update.order.includes(id)) this.#remove(id, own);
    // The grid shows a sheet that is inserted; Excel stays where the person is.
    const book = this.#api.getActiveWorkbook();
    const stay = !update.active && shown && book?.getSheetBySheetId(shown.getSheetId());
    if (book && stay && book.getActiveSheet().getSheetId() !== stay.getSheetId()) book.setActiveSheet(stay);
    this.#applying = false;
    if (update.active) this.select(update.active.sheet, update.active.address);
    if (chartsMoved) this.#floatCharts();
  }

  /** Goes to cells of a sheet and selects them. */
  select(sheet: string, address: string): void {
    const rect = parseArea(address.split(",")[0] ?? "");
    const own = this.#ids.get(sheet);
    const book = this.#api.getActiveWorkbook();
    const target = own === undefined ? null : book?.getSheetBySheetId(own);
    if (!book || !target || !rect) return;
    this.#applying = true;
    if (book.getActiveSheet().getSheetId() !== own) book.setActiveSheet(target);
    const rows = Math.min(rect.bottom, target.getMaxRows() - 1) - rect.top + 1;
    const columns = Math.min(rect.right, target.getMaxColumns() - 1) - rect.left + 1;
    if (rows > 0 && columns > 0) {
      target.setActiveRange(target.getRange(rect.top, rect.left, rows, columns));
      if (!this.#visible(rect.top, rect.left))
        target.scrollToCell(Math.max(0, rect.top - context), Math.max(0, rect.left - context));
    }
    this.#applying = false;
  }

  /** The sheet shown and the address selected in it, as a person would say it. */
  get activeSheet(): string | null {
    const own = this.#api.getActiveWorkbook()?.getActiveSheet().getSheetId();
    return [...this.#ids].find(([, each]) => each === own)?.[0] ?? null;
  }

  #visible(row: number, column: number): boolean {
    const seen = this.#api.getActiveWorkbook()?.getActiveSheet().getVisibleRange();
    return (
      !!seen && row >= seen.startRow && row < seen.endRow - 2 && column >= seen.startColumn && column < seen.endColumn
    );
  }

  #clear(): void {
    this.#dropCharts();
    this.#ids.clear();
    this.#charts.clear();
    this.#styles.clear();
    if (this.#api.getActiveWorkbook()) this.#api.disposeUnit(unit);
  }

  #name(id: string): string {
    const own = `${id}~${++this.#drawn}`;
    this.#ids.set(id, own);
    return own;
  }

  #keepStyles({ styles }: BookUpdate): void {
    for (const [key, style] of styles) this.#styles.set(key, gridStyle(style));
  }

  /** @returns true where charts of the sheet need to be floated anew */
  #change({ id, shape, cells, charts }: SheetUpdate, update: BookUpdate): boolean {
    if (charts) this.#charts.set(id, charts);
    const own = this.#ids.get(id);
    if (shape) {
      const index = update.order.indexOf(id);
      const active = this.#api.getActiveWorkbook()?.getActiveSheet().getSheetId() === own;
      const sheet = gridSheet(shape, this.#name(id), cells);
      this.#run("sheet.mutation.insert-sheet", {
        unitId: unit,
        index,
        sheet,
        styles: Object.fromEntries(this.#styles),
      });
      if (active) this.#run("sheet.operation.set-worksheet-active", { unitId: unit, subUnitId: sheet.id });
      if (own !== undefined)
        this.#run("sheet.mutation.remove-sheet", { unitId: unit, subUnitId: own, subUnitName: "" });
    } else if (own !== undefined && cells.length > 0) {
      const emptied = cells.map(([row, column]) => [row, column, null] as const);
      this.#run(setValues, { unitId: unit, subUnitId: own, cellValue: matrix(emptied) });
      this.#run(setValues, { unitId: unit, subUnitId: own, cellValue: matrix(cells, this.#styles) });
    }
    return charts !== null || shape !== null;
  }

  #remove(id: string, own: string): void {
    this.#ids.delete(id);
    this.#charts.delete(id);
    this.#run("sheet.mutation.remove-sheet", { unitId: unit, subUnitId: own, subUnitName: "" });
  }

  #run(command: string, params: object): void {
    this.#api.syncExecuteCommand(command, params, { onlyLocal: true });
  }

  /**
   * Only the charts of the sheet shown float. The grid places them by the columns and rows it drew last, so a
   * sheet that has just come up is given a moment to be drawn.
   */
  #floatCharts(): void {
    clearTimeout(this.#floatingSoon);
    this.#floatingSoon = setTimeout(() => this.#floatNow(), drawingPause);
  }

  #floatNow(): void {
    this.#dropCharts();
    const sheet = this.#api.getActiveWorkbook()?.getActiveSheet();
    const id = this.activeSheet;
    for (const chart of (id !== null && this.#charts.get(id)) || []) {
      const key = `${id}/${chart.id}`;
      chartViews.set(key, chart);
      const floating = sheet?.addFloatDomToPosition({
        componentKey: "chart",
        initPosition: placeOf(chart),
        data: { key },
        allowTransform: false,
      });
      if (floating) this.#floating.push(floating);
    }
  }

  #dropCharts(): void {
    for (const floating of this.#floating) floating.dispose();
    this.#floating = [];
  }

  #listen(): void {
    const { Event } = this.#api;
    this.#api.addEvent(Event.BeforeCommandExecute, (event) => {
      if (this.#applying || !refuses(event)) return;
      event.cancel = true;
      this.listener.onRefused();
    });
    this.#api.addEvent(Event.CommandExecuted, ({ id, params, options }) => {
      // What the grid does of its own accord, for its formula bar, is no edit.
      const own = this.#applying || options?.onlyLocal || options?.["fromFormula"];
      if (id === setValues && !own) this.#edited(params as EditParams);
      if (id === setSelections && !this.#applying) this.#selected(params as SelectionParams);
    });
    this.#api.addEvent(Event.BeforeSheetEditEnd, ({ row, column, value }) => {
      this.#typed = { row, column, text: value.toPlainText().replace(/\r?\n$/u, "") };
    });
    this.#api.addEvent(Event.ActiveSheetChanged, ({ activeSheet }) => {
      this.#floatCharts();
      const range = activeSheet.getActiveRange()?.getRange();
      if (!this.#applying) this.#selected({ selections: range ? [{ range }] : [] });
    });
    this.#api.addEvent(Event.CellClicked, ({ row, column }) => {
      const sheet = this.activeSheet;
      if (sheet !== null) this.listener.onClick(sheet, row, column);
    });
  }

  #selected({ selections }: SelectionParams): void {
    const sheet = this.activeSheet;
    const first = selections?.[0]?.range;
    if (sheet !== null && first) this.listener.onSelect(sheet, addressOf(first));
  }

  #edited({ subUnitId, cellValue }: EditParams): void {
    const sheet = [...this.#ids].find(([, own]) => own === subUnitId)?.[0];
    if (sheet === undefined || !cellValue) return;
    const cells: CellEdit[] = [];
    for (const [row, line] of Object.entries(cellValue)) {
      for (const [column, cell] of Object.entries(line ?? {})) {
        cells.push([Number(row), Number(column), this.#content(Number(row), Number(column), cell)]);
      }
    }
    this.#typed = null;
    this.listener.onEdit(sheet, cells);
  }

  /** What the person typed, before the grid made anything of it; else what was pasted or filled in. */
  #content(row: number, column: number, cell: EditedCell | null): CellEdit[2] {
    if (this.#typed?.row === row && this.#typed.column === column) return this.#typed.text;
    if (!cell) return null;
    if (cell.f) return cell.f;
    if (cell.si) return this.#api.getActiveWorkbook()?.getActiveSheet().getRange(row, column).getFormula() ?? null;
    if (cell.p) return cell.p.body?.dataStream?.replace(/\r\n$/u, "") ?? null;
    if (!("v" in cell) && !("f" in cell)) return undefined;
    if (cell.t === CellValueType.BOOLEAN) return Boolean(cell.v);
    const text = cell.t === CellValueType.STRING || cell.t === CellValueType.FORCE_STRING;
    return text && !/^#[A-Z/0!?]+$/u.test(String(cell.v)) ? `'${cell.v}` : (cell.v ?? null);
  }
}

interface EditedCell {
  v?: string | number | boolean | null;
  t?: number | null;
  f?: string | null;
  si?: string | null;
  p?: { body?: { dataStream?: string } } | null;
}
interface SelectionParams {
  selections?: { range: IRange }[];
}
interface EditParams {
  subUnitId: string;
  cellValue?: Record<string, Record<string, EditedCell | null> | null>;
}

/**
 * An add-in that goes to a cell does not take the keyboard from its pane; the grid would, at once or a moment
 * later. A person who moves it meanwhile has it where they put it.
 */
function keepFocus(): void {
  const before = document.activeElement;
  if (!(before instanceof HTMLElement) || before === document.body || before.closest(".univer-host")) return;
  let chosen = false;
  const choose = () => (chosen = true);
  for (const act of ["keydown", "pointerdown"]) addEventListener(act, choose, { capture: true, once: true });
  const restore = () => {
    if (!chosen && document.activeElement?.closest(".univer-host")) before.focus();
  };
  for (const after of focusReturns) setTimeout(restore, after);
}

function placeOf({ left, top, width, height }: ChartView) {
  const startX = left + rowHeader;
  const startY = top + columnHeader;
  return { startX, startY, endX: startX + width, endY: startY + height };
}

function addressOf(range: IRange): string {
  const first = columnLetters(range.startColumn);
  const last = columnLetters(range.endColumn);
  if (range.rangeType === RANGE_TYPE.COLUMN) return `${first}:${last}`;
  if (range.rangeType === RANGE_TYPE.ROW) return `${range.startRow + 1}:${range.endRow + 1}`;
  const start = `${first}${range.startRow + 1}`;
  const end = `${last}${range.endRow + 1}`;
  return start === end ? start : `${start}:${end}`;
}
