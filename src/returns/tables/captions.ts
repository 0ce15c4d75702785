import type { SheetGrid } from "./grid";
import { contextPairs, heading } from "./headers";
import type { Run } from "./headers";
import type { Line } from "./raw-table";
import type { Segment } from "./segments";
import { isNoteLine } from "../words/heading-words";

/** The lines that some cells of one row are: pairs of a heading word and what it says, else each by itself. */
export function linesOf(grid: SheetGrid, run: Run): Line[] {
  const pairs = contextPairs(grid, run);
  if (pairs.length > 0) {
    return pairs.map(({ role, value }) => ({
      row: run.row,
      column: role,
      text: grid.text(run.row, value),
      heading: grid.text(run.row, role),
    }));
  }
  return run.columns
    .filter((column) => typeof grid.value(run.row, column) === "string" || heading(grid.look(run.row, column)))
    .map((column) => ({ row: run.row, column, text: grid.text(run.row, column), heading: null }));
}

/** The lines that speak for one of several tables side by side: those over it, and the sheet's first line where it stands alone. */
export function linesFor(segment: Segment, all: readonly Segment[], lines: readonly Line[], firstRow: number): Line[] {
  const others = all.filter((other) => other !== segment);
  return lines.filter(({ row, column, text }) => {
    if (isNoteLine(text)) return false;
    const forAll = row === firstRow && lines.filter((each) => each.row === row).length === 1;
    return forAll || !others.some((other) => column >= other.left && column <= other.right);
  });
}
