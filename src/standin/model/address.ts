import { quoteSheetName } from "../../snapshot/addresses";
import { cellKey, columnLetters, MAX_COLUMNS, MAX_ROWS, parseRect, rectAddress } from "../file/address";
import type { Rect } from "../../workbook-file/book/book";

export { cellKey, MAX_COLUMNS, MAX_ROWS };

export const rowCount = (rect: Rect): number => rect.bottom - rect.top + 1;
export const columnCount = (rect: Rect): number => rect.right - rect.left + 1;
export const cellCount = (rect: Rect): number => rowCount(rect) * columnCount(rect);
export const wholeSheet = (): Rect => ({ top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 });
export const isEntireRow = (rect: Rect): boolean => rect.left === 0 && rect.right === MAX_COLUMNS - 1;
export const isEntireColumn = (rect: Rect): boolean => rect.top === 0 && rect.bottom === MAX_ROWS - 1;

export const inside = (rect: Rect): boolean =>
  rect.top >= 0 &&
  rect.left >= 0 &&
  rect.bottom < MAX_ROWS &&
  rect.right < MAX_COLUMNS &&
  rect.top <= rect.bottom &&
  rect.left <= rect.right;

export function intersect(a: Rect, b: Rect): Rect | null {
  const rect = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return rect.top <= rect.bottom && rect.left <= rect.right ? rect : null;
}

/** The parts of `rect` that `hole` does not cover: at most four rectangles. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const common = intersect(rect, hole);
  if (!common) return [rect];
  const parts: Rect[] = [];
  if (rect.top < common.top) parts.push({ ...rect, bottom: common.top - 1 });
  if (common.bottom < rect.bottom) parts.push({ ...rect, top: common.bottom + 1 });
  const { top, bottom } = common;
  if (rect.left < common.left) parts.push({ top, bottom, left: rect.left, right: common.left - 1 });
  if (common.right < rect.right) parts.push({ top, bottom, left: common.right + 1, right: rect.right });
  return parts;
}

export const bounding = (a: Rect, b: Rect): Rect => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** "A1:B2", "A:C" for whole columns, "2:5" for whole rows. */
export function localAddress(rect: Rect): string {
  if (isEntireColumn(rect) && !isEntireRow(rect)) return `${columnLetters(rect.left)}:${columnLetters(rect.right)}`;
  if (isEntireRow(rect)) return `${rect.top + 1}:${rect.bottom + 1}`;
  return rectAddress(rect);
}

/** "'UHL 2024'!A1:B2", as `Range.address` gives it. */
export const fullAddress = (sheet: string, rect: Rect): string => `${quoteSheetName(sheet)}!${localAddress(rect)}`;

/** "'UHL 2024'!$A$1:$B$2", as names and charts hold it. */
export function absoluteReference(sheet: string, rect: Rect): string {
  const dollars = localAddress(rect).replace(
    /([A-Z]+)?(\d+)?/g,
    (_, letters?: string, digits?: string) => `${letters ? `$${letters}` : ""}${digits ? `$${digits}` : ""}`,
  );
  return `${quoteSheetName(sheet)}!${dollars}`;
}

export interface ParsedAddress {
  /** Without quotes; null where the address names no sheet. */
  readonly sheet: string | null;
  readonly rect: Rect;
}

/** Reads "A1", "$A$1:B2", "A:C", "2:5", each with a sheet's name before "!" or without; null for anything else. */
export function parseAddress(text: string): ParsedAddress | null {
  const trimmed = text.trim().replace(/^=/, "");
  const bang = trimmed.lastIndexOf("!");
  const rect = parseRect(trimmed.slice(bang + 1));
  if (!rect || !inside(rect)) return null;
  return { sheet: bang < 0 ? null : unquote(trimmed.slice(0, bang)), rect };
}

function unquote(name: string): string {
  return name.startsWith("'") && name.endsWith("'") && name.length > 1 ? name.slice(1, -1).replaceAll("''", "'") : name;
}
