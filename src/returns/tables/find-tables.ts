import { addTo } from "../../collections/collect";
import type { TableSnapshot } from "../../snapshot/snapshot";
import { captionsFor, captionsIn } from "./captions";
import { contextPairs } from "./context-pairs";
import { isHeadingLook, type SheetGrid } from "./grid";
import { groupsAbove, headerBelow, headsAgain, headsTable, isKeyHeading } from "./headers";
import { OpenTable } from "./open-table";
import type { Caption, RawTable } from "./raw-table";
import { isWithin, runOf, segmentOf, type Run, type Segment } from "./run";
import { splitHeader } from "./segments";
import { headsByShape } from "./unknown-headings";

export interface FoundOnSheet {
  readonly tables: readonly RawTable[];
  /** Captions that stand over no table. */
  readonly looseCaptions: readonly Caption[];
  /** Numbers that stand in no table. */
  readonly looseFigures: readonly { readonly row: number; readonly column: number }[];
}

/**
 * Finds the tables of one sheet, top to bottom, several side by side. Blank rows and columns part
 * nothing by themselves: a table ends where another heading stands over its columns, so that a
 * blank line inside it does no harm.
 */
export function findTables(grid: SheetGrid): FoundOnSheet {
  return new TableFinder(grid).find();
}

const rowsLookedBelow = 40;
const rowsOfHeader = 6;

class TableFinder {
  private readonly done: OpenTable[] = [];
  private open: OpenTable[] = [];
  private loose: Caption[] = [];
  private readonly looseFigures: { row: number; column: number }[] = [];
  private readonly rows: readonly number[];
  /** The last column in which anything stands. */
  private readonly lastColumn: number;
  private readonly excelHeaders = new Map<number, TableSnapshot[]>();
  private readonly excelTotals = new Map<number, TableSnapshot[]>();

  constructor(private readonly grid: SheetGrid) {
    this.rows = grid.filledRows;
    this.lastColumn = this.rows.reduce((last, row) => Math.max(last, grid.cells(row).at(-1) ?? last), 0);
    for (const table of grid.sheet.tables) {
      if (table.showHeaders) addTo(this.excelHeaders, table.area.top, table);
      if (table.showTotals) addTo(this.excelTotals, table.area.bottom, table);
    }
  }

  find(): FoundOnSheet {
    let next = 0;
    for (const [index, row] of this.rows.entries()) {
      const run = index < next ? null : runOf(row, this.grid.cells(row));
      if (run === null) continue;
      const header = this.headerAt(index, run);
      if (header === null) this.takeRow(run);
      else next = this.openHeader(index, header);
    }
    this.close(this.open);
    const tables = this.done
      .flatMap((table) => table.finished() ?? [])
      .sort((a, b) => a.top - b.top || a.left - b.left);
    return { tables, looseCaptions: this.loose, looseFigures: this.looseFigures };
  }

  /** The cells of a row that head a table, or null. */
  private headerAt(index: number, { row, columns: cells }: Run): Run | null {
    const hinted = this.excelHeaders.get(row);
    const ofExcel =
      hinted &&
      runOf(
        row,
        within(
          cells,
          hinted.map(({ area }) => area),
        ),
      );
    if (ofExcel) return ofExcel;
    const below = this.rows.slice(index + 1, index + 1 + rowsLookedBelow);
    // A form has no heading to hold its columns together: one over all of a row is a table's.
    const onlyForms = this.open.length > 0 && this.open.every(({ isForm }) => isForm);
    const isApart = this.isApart(index);
    if (onlyForms && cells.length > 1 && this.heads({ row, columns: cells }, below, isApart))
      return { row, columns: cells };
    const heading = new Set<number>();
    for (const table of this.open) {
      const run = runOf(row, within(cells, [table.breadth]));
      if (run !== null && this.headsOver(table, run, below, isApart))
        for (const column of run.columns) heading.add(column);
    }
    const free = runOf(
      row,
      cells.filter((column) => !this.open.some((table) => table.covers(column))),
    );
    const freeHeads =
      free !== null && (heading.size > 0 ? this.areHeadings(free) : this.heads(free, below, isApart, true));
    if (freeHeads) for (const column of free.columns) heading.add(column);
    return runOf(
      row,
      cells.filter((column) => heading.has(column)),
    );
  }

  /** True where a row inside the columns of an open table heads another. */
  private headsOver({ leaf, values }: OpenTable, run: Run, below: readonly number[], isApart: boolean): boolean {
    if (leaf === undefined) return this.heads(run, below, isApart);
    if (headsAgain(this.grid, run, leaf, values) && headsTable(this.grid, run, below)) return true;
    const mayHead = (isApart || isKeyHeading(this.grid, run.row, run.columns[0])) && overlapsAny(run, values);
    return mayHead && headsByShape(this.grid, run, below, false);
  }

  /** True where a row heads a table by its words or, set apart from the rows above it, by its shape. */
  private heads(run: Run, below: readonly number[], isApart: boolean, isFree = false): boolean {
    if (headsTable(this.grid, run, below)) return true;
    const mayHead = isApart || (isFree && run.columns.length > 2) || isKeyHeading(this.grid, run.row, run.columns[0]);
    return mayHead && headsByShape(this.grid, run, below, isFree);
  }

  /** True for a row below a blank one or below a caption. */
  private isApart(index: number): boolean {
    const [row, above] = [this.rows[index], this.rows[index - 1]];
    return row === undefined || above === undefined || above < row - 1 || this.grid.cells(above).length === 1;
  }

  private areHeadings({ row, columns }: Run): boolean {
    return columns.every((column) => isHeadingLook(this.grid.look(row, column)));
  }

  /** Opens the tables under a header and returns the index of the first row after it. */
  private openHeader(index: number, first: Run): number {
    const below = this.rows.slice(index + 1, index + 1 + rowsLookedBelow);
    const own = headerBelow(this.grid, first, below.slice(0, rowsOfHeader));
    const end = index + own.length;
    const groups = groupsAbove(this.grid, this.widest(own, first), this.rowsOver(index, first), this.rows[end]);
    const headerRows = [...groups, ...own];
    const after = this.rows.slice(end, end + rowsLookedBelow);
    const segments = splitHeader(this.grid, { headerRows, first, after, limits: this.limitsOf(first) });
    if (this.continues(first, segments)) return end;
    const captions = this.captionsAbove(groups[0] ?? own[0]);
    const left = Math.min(...segments.map((each) => each.left));
    const right = Math.max(...segments.map((each) => each.right));
    this.close(this.open.filter((table) => table.overlaps({ left, right })));
    for (const segment of segments) this.openTable(headerRows, segment, segments, captions);
    return end;
  }

  private openTable(
    headerRows: readonly number[],
    segment: Segment,
    segments: readonly Segment[],
    captions: readonly Caption[],
  ): OpenTable {
    const own = captionsFor(segment, segments, captions, this.rows[0] ?? 0);
    const table = new OpenTable(this.grid, headerRows, segment, own);
    this.open.push(table);
    return table;
  }

  /** The whole breadth of a header: its first heading row may be narrower than the rows below it. */
  private widest(rows: readonly number[], first: Run): Run {
    const columns = new Set([...first.columns, ...rows.flatMap((row) => this.grid.cells(row))]);
    return (
      runOf(
        first.row,
        [...columns].sort((a, b) => a - b),
      ) ?? first
    );
  }

  /** A header repeated inside its own table (at the top of each printed page) goes on with it, unless a caption between names something new. */
  private continues(first: Run, segments: readonly Segment[]): boolean {
    const before = this.open.find((table) => table.covers(first.columns[0]));
    if (before?.leaf === undefined || segments.length !== 1) return false;
    const { leaf } = before;
    const same = first.columns.every((column) => this.grid.text(first.row, column) === this.grid.text(leaf, column));
    return same && before.body.at(-1)?.kind !== "section";
  }

  /** The columns that a header may reach over: up to the tables beside it. */
  private limitsOf(first: Run): Segment {
    const { left, right } = segmentOf(first);
    const open = this.open.map(({ breadth }) => breadth);
    const before = open.filter((each) => each.right < left).map((each) => each.right + 1);
    const after = open.filter((each) => each.left > right).map((each) => each.left - 1);
    const last = Math.max(right, this.lastColumn);
    return { left: Math.max(this.grid.left, ...before), right: Math.min(last, ...after) };
  }

  /** The few rows over a header down from the last row of figures in its columns. */
  private rowsOver(index: number, first: Run): number[] {
    const tables = [...this.open, ...this.done].filter((table) => table.overlaps(segmentOf(first)));
    const lastFigures = Math.max(-1, ...tables.map((table) => table.lastRowOfFigures()));
    return this.rows.slice(Math.max(0, index - rowsOfHeader), index).filter((row) => row > lastFigures);
  }

  /** Captions since the last row of data, nearest first. */
  private captionsAbove(row: number): Caption[] {
    const inTables = this.open.flatMap((table) => table.captionsAtEnd());
    const captions = [...this.loose, ...inTables].filter((caption) => caption.row < row);
    this.loose = [];
    return captions.sort((a, b) => b.row - a.row || a.column - b.column);
  }

  private takeRow(run: Run): void {
    this.widenForm(run);
    const left = new Set<number>(run.columns);
    for (const table of [...this.open]) {
      const own = runOf(run.row, within(run.columns, [table.breadth]));
      if (own === null) continue;
      if (table.take(own, this.isTotalsRow(run.row, table))) for (const column of own.columns) left.delete(column);
      else this.close([table]);
    }
    const free = runOf(
      run.row,
      run.columns.filter((column) => left.has(column)),
    );
    if (free !== null) this.takeFree(free);
  }

  private isTotalsRow(row: number, { breadth }: OpenTable): boolean {
    const totals = this.excelTotals.get(row) ?? [];
    return totals.some(({ area }) => area.left >= breadth.left && area.right <= breadth.right);
  }

  /** A form is as wide as its widest row: its first may lack the unit or the number of its question. */
  private widenForm(run: Run): void {
    const [form, another] = this.open;
    if (form === undefined || another !== undefined || !form.isForm || run.columns.length < 2) return;
    if (run.columns.some((column) => form.covers(column))) form.widenTo(segmentOf(run));
  }

  /** Cells outside all tables: a form begins where a figure stands beside a text, else they are captions. */
  private takeFree(run: Run): void {
    const looks = run.columns.map((column) => this.grid.look(run.row, column));
    // "Staff trained | 2019" gives a figure, "Return for | 2019" says when.
    const named = run.columns.some((column) => this.grid.label(run.row, column)?.metric);
    const figure = looks.some((look) => look === "figure" || look === "answer" || (look === "year" && named));
    const text = looks.some((look) => look === "text" || look === "signal");
    if (figure && text && contextPairs(this.grid, run).length === 0) return this.takeIntoForm(run);
    this.loose.push(...captionsIn(this.grid, run));
    for (const column of run.columns)
      if (this.grid.isFigure(run.row, column)) this.looseFigures.push({ row: run.row, column });
  }

  /** Adds a row to an open form that can be widened to hold it, else opens a form. */
  private takeIntoForm({ row, columns }: Run): void {
    const own = segmentOf({ row, columns });
    const beside = this.open.find((table) => table.isForm && !this.isInTheWay(table, own));
    if (beside === undefined) return this.openTable([], own, [own], this.captionsAbove(row)).addData(row);
    beside.widenTo(own);
    if (beside.body.at(-1)?.row !== row) beside.addData(row);
  }

  /** True where another table stands in the columns that a form would be widened to. */
  private isInTheWay(form: OpenTable, { left, right }: Segment): boolean {
    const wider = { left: Math.min(left, form.breadth.left), right: Math.max(right, form.breadth.right) };
    return this.open.some((other) => other !== form && other.overlaps(wider));
  }

  private close(tables: readonly OpenTable[]): void {
    this.done.push(...tables);
    this.open = this.open.filter((table) => !tables.includes(table));
  }
}

function overlapsAny({ columns }: Run, others: readonly number[]): boolean {
  return columns.some((column) => others.includes(column));
}

function within(columns: readonly number[], segments: readonly Segment[]): number[] {
  return columns.filter((column) => segments.some((segment) => isWithin(segment, column)));
}
