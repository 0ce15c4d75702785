import { keyOf } from "../../collections/keys";
import { isSameFigure } from "../../plan/quantity/same-figure";
import type { KnownFigure } from "./figures";
import type { Conflict } from "./figure-series";

/**
 * Whether conflicting figures differ, by more than the last digits of binary fractions: the same
 * measure by which they make no total (cli-contract "Total"), so that none is lost without a word.
 */
export function disagree(conflict: Conflict): boolean {
  const values = conflict.map((each) => each.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return !isSameFigure(least, most);
}

/** Two conflicting figures of one table on different rows: a row that is there twice. */
export type RepeatedRow = readonly [first: KnownFigure, second: KnownFigure];

/** The repeated rows among conflicting figures: the same figure again in another table is how workbooks are made. */
export function repeatedRows([first, ...rest]: Conflict): RepeatedRow[] {
  return rest.flatMap((second): RepeatedRow[] =>
    second.table === first.table && second.place.sheet === first.place.sheet && second.place.row !== first.place.row
      ? [[first, second]]
      : [],
  );
}

/** Key of the two rows: one for all figures that they repeat. */
export function rowsKey([first, second]: RepeatedRow): string {
  return keyOf(first.place.sheet, first.place.row, second.place.row);
}
