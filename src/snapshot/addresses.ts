import type { Area, CellPlace } from "./snapshot";

/**
 * The one place where rows and columns, counted from 0, become Excel's letters and back: cells, areas, references with
 * a sheet's name.
 */

/** Excel's own limits of a sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Excel's letters for a column counted from 0: 0 is "A", 701 is "ZZ". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column, counted from 0, that Excel's letters name: "A" is 0. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A number of its own for each cell of a sheet, to be kept in sets and maps: Excel has 16,384 columns. */
export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;
/** Letters that Excel takes in the name of a sheet. */
export const MAX_SHEET_NAME = 31;

/** The row and column a key stands for. */
export const cellOfKey = (key: number): [row: number, column: number] => [
  Math.floor(key / MAX_COLUMNS),
  key % MAX_COLUMNS,
];

/** "BF812" for row 811, column 57, both counted from 0. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** "$G$12", rows and columns counted from 0. */
export function absoluteCell(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

const fromTo = (first: string, last: string): string => (first === last ? first : `${first}:${last}`);

/** "A5:H31"; a single cell is "A5". No sheet name. */
export function rangeAddress(area: Area): string {
  return fromTo(cellAddress(area.top, area.left), cellAddress(area.bottom, area.right));
}

/** "$A$1:$C$9": an area as names and print areas hold it; a single cell is "$A$1". */
export function absoluteAddress(area: Area): string {
  return fromTo(absoluteCell(area.top, area.left), absoluteCell(area.bottom, area.right));
}

/** True where an area spans every column. */
export const isEntireRow = (area: Area): boolean => area.left === 0 && area.right === MAX_COLUMNS - 1;
/** True where an area spans every row. */
export const isEntireColumn = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROWS - 1;

/** An area as Excel shows it: "A1:B2", "A:C" for whole columns, "2:5" for whole rows. */
export function localAddress(area: Area): string {
  if (isEntireColumn(area) && !isEntireRow(area)) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  if (isEntireRow(area)) return `${area.top + 1}:${area.bottom + 1}`;
  return rangeAddress(area);
}

/** The row and column, counted from 0, of "A1" or "$A$1"; null for anything else. */
export function parseCell(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  return { row: Number(digits) - 1, column: columnIndex(letters) };
}

const between = (row1: number, column1: number, row2: number, column2: number): Area => ({
  top: Math.min(row1, row2),
  left: Math.min(column1, column2),
  bottom: Math.max(row1, row2),
  right: Math.max(column1, column2),
});

/** The area of "C5" or "C5:H9", with or without "$", whichever corner is named first; null for anything else. */
function parseCorners(address: string): Area | null {
  const [first = "", last = first, ...more] = address.split(":");
  const a = parseCell(first);
  const b = parseCell(last);
  return a && b && more.length === 0 ? between(a.row, a.column, b.row, b.column) : null;
}

/** The area of "A1", "A1:C9", "A:C" or "1:9", with or without "$"; null for anything else. */
export function parseArea(address: string): Area | null {
  const corners = parseCorners(address);
  if (corners) return corners;
  const [, left, right] = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(address) ?? [];
  if (left !== undefined && right !== undefined) return between(0, columnIndex(left), MAX_ROWS - 1, columnIndex(right));
  const [, top, bottom] = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(address) ?? [];
  if (top === undefined || bottom === undefined) return null;
  return between(Number(top) - 1, 0, Number(bottom) - 1, MAX_COLUMNS - 1);
}

/** The areas of a list with spaces such as "A1:B2 D4", as the file keeps them; what is no area is left out. */
export function parseAreas(list: string): Area[] {
  return list.split(/\s+/).flatMap((address) => parseArea(address) ?? []);
}

/** Reads "C5", "$C$5", "C5:H9" or "C5:C20,C24" (the outer rectangle); null for anything else. */
export function parseRange(address: string): Area | null {
  const areas: Area[] = [];
  for (const piece of address.split(",")) {
    const area = parseCorners(piece.trim());
    if (!area) return null;
    areas.push(area);
  }
  return {
    top: Math.min(...areas.map((each) => each.top)),
    left: Math.min(...areas.map((each) => each.left)),
    bottom: Math.max(...areas.map((each) => each.bottom)),
    right: Math.max(...areas.map((each) => each.right)),
  };
}

/** Where Excel itself would read the bare name as something else than a sheet. */
const looksLikeReference = /^([A-Z]{1,3}\d+|R\d*|C\d*|R\d*C\d*)$/i;

/** A sheet's name as it stands before "!" in a formula where Excel needs quotes: 'UHL 2024', 'O''Brien'. */
export function quoteSheetName(name: string): string {
  const bare =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeReference.test(name) && !/^(true|false)$/i.test(name);
  return bare ? name : `'${name.replaceAll("'", "''")}'`;
}

/** The sheet's name that is quoted in a formula: "O'Brien" of "'O''Brien'"; a bare name is itself. */
export function unquoteSheetName(quoted: string): string {
  return /^'.*'$/s.test(quoted) ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
}

/** A sheet's name before an address in a formula: Trajectories!, 'Site Data'!. */
export function sheetPrefix(sheet: string): string {
  return `${quoteSheetName(sheet)}!`;
}

/** "'UHL 2024'!C7" for a formula or a link. */
export function sheetReference(sheet: string, area: Area): string {
  return sheetPrefix(sheet) + rangeAddress(area);
}

/** "'UHL 2024'!A1:B2", with whole columns and rows as Excel shows them: what `Range.address` gives. */
export function fullAddress(sheet: string, area: Area): string {
  return sheetPrefix(sheet) + localAddress(area);
}

/** "'UHL 2024'!$A$1:$B$2", "Sheet1!$A:$C": as names and charts hold it. */
export function absoluteReference(sheet: string, area: Area): string {
  return sheetPrefix(sheet) + localAddress(area).replace(/[A-Z]+|\d+/g, "$$$&");
}

/** The sheet and the address in "Site Data!BF812" (as `CellPlace.cell` and findings name cells); null where there is no such place. */
export function splitPlace(place: string): { sheet: string; address: string } | null {
  const cut = place.lastIndexOf("!");
  return cut <= 0 ? null : { sheet: unquoteSheetName(place.slice(0, cut)), address: place.slice(cut + 1) };
}

export interface Reference {
  /** Without quotes; null where the reference names no sheet. */
  readonly sheet: string | null;
  readonly area: Area;
}

/**
 * Reads one reference: "A1", "$A$1:B2", "A:C", "2:5", each with a sheet's name before "!" or without, after a "=" or
 * without. Null for anything else, such as several references or an area off the sheet.
 */
export function parseReference(text: string): Reference | null {
  const [, sheet, address = ""] = /^=?(?:('(?:[^']|'')+'|[^'!,]+)!)?([^!]*)$/s.exec(text.trim()) ?? [];
  const area = parseArea(address);
  if (!area || !isOnSheet(area)) return null;
  return { sheet: sheet === undefined ? null : unquoteSheetName(sheet), area };
}

/** True where an area holds a cell and lies within a sheet. */
export const isOnSheet = (area: Area): boolean =>
  area.top >= 0 &&
  area.left >= 0 &&
  area.bottom < MAX_ROWS &&
  area.right < MAX_COLUMNS &&
  area.top <= area.bottom &&
  area.left <= area.right;

/**
 * Where one cell stands; rows and columns counted from 0. `cell` is for people and for the JSON of the commands,
 * so the sheet's name stands as its tab shows it ("Site Data!BF812"); formulas and links take `sheetReference`.
 */
export function cellPlace(sheet: string, row: number, column: number): CellPlace {
  return { sheet, row, column, cell: `${sheet}!${cellAddress(row, column)}` };
}

/** "BF812" of a place on "Site Data!BF812". */
export function addressOf(place: CellPlace): string {
  return place.cell.slice(place.cell.lastIndexOf("!") + 1);
}
