import type { Area } from "../../../snapshot/snapshot";
import type { Cell, SheetState } from "../../../workbook-file/book/book";

/** The smallest rectangle around a sheet's cells with content or, unless `valuesOnly`, a format; null for none. */
export function usedRect(sheet: SheetState, valuesOnly: boolean, within?: Area): Area | null {
  const used = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  const lastRow = Math.min(within?.bottom ?? Infinity, sheet.cells.length - 1);
  for (let row = within?.top ?? 0; row <= lastRow; row++) {
    const line = sheet.cells[row];
    if (!line) continue;
    const lastColumn = Math.min(within?.right ?? Infinity, line.length - 1);
    for (let column = within?.left ?? 0; column <= lastColumn; column++) {
      const cell = line[column];
      if (!cell || !counts(cell, valuesOnly)) continue;
      used.top = Math.min(used.top, row);
      used.bottom = row;
      used.left = Math.min(used.left, column);
      used.right = Math.max(used.right, column);
    }
  }
  return used.bottom < 0 ? null : used;
}

/** A style that is the workbook's default is no format. */
const counts = (cell: Cell, valuesOnly: boolean): boolean =>
  cell.value !== null || cell.formula !== undefined || (!valuesOnly && cell.style !== 0);
