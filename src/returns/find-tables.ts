import { addTo } from "./collect";
import { contentOf, keyByContent } from "./column-content";
import type { Content } from "./column-content";
import type { SheetGrid } from "./grid";
import { contextPairs, groupsAbove, headerBelow, heading, headsAgain, headsTable, isTracker } from "./headers";
import type { Run } from "./headers";
import type { TableSnapshot } from "./snapshot";
import { isNoteLine } from "./vocabulary";

/** A line above a table that may say whose figures they are, for when, and in what: one cell, or a heading word with its value beside it. */
export interface Line {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The heading word where the line is a pair such as "Organisation | UHL". */
  readonly heading: string | null;
}

/** One row of a table's body: figures, or a line that speaks for the rows below it. */
export interface BodyRow {
  readonly row: number;
  readonly kind: "data" | "section";
  readonly lines: readonly Line[];
  /** The totals row of an Excel table. */
  readonly totals: boolean;
}

/** A table as it lies on the sheet, before its columns are understood. */
export interface RawTable {
  readonly grid: SheetGrid;
  /** Top to bottom; empty for a form without headings. */
  readonly headerRows: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly body: readonly BodyRow[];
  /** Nearest first. */
  readonly lines: readonly Line[];
  readonly tracker: boolean;
}

interface OpenTable {
  headerRows: number[];
  left: number;
  right: number;
  body: BodyRow[];
  lines: Line[];
  tracker: boolean;
  /** Columns under a heading that is no key's: where figures are expected. */
  valueColumns: number[];
  /** The header itself says when, or whose: a line below that says otherwise begins something new. */
  states: { period: boolean; organisation: boolean };
}

const sampleRows = 40;
/** Keys that a table may begin with. A comment, a RAG or a unit comes again after every year of one table. */
const notAKey = "";
const beginsTable: ReadonlySet<string> = new Set(["metric", "period", "organisation", "site"]);

/**
 * Finds the tables of one sheet, top to bottom, several side by side. Blank rows and columns part
 * nothing by themselves: a table ends where another heading stands over its columns, so that a
 * blank line inside it does no harm.
 */
export function findTables(grid: SheetGrid): FoundOnSheet {
  return new TableFinder(grid).find();
}

export interface FoundOnSheet {
  readonly tables: readonly RawTable[];
  /** Lines that stand over no table. */
  readonly looseLines: readonly Line[];
  /** Numbers that stand in no table. */
  readonly looseFigures: readonly { readonly row: number; readonly column: number }[];
}

class TableFinder {
  private readonly done: OpenTable[] = [];
  private open: OpenTable[] = [];
  private loose: Line[] = [];
  private readonly looseFigures: { row: number; column: number }[] = [];
  private readonly rows: readonly number[];
  private readonly excelHeaders = new Map<number, TableSnapshot[]>();
  private readonly excelTotals = new Map<number, TableSnapshot[]>();

  constructor(private readonly grid: SheetGrid) {
    this.rows = grid.filledRows;
    for (const table of grid.sheet.tables) {
      if (table.showHeaders) addTo(this.excelHeaders, table.area.top, table);
      if (table.showTotals) addTo(this.excelTotals, table.area.bottom, table);
    }
  }

  find(): FoundOnSheet {
    for (let index = 0; index < this.rows.length; index++) {
      const header = this.headerAt(index);
      if (header !== null) index = this.openHeader(index, header);
      else this.takeRow(this.rows[index]!);
    }
    this.close(this.open);
    const tables = this.done
      .filter((table) => table.body.some(({ kind }) => kind === "data"))
      .sort((a, b) => firstRow(a) - firstRow(b) || a.left - b.left)
      .map((table) => ({ ...table, grid: this.grid }));
    return { tables, looseLines: this.loose, looseFigures: this.looseFigures };
  }

  /** The cells of the row that head a table, or null. */
  private headerAt(index: number): Run | null {
    const row = this.rows[index]!;
    const cells = this.grid.cells(row);
    const hinted = this.excelHeaders.get(row);
    if (hinted) {
      const columns = cells.filter((column) => hinted.some(({ area }) => column >= area.left && column <= area.right));
      if (columns.length > 0) return { row, columns };
    }
    const below = this.rows.slice(index + 1, index + 1 + sampleRows);
    const heading = new Set<number>();
    for (const table of this.open) {
      const columns = cells.filter((column) => column >= table.left && column <= table.right);
      const leaf = table.headerRows[table.headerRows.length - 1];
      const again =
        columns.length > 0 &&
        (leaf === undefined
          ? headsTable(this.grid, { row, columns }, below)
          : headsAgain(this.grid, { row, columns }, leaf, table.valueColumns) &&
            headsTable(this.grid, { row, columns }, below));
      if (again) for (const column of columns) heading.add(column);
    }
    const free = cells.filter((column) => !this.open.some((table) => column >= table.left && column <= table.right));
    if (
      free.length > 0 &&
      (heading.size > 0 ? this.isHeading(row, free) : headsTable(this.grid, { row, columns: free }, below))
    ) {
      for (const column of free) heading.add(column);
    }
    return heading.size === 0 ? null : { row, columns: cells.filter((column) => heading.has(column)) };
  }

  private isHeading(row: number, columns: readonly number[]): boolean {
    return columns.every((column) => heading(this.grid.look(row, column)));
  }

  /** Opens the tables under a header and returns the index of the header's last row. */
  private openHeader(index: number, first: Run): number {
    const below = this.rows.slice(index + 1, index + 1 + sampleRows);
    const own = headerBelow(this.grid, first, below.slice(0, 6));
    const groups = groupsAbove(this.grid, widest(this.grid, own, first), this.rowsOver(index, first));
    const headerRows = [...groups, ...own];
    const after = this.rows.slice(index + own.length, index + own.length + sampleRows);
    const segments = this.segments(headerRows, first, after);
    const left = Math.min(...segments.map((each) => each.left));
    const right = Math.max(...segments.map((each) => each.right));
    if (this.continues(first, segments)) return index + own.length - 1;
    const lines = this.linesAbove(headerRows[0]!);
    this.close(this.open.filter((table) => table.left <= right && table.right >= left));
    for (const segment of segments) this.openTable(headerRows, segment, segments, lines, first);
    return index + own.length - 1;
  }

  private openTable(
    headerRows: number[],
    segment: Segment,
    segments: readonly Segment[],
    lines: readonly Line[],
    first: Run,
  ): void {
    const labels = headerRows.flatMap((row) =>
      range(segment).map((column) => ({ row, column, label: this.grid.label(row, column) })),
    );
    const valueColumns = new Set<number>();
    for (const { column, label } of labels) if (label && label.role === null) valueColumns.add(column);
    for (const { column, label } of labels) if (label?.role === "value") valueColumns.add(column);
    const columns = first.columns.filter((column) => column >= segment.left && column <= segment.right);
    this.open.push({
      headerRows,
      left: segment.left,
      right: segment.right,
      body: [],
      lines: linesFor(segment, segments, lines, this.rows[0] ?? 0),
      tracker: isTracker(this.grid, { row: first.row, columns }),
      valueColumns: [...valueColumns],
      states: {
        period: labels.some(({ label }) => label?.role === null && label.period !== null),
        organisation: labels.some(({ label }) => label?.role === null && label.organisation !== null),
      },
    });
  }

  /** A header repeated inside its own table (at the top of each printed page) goes on with it, unless a line between names something new. */
  private continues(first: Run, segments: readonly Segment[]): boolean {
    const [segment] = segments;
    const before = this.open.find((table) => table.left <= first.columns[0]! && table.right >= first.columns[0]!);
    if (!before || !segment || segments.length !== 1) return false;
    const leaf = before.headerRows[before.headerRows.length - 1];
    if (leaf === undefined) return false;
    const same = first.columns.every((column) => this.grid.text(first.row, column) === this.grid.text(leaf, column));
    const last = before.body[before.body.length - 1];
    return same && last?.kind !== "section";
  }

  /** Splits a header where a second table begins beside the first: at headings that come again, or after a blank column at keys of a kind already there. */
  private segments(headerRows: readonly number[], first: Run, after: readonly number[]): Segment[] {
    const rightmost = first.columns[first.columns.length - 1]!;
    const leftLimit = this.freeFrom(first.columns[0]!);
    const rightLimit = this.freeTo(rightmost);
    const used = [];
    for (let column = leftLimit; column <= rightLimit; column++) {
      const headed = headerRows.some((row) => !this.grid.blank(row, column));
      const text = contentOf(this.grid, column, after);
      if (headed || text !== "blank") used.push({ column, text, key: this.keyOf(headerRows, after, column, text) });
    }
    const segments: { left: number; right: number; keys: Set<string>; values: number }[] = [];
    for (const { column, key } of used) {
      const current = segments[segments.length - 1];
      const apart = current !== undefined && column > current.right + 1;
      const again =
        current !== undefined &&
        key !== null &&
        key !== notAKey &&
        current.keys.has(key.split("|")[0]!) &&
        current.values > 0;
      const starts = current === undefined || (again && (apart || current.keys.has(`${key} headed`)));
      if (starts) segments.push({ left: column, right: column, keys: new Set(), values: 0 });
      const target = segments[segments.length - 1]!;
      target.right = column;
      if (key === null) target.values++;
      else if (key !== notAKey) {
        target.keys.add(key.split("|")[0]!);
        target.keys.add(`${key} headed`);
      }
    }
    const headed = segments.filter((segment) =>
      first.columns.some((column) => column >= segment.left && column <= segment.right),
    );
    return headed.length > 0 ? headed : [{ left: first.columns[0]!, right: rightmost }];
  }

  /** What kind of keys a column holds ("metric", "site"…, with its heading after "|"), `notAKey` for what stands beside figures, or null where it holds figures. */
  private keyOf(headerRows: readonly number[], after: readonly number[], column: number, text: Content): string | null {
    for (const row of headerRows) {
      const role = this.grid.label(row, column)?.role;
      if (role && role !== "value")
        return beginsTable.has(family(role)) ? `${family(role)}|${this.grid.text(row, column).toLowerCase()}` : notAKey;
    }
    const headed = headerRows.some((row) => !this.grid.blank(row, column));
    if (headed || (text !== "text" && text !== "years")) return null;
    return `${keyByContent(this.grid, column, after)}|`;
  }

  private freeFrom(column: number): number {
    const taken = this.open.filter((table) => table.right < column).map((table) => table.right + 1);
    return Math.max(this.grid.left, ...taken);
  }

  private freeTo(column: number): number {
    const taken = this.open.filter((table) => table.left > column).map((table) => table.left - 1);
    const last = Math.max(
      column,
      ...this.rows.map((row) => this.grid.cells(row)).map((cells) => cells[cells.length - 1]!),
    );
    return Math.min(last, ...taken);
  }

  /** The few rows over a header down from the last row of figures in its columns. */
  private rowsOver(index: number, { columns }: Run): number[] {
    const [left, right] = [columns[0]!, columns[columns.length - 1]!];
    const tables = [...this.open, ...this.done].filter((table) => table.left <= right && table.right >= left);
    const lastData = Math.max(
      -1,
      ...tables.map(
        ({ body }) => body[lastIndex(body, ({ kind, row }) => kind === "data" && this.holdsFigures(row))]?.row ?? -1,
      ),
    );
    return this.rows.slice(Math.max(0, index - 6), index).filter((row) => row > lastData);
  }

  private holdsFigures(row: number): boolean {
    return this.grid.cells(row).some((column) => ["figure", "answer"].includes(this.grid.look(row, column)));
  }

  /** Lines since the last row of data, nearest first. */
  private linesAbove(row: number): Line[] {
    const inTables = this.open.flatMap((table) => {
      const last = lastIndex(table.body, ({ kind }) => kind === "data");
      return table.body.slice(last + 1).flatMap(({ lines }) => lines);
    });
    const lines = [...this.loose, ...inTables].filter((line) => line.row < row);
    this.loose = [];
    return lines.sort((a, b) => b.row - a.row || a.column - b.column);
  }

  private takeRow(row: number): void {
    const cells = this.grid.cells(row);
    const left = new Set(cells);
    for (const table of [...this.open]) {
      const columns = cells.filter((column) => column >= table.left && column <= table.right);
      if (columns.length === 0) continue;
      if (this.takeInto(table, { row, columns })) for (const column of columns) left.delete(column);
      else this.close([table]);
    }
    const free = cells.filter((column) => left.has(column));
    if (free.length > 0) this.takeFree({ row, columns: free });
  }

  /** Adds a row to its table; false where the row shows that the table has ended. */
  private takeInto(table: OpenTable, run: Run): boolean {
    const pairs = contextPairs(this.grid, run);
    const alone = run.columns.length === 1 && !["figure", "answer"].includes(this.grid.look(run.row, run.columns[0]!));
    if (pairs.length === 0 && !(alone && this.isLine(table, run))) {
      const totals = (this.excelTotals.get(run.row) ?? []).some(
        ({ area }) => area.left >= table.left && area.right <= table.right,
      );
      table.body.push({ row: run.row, kind: "data", lines: [], totals });
      return true;
    }
    const lines = this.lines(run);
    if (this.saysOtherwise(table, run)) return false;
    table.body.push({ row: run.row, kind: "section", lines, totals: false });
    return true;
  }

  /** One cell of text: a section's heading, unless it stands under a heading of figures. */
  private isLine(table: OpenTable, run: Run): boolean {
    const [column] = run.columns;
    if (table.headerRows.length === 0 || !table.valueColumns.includes(column!)) return true;
    return column === table.left && this.grid.look(run.row, column!) !== "year";
  }

  private saysOtherwise(table: OpenTable, run: Run): boolean {
    return run.columns.some((column) => {
      const label = this.grid.label(run.row, column);
      if (!label || isNoteLine(label.text)) return false;
      const period = table.states.period && label.period?.kind === "period";
      return period || (table.states.organisation && label.organisation !== null);
    });
  }

  /** Cells outside all tables: a form begins where a figure stands beside a text, else they are lines. */
  private takeFree(run: Run): void {
    const looks = run.columns.map((column) => this.grid.look(run.row, column));
    // "Staff trained | 2019" gives a figure, "Return for | 2019" says when.
    const named = run.columns.some((column) => this.grid.label(run.row, column)?.metric);
    const figure = looks.some((look) => look === "figure" || look === "answer" || (look === "year" && named));
    const text = looks.some((look) => look === "text" || look === "signal");
    if (figure && text && contextPairs(this.grid, run).length === 0) this.openForm(run);
    else {
      this.loose.push(...this.lines(run));
      for (const column of run.columns)
        if (this.grid.isFigure(run.row, column)) this.looseFigures.push({ row: run.row, column });
    }
  }

  private openForm(run: Run): void {
    const [left, right] = [run.columns[0]!, run.columns[run.columns.length - 1]!];
    const beside = this.open.find(
      (table) =>
        table.headerRows.length === 0 &&
        !this.open.some(
          (other) =>
            other !== table && other.left <= Math.max(right, table.right) && other.right >= Math.min(left, table.left),
        ),
    );
    if (beside) {
      beside.left = Math.min(beside.left, left);
      beside.right = Math.max(beside.right, right);
      const already = beside.body[beside.body.length - 1];
      if (already?.row !== run.row) beside.body.push({ row: run.row, kind: "data", lines: [], totals: false });
      return;
    }
    const lines = this.linesAbove(run.row);
    const segment = { left, right };
    this.open.push({
      headerRows: [],
      left,
      right,
      body: [{ row: run.row, kind: "data", lines: [], totals: false }],
      lines: linesFor(segment, [segment], lines, this.rows[0] ?? 0),
      tracker: false,
      valueColumns: [],
      states: { period: false, organisation: false },
    });
  }

  private lines(run: Run): Line[] {
    const pairs = contextPairs(this.grid, run);
    if (pairs.length > 0) {
      return pairs.map(({ role, value }) => ({
        row: run.row,
        column: role,
        text: this.grid.text(run.row, value),
        heading: this.grid.text(run.row, role),
      }));
    }
    return run.columns
      .filter(
        (column) => typeof this.grid.value(run.row, column) === "string" || heading(this.grid.look(run.row, column)),
      )
      .map((column) => ({ row: run.row, column, text: this.grid.text(run.row, column), heading: null }));
  }

  private close(tables: readonly OpenTable[]): void {
    this.done.push(...tables);
    this.open = this.open.filter((table) => !tables.includes(table));
  }
}

interface Segment {
  readonly left: number;
  readonly right: number;
}

function family(role: string): string {
  return role.replace(/Code$/, "");
}

function range({ left, right }: Segment): number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}

/** The whole breadth of a header: its first heading row may be narrower than the rows below it. */
function widest(grid: SheetGrid, rows: readonly number[], first: Run): Run {
  const columns = new Set(first.columns);
  for (const row of rows) for (const column of grid.cells(row)) columns.add(column);
  return { row: first.row, columns: [...columns].sort((a, b) => a - b) };
}

/** The lines that speak for one of several tables side by side: those over it, and the sheet's first line where it stands alone. */
function linesFor(segment: Segment, all: readonly Segment[], lines: readonly Line[], firstRow: number): Line[] {
  const others = all.filter((other) => other !== segment);
  return lines.filter(({ row, column, text }) => {
    if (isNoteLine(text)) return false;
    const forAll = row === firstRow && lines.filter((each) => each.row === row).length === 1;
    return forAll || !others.some((other) => column >= other.left && column <= other.right);
  });
}

function firstRow(table: OpenTable): number {
  return table.headerRows[0] ?? table.body[0]?.row ?? 0;
}

function lastIndex<T>(items: readonly T[], wanted: (item: T) => boolean): number {
  for (let index = items.length - 1; index >= 0; index--) if (wanted(items[index]!)) return index;
  return -1;
}
