import type { SheetState } from "../book/book";
import { columnLeft, rowTop } from "../book/sizes";

/** English Metric Units in a point (ECMA-376 part 1, 20.1.10.16). */
export const EMU_PER_POINT = 12_700;

/** A place on the sheet as drawings hold it: a cell and how far into it, in points. */
export interface Anchor {
  row: number;
  column: number;
  down: number;
  across: number;
}

/** Points from the sheet's corner to an anchor. */
export const anchorToPoints = (sheet: SheetState, anchor: Anchor): { left: number; top: number } => ({
  left: columnLeft(sheet, anchor.column) + anchor.across,
  top: rowTop(sheet, anchor.row) + anchor.down,
});
