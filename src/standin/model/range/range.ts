import { fromR1C1, toR1C1 } from "../../../formula/r1c1";
import {
  isEntireColumn,
  isEntireRow,
  isOnSheet,
  localAddress,
  MAX_COLUMNS,
  MAX_ROWS,
} from "../../../snapshot/addresses";
import { bounding, cellCount, columnCount, intersect, rowCount } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState } from "../../../workbook-file/book/book";
import { styleAt } from "../../../workbook-file/book/lookups";
import { columnLeft, rowTop } from "../../../workbook-file/book/sizes";
import { invalidArgument, itemNotFound } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { clear } from "../cells/clear";
import { copy } from "../cells/copy";
import { hyperlinkOf, setHyperlink } from "../cells/hyperlinks";
import { merge, unmerge } from "../cells/merges";
import { specialCells } from "../cells/special-cells";
import { restyle } from "../cells/styling";
import { cellText, numberFormatCode, valueType, wireValue } from "../cells/text";
import { usedRect } from "../cells/used-range";
import { eachGiven, enter, matrix } from "../cells/values";
import { givenCells, type SheetCells } from "../session/given-cells";
import type { Session } from "../session/session";
import { DataValidation } from "./data-validation";
import { RangeFormat } from "./range-format";

/** `Excel.Range`: one rectangle of one sheet. */
export class Range implements HostObject {
  readonly className = "Range";

  constructor(
    readonly session: Session,
    readonly sheet: SheetState,
    readonly rect: Area,
  ) {
    session.requireSheet(sheet);
    if (!isOnSheet(rect)) throw invalidArgument("The range would lie outside the worksheet");
  }

  check(): void {
    this.session.requireSheet(this.sheet);
  }

  get worksheet(): HostObject {
    return this.session.make.worksheet(this.session, this.sheet);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.session, this.sheet, [this.rect]);
  }
  get conditionalFormats(): HostObject {
    return this.session.make.conditionalFormats(this.session, this.sheet, [this.rect]);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheet, [this.rect]);
  }

  get address(): string {
    this.session.requireSheet(this.sheet);
    return this.session.address(this.sheet, this.rect);
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.rect.top;
  }
  get columnIndex(): number {
    return this.rect.left;
  }
  get rowCount(): number {
    return rowCount(this.rect);
  }
  get columnCount(): number {
    return columnCount(this.rect);
  }
  /** -1 past what a 32-bit number holds, as Excel answers. */
  get cellCount(): number {
    const count = cellCount(this.rect);
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get isEntireRow(): boolean {
    return isEntireRow(this.rect);
  }
  get isEntireColumn(): boolean {
    return isEntireColumn(this.rect);
  }
  get top(): number {
    return rowTop(this.sheet, this.rect.top);
  }
  get left(): number {
    return columnLeft(this.sheet, this.rect.left);
  }
  get height(): number {
    return rowTop(this.sheet, this.rect.bottom + 1) - this.top;
  }
  get width(): number {
    return columnLeft(this.sheet, this.rect.right + 1) - this.left;
  }

  get values(): unknown[][] {
    return matrix(this.sheet, this.rect, (cell) => wireValue(cell?.value ?? null));
  }
  set values(given: unknown) {
    enter(this.session, this.sheet, this.rect, given);
  }
  get formulas(): unknown[][] {
    return matrix(this.sheet, this.rect, (cell) => cell?.formula ?? wireValue(cell?.value ?? null));
  }
  set formulas(given: unknown) {
    enter(this.session, this.sheet, this.rect, given);
  }
  get formulasLocal(): unknown[][] {
    return this.formulas;
  }
  set formulasLocal(given: unknown) {
    this.formulas = given;
  }
  get formulasR1C1(): unknown[][] {
    return matrix(this.sheet, this.rect, (cell, row, column) =>
      cell?.formula === undefined ? wireValue(cell?.value ?? null) : toR1C1(cell.formula, row, column),
    );
  }
  set formulasR1C1(given: unknown) {
    const a1: unknown[][] = matrix(this.sheet, this.rect, () => null);
    eachGiven(this.rect, given, (value, row, column) => {
      const line = a1[row - this.rect.top];
      if (line) line[column - this.rect.left] = asA1(value, row, column);
    });
    enter(this.session, this.sheet, this.rect, a1);
  }
  get valueTypes(): string[][] {
    return matrix(this.sheet, this.rect, (cell) => valueType(cell?.value ?? null));
  }
  get text(): string[][] {
    const { book } = this.session;
    return matrix(this.sheet, this.rect, (cell) =>
      cell ? cellText(book, cell.value, book.styles.get(cell.style).numberFormat) : "",
    );
  }
  get numberFormat(): string[][] {
    const { styles } = this.session.book;
    return matrix(this.sheet, this.rect, (_, row, column) => styles.get(styleAt(this.sheet, row, column)).numberFormat);
  }
  set numberFormat(given: unknown) {
    if (!Array.isArray(given)) {
      const numberFormat = numberFormatCode(given);
      restyle(this.session, this.sheet, this.rect, () => ({ numberFormat }));
      return;
    }
    this.session.requireWritable(this.sheet);
    const { styles } = this.session.book;
    eachGiven(this.rect, given, (value, row, column) => {
      const numberFormat = numberFormatCode(value);
      const style = styles.get(styleAt(this.sheet, row, column));
      this.session.setStyle(this.sheet, row, column, styles.intern({ ...style, numberFormat, sourceXf: null }));
    });
    this.session.formatChanged(this.sheet, this.rect);
  }
  get numberFormatLocal(): string[][] {
    return this.numberFormat;
  }
  set numberFormatLocal(given: unknown) {
    this.numberFormat = given;
  }

  /** true, false, or null where some are and some are not. */
  get rowHidden(): boolean | null {
    return allHidden(this.sheet.rows, this.rect.top, this.rect.bottom);
  }
  set rowHidden(hidden: unknown) {
    this.session.requireWritable(this.sheet);
    for (let row = this.rect.top; row <= this.rect.bottom; row++) {
      const own = this.sheet.rows.get(row);
      if ((own?.hidden ?? false) === Boolean(hidden)) continue;
      this.sheet.rows.set(row, { height: null, style: null, ...own, hidden: Boolean(hidden) });
      this.sheet.edits.rows.add(row);
    }
  }
  get columnHidden(): boolean | null {
    return allHidden(this.sheet.columns, this.rect.left, this.rect.right);
  }
  set columnHidden(hidden: unknown) {
    this.session.requireWritable(this.sheet);
    for (let column = this.rect.left; column <= this.rect.right; column++) {
      const own = this.sheet.columns.get(column);
      if ((own?.hidden ?? false) === Boolean(hidden)) continue;
      this.sheet.columns.set(column, { width: null, style: null, ...own, hidden: Boolean(hidden) });
      this.sheet.edits.columns.add(column);
    }
  }
  /** No formula here fills cells beside its own. */
  get hasSpill(): boolean {
    return false;
  }
  /** All of it is hidden, by rows or by columns. */
  get hidden(): boolean | null {
    const [rows, columns] = [this.rowHidden, this.columnHidden];
    if (rows === true || columns === true) return true;
    return rows === false && columns === false ? false : null;
  }

  get hyperlink(): Record<string, unknown> | null {
    return hyperlinkOf(this.session, this.sheet, this.rect);
  }
  set hyperlink(given: unknown) {
    setHyperlink(this.session, this.sheet, this.rect, given);
  }

  /** Same corner, other size: `deltaRows` more rows, `deltaColumns` more columns. */
  getResizedRange(deltaRows: number, deltaColumns: number): Range {
    return this.of({
      ...this.rect,
      bottom: this.rect.bottom + deltaRows,
      right: this.rect.right + deltaColumns,
    });
  }
  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.of({ ...this.rect, bottom: this.rect.top + rows - 1, right: this.rect.left + columns - 1 });
  }
  getOffsetRange(rows: number, columns: number): Range {
    const { top, left, bottom, right } = this.rect;
    return this.of({ top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns });
  }
  /** A cell by its place in the range; it may lie outside of it. */
  getCell(row: number, column: number): Range {
    const [r, c] = [this.rect.top + row, this.rect.left + column];
    return this.of({ top: r, bottom: r, left: c, right: c });
  }
  getRow(row: number): Range {
    return this.of({ ...this.rect, top: this.rect.top + row, bottom: this.rect.top + row });
  }
  getColumn(column: number): Range {
    return this.of({ ...this.rect, left: this.rect.left + column, right: this.rect.left + column });
  }
  getLastRow(): Range {
    return this.getRow(rowCount(this.rect) - 1);
  }
  getLastColumn(): Range {
    return this.getColumn(columnCount(this.rect) - 1);
  }
  getLastCell(): Range {
    return this.getCell(rowCount(this.rect) - 1, columnCount(this.rect) - 1);
  }
  getRowsBelow(count?: number | null): Range {
    return this.beside(count, "bottom", "top");
  }
  getRowsAbove(count?: number | null): Range {
    const n = count ?? 1;
    if (n < 0) return this.getRowsBelow(-n);
    return this.of({ ...this.rect, top: this.rect.top - n, bottom: this.rect.top - 1 });
  }
  getColumnsAfter(count?: number | null): Range {
    return this.beside(count, "right", "left");
  }
  getColumnsBefore(count?: number | null): Range {
    const n = count ?? 1;
    if (n < 0) return this.getColumnsAfter(-n);
    return this.of({ ...this.rect, left: this.rect.left - n, right: this.rect.left - 1 });
  }
  private beside(count: number | null | undefined, far: "bottom" | "right", near: "top" | "left"): Range {
    const n = count ?? 1;
    if (n < 0) return near === "top" ? this.getRowsAbove(-n) : this.getColumnsBefore(-n);
    return this.of({ ...this.rect, [near]: this.rect[far] + 1, [far]: this.rect[far] + n });
  }
  getEntireRow(): Range {
    return this.of({ ...this.rect, left: 0, right: MAX_COLUMNS - 1 });
  }
  getEntireColumn(): Range {
    return this.of({ ...this.rect, top: 0, bottom: MAX_ROWS - 1 });
  }
  getBoundingRect(other: unknown): Range {
    return this.of(bounding(this.rect, this.other(other).rect));
  }
  getIntersection(other: unknown): Range {
    const found = this.getIntersectionOrNullObject(other);
    if (!found) throw itemNotFound("the ranges have no cell in common");
    return found;
  }
  getIntersectionOrNullObject(other: unknown): Range | null {
    const range = this.other(other);
    const common = range.sheet === this.sheet ? intersect(this.rect, range.rect) : null;
    return common && this.of(common);
  }
  getUsedRange(valuesOnly?: boolean | null): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean | null): Range | null {
    const used = usedRect(this.sheet, valuesOnly === true, this.rect);
    return used && this.of(used);
  }
  getSpecialCells(kind: string, valueKind?: string | null): HostObject {
    const found = this.getSpecialCellsOrNullObject(kind, valueKind);
    if (!found) throw itemNotFound(`no cells of the kind ${kind}`);
    return found;
  }
  getSpecialCellsOrNullObject(kind: string, valueKind?: string | null): HostObject | null {
    const rects = specialCells(this.session, this.sheet, [this.rect], kind, valueKind ?? null);
    return rects.length > 0 ? this.session.make.rangeAreas(this.session, this.sheet, rects) : null;
  }

  clear(applyTo?: string | null): void {
    clear(this.session, this.sheet, [this.rect], applyTo ?? "All");
  }
  copyFrom(source: unknown, copyType?: string | null, skipBlanks?: boolean | null, transpose?: boolean | null): void {
    copy(this.session, this.other(source), this, copyType ?? "All", skipBlanks === true, transpose === true);
  }
  merge(across?: boolean | null): void {
    merge(this.session, this.sheet, this.rect, across === true);
  }
  unmerge(): void {
    unmerge(this.session, this.sheet, this.rect);
  }
  select(): void {
    this.session.activate(this.sheet);
    this.session.book.selection.set(this.sheet.id, localAddress(this.rect));
    this.session.selectionChanged(this.sheet, this.rect);
  }
  async calculate(): Promise<void> {
    await this.session.calculate(true);
  }

  /** Asked by the client before it writes in parts. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows === rowCount(this.rect) && columns === columnCount(this.rect)) return;
    throw invalidArgument(
      `The list has ${rows} rows and ${columns} columns; the range has ${rowCount(this.rect)} and ${columnCount(this.rect)}`,
    );
  }

  private of(rect: Area): Range {
    return new Range(this.session, this.sheet, rect);
  }
  private other(given: unknown): SheetCells {
    return givenCells(this.session, this.sheet, given);
  }
}

/** A value or formula as typed; a formula in R1C1 notation in A1 notation. */
function asA1(value: unknown, row: number, column: number): unknown {
  if (typeof value !== "string" || !value.startsWith("=")) return value;
  const formula = fromR1C1(value, row, column);
  if (formula === null) throw invalidArgument(`A reference of ${value} lies outside the worksheet`);
  return formula;
}

function allHidden(sizes: ReadonlyMap<number, { hidden: boolean }>, from: number, to: number): boolean | null {
  let hidden = 0;
  for (const [at, own] of sizes) if (own.hidden && at >= from && at <= to) hidden++;
  if (hidden === 0) return false;
  return hidden === to - from + 1 ? true : null;
}
