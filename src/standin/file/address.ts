import { cellAddress, columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../../snapshot/addresses";
import type { Rect } from "../../workbook-file/book/book";

export {
  cellAddress,
  cellKey,
  cellOfKey,
  columnIndex,
  columnLetters,
  MAX_COLUMNS,
  MAX_ROWS,
  quoteSheetName,
} from "../../snapshot/addresses";

/** Row and column of "A1" or "$A$1"; null for anything else. */
export function parseCell(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(address);
  return match ? { row: Number(match[2]) - 1, column: columnIndex(match[1]!) } : null;
}

/** Rectangle of "A1", "A1:C9", "A:C" or "1:9", with or without "$"; null for anything else. */
export function parseRect(reference: string): Rect | null {
  const [first = "", last = first] = reference.split(":");
  const a = parseCell(first);
  const b = parseCell(last);
  if (a && b) return ordered(a.row, a.column, b.row, b.column);
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(reference);
  if (columns) return ordered(0, columnIndex(columns[1]!), MAX_ROWS - 1, columnIndex(columns[2]!));
  const rows = /^\$?([0-9]{1,7}):\$?([0-9]{1,7})$/.exec(reference);
  if (rows) return ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

function ordered(row1: number, column1: number, row2: number, column2: number): Rect {
  return {
    top: Math.min(row1, row2),
    left: Math.min(column1, column2),
    bottom: Math.max(row1, row2),
    right: Math.max(column1, column2),
  };
}

/** "A1:C9" of a rectangle, "A1" of a single cell. */
export function rectAddress(rect: Rect): string {
  const first = cellAddress(rect.top, rect.left);
  const last = cellAddress(rect.bottom, rect.right);
  return first === last ? first : `${first}:${last}`;
}

/** "$A$1:$C$9": a rectangle as names and print areas hold it. */
export function absoluteAddress(rect: Rect): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const first = corner(rect.top, rect.left);
  const last = corner(rect.bottom, rect.right);
  return first === last ? first : `${first}:${last}`;
}

/** Rectangles of a space-separated list such as "A1:B2 D4". */
export function parseRects(list: string): Rect[] {
  return list
    .split(/\s+/)
    .map(parseRect)
    .filter((rect): rect is Rect => rect !== null);
}

/** Sheet and rectangle of "Sheet1!$A$1:$B$2" or "'My sheet'!A1"; null when it is anything more. */
export function parseSheetRect(reference: string): { sheet: string; rect: Rect } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!([^!,]+)$/.exec(reference);
  const rect = match && parseRect(match[3]!);
  return rect ? { sheet: (match[1] ?? match[2]!).replaceAll("''", "'"), rect } : null;
}
