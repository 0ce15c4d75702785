import { dateOfSerial, isRealDate, readPeriod, type IsoDate } from "../plan/time/periods";
import type { CellValue } from "../snapshot/snapshot";
import type { TableRecord } from "../snapshot/own-tables";

/** How people write into the tables of our sheets: text, yes, nothing, a day. */

/** A cell of a table that keeps decisions, ready to be written. */
export type DecisionCell = CellValue | { readonly date: IsoDate };

/** Cells to write, by the header of their column. */
export type DecisionCells<Header extends string> = Readonly<Record<Header, DecisionCell>>;

/** A row to write: its cells by the header of their column, those of people's own columns among them. */
export type RowToWrite = ReadonlyMap<string, DecisionCell>;

/** A row as it stands, with these cells in the place of its own. */
export function rowWith(row: RowToWrite | null | undefined, cells: Readonly<Record<string, DecisionCell>>): RowToWrite {
  return new Map([...(row ?? []), ...Object.entries(cells)]);
}

/** A cell as text without the spaces around it; "" for an empty one. */
export function textOf(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}

/** A cell as text, or null where it is blank or holds a shorthand for nothing ("[x]", "[z]"). */
export function textOrNull(value: CellValue | undefined): string | null {
  const text = textOf(value);
  return text === "" || /^\[[a-z]\]/.test(text) ? null : text;
}

export function isYes(value: CellValue | undefined): boolean {
  return /^(y|yes|true|1)$/i.test(textOf(value));
}

export function isNo(value: CellValue | undefined): boolean {
  return /^(n|no|false|0)$/i.test(textOf(value));
}

/** Reads the day in a cell: a date cell, or text that names one day; null where it names none. */
export type ReadDay = (value: CellValue | undefined) => IsoDate | null;

/** Numbers between these are days of a date cell (1954 to 2149); others are years or amounts. */
const DAYS = { first: 20_000, last: 91_000 };

/** The reader of days for a workbook whose dates count from 1900 or from 1904. */
export function dayReader(dateSystem: 1900 | 1904): ReadDay {
  return (value = null) => {
    if (typeof value === "number")
      return value < DAYS.first || value > DAYS.last ? null : dateOfSerial(value, dateSystem);
    if (typeof value !== "string") return null;
    const text = value.trim();
    if (isRealDate(text)) return text;
    const reading = readPeriod(text, { dateSystem });
    return reading.kind === "period" && reading.period.kind === "date" ? reading.period.last : null;
  };
}

/** A cell's day as a date, else the cell as a person wrote it. */
export function dayOr(day: ReadDay, cell: CellValue): DecisionCell {
  const date = day(cell);
  return date === null ? cell : { date };
}

/** A cell's letters and digits alone, in small letters: what people write in other spaces or letters is the same. */
export function plainText(value: CellValue | undefined): string {
  return textOf(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** True where one of these cells of a row says something. */
export function saysSomethingIn(record: TableRecord, headers: readonly string[]): boolean {
  return headers.some((header) => textOf(record.get(header)) !== "");
}

/** True where some cell of a row says something; columns that people do not write in are left out of account. */
export function saysSomething(record: TableRecord, except: readonly string[] = []): boolean {
  return [...record].some(([header, value]) => !except.includes(header) && value !== null && value !== "");
}
