import type { SheetState } from "./book";

/**
 * Excel's own sizes at 96 dots an inch in its default font, Calibri 11, whose digit is 7 pixels wide. The file holds
 * column widths in characters, office.js gives points. Another default font would have another digit.
 */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

/** Width in points of a column of so many characters (ECMA-376 18.3.1.13). */
export const charactersToPoints = (characters: number): number => {
  const pixels = Math.trunc(((256 * characters + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS);
  return pixels * POINTS_PER_PIXEL;
};

/** Characters of a column so many points wide, as the file holds them. */
export const pointsToCharacters = (points: number): number => {
  const pixels = Math.round(points / POINTS_PER_PIXEL);
  return Math.trunc((pixels / DIGIT_PIXELS) * 256) / 256;
};

/** Characters a text takes in a column: its digits' width and Excel's padding. */
export const textWidth = (text: string): number => (text.length * DIGIT_PIXELS + PADDING_PIXELS) / DIGIT_PIXELS;

/** Points; 0 for a hidden column. */
export function columnPoints(sheet: SheetState, column: number): number {
  const own = sheet.columns.get(column);
  return own?.hidden ? 0 : charactersToPoints(own?.width ?? sheet.defaultColumnWidth);
}

/** Points; 0 for a hidden row. */
export function rowPoints(sheet: SheetState, row: number): number {
  const own = sheet.rows.get(row);
  return own?.hidden ? 0 : (own?.height ?? sheet.defaultRowHeight);
}

/** Points from the sheet's left edge to a column's. */
export const columnLeft = (sheet: SheetState, column: number): number =>
  before(column, sheet.columns.keys(), charactersToPoints(sheet.defaultColumnWidth), (at) => columnPoints(sheet, at));

/** Points from the sheet's upper edge to a row's. */
export const rowTop = (sheet: SheetState, row: number): number =>
  before(row, sheet.rows.keys(), sheet.defaultRowHeight, (at) => rowPoints(sheet, at));

function before(end: number, own: Iterable<number>, usual: number, size: (at: number) => number): number {
  let total = end * usual;
  for (const at of own) if (at < end) total += size(at) - usual;
  return total;
}
