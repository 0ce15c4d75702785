import { MAX_COLUMNS, MAX_ROWS } from "./addresses";
import type { Area } from "./snapshot";

/** Arithmetic of rectangles on one sheet; edges are included. */

export const rowCount = (area: Area): number => area.bottom - area.top + 1;
export const columnCount = (area: Area): number => area.right - area.left + 1;
export const cellCount = (area: Area): number => rowCount(area) * columnCount(area);
export const wholeSheet: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** True where a cell, by the sheet's row and column, lies in an area. */
export const holdsCell = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** The cells two areas have in common, or null. */
export function intersect(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

/** The parts of an area that `hole` does not cover: at most four rectangles. */
export function subtract(area: Area, hole: Area): Area[] {
  const common = intersect(area, hole);
  if (!common) return [area];
  const { top, bottom } = common;
  const parts: Area[] = [];
  if (area.top < top) parts.push({ ...area, bottom: top - 1 });
  if (bottom < area.bottom) parts.push({ ...area, top: bottom + 1 });
  if (area.left < common.left) parts.push({ top, bottom, left: area.left, right: common.left - 1 });
  if (common.right < area.right) parts.push({ top, bottom, left: common.right + 1, right: area.right });
  return parts;
}

/** The smallest area that holds both. */
export const bounding = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
