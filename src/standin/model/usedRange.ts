import { bounding } from "./address";
import { forEachCell } from "./session";
import type { Cell, Rect, SheetState } from "./state";

/** The smallest rectangle around a sheet's cells with content or, unless `valuesOnly`, a format; null for none. */
export function usedRect(sheet: SheetState, valuesOnly: boolean, within?: Rect): Rect | null {
  let used: Rect | null = null;
  forEachCell(sheet, (cell, row, column) => {
    if (!counts(cell, valuesOnly)) return;
    if (within && (row < within.top || row > within.bottom || column < within.left || column > within.right)) return;
    const here = { top: row, left: column, bottom: row, right: column };
    used = used ? bounding(used, here) : here;
  });
  return used;
}

/** A style that is the workbook's default is no format. */
const counts = (cell: Cell, valuesOnly: boolean): boolean =>
  cell.value !== null || cell.formula !== undefined || (!valuesOnly && cell.style !== 0);
