import type { Area } from "../../../snapshot/snapshot";
import type { SheetState, TableState } from "../../../workbook-file/book/book";
import { invalidArgument, itemNotFound } from "../../wire/errors";
import { WORKBOOK_TARGET } from "../../wire/events";
import type { HostObject } from "../../wire/objects";
import { checkFree, headersOf } from "../cells/table-rules";
import { givenCells, isRange, type SheetCells } from "../session/given-cells";
import { EVENT, type Session } from "../session/session";
import { Table } from "./table";

const DEFAULT_TABLE_STYLE = "TableStyleMedium2";

/** `Excel.TableCollection` of a worksheet, or of the workbook (`sheet` null). */
export class Tables implements HostObject {
  readonly className = "TableCollection";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState | null,
  ) {}

  get eventTarget(): string {
    return this.sheet?.id ?? WORKBOOK_TARGET;
  }
  get count(): number {
    return this.items().length;
  }
  items(): Table[] {
    const sheets = this.sheet ? [this.sheet] : this.session.worksheets();
    return sheets.flatMap((sheet) => sheet.tables.map((table) => new Table(this.session, sheet, table)));
  }
  getCount(): number {
    return this.count;
  }
  getItem(key: string): Table {
    const table = this.getItemOrNullObject(key);
    if (!table) throw itemNotFound(`the table "${key}"`);
    return table;
  }
  getItemOrNullObject(key: string): Table | null {
    const wanted = String(key).toLowerCase();
    const all = this.items();
    return (
      all.find((table) => table.id === String(key)) ?? all.find((one) => one.name.toLowerCase() === wanted) ?? null
    );
  }
  getItemAt(index: number): Table {
    const table = this.items()[index];
    if (!table) throw itemNotFound(`the table ${index}`);
    return table;
  }
  /** Makes a table of a range; without headers, Excel puts "Column1…" above it, moving the cells down. */
  add(given: unknown, hasHeaders: boolean): Table {
    const range = this.cells(given);
    this.session.requireWritable(range.sheet);
    if (!hasHeaders) throw invalidArgument("The stand-in makes tables only of ranges that have their headers");
    const rect = withBody(range.rect);
    checkFree(range.sheet, rect, null);
    const state: TableState = {
      id: String(freeTableId(this.session)),
      name: freeTableName(this.session),
      rect,
      showHeaders: true,
      showTotals: false,
      style: DEFAULT_TABLE_STYLE,
      showBandedRows: true,
      showBandedColumns: false,
      showFilterButton: true,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      columns: headersOf(this.session, range.sheet, rect),
      source: null,
    };
    range.sheet.tables.push(state);
    range.sheet.edits.tables = true;
    const message = { tableId: state.id, worksheetId: range.sheet.id, source: "Local" };
    for (const target of [range.sheet.id, WORKBOOK_TARGET])
      this.session.events.raise(EVENT.tableAdded, target, message);
    return new Table(this.session, range.sheet, state);
  }

  private cells(given: unknown): SheetCells {
    const cells = givenCells(this.session, this.sheet ?? this.session.activeWorksheet(), given);
    if (!isRange(given) && this.sheet && cells.sheet !== this.sheet)
      throw invalidArgument(`"${String(given)}" lies elsewhere`);
    return cells;
  }
}

/** A table of a header alone gets one empty row. */
const withBody = (rect: Area): Area => (rect.top === rect.bottom ? { ...rect, bottom: rect.top + 1 } : rect);

function freeTableId(session: Session): number {
  const ids = session.book.sheets.flatMap((sheet) => sheet.tables.map((table) => Number(table.id) || 0));
  return Math.max(0, ...ids) + 1;
}

function freeTableName(session: Session): string {
  const taken = new Set(session.book.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())));
  for (let number = 1; ; number++) if (!taken.has(`table${number}`)) return `Table${number}`;
}
