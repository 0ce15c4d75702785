import { isNonEmpty, lastOf, type NonEmpty } from "../../collections/non-empty";

/** Filled cells of one row, left to right: those of one table, or those outside all tables. */
export interface Run {
  readonly row: number;
  readonly columns: NonEmpty<number>;
}

/** The columns of one table among several side by side. */
export interface Segment {
  readonly left: number;
  readonly right: number;
}

/** @returns null for no columns. */
export function runOf(row: number, columns: readonly number[]): Run | null {
  return isNonEmpty(columns) ? { row, columns } : null;
}

/** The breadth of a run, from its first column to its last. */
export function segmentOf({ columns }: Run): Segment {
  return { left: columns[0], right: lastOf(columns) };
}

export function isWithin({ left, right }: Segment, column: number): boolean {
  return column >= left && column <= right;
}

export function overlaps(a: Segment, b: Segment): boolean {
  return a.left <= b.right && a.right >= b.left;
}
