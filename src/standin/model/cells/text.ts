import { format, isDateFormat, isValidFormat } from "numfmt";
import { invalidArgument } from "../../wire/errors";
import { DAYS_TO_1904 } from "./entry";
import type { BookState, Scalar } from "../../../workbook-file/book/book";

/** A cell's value as it goes over the wire: nothing is "", an error its text. */
export function wireValue(value: Scalar): string | number | boolean {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

/** What the cell shows: its value in its number format, whatever the column's width. */
export function cellText(book: BookState, value: Scalar, numberFormat: string): string {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const late = book.dateSystem === 1904 && typeof value === "number" && isDateFormat(numberFormat);
  try {
    return format(numberFormat, late ? value + DAYS_TO_1904 : value);
  } catch {
    // A format the formatter cannot read, e.g. of another locale: Excel shows the bare value then, too.
    return format("General", value);
  }
}

/** A number format's code. @throws InvalidArgument for one that Excel cannot read. */
export function numberFormatCode(given: unknown): string {
  if (typeof given !== "string") throw invalidArgument("A number format is text");
  const code = given === "" ? "General" : given;
  if (!isValidFormat(code)) throw invalidArgument(`"${code}" is no number format`);
  return code;
}

/** `Excel.RangeValueType` of a value. */
export function valueType(value: Scalar): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}
