import { MAX_COLUMNS, MAX_ROWS } from "../../snapshot/addresses";
import type { ChartState, SheetState } from "../book/book";

/** English Metric Units in a point (ECMA-376 part 1, 20.1.10.16). */
export const EMU_PER_POINT = 12_700;

/** A place on the sheet as drawings hold it: a cell and how far into it, in points. */
export interface Anchor {
  row: number;
  column: number;
  down: number;
  across: number;
}

/** Points of a column so many characters wide, by Excel's rule for a 7-pixel digit (ECMA-376 part 1, 18.3.1.13). */
function widthInPoints(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7) * 0.75;
}

function columnPoints(sheet: SheetState, column: number): number {
  const own = sheet.columns.get(column);
  return own?.hidden ? 0 : widthInPoints(own?.width ?? sheet.defaultColumnWidth);
}

function rowPoints(sheet: SheetState, row: number): number {
  const own = sheet.rows.get(row);
  return own?.hidden ? 0 : (own?.height ?? sheet.defaultRowHeight);
}

/** Points from the sheet's corner to an anchor. */
export function anchorToPoints(sheet: SheetState, anchor: Anchor): { left: number; top: number } {
  let left = anchor.across;
  for (let column = 0; column < anchor.column; column++) left += columnPoints(sheet, column);
  let top = anchor.down;
  for (let row = 0; row < anchor.row; row++) top += rowPoints(sheet, row);
  return { left, top };
}

/** The cell under a point of the sheet. */
function pointsToAnchor(sheet: SheetState, left: number, top: number): Anchor {
  const column = walk(left, MAX_COLUMNS, (at) => columnPoints(sheet, at));
  const row = walk(top, MAX_ROWS, (at) => rowPoints(sheet, at));
  return { row: row.index, down: row.rest, column: column.index, across: column.rest };
}

function walk(points: number, count: number, size: (index: number) => number): { index: number; rest: number } {
  let rest = Math.max(0, points);
  for (let index = 0; index < count - 1; index++) {
    const step = size(index);
    if (rest < step || (rest === 0 && step > 0)) return { index, rest };
    rest -= step;
  }
  return { index: count - 1, rest: 0 };
}

/** The two corners of a chart. */
export function chartCorners(sheet: SheetState, chart: ChartState): { from: Anchor; to: Anchor } {
  return {
    from: pointsToAnchor(sheet, chart.left, chart.top),
    to: pointsToAnchor(sheet, chart.left + chart.width, chart.top + chart.height),
  };
}
