import { addTo } from "../../collections/collect";
import type { SheetGrid } from "./grid";
import { contextPairs, groupsAbove, headerBelow, heading, headsAgain, headsTable } from "./headers";
import type { Run } from "./headers";
import { linesFor, linesOf } from "./table-lines";
import type { BodyRow, Line, RawTable } from "./raw-table";
import { splitHeader, trackerRow } from "./segments";
import type { Segment } from "./segments";
import type { TableSnapshot } from "../../snapshot/snapshot";
import { isNoteLine } from "../words/heading-words";

export type { RawTable } from "./raw-table";

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
    // A form has no heading to hold its columns together: one over all of a row is a table's.
    const onlyForms = this.open.length > 0 && this.open.every(({ headerRows }) => headerRows.length === 0);
    if (onlyForms && cells.length > 1 && headsTable(this.grid, { row, columns: cells }, below))
      return { row, columns: cells };
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
    const limits = {
      left: this.freeFrom(first.columns[0]!),
      right: this.freeTo(first.columns[first.columns.length - 1]!),
    };
    const segments = splitHeader(this.grid, { headerRows, first, after, limits });
    const left = Math.min(...segments.map((each) => each.left));
    const right = Math.max(...segments.map((each) => each.right));
    if (this.continues(first, segments)) return index + own.length - 1;
    const lines = this.linesAbove(headerRows[0]!);
    this.close(this.open.filter((table) => table.left <= right && table.right >= left));
    for (const segment of segments) this.openTable(headerRows, segment, segments, lines);
    return index + own.length - 1;
  }

  private openTable(
    headerRows: number[],
    segment: Segment,
    segments: readonly Segment[],
    lines: readonly Line[],
  ): void {
    const labels = headerRows.flatMap((row) =>
      range(segment).map((column) => ({ row, column, label: this.grid.label(row, column) })),
    );
    const valueColumns = new Set<number>();
    for (const { column, label } of labels) if (label && label.role === null) valueColumns.add(column);
    for (const { column, label } of labels) if (label?.role === "value") valueColumns.add(column);
    this.open.push({
      headerRows,
      left: segment.left,
      right: segment.right,
      body: [],
      lines: linesFor(segment, segments, lines, this.rows[0] ?? 0),
      tracker: trackerRow(this.grid, headerRows, segment) !== null,
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
    this.widenForm(cells);
    const [table] = this.open;
    // Most rows stand whole in the one table that is open.
    if (
      table !== undefined &&
      this.open.length === 1 &&
      table.left <= cells[0]! &&
      table.right >= cells[cells.length - 1]!
    ) {
      if (this.takeInto(table, { row, columns: cells })) return;
      this.close([table]);
    }
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

  /** A form is as wide as its widest row: its first may lack the unit or the number of its question. */
  private widenForm(cells: readonly number[]): void {
    const [form, another] = this.open;
    if (form === undefined || another !== undefined || form.headerRows.length > 0 || cells.length < 2) return;
    if (!cells.some((column) => column >= form.left && column <= form.right)) return;
    form.left = Math.min(form.left, cells[0]!);
    form.right = Math.max(form.right, cells[cells.length - 1]!);
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
    const lines = linesOf(this.grid, run);
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
      this.loose.push(...linesOf(this.grid, run));
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

  private close(tables: readonly OpenTable[]): void {
    this.done.push(...tables);
    this.open = this.open.filter((table) => !tables.includes(table));
  }
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

function firstRow(table: OpenTable): number {
  return table.headerRows[0] ?? table.body[0]?.row ?? 0;
}

function lastIndex<T>(items: readonly T[], wanted: (item: T) => boolean): number {
  for (let index = items.length - 1; index >= 0; index--) if (wanted(items[index]!)) return index;
  return -1;
}
