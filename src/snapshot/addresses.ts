import type { CellPlace } from "./snapshot";
import type { Area } from "./snapshot";

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
/** The row and column a key stands for. */
export const cellOfKey = (key: number): [row: number, column: number] => [
  Math.floor(key / MAX_COLUMNS),
  key % MAX_COLUMNS,
];

/** "BF812" for row 811, column 57, both counted from 0. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** "A5:H31"; a single cell is "A5". No sheet name. */
export function rangeAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** Reads "C5", "$C$5", "C5:H9" or "C5:C20,C24" (the outer rectangle); null for anything else. */
export function parseRange(address: string): Area | null {
  const areas: Area[] = [];
  for (const piece of address.split(",")) {
    const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(piece.trim());
    if (!match) return null;
    const left = columnIndex(match[1]!);
    const top = Number(match[2]) - 1;
    const right = match[3] === undefined ? left : columnIndex(match[3]);
    const bottom = match[4] === undefined ? top : Number(match[4]) - 1;
    areas.push({
      top: Math.min(top, bottom),
      left: Math.min(left, right),
      bottom: Math.max(top, bottom),
      right: Math.max(left, right),
    });
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

/** "'UHL 2024'!C7" for a formula or a link. */
export function sheetReference(sheet: string, area: Area): string {
  return `${quoteSheetName(sheet)}!${rangeAddress(area)}`;
}

/**
 * Where one cell stands; rows and columns counted from 0. `cell` is for people and for the JSON of the commands,
 * so the sheet's name stands as its tab shows it ("Site Data!BF812"); formulas and links take `sheetReference`.
 */
export function cellPlace(sheet: string, row: number, column: number): CellPlace {
  return { sheet, row, column, cell: `${sheet}!${cellAddress(row, column)}` };
}
