import { parseCell, splitPlace } from "./addresses";
import { recordsOf, type TableRecord } from "./own-tables";
import type { CellValue, SheetSnapshot } from "./snapshot";

/**
 * The table of kept words: a second copy of what people wrote on our sheets. All of it stands there while sheets are
 * written, so that a stop or a failure loses none; afterwards only what has lost its row.
 */

export const keptWordsTable = "GreenPlan_KeptWords";

/** What a person wrote in one cell of a table of ours. */
export interface KeptWords {
  readonly table: string;
  /** The row's reference. */
  readonly row: string;
  readonly column: string;
  readonly words: string | number | boolean;
  /** Set where the cell calculates: its formula, and the cell it stood in ("Trajectories!H12"). */
  readonly formula?: { readonly text: string; readonly at: string };
}

const keptWordsHeaders = ["Table", "Row", "Column", "Words", "Formula", "Stood at"] as const;
type Header = (typeof keptWordsHeaders)[number];

/** Everything in the table of kept words. */
export function keptWordsIn(sheets: readonly SheetSnapshot[]): KeptWords[] {
  return recordsOf(sheets, keptWordsTable, keptWordsHeaders).flatMap((record): KeptWords[] => {
    const text = (header: Header) => String(record.get(header) ?? "");
    const words = record.get("Words") ?? null;
    if (isBlank(words)) return [];
    const formula = { text: text("Formula"), at: text("Stood at") };
    const place = { table: text("Table"), row: text("Row"), column: text("Column") };
    return [{ ...place, words, ...(formula.text.startsWith("=") && { formula }) }];
  });
}

/** The cell that words belong to: the same for two copies of them. */
export function placeOf({ table, row, column }: KeptWords): string {
  return [table, row, column].join("\n");
}

/** The row a formula stood in, counted from 0; null where that is not known. */
export function rowOfFormula({ at }: { readonly at: string }): number | null {
  return parseCell(splitPlace(at)?.address ?? "")?.row ?? null;
}

/** A table of ours in which people decide, and how its rows are known. */
export interface DecidedTable {
  readonly name: string;
  /** The columns that say what a row is about; none where a row is what it says. */
  readonly about: readonly string[];
  /** True for a row in which a person wrote. */
  readonly isWritten: (row: TableRecord) => boolean;
  /** True for a row that the report took down itself and must not lose while it is written. */
  readonly isRecord?: (row: TableRecord) => boolean;
  /** The headers in order, for a table without its header row. */
  readonly headers?: readonly string[];
  /** True for a long table: a row of it is kept in one cell, not cell by cell. */
  readonly inOneCell?: boolean;
}

/**
 * The rows of a table in which people decide. Where an earlier writing did not end, what people wrote there is taken
 * from the kept words, unless the row says something by now.
 */
export function decidedRows(sheets: readonly SheetSnapshot[], table: DecidedTable): TableRecord[] {
  const rows = recordsOf(sheets, table.name, table.headers);
  for (const kept of keptRows(keptWordsIn(sheets), table)) {
    const at = rows.findIndex((row) => isSameRow(row, kept, table));
    const there = rows[at];
    if (there === undefined) rows.push(kept);
    else if (!table.isWritten(there)) rows[at] = new Map([...there, ...kept]);
  }
  return rows;
}

function isSameRow(a: TableRecord, b: TableRecord, { about }: DecidedTable): boolean {
  const columns = about.length > 0 ? about : [...b.keys()].filter((header) => header !== "State");
  return columns.every((header) => (a.get(header) ?? null) === (b.get(header) ?? null));
}

/** The rows of a table among the kept words; of two that are about the same, the later. */
function keptRows(words: readonly KeptWords[], table: DecidedTable): TableRecord[] {
  const rows = new Map<string, Map<string, CellValue>>();
  for (const each of words) {
    if (each.table !== table.name || !isDecisionRow(each)) continue;
    const row = rows.get(each.row) ?? new Map<string, CellValue>();
    const cells = each.column === wholeRow ? cellsIn(each.words) : [[each.column, each.words] as const];
    for (const [header, value] of cells) row.set(header, value);
    rows.set(each.row, row);
  }
  const all = [...rows.values()];
  return all.filter((row, index) => !all.slice(index + 1).some((later) => isSameRow(row, later, table)));
}

const rowPrefix = "row ";

/** The column of a row that is kept in one cell. */
const wholeRow = "whole row";

/** The cells of a row that is kept in one; none where somebody has written over it. */
function cellsIn(words: CellValue): [string, CellValue][] {
  try {
    const cells: unknown = JSON.parse(String(words));
    return Array.isArray(cells) ? cells.filter(isCell) : [];
  } catch {
    return [];
  }
}

function isCell(each: unknown): each is [string, CellValue] {
  return Array.isArray(each) && typeof each[0] === "string" && typeof each[1] !== "object";
}

/** True for a cell of a whole row of decisions, which has no reference. */
export function isDecisionRow({ row }: KeptWords): boolean {
  return row.startsWith(rowPrefix);
}

/**
 * The cells of the rows in which people wrote, as far as they are not among the kept words already.
 *
 * @param withRecords true to have those that the report took down itself too.
 */
export function wordsDecided(sheets: readonly SheetSnapshot[], table: DecidedTable, withRecords = false): KeptWords[] {
  const words = keptWordsIn(sheets).filter((each) => each.table === table.name && isDecisionRow(each));
  const kept = keptRows(words, table);
  const first = 1 + Math.max(0, ...words.map(({ row }) => Number(row.slice(rowPrefix.length)) || 0));
  return decidedRows(sheets, table)
    .filter((row) => table.isWritten(row) || (withRecords && table.isRecord?.(row) === true))
    .filter((row) => !kept.some((each) => isSameCells(each, row)))
    .flatMap((record, index) => {
      const row = `${rowPrefix}${first + index}`;
      const cells = [...record].flatMap(([column, words]) => (isBlank(words) ? [] : [{ column, words }]));
      if (!table.inOneCell) return cells.map((each): KeptWords => ({ table: table.name, row, ...each }));
      const words = JSON.stringify(cells.map((each) => [each.column, each.words]));
      return [{ table: table.name, row, column: wholeRow, words }];
    });
}

const isBlank = (value: CellValue): value is null | "" => value === null || value === "";

function isSameCells(a: TableRecord, b: TableRecord): boolean {
  return [...b].every(([header, value]) => (isBlank(value) ? !a.has(header) : a.get(header) === value));
}
