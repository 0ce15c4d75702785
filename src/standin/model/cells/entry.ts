import { getFormatFromId, parseValue } from "numfmt";
import type { Cell, Scalar } from "../../../workbook-file/book/book";
import { invalidArgument } from "../../wire/errors";
import { checkFormula } from "../session/arguments";

const CELL_ERRORS = new Set([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA",
]); // prettier-ignore
/** Excel's limits of what a cell holds. */
const MAX_TEXT = 32767;
const MAX_FORMULA = 8192;
/** Serial number of 1 January 1904, where that date system begins. */
export const DAYS_TO_1904 = 1462;

export interface Entry {
  readonly content: Pick<Cell, "value" | "formula">;
  /** The number format Excel gives a cell of format General that this was typed into. */
  readonly numberFormat: string | null;
}

const typed = (value: Scalar, numberFormat: string | null = null): Entry => ({ content: { value }, numberFormat });

/**
 * What Excel (en-US) makes of a value set through `values` or `formulas`: a formula from "=", text from an apostrophe,
 * numbers, dates, times, percentages and currencies from text that reads like one; plain text in a cell of format "@".
 *
 * @throws InvalidArgument for what no cell can hold.
 */
export function parseEntry(value: unknown, numberFormat: string, dateSystem: 1900 | 1904): Entry {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw invalidArgument("A cell cannot hold a number that is not finite");
    return typed(value);
  }
  if (typeof value === "boolean") return typed(value);
  if (typeof value !== "string") throw invalidArgument("A cell takes text, a number or true and false");
  if (value === "") return typed(null);
  if (numberFormat === "@") return text(value);
  if (value.startsWith("'")) return text(value.slice(1));
  if (value.startsWith("=") && value.length > 1) return formula(value);
  const upper = value.toUpperCase();
  if (CELL_ERRORS.has(upper)) return typed({ error: upper });
  return parsed(value, dateSystem);
}

function text(value: string): Entry {
  if (value.length > MAX_TEXT) throw invalidArgument(`A cell holds at most ${MAX_TEXT} characters`);
  return typed(value);
}

function formula(value: string): Entry {
  if (value.length > MAX_FORMULA) throw invalidArgument(`A formula has at most ${MAX_FORMULA} characters`);
  checkFormula(value);
  return { content: { value: null, formula: value }, numberFormat: null };
}

function parsed(value: string, dateSystem: 1900 | 1904): Entry {
  const month = yearAndMonth(value);
  const found = month === null ? parseValue(value) : { value: month, formatId: 17 };
  if (!found || typeof found.value === "string") return text(value);
  if (typeof found.value === "boolean") return typed(found.value);
  const format = found.formatId === undefined || found.formatId === null ? null : getFormatFromId(found.formatId);
  const isDate = isDateFormat(found.formatId);
  const serial = isDate && dateSystem === 1904 ? Number(found.value) - DAYS_TO_1904 : Number(found.value);
  return typed(serial, format ?? null);
}

/** Built-in number formats 14 to 17 and 22 are dates. */
const isDateFormat = (id: number | null | undefined): boolean => [14, 15, 16, 17, 22].includes(id ?? -1);

/** "2010/11" is November 2010 to Excel; "2016/17" is text. numfmt leaves both as text. */
function yearAndMonth(value: string): number | null {
  const match = /^(\d{4})[/-](\d{1,2})$/.exec(value.trim());
  const year = Number(match?.[1]);
  const month = Number(match?.[2]);
  if (!match || year < 1900 || month < 1 || month > 12) return null;
  const days = (Date.UTC(year, month - 1, 1) - Date.UTC(1899, 11, 30)) / 86_400_000;
  // Excel's calendar has a 29 February 1900 that never was.
  return days > 59 ? days : days - 1;
}
