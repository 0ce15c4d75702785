import { MAX_COLUMNS, MAX_ROWS } from "../snapshot/addresses";
import { type Corner, cornerText, isCornerOnSheet, withCorners } from "./references";
import { tokenize } from "./tokens";

/** A formula as it reads so many rows down and columns right of the cell it stands in. */
export type FormulaAt = (rows: number, columns: number) => string;

const moved = (corner: Corner, rows: number, columns: number): Corner => ({
  ...corner,
  row: corner.row === null || corner.fixedRow ? corner.row : corner.row + rows,
  column: corner.column === null || corner.fixedColumn ? corner.column : corner.column + columns,
});

const wrapped = (corner: Corner): Corner => ({
  ...corner,
  row: corner.row === null ? null : (corner.row + MAX_ROWS) % MAX_ROWS,
  column: corner.column === null ? null : (corner.column + MAX_COLUMNS) % MAX_COLUMNS,
});

/**
 * A shared formula of the file, for the cells that share it: relative references move, those with "$" stay. A
 * reference moved off the sheet comes back on its other side, as Excel's does.
 */
export function sharedFormula(formula: string): FormulaAt {
  const tokens = tokenize(formula);
  return (rows, columns) =>
    rows === 0 && columns === 0
      ? formula
      : withCorners(tokens, (corner) => cornerText(wrapped(moved(corner, rows, columns))));
}

/** A formula copied to other cells: as `sharedFormula`, but a reference moved off the sheet becomes #REF!. */
export function copiedFormula(formula: string): FormulaAt {
  const tokens = tokenize(formula);
  return (rows, columns) =>
    withCorners(tokens, (corner) => {
      const there = moved(corner, rows, columns);
      return isCornerOnSheet(there) ? cornerText(there) : null;
    });
}
