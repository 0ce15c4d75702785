import { sumRanges } from "../../../formula/sum-ranges";
import type { Area, SheetSnapshot } from "../../../snapshot/snapshot";

/** A total whose formula adds up the wrong cells. Rows and columns are the sheet's, counted from 0. */
export interface WrongSum {
  readonly row: number;
  readonly column: number;
  readonly kind: "leaves out" | "counts twice";
  /** The cell left out, or the subtotal counted twice. */
  readonly about: { readonly row: number; readonly column: number };
  /** The first cell that the sum does take in. */
  readonly like: { readonly row: number; readonly column: number };
}

/** Totals down a column that stop short of a figure next to their range, or that add a subtotal to what it sums. */
export function wrongSums(sheet: SheetSnapshot): WrongSum[] {
  const { used } = sheet;
  if (used === null) return [];
  const found: WrongSum[] = [];
  const grid = new Grid(sheet, used.top, used.left);
  sheet.formulas.forEach((row, r) => {
    row.forEach((formula, c) => {
      const ranges = formula === null ? null : sumRanges(formula);
      const down = ranges?.every((each) => each.left === used.left + c && each.right === used.left + c) ?? false;
      if (ranges === null || !down) return;
      const at = { row: used.top + r, column: used.left + c };
      const like = { row: Math.min(...ranges.map((each) => each.top)), column: at.column };
      const about = leftOut(grid, at, withSubtotals(grid, at.column, ranges));
      if (about !== null) found.push({ ...at, kind: "leaves out", about, like });
      const twice = countedTwice(grid, at.column, ranges);
      if (twice !== null) found.push({ ...at, kind: "counts twice", about: twice, like });
    });
  });
  return found;
}

type Cell = { readonly row: number; readonly column: number };

class Grid {
  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly top: number,
    private readonly left: number,
  ) {}

  formula({ row, column }: Cell): string | null {
    return this.sheet.formulas[row - this.top]?.[column - this.left] ?? null;
  }

  number({ row, column }: Cell): number | null {
    const value = this.sheet.values[row - this.top]?.[column - this.left];
    return typeof value === "number" ? value : null;
  }

  /** Whether a text stands to the left: the row is one of the table's, not a heading's year. */
  labelled({ row, column }: Cell): boolean {
    for (let c = column - 1; c >= this.left; c--) {
      const value = this.sheet.values[row - this.top]?.[c - this.left];
      if (typeof value === "string" && value.trim() !== "") return true;
    }
    return false;
  }
}

function covers(ranges: readonly Area[], row: number): boolean {
  return ranges.some((each) => each.top <= row && row <= each.bottom);
}

/** The ranges with what their own subtotals sum: a row inside a subtotal is not left out. */
function withSubtotals(grid: Grid, column: number, ranges: readonly Area[]): Area[] {
  const inner = ranges.flatMap(({ top, bottom }) => {
    const found: Area[] = [];
    for (let row = top; row <= bottom; row++) found.push(...(sumRanges(grid.formula({ row, column }) ?? "") ?? []));
    return found;
  });
  return [...ranges, ...inner];
}

/** A typed figure between two summed ones, or between the range and its total, or just above the range, that the sum does not cover. */
function leftOut(grid: Grid, total: Cell, ranges: readonly Area[]): Cell | null {
  const first = Math.min(...ranges.map((each) => each.top));
  const last = Math.max(...ranges.map((each) => each.bottom));
  if (last - first < 1) return null;
  const missed = (row: number): boolean => {
    const cell = { row, column: total.column };
    return (
      !covers(ranges, row) &&
      grid.number(cell) !== null &&
      grid.formula(cell) === null &&
      grid.labelled(cell) &&
      !looksLikeYear(grid.number(cell))
    );
  };
  const end = total.row > last ? total.row : last;
  for (let row = first + 1; row < end; row++) if (missed(row)) return { row, column: total.column };
  return total.row > last && missed(first - 1) ? { row: first - 1, column: total.column } : null;
}

function looksLikeYear(value: number | null): boolean {
  return value !== null && Number.isInteger(value) && value >= 1990 && value <= 2100;
}

/** A formula inside the range that sums other cells of the same range. */
function countedTwice(grid: Grid, column: number, ranges: readonly Area[]): Cell | null {
  for (const { top, bottom } of ranges) {
    for (let row = top; row <= bottom; row++) {
      const formula = grid.formula({ row, column });
      const inner = formula === null ? null : sumRanges(formula);
      const counted = inner?.some(
        (each) =>
          each.left === column && each.right === column && covers(ranges, each.top) && each.bottom - each.top >= 1,
      );
      if (counted === true) return { row, column };
    }
  }
  return null;
}
