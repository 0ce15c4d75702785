import { MAX_COLUMNS } from "../../../snapshot/addresses";
import { rowCount } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState, TableState } from "../../../workbook-file/book/book";
import { invalidArgument, itemNotFound, notImplemented } from "../../wire/errors";
import { WORKBOOK_TARGET } from "../../wire/events";
import type { HostObject } from "../../wire/objects";
import { clear } from "../cells/clear";
import { checkFree, checkTableName, headersOf } from "../cells/table-rules";
import { Range } from "../range/range";
import { givenCells } from "../session/given-cells";
import { EVENT, type Session } from "../session/session";
import { TableColumns, TableRows } from "./table-parts";

/** `Excel.Table` */
export class Table implements HostObject {
  readonly className = "Table";

  constructor(
    readonly session: Session,
    readonly sheet: SheetState,
    readonly state: TableState,
  ) {}

  check(): void {
    this.session.requireSheet(this.sheet);
    if (!this.sheet.tables.includes(this.state)) throw itemNotFound(`the table "${this.state.name}"`);
  }

  get identity(): string {
    return this.state.id;
  }
  get id(): string {
    return this.state.id;
  }
  get worksheet(): HostObject {
    return this.session.make.worksheet(this.session, this.sheet);
  }
  get rows(): TableRows {
    return new TableRows(this);
  }
  get columns(): TableColumns {
    return new TableColumns(this);
  }

  get name(): string {
    return this.state.name;
  }
  set name(given: unknown) {
    const name = String(given);
    checkTableName(this.session, name, this.state);
    this.edit({ name });
  }
  get style(): string {
    return this.state.style;
  }
  set style(given: unknown) {
    this.edit({ style: String(given) });
  }
  get showHeaders(): boolean {
    return this.state.showHeaders;
  }
  get showTotals(): boolean {
    return this.state.showTotals;
  }
  get showBandedRows(): boolean {
    return this.state.showBandedRows;
  }
  set showBandedRows(given: unknown) {
    this.edit({ showBandedRows: given === true });
  }
  get showBandedColumns(): boolean {
    return this.state.showBandedColumns;
  }
  set showBandedColumns(given: unknown) {
    this.edit({ showBandedColumns: given === true });
  }
  get showFilterButton(): boolean {
    return this.state.showFilterButton;
  }
  set showFilterButton(given: unknown) {
    this.edit({ showFilterButton: given === true });
  }
  get highlightFirstColumn(): boolean {
    return this.state.highlightFirstColumn;
  }
  set highlightFirstColumn(given: unknown) {
    this.edit({ highlightFirstColumn: given === true });
  }
  get highlightLastColumn(): boolean {
    return this.state.highlightLastColumn;
  }
  set highlightLastColumn(given: unknown) {
    this.edit({ highlightLastColumn: given === true });
  }

  getRange(): Range {
    return this.range(this.state.rect);
  }
  getHeaderRowRange(): Range {
    if (!this.state.showHeaders) throw itemNotFound(`the table "${this.state.name}" shows no headers`);
    return this.range({ ...this.state.rect, bottom: this.state.rect.top });
  }
  getTotalRowRange(): Range {
    if (!this.state.showTotals) throw itemNotFound(`the table "${this.state.name}" shows no totals`);
    return this.range({ ...this.state.rect, top: this.state.rect.bottom });
  }
  getDataBodyRange(): Range {
    return this.range(this.body);
  }

  /** The rows between headers and totals. */
  get body(): Area {
    const { rect, showHeaders, showTotals } = this.state;
    return { ...rect, top: rect.top + (showHeaders ? 1 : 0), bottom: rect.bottom - (showTotals ? 1 : 0) };
  }

  /** Gives the table another rectangle with the same header row; cells left outside stay as they are. */
  resize(given: unknown): void {
    const { sheet, rect } = givenCells(this.session, this.sheet, given);
    if (sheet !== this.sheet) throw invalidArgument("A table is resized to a range of its sheet");
    const old = this.state.rect;
    const overlaps = rect.left <= old.right && rect.right >= old.left;
    const leastRows = 1 + (this.state.showHeaders ? 1 : 0);
    if (rect.top !== old.top || !overlaps || rowCount(rect) < leastRows) {
      throw invalidArgument("A table keeps its header row where it is, and at least one row below");
    }
    this.moveTo(rect);
  }

  /** Sets the rectangle and reads the headers anew. */
  moveTo(rect: Area): void {
    this.session.requireWritable(this.sheet);
    if (rect.right >= MAX_COLUMNS) throw invalidArgument("The table would lie outside the worksheet");
    if (this.state.showTotals) throw notImplemented("resizing a table with a totals row");
    checkFree(this.sheet, rect, this.state);
    this.edit({ rect });
    if (this.state.showHeaders) this.edit({ columns: headersOf(this.session, this.sheet, rect) });
  }

  /** The table and all that is in it. */
  delete(): void {
    this.session.requireWritable(this.sheet);
    this.remove();
    clear(this.session, this.sheet, [this.state.rect], "All");
  }
  /** The cells stay, the table goes. Excel leaves the table's look as formats; here they stay as they are. */
  convertToRange(): Range {
    this.session.requireWritable(this.sheet);
    const range = this.getRange();
    this.remove();
    return range;
  }

  edit(change: Partial<TableState>): void {
    this.check();
    this.session.requireWritable(this.sheet);
    Object.assign(this.state, change);
    this.sheet.edits.tables = true;
  }

  private remove(): void {
    this.check();
    this.sheet.tables = this.sheet.tables.filter((table) => table !== this.state);
    this.sheet.edits.tables = true;
    const message = { tableId: this.state.id, tableName: this.state.name, worksheetId: this.sheet.id, source: "Local" };
    for (const target of [this.sheet.id, WORKBOOK_TARGET])
      this.session.events.raise(EVENT.tableDeleted, target, message);
  }

  private range(rect: Area): Range {
    this.check();
    return new Range(this.session, this.sheet, rect);
  }
}
