import { cellKey, fullAddress, localAddress } from "../../../snapshot/addresses";
import type { Area } from "../../../snapshot/snapshot";
import type { BookState, Cell, SheetState } from "../../../workbook-file/book/book";
import { forEachCell, sheetNamed, styleAt } from "../../../workbook-file/book/lookups";
import { accessDenied, HostError, invalidOperation, invalidReference, itemNotFound } from "../../wire/errors";
import { type EventRegistry, WORKBOOK_TARGET } from "../../wire/events";
import type { HostObject } from "../../wire/objects";

/** Calculates what depends on the changed cells (sheet id to cell keys) and writes it into the book. */
export type Recalculate = (book: BookState, changed: ReadonlyMap<string, ReadonlySet<number>>) => Promise<unknown>;

/**
 * Makes the Excel objects that lie above the one asked: a range leads to its worksheet, which leads to ranges. The one
 * place where Excel's objects, which all lead to each other, meet.
 */
export interface Makers {
  worksheet(session: Session, sheet: SheetState): HostObject;
  rangeAreas(session: Session, sheet: SheetState, rects: readonly Area[]): HostObject;
  conditionalFormats(session: Session, sheet: SheetState, rects: readonly Area[]): HostObject;
}

export interface SessionOptions {
  readonly recalculate?: Recalculate;
}

/** Events of Microsoft's that a worksheet raises. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  nameChanged: 25,
  visibilityChanged: 26,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  chartAdded: 50,
  chartDeleted: 53,
} as const;

export type Editor = "add-in" | "person" | "co-author";

/**
 * An open workbook: its state, what has changed since it was last calculated, and who is told. Every change of a cell
 * goes through here, so that the edits the file writes, the calculation and the events cannot disagree.
 */
export class Session {
  /** Whose edits these are, which events tell: the add-in's, this window's person's, or a co-author's elsewhere. */
  editor: Editor = "add-in";
  private readonly changed = new Map<string, Set<number>>();
  private formulas: boolean | null = null;
  private suspended = false;
  private sheetNumber: number;
  private idNumber = 1;

  constructor(
    readonly book: BookState,
    readonly events: EventRegistry,
    readonly make: Makers,
    private readonly options: SessionOptions = {},
  ) {
    this.sheetNumber = book.sheets.length;
  }

  worksheets(): SheetState[] {
    return this.book.sheets.filter((sheet) => sheet.kind === "worksheet");
  }

  sheet(id: string): SheetState {
    const found = this.book.sheets.find((sheet) => sheet.id === id);
    if (!found) throw itemNotFound(`the worksheet ${id}`);
    return found;
  }

  sheetNamed(name: string): SheetState | undefined {
    return sheetNamed(this.book, name);
  }

  /** @throws UnsupportedSheet while a chart sheet is the active one. */
  activeWorksheet(): SheetState {
    const sheet = this.sheet(this.book.activeSheet);
    if (sheet.kind !== "worksheet") throw new HostError("UnsupportedSheet", `"${sheet.name}" is not a worksheet`);
    return sheet;
  }

  /** A sheet deleted since a range of it was taken makes the range invalid. */
  requireSheet(sheet: SheetState): void {
    if (!this.book.sheets.includes(sheet)) throw invalidReference(`its worksheet "${sheet.name}" was deleted`);
  }

  /** @throws AccessDenied where the structure of the workbook is protected. */
  requireOpenStructure(): void {
    if (this.book.structureLocked) throw accessDenied("The structure of the workbook is protected");
  }

  /** @throws AccessDenied where the sheet is protected. */
  requireWritable(sheet: SheetState): void {
    this.requireSheet(sheet);
    if (sheet.protected) throw accessDenied(`The worksheet "${sheet.name}" is protected`);
  }

  /** Makes a sheet the active one and raises the events. @throws InvalidOperation for a hidden one. */
  activate(sheet: SheetState): void {
    this.requireSheet(sheet);
    if (sheet.visibility !== "Visible") throw invalidOperation(`The worksheet "${sheet.name}" is hidden`);
    const before = this.book.activeSheet;
    if (before === sheet.id) return;
    this.book.activeSheet = sheet.id;
    const left = this.book.sheets.find((one) => one.id === before);
    if (left) this.tellSheet(EVENT.deactivated, left, { worksheetId: before });
    this.tellSheet(EVENT.activated, sheet, { worksheetId: sheet.id });
  }

  /** Takes a sheet out of the workbook, with the names scoped to it. */
  removeSheet(sheet: SheetState): void {
    this.book.sheets = this.book.sheets.filter((one) => one !== sheet);
    this.book.selection.delete(sheet.id);
    const names = this.book.names.filter((name) => name.scope !== sheet.id);
    if (names.length < this.book.names.length) {
      this.book.names = names;
      this.book.namesEdited = true;
    }
    this.changed.delete(sheet.id);
    this.tellSheet(EVENT.deleted, sheet, { worksheetId: sheet.id, source: this.source });
  }

  nextSheetNumber(): number {
    return this.sheetNumber++;
  }

  nextId(): number {
    return this.idNumber++;
  }

  /** Sets or clears (`undefined`) a cell's content; its style stays. Says so to the file, the calculation and listeners. */
  setCell(sheet: SheetState, row: number, column: number, content: Pick<Cell, "value" | "formula">): void {
    const line = (sheet.cells[row] ??= []);
    const old = line[column];
    if (content.value === null && content.formula === undefined && !old) return;
    const cell: Cell = { value: content.value, style: old?.style ?? styleAt(sheet, row, column) };
    if (content.formula !== undefined) {
      cell.formula = content.formula;
      this.formulas = true;
    }
    line[column] = cell;
    sheet.edits.values.add(cellKey(row, column));
    this.touch(sheet, row, column);
  }

  setStyle(sheet: SheetState, row: number, column: number, style: number): void {
    const line = (sheet.cells[row] ??= []);
    const cell = line[column];
    if (cell?.style === style) return;
    if (!cell && styleAt(sheet, row, column) === style) return;
    line[column] = cell ? { ...cell, style } : { value: null, style };
    sheet.edits.styles.add(cellKey(row, column));
  }

  touch(sheet: SheetState, row: number, column: number): void {
    let keys = this.changed.get(sheet.id);
    if (!keys) this.changed.set(sheet.id, (keys = new Set()));
    keys.add(cellKey(row, column));
  }

  /** Tells listeners of a changed range, once for a write. */
  rangeChanged(sheet: SheetState, rect: Area, changeType = "RangeEdited"): void {
    const message = {
      address: localAddress(rect),
      changeType,
      source: this.source,
      triggerSource: this.editor === "add-in" ? "ThisLocalAddin" : "Unknown",
      worksheetId: sheet.id,
      shiftDirection: "None",
    };
    this.tellSheet(EVENT.changed, sheet, message);
    for (const table of sheet.tables) {
      if (rect.top > table.rect.bottom || rect.bottom < table.rect.top) continue;
      if (rect.left > table.rect.right || rect.right < table.rect.left) continue;
      for (const target of [table.id, WORKBOOK_TARGET]) {
        this.events.raise(EVENT.tableChanged, target, { ...message, tableId: table.id }, this.isRemote);
      }
    }
  }

  selectionChanged(sheet: SheetState, rect: Area): void {
    const message = { address: localAddress(rect), worksheetId: sheet.id, workbookId: "", isInsideTable: false };
    this.tellSheet(EVENT.selection, sheet, message);
  }

  formatChanged(sheet: SheetState, rect: Area): void {
    this.tellSheet(EVENT.formatChanged, sheet, {
      address: localAddress(rect),
      source: this.source,
      worksheetId: sheet.id,
    });
  }

  private get isRemote(): boolean {
    return this.editor === "co-author";
  }

  /** As events name it: a person's own edits in this window are as local as the add-in's. */
  private get source(): "Local" | "Remote" {
    return this.isRemote ? "Remote" : "Local";
  }

  /** An event of a sheet goes to handlers on the sheet and to those on `worksheets`. */
  tellSheet(event: number, sheet: SheetState, message: Record<string, unknown>): void {
    for (const target of [sheet.id, WORKBOOK_TARGET]) this.events.raise(event, target, message, this.isRemote);
  }

  /** "'UHL 2024'!A1:B2" */
  address(sheet: SheetState, rect: Area): string {
    return fullAddress(sheet.name, rect);
  }

  /** Holds calculation back until the request ends. */
  suspendCalculation(): void {
    this.suspended = true;
  }

  /** Calculates what is due; `endOfRequest` ends a suspension. Manual workbooks wait for `calculate`. */
  async settle(endOfRequest = false): Promise<void> {
    if (endOfRequest) this.suspended = false;
    if (this.changed.size === 0 || this.suspended || this.book.calculationMode === "Manual") return;
    await this.calculate();
  }

  /** Calculates now, whatever the mode; `all` also where nothing changed. */
  async calculate(all = false): Promise<void> {
    if (all) for (const sheet of this.worksheets()) this.touchFormulas(sheet);
    const due = new Map(this.changed);
    this.changed.clear();
    if (due.size === 0 || !this.hasFormulas() || !this.options.recalculate) return;
    await this.options.recalculate(this.book, due);
    for (const id of due.keys()) {
      const sheet = this.book.sheets.find((one) => one.id === id);
      if (sheet) this.tellSheet(EVENT.calculated, sheet, { address: "", worksheetId: id });
    }
  }

  private touchFormulas(sheet: SheetState): void {
    forEachCell(sheet, (cell, row, column) => {
      if (cell.formula !== undefined) this.touch(sheet, row, column);
    });
  }

  private hasFormulas(): boolean {
    this.formulas ??= this.book.sheets.some((sheet) =>
      sheet.cells.some((line) => line?.some((cell) => cell?.formula !== undefined)),
    );
    return this.formulas;
  }
}
