import type { Choices, Outcome } from "../../../src/outcome";
import { llrPack } from "../../../src/plan/llr";
import { serialOfDate } from "../../../src/plan/time/periods";
import { changesIn } from "../../../src/report/changes/changes";
import { reportBook } from "../../../src/report/book/book";
import { isDate, isFormula, isLink, tableArea, type ReportCell, type ReportSheet } from "../../../src/report/sheet";
import { outcomeOf } from "../../../src/road";
import { cellsOf, type TableRecord } from "../../../src/snapshot/own-tables";
import type { CellValue, SheetSnapshot } from "../../../src/snapshot/snapshot";
import { sheet, workbook } from "../../returns/grids";
import { footprints, lpt, primaryCare, uhl, usual, type SmallSheet } from "../board-page";

/** A return whose report is made again and again: each run reads the history that the last one wrote. */

export const tracker: SmallSheet = {
  name: "Actions",
  values: [
    ["Ref", "Action", "Owner", "Status", "Revised date"],
    ["FN1", "Plant-based menus", "A. Patel", "In progress", null],
    ["FN2", "Catering suppliers", "A. Patel", "In progress", null],
    ["FN3", "Food waste", "B. Jones", "Complete", null],
    ["EF1", "Renewable electricity", "C. Smith", "In progress", null],
  ],
};

export const wholeReturn: readonly SmallSheet[] = [uhl, lpt, primaryCare, tracker];

/** A return with one cell changed, by its sheet and its row and column counted from 0. */
export function changed(
  sheets: readonly SmallSheet[],
  name: string,
  row: number,
  column: number,
  value: CellValue,
): SmallSheet[] {
  return sheets.map((each) =>
    each.name === name
      ? {
          name,
          values: each.values.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? value : cell))),
        }
      : each,
  );
}

/** The same return with another year's footprints beside, and LPT's of the year before as given. */
export function nextYear(figures: { readonly uhl: number; readonly lptBefore?: number }): SmallSheet[] {
  const more = (of: SmallSheet, before: number, now: number): SmallSheet => ({
    name: of.name,
    values: of.values.map((cells, row) => [
      ...cells.slice(0, 3),
      row === 1 ? before : cells[3]!,
      ["2025/26", now, "Yes"][row]!,
    ]),
  });
  return [
    more(uhl, 52_140, figures.uhl),
    more(lpt, figures.lptBefore ?? 11_030, 10_600),
    more(primaryCare, 15_830, 15_000),
    tracker,
  ];
}

export interface Run {
  readonly outcome: Outcome;
  /** The sentences and headings of What Changed below the line that says how fresh it is. */
  readonly said: readonly string[];
  /** The rows of a table on the sheets that were written. */
  readonly rows: (table: string) => TableRecord[];
  /** The history as it was written; a person may rewrite the rows of a table, each by its headers. */
  readonly history: (table?: string, change?: (rows: TableRecord[]) => readonly TableRecord[]) => SheetSnapshot;
}

/** One report of a return and of the history that stands in its workbook. */
export function run(sheets: readonly SmallSheet[], history: SheetSnapshot | null, choices: Partial<Choices> = {}): Run {
  const grids = sheets.map(({ name, values }) => sheet(name, values));
  const snapshot = workbook([...grids, ...(history ? [history] : [])], { fileName: null, dateSystem: 1900 });
  const outcome = outcomeOf(snapshot, llrPack, { ...usual, ...choices });
  const book = reportBook(outcome);
  const written = book.sheets.map(asRead);
  const page = book.sheets.find(({ kind }) => kind === "changes")!;
  const rows = (table: string) => written.flatMap((each) => recordsIn(each, table));
  return {
    outcome,
    said: page.paragraphs.flatMap(({ cell, row }) => (row > 2 && typeof cell === "string" ? [cell] : [])),
    rows,
    history: (table, change = (all) => all) => {
      const own = written.find((each) => each.own?.kind === "history")!;
      return table === undefined ? own : rewritten(own, table, change(recordsIn(own, table)));
    },
  };
}

export const numberOf = ({ outcome }: Run) => changesIn(outcome).kept.report.number;

function recordsIn(of: SheetSnapshot, name: string): TableRecord[] {
  const table = of.tables.find((each) => each.name === name);
  const [headers = [], ...rows] = table ? cellsOf(of, table) : [];
  return rows.map((row) => new Map(headers.map((header, at) => [String(header), row[at] ?? null])));
}

/** A sheet with other rows in one of its tables; rows that are gone are left blank. */
function rewritten(of: SheetSnapshot, name: string, rows: readonly TableRecord[]): SheetSnapshot {
  const { area } = of.tables.find((each) => each.name === name)!;
  const headers = of.values[area.top]!;
  const values = of.values.map((cells, at) =>
    at <= area.top || at > area.bottom
      ? cells
      : headers.map((header) => rows[at - area.top - 1]?.get(String(header)) ?? null),
  );
  return { ...of, values };
}

/** A sheet of the report as it reads once it is written. */
function asRead({ name, kind, paragraphs, tables, size }: ReportSheet): SheetSnapshot {
  const grid = Array.from({ length: size.rows }, () => new Array<CellValue>(size.columns).fill(null));
  for (const { row, cell } of paragraphs) grid[row]![0] = valueOf(cell);
  for (const { row, columns, rows } of tables)
    [columns.map(({ header }) => header), ...rows].forEach((cells, at) =>
      cells.forEach((cell, column) => (grid[row + at]![column] = valueOf(cell))),
    );
  return {
    ...sheet(name, grid),
    own: { kind, version: "0.1.0", title: name },
    tables: tables.map((table) => ({ name: table.name, area: tableArea(table), showHeaders: true, showTotals: false })),
  };
}

function valueOf(cell: ReportCell): CellValue {
  if (cell === null || typeof cell !== "object") return cell;
  if (isDate(cell)) return serialOfDate(cell.date);
  return isLink(cell) ? cell.text : isFormula(cell) ? null : null;
}

export { footprints };
