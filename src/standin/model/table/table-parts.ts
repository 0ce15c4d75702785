import { columnCount, rowCount } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import { invalidArgument, itemNotFound, notImplemented } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { checkFree, headersOf } from "../cells/table-rules";
import { enter } from "../cells/values";
import { Range } from "../range/range";
import type { Table } from "./table";

/** `Excel.TableRowCollection` */
export class TableRows implements HostObject {
  readonly className = "TableRowCollection";
  constructor(private readonly table: Table) {}

  get count(): number {
    return rowCount(this.table.body);
  }
  getCount(): number {
    return this.count;
  }
  items(): TableRow[] {
    return Array.from({ length: this.count }, (_, index) => new TableRow(this.table, index));
  }
  getItemAt(index: number): TableRow {
    if (!(index >= 0 && index < this.count)) throw itemNotFound(`the row ${index} of "${this.table.name}"`);
    return new TableRow(this.table, index);
  }
  /**
   * Adds rows at the end. Excel would move cells that stand below; the stand-in adds only where there are none.
   * One line of values may be a plain list.
   */
  add(index?: number | null, values?: unknown, alwaysInsert?: boolean | null): TableRow {
    const { table } = this;
    if (index !== null && index !== undefined && index !== -1 && index !== this.count) {
      throw notImplemented("rows.add() before the end of a table");
    }
    if (alwaysInsert === true && this.below(1)) throw notImplemented("rows.add() that moves cells down");
    const lines = linesOf(values);
    const added = lines?.length ?? 1;
    if (this.below(added)) throw notImplemented("rows.add() with cells below the table");
    const first = this.count;
    const { rect } = table.state;
    table.moveTo({ ...rect, bottom: rect.bottom + added });
    if (lines) {
      enter(table.session, table.sheet, { ...rect, top: rect.bottom + 1, bottom: rect.bottom + added }, lines);
    }
    return new TableRow(table, first);
  }

  /** Is anything in the next rows under the table? */
  private below(rows: number): boolean {
    const { rect } = this.table.state;
    for (let row = rect.bottom + 1; row <= rect.bottom + rows; row++) {
      for (let column = rect.left; column <= rect.right; column++) {
        const cell = this.table.sheet.cells[row]?.[column];
        if (cell && (cell.value !== null || cell.formula !== undefined)) return true;
      }
    }
    return false;
  }
}

function linesOf(values: unknown): unknown[][] | null {
  if (values === null || values === undefined) return null;
  if (!Array.isArray(values)) throw invalidArgument("A row's values are a list");
  return values.every(Array.isArray) ? (values as unknown[][]) : [values];
}

/** `Excel.TableRow` */
export class TableRow implements HostObject {
  readonly className = "TableRow";
  constructor(
    private readonly table: Table,
    readonly index: number,
  ) {}

  get values(): unknown[][] {
    return this.getRange().values;
  }
  set values(given: unknown) {
    this.getRange().values = given;
  }
  getRange(): Range {
    const { body } = this.table;
    const row = body.top + this.index;
    return new Range(this.table.session, this.table.sheet, { ...body, top: row, bottom: row });
  }
}

/** `Excel.TableColumnCollection` */
export class TableColumns implements HostObject {
  readonly className = "TableColumnCollection";
  constructor(private readonly table: Table) {}

  get count(): number {
    return columnCount(this.table.state.rect);
  }
  getCount(): number {
    return this.count;
  }
  items(): TableColumn[] {
    return this.table.state.columns.map((_, index) => new TableColumn(this.table, index));
  }
  getItemAt(index: number): TableColumn {
    if (!(index >= 0 && index < this.count)) throw itemNotFound(`the column ${index} of "${this.table.name}"`);
    return new TableColumn(this.table, index);
  }
  getItem(key: string | number): TableColumn {
    const column = this.getItemOrNullObject(key);
    if (!column) throw itemNotFound(`the column "${key}" of "${this.table.name}"`);
    return column;
  }
  getItemOrNullObject(key: string | number): TableColumn | null {
    const all = this.items();
    const wanted = String(key).toLowerCase();
    const byName = all.find((column) => column.name.toLowerCase() === wanted);
    return (typeof key === "number" ? all.find((column) => column.id === key) : byName) ?? byName ?? null;
  }
  /** Adds a column at the end, where the cells beside the table are empty. */
  add(index?: number | null, values?: unknown, name?: string | null): TableColumn {
    const { table } = this;
    const { rect } = table.state;
    if (index !== null && index !== undefined && index !== -1 && index !== this.count) {
      throw notImplemented("columns.add() before the end of a table");
    }
    const wider: Area = { ...rect, right: rect.right + 1 };
    const strip: Area = { ...rect, left: wider.right, right: wider.right };
    checkFree(table.sheet, wider, table.state);
    if (new Range(table.session, table.sheet, strip).getUsedRangeOrNullObject(true)) {
      throw notImplemented("columns.add() with cells beside the table");
    }
    if (Array.isArray(values)) enter(table.session, table.sheet, strip, values);
    if (name) table.session.setCell(table.sheet, rect.top, wider.right, { value: name });
    table.moveTo(wider);
    return new TableColumn(table, this.count - 1);
  }
}

/** `Excel.TableColumn` */
export class TableColumn implements HostObject {
  readonly className = "TableColumn";
  constructor(
    private readonly table: Table,
    readonly index: number,
  ) {}

  /** Counts from 1, by place: the model keeps no column ids of the file. */
  get identity(): number {
    return this.id;
  }
  get id(): number {
    return this.index + 1;
  }
  get name(): string {
    return this.table.state.columns[this.index] ?? "";
  }
  set name(given: unknown) {
    const { rect } = this.table.state;
    this.table.session.requireWritable(this.table.sheet);
    this.table.session.setCell(this.table.sheet, rect.top, rect.left + this.index, { value: String(given) });
    this.table.edit({ columns: headersOf(this.table.session, this.table.sheet, rect) });
  }
  get values(): unknown[][] {
    return this.getRange().values;
  }
  set values(given: unknown) {
    this.getRange().values = given;
  }
  getRange(): Range {
    return this.strip(this.table.state.rect);
  }
  getHeaderRowRange(): Range {
    return this.strip(this.table.getHeaderRowRange().rect);
  }
  getDataBodyRange(): Range {
    return this.strip(this.table.body);
  }
  getTotalRowRange(): Range {
    return this.strip(this.table.getTotalRowRange().rect);
  }
  private strip(rect: Area): Range {
    const column = rect.left + this.index;
    return new Range(this.table.session, this.table.sheet, { ...rect, left: column, right: column });
  }
}
