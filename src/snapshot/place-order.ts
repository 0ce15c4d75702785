import type { CellPlace } from "./snapshot";

/** Orders cells by sheet name, then row, then column, whatever order they were read in. */
export function byPlace(a: CellPlace, b: CellPlace): number {
  if (a.sheet !== b.sheet) return a.sheet < b.sheet ? -1 : 1;
  return a.row - b.row || a.column - b.column;
}
