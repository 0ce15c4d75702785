import { shortened } from "../../errors/shortened";
import { cellAddress, isOnSheet, MAX_COLUMNS, MAX_ROWS, parseArea, parseAreas } from "../../snapshot/addresses";
import type { Area } from "../../snapshot/snapshot";
import type { SheetState } from "../book/book";
import { sheetNameFault } from "../book/sheet-names";
import { Damage } from "./errors";

/**
 * What Excel itself repairs or refuses when it opens a file: cells and areas beyond its grid, and names of tabs and tables
 * that it does not take. Scripts write such files. Read as they are they would fail later, at a distance.
 */

/** @throws Damage for a row beyond Excel's grid, or between its rows. Counted from 0. */
export function checkRow(row: number, sheet: string): void {
  if (!isBelow(row, MAX_ROWS)) throw beyond(`${tab(sheet)} has a row ${row + 1}`);
}

/** @throws Damage for a cell beyond Excel's columns. Counted from 0. */
export function checkColumn(row: number, column: number, sheet: string): void {
  if (!isBelow(column, MAX_COLUMNS)) throw beyond(`${tab(sheet)} has a cell in ${cellAddress(row, column)}`);
}

/** @throws Damage for a cell whose address is none, such as "A0" or "AAAA1". */
export function checkCellName(name: string, place: { row: number; column: number } | null, sheet: string): void {
  if (place && isBelow(place.row, MAX_ROWS) && isBelow(place.column, MAX_COLUMNS)) return;
  throw beyond(`${tab(sheet)} has a cell called ${shortened(name, 20)}`);
}

/** The area of a reference, or null where it is none. @throws Damage for one beyond the grid. */
export function areaOnSheet(reference: string | undefined, what: string, sheet: string): Area | null {
  const area = parseArea(reference ?? "");
  if (area && !isOnSheet(area)) throw beyond(`${tab(sheet)} has ${what} over ${reference ?? ""}`);
  return area;
}

/** The areas of a list with spaces; what is no area is left out. @throws Damage for one beyond the grid. */
export function areasOnSheet(list: string | undefined, what: string, sheet: string): Area[] {
  const areas = parseAreas(list ?? "");
  if (!areas.every(isOnSheet)) throw beyond(`${tab(sheet)} has ${what} over ${shortened(list ?? "")}`);
  return areas;
}

/** @throws Damage for a tab whose name Excel does not take, or that is there twice whatever the case of its letters. */
export function checkTabNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const fault = sheetNameFault(name);
    if (fault !== null) throw new Damage(`the name of ${name === "" ? "a tab" : tab(name)} ${fault}`);
    if (seen.has(name.toLowerCase())) throw new Damage(`two of its tabs are called ${shortened(name)}`);
    seen.add(name.toLowerCase());
  }
}

/** @throws Damage for two tables of one name, whatever the case of its letters: Excel has them once in a workbook. */
export function checkTableNames(sheets: readonly Pick<SheetState, "name" | "tables">[]): void {
  const seen = new Map<string, string>();
  for (const sheet of sheets)
    for (const { name } of sheet.tables) {
      const other = seen.get(name.toLowerCase());
      if (other !== undefined)
        throw new Damage(`two of its tables are called ${shortened(name)}, on ${tab(other)} and ${tab(sheet.name)}`);
      seen.set(name.toLowerCase(), sheet.name);
    }
}

const isBelow = (place: number, limit: number): boolean => Number.isInteger(place) && place >= 0 && place < limit;

const tab = (name: string): string => `the tab “${shortened(name)}”`;

/** @throws Damage for a table whose columns are more or fewer than its area is wide. */
export function checkColumns(table: string, columns: number, { left, right }: Area, sheet: string): void {
  if (columns === right - left + 1) return;
  throw new Damage(
    `the table ${shortened(table)} on ${tab(sheet)} has ${columns} columns in an area of ${right - left + 1}`,
  );
}

/** A part that a tab names and the file does not hold: left out, it would be lost without a word. */
export const missing = (what: string, sheet: string): Damage =>
  new Damage(`${what} of ${tab(sheet)} cannot be found in it`);

const beyond = (what: string): Damage => new Damage(`${what}, which Excel’s grid of A1 to XFD1048576 does not have`);
