import type { SheetGrid } from "./grid";
import { tellsStatus, trackerRoleWithin } from "../words/tracker-words";
import { fold } from "../words/text";

const rowsLookedBelow = 12;

/**
 * The columns of a row of headings that are headed by an organisation and nothing else, with words below: each tells
 * how that organisation stands. None where fewer than two are, or a column of status stands beside them: they then say
 * whom the action concerns.
 */
export function statusOfBodies(grid: SheetGrid, row: number, columns: readonly number[]): number[] {
  const headings = columns.map((column) => ({ column, text: grid.text(row, column) }));
  const named = headings.filter(({ text }) => grid.labels.organisations.whole(text) !== null);
  const hasStatus = headings.some(({ text }) => tellsStatus(trackerRoleWithin(fold(text)) ?? "title"));
  const own = named.filter(({ column }) => wordsBelow(grid, row, column)).map(({ column }) => column);
  return own.length < 2 || hasStatus ? [] : own;
}

/** Whether no figure stands in the rows below a heading. */
export function wordsBelow(grid: SheetGrid, row: number, column: number): boolean {
  const below = grid.filledRows.filter((each) => each > row).slice(0, rowsLookedBelow);
  return !below.some((each) => grid.isFigure(each, column));
}
