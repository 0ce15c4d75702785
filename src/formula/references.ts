import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../snapshot/addresses";
import type { Token } from "./tokens";

/** One corner of a reference: "$B" and "2" of "$B2". */
export interface Corner {
  /** Counted from 0; null in a reference to whole rows. */
  readonly column: number | null;
  /** Counted from 0; null in a reference to whole columns. */
  readonly row: number | null;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
}

function cornerOf(text: string): Corner {
  const [, lock = "", letters, rowLock = "", digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  const column = letters ? columnIndex(letters) : null;
  const row = digits ? Number(digits) - 1 : null;
  return {
    column,
    row,
    fixedColumn: column !== null && lock !== "",
    fixedRow: (column === null ? lock : rowLock) !== "",
  };
}

/** "$B2" of a corner, as A1 notation has it. */
export function cornerText({ column, row, fixedColumn, fixedRow }: Corner): string {
  const letters = column === null ? "" : (fixedColumn ? "$" : "") + columnLetters(column);
  return row === null ? letters : `${letters}${fixedRow ? "$" : ""}${row + 1}`;
}

/** True where a corner names a row and a column that a sheet has. */
export const isCornerOnSheet = ({ column, row }: Corner): boolean =>
  (column === null || (column >= 0 && column < MAX_COLUMNS)) && (row === null || (row >= 0 && row < MAX_ROWS));

/**
 * The formula of these tokens with the corners of its references written another way; sheets' names stay. Where
 * `write` gives null for a corner, the reference becomes #REF!.
 */
export function withCorners(tokens: readonly Token[], write: (corner: Corner) => string | null): string {
  return tokens.map((token) => (token.kind === "reference" ? rewritten(token, write) : token.text)).join("");
}

function rewritten({ text, body }: Token, write: (corner: Corner) => string | null): string {
  const corners = body.split(":").map(cornerOf);
  // "XFE1" reads like a cell but lies beyond the last column: to Excel it is a name.
  if (!corners.every(isCornerOnSheet)) return text;
  const written = corners.map(write);
  const prefix = text.slice(0, text.length - body.length);
  return prefix + (written.includes(null) ? "#REF!" : written.join(":"));
}
