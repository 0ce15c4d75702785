import { serialOfDate } from "../../plan/time/periods";
import { isDate, isFormula, isLink, type ReportCell } from "../../report/sheet";

/** What is put into `Range.formulas` for one cell. */
export type Entry = string | number | boolean;

/** The most characters a cell holds. */
const longestText = 32_767;

/** Words alone, which Excel takes as they are. Anything else might be read as a number, a date or a formula. */
const plainWords = /^\p{L}[^\d]*$/u;
const notWords = /^(true|false)$/i;

/**
 * A cell of the report as Excel must be given it. Text is always text: what Excel might read as a
 * formula, number or date ("=1+1", "2010/11", "31 March 2025", "#N/A") gets the apostrophe that
 * says so; it is no part of the text.
 */
export function entryOf(cell: ReportCell, dateSystem: 1900 | 1904): Entry {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : "[x]";
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "string") return textEntry(cell);
  if (isFormula(cell)) return cell.formula;
  if (isDate(cell)) return serialOfDate(cell.date, dateSystem);
  return isLink(cell) ? textEntry(cell.text) : "";
}

/** A text as Excel must be given it to stay text. */
export function textEntry(text: string): string {
  const kept = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return kept === "" || (plainWords.test(kept) && !notWords.test(kept)) ? kept : `'${kept}`;
}
