import { parseReference } from "../../../snapshot/addresses";
import { intersect } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState, TableState } from "../../../workbook-file/book/book";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../../wire/errors";
import { WORKBOOK_TARGET } from "../../wire/events";
import type { HostObject } from "../../wire/objects";
import { cellText } from "../cells/text";
import { Range } from "../range/range";
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
    const range = this.range(given);
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

  private range(given: unknown): Range {
    if (given instanceof Range) return given;
    const parsed = parseReference(String(given));
    if (!parsed) throw invalidArgument(`"${String(given)}" is no address`);
    const named = parsed.sheet === null ? null : this.session.sheetNamed(parsed.sheet);
    const sheet = named === null ? (this.sheet ?? this.session.activeWorksheet()) : named;
    if (!sheet || (this.sheet && sheet !== this.sheet)) throw invalidArgument(`"${String(given)}" lies elsewhere`);
    return new Range(this.session, sheet, parsed.area);
  }
}

/** A table of a header alone gets one empty row. */
const withBody = (rect: Area): Area => (rect.top === rect.bottom ? { ...rect, bottom: rect.top + 1 } : rect);

/** @throws InvalidArgument where the rectangle would meet another table or a merged cell. */
export function checkFree(sheet: SheetState, rect: Area, own: TableState | null): void {
  const other = sheet.tables.find((table) => table !== own && intersect(table.rect, rect));
  if (other) throw invalidArgument(`The table would overlap the table "${other.name}"`);
  if (sheet.merges.some((merge) => intersect(merge, rect))) throw invalidArgument("A table cannot hold merged cells");
}

/** @throws ItemAlreadyExists or InvalidArgument for a name a table cannot have. */
export function checkTableName(session: Session, name: string, own: TableState | null): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseReference(name) || name.length > 255) {
    throw invalidArgument(`"${name}" cannot be the name of a table`);
  }
  const taken = (other: string) => other.toLowerCase() === name.toLowerCase();
  const tables = session.worksheets().flatMap((sheet) => sheet.tables);
  if (tables.some((table) => table !== own && taken(table.name)) || session.book.names.some((one) => taken(one.name))) {
    throw itemAlreadyExists(`the name "${name}"`);
  }
}

function freeTableId(session: Session): number {
  const ids = session.book.sheets.flatMap((sheet) => sheet.tables.map((table) => Number(table.id) || 0));
  return Math.max(0, ...ids) + 1;
}

function freeTableName(session: Session): string {
  const taken = new Set(session.book.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())));
  for (let number = 1; ; number++) if (!taken.has(`table${number}`)) return `Table${number}`;
}

/**
 * The columns' names from the header row. Headers are text and differ: Excel turns numbers into text, names empty ones
 * "Column1" and gives a second "Gas" a number.
 */
export function headersOf(session: Session, sheet: SheetState, rect: Area): string[] {
  const taken = new Set<string>();
  const names: string[] = [];
  for (let column = rect.left; column <= rect.right; column++) {
    const cell = sheet.cells[rect.top]?.[column];
    const shown = cell ? cellText(session.book, cell.value, session.book.styles.get(cell.style).numberFormat) : "";
    const name = distinct(shown, column - rect.left + 1, taken);
    taken.add(name.toLowerCase());
    names.push(name);
    if (cell?.value !== name) session.setCell(sheet, rect.top, column, { value: name });
  }
  return names;
}

function distinct(shown: string, number: number, taken: ReadonlySet<string>): string {
  const base = shown === "" ? `Column${number}` : shown;
  if (!taken.has(base.toLowerCase())) return base;
  const stem = shown === "" ? "Column" : base;
  for (let extra = 2; ; extra++) if (!taken.has(`${stem}${extra}`.toLowerCase())) return `${stem}${extra}`;
}
