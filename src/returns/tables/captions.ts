import { isHeadingLook, type SheetGrid } from "./grid";
import { contextPairs } from "./context-pairs";
import type { Caption } from "./raw-table";
import type { Run, Segment } from "./run";
import { isNoteLine } from "../words/heading-words";

/** The captions that some cells of one row are: pairs of a heading word and what it says, else each cell by itself. */
export function captionsIn(grid: SheetGrid, { row, columns }: Run): Caption[] {
  const pairs = contextPairs(grid, { row, columns });
  if (pairs.length > 0) {
    return pairs.map(({ role, value }) => ({
      row,
      column: role,
      text: grid.text(row, value),
      heading: grid.text(row, role),
    }));
  }
  return columns
    .filter((column) => typeof grid.value(row, column) === "string" || isHeadingLook(grid.look(row, column)))
    .map((column) => ({ row, column, text: grid.text(row, column), heading: null }));
}

/** The captions of one of several tables side by side: those over it, and the sheet's first where it stands alone in its row. */
export function captionsFor(
  segment: Segment,
  segments: readonly Segment[],
  captions: readonly Caption[],
  firstRow: number,
): Caption[] {
  const others = segments.filter((other) => other !== segment);
  return captions.filter(({ row, column, text }) => {
    if (isNoteLine(text)) return false;
    const isForAll = row === firstRow && captions.filter((each) => each.row === row).length === 1;
    return isForAll || !others.some((other) => column >= other.left && column <= other.right);
  });
}
