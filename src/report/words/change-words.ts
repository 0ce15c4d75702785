import { formatNumber } from "../../plan/wording";
import type { CellChange } from "../../validation/finding";

/** "LPT!H12", to be read; a sheet's name stands as its tab shows it. */
export function placeOfChange({ sheet, address }: Pick<CellChange, "sheet" | "address">): string {
  return `${sheet}!${address}`;
}

/** What a mend would write, before and after: "LPT!H12: 2,137,097 becomes 21,370,970". */
export function changeWords(change: CellChange): string {
  return `${placeOfChange(change)}: ${contentWords(change.before)} becomes ${contentWords(change.after)}`;
}

/** The same once it is written: "LPT!H12, from 2,137,097 to 21,370,970". */
export function changedWords(change: CellChange): string {
  return `${placeOfChange(change)}, from ${contentWords(change.before)} to ${contentWords(change.after)}`;
}

/** A cell's content told exactly: a text in quotation marks, so that a text "12" is not taken for a number. */
export function contentWords(value: CellChange["before"]): string {
  if (value === null) return "blank";
  if (typeof value === "number") return formatNumber(value, 15);
  return typeof value === "string" ? `“${value}”` : String(value);
}
