import { llrPack } from "../../src/plan/llr";
import { sheet, workbook } from "../returns/grids";
import type { Snapshot } from "../../src/snapshot/snapshot";

/** Workbooks in the making, and the seeded chance that fills them. */

/** A cell of a workbook in the making; a formula is a SUM over its own column, recalculated before reading. */
export interface Cell {
  value: string | number | null;
  formula?: string;
}

export interface Sheet {
  name: string;
  rows: Cell[][];
}

/** Where a figure stands, by what it is: what a mutation looks for, whatever the layout. */
export interface FigureAt {
  readonly metric: string;
  /** "RWE" or "RT5". */
  readonly organisation: string;
  readonly site: string | null;
  /** Index into the layout's periods. */
  readonly period: number;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Book {
  readonly layout: string;
  /** The periods the figures are of, in order. */
  readonly periods: readonly string[];
  readonly figures: readonly FigureAt[];
  sheets: Sheet[];
  calculation: "automatic" | "manual";
}

/** A stream of numbers from 0 to 1 that a seed settles (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

export function titleOf(metric: string): string {
  const found = llrPack.metrics.find(({ id }) => id === metric);
  if (found === undefined) throw new Error(`The plan has no metric ${metric}`);
  return found.title;
}

export const cell = (value: string | number | null): Cell => ({ value });
export const texts = (...values: (string | number | null)[]): Cell[] => values.map(cell);

export function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/** "=SUM(D4:D13)" under rows counted from 0. */
export function totalCell(column: number, first: number, last: number): Cell {
  const at = letters(column);
  return { value: 0, formula: `=SUM(${at}${first + 1}:${at}${last + 1})` };
}

/** Works out every SUM of a sheet anew, as Excel would after an edit. */
export function recalculateSheet({ rows }: Sheet): void {
  for (const row of rows) {
    row.forEach((each, column) => {
      const range = /^=SUM\([A-Z]+(\d+):[A-Z]+(\d+)\)$/.exec(each.formula ?? "");
      if (range === null) return;
      const summed = rows.slice(Number(range[1]) - 1, Number(range[2])).map((above) => above[column]?.value);
      each.value = Number(
        summed.reduce<number>((so, value) => so + (typeof value === "number" ? value : 0), 0).toPrecision(15),
      );
    });
  }
}

/** The workbook as the reader sees it. */
export function snapshotOf(book: Book): Snapshot {
  for (const each of book.sheets) recalculateSheet(each);
  const made = workbook(
    book.sheets.map(({ name, rows }) =>
      sheet(
        name,
        rows.map((row) => row.map(({ value, formula }) => (formula === undefined ? value : { value, formula }))),
      ),
    ),
    { fileName: "Sustainability return.xlsx" },
  );
  return { ...made, calculation: book.calculation };
}
