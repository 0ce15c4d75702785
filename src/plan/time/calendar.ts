import { addDays, addMonths, dateParts, daysBetween, isoDate, isRealDate, monthEnd, type IsoDate } from "./dates";

/**
 * Reporting periods and their arithmetic. A period is a type, never a bare string: it has a
 * canonical label, a kind, and a first and last day.
 */

export type PeriodKind =
  | "financial-year" // "2016/17": 1 April to 31 March
  | "financial-quarter" // "2016/17 Q3": October to December 2016
  | "month" // "2016-12"
  | "calendar-year" // "2016"
  | "calendar-quarter" // "2016 Q3"
  | "academic-year" // "2016/17 academic": 1 August to 31 July
  | "year-to-date" // "2016/17 to 2016-12-31"
  | "date" // "2016-12-31"
  | "range"; // "2016-04-01 to 2016-09-30"

export interface Period {
  readonly kind: PeriodKind;
  /** Canonical: two periods are the same exactly when their labels are. */
  readonly label: string;
  readonly first: IsoDate;
  readonly last: IsoDate;
}

function yearLabel(startYear: number): string {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, "0")}`;
}

/** The financial year that starts on 1 April of a year: 2016 gives "2016/17". */
export function financialYear(startYear: number): Period {
  return {
    kind: "financial-year",
    label: yearLabel(startYear),
    first: isoDate(startYear, 4, 1),
    last: isoDate(startYear + 1, 3, 31),
  };
}

/** A quarter of the financial year: 2016 and 3 give "2016/17 Q3", October to December 2016. */
export function financialQuarter(startYear: number, quarter: number): Period {
  const first = addMonths(isoDate(startYear, 4, 1), (quarter - 1) * 3);
  return {
    kind: "financial-quarter",
    label: `${yearLabel(startYear)} Q${quarter}`,
    first,
    last: addDays(addMonths(first, 3), -1),
  };
}

/** A calendar month, the month counted from 1: 2016 and 12 give "2016-12". */
export function month(year: number, monthOfYear: number): Period {
  const first = isoDate(year, monthOfYear, 1);
  return { kind: "month", label: first.slice(0, 7), first, last: monthEnd(year, monthOfYear) };
}

/** A calendar year: "2016". */
export function calendarYear(year: number): Period {
  return { kind: "calendar-year", label: String(year), first: isoDate(year, 1, 1), last: isoDate(year, 12, 31) };
}

/** A quarter of the calendar year: 2016 and 3 give "2016 Q3", July to September 2016. */
export function calendarQuarter(year: number, quarter: number): Period {
  const first = isoDate(year, quarter * 3 - 2, 1);
  return { kind: "calendar-quarter", label: `${year} Q${quarter}`, first, last: monthEnd(year, quarter * 3) };
}

/** The academic year that starts on 1 August of a year: 2015 gives "2015/16 academic". */
export function academicYear(startYear: number): Period {
  return {
    kind: "academic-year",
    label: `${yearLabel(startYear)} academic`,
    first: isoDate(startYear, 8, 1),
    last: isoDate(startYear + 1, 7, 31),
  };
}

/** One day: "2016-12-31". */
export function dayPeriod(date: IsoDate): Period {
  return { kind: "date", label: date, first: date, last: date };
}

/** From 1 April to a day of the same financial year; on 31 March it is the whole year. */
export function yearToDate(last: IsoDate): Period {
  const year = financialYearOf(last);
  if (year.last === last) return year;
  return { kind: "year-to-date", label: `${year.label} to ${last}`, first: year.first, last };
}

/** From one day to another; a range that is exactly a known period becomes that period. */
export function range(first: IsoDate, last: IsoDate): Period {
  return knownPeriod(first, last) ?? { kind: "range", label: `${first} to ${last}`, first, last };
}

/** The day, month, quarter or year with exactly these first and last days. A quarter is the financial one. */
function knownPeriod(first: IsoDate, last: IsoDate): Period | null {
  const { year, month: start } = dateParts(first);
  const candidates = [
    dayPeriod(first),
    month(year, start),
    financialQuarterOf(first),
    financialYear(year),
    calendarYear(year),
    academicYear(year),
  ];
  return candidates.find((period) => period.first === first && period.last === last) ?? null;
}

/** The financial year a day lies in; for a period, the one its last day lies in. */
export function financialYearOf(when: IsoDate | Period): Period {
  const { year, month: monthOfYear } = dateParts(typeof when === "string" ? when : when.last);
  return financialYear(monthOfYear >= 4 ? year : year - 1);
}

/** The financial quarter a day lies in. */
export function financialQuarterOf(date: IsoDate): Period {
  const { year, month: monthOfYear } = dateParts(date);
  return monthOfYear >= 4 ? financialQuarter(year, Math.floor((monthOfYear - 1) / 3)) : financialQuarter(year - 1, 4);
}

/** The month a day lies in. */
export function monthOf(date: IsoDate): Period {
  const { year, month: monthOfYear } = dateParts(date);
  return month(year, monthOfYear);
}

/** Whether every day of `inner` is a day of `outer`. */
export function contains(outer: Period, inner: Period): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Order by last day, then by first day, then by label. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(a.last, b.last) || compareText(a.first, b.first) || compareText(a.label, b.label);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whole months a period covers, or null where it starts or ends inside a month. */
export function monthsIn(period: Period): number | null {
  const start = dateParts(period.first);
  const end = dateParts(addDays(period.last, 1));
  if (start.day !== 1 || end.day !== 1) return null;
  return (end.year - start.year) * 12 + end.month - start.month;
}

/** The months, or the financial quarters, that together are exactly this period; empty where none are. */
export function partsOf(period: Period, kind: "month" | "financial-quarter"): Period[] {
  const months = monthsIn(period);
  if (months === null) return [];
  const size = kind === "month" ? 1 : 3;
  if (months % size !== 0 || dateParts(period.first).month % size !== (kind === "month" ? 0 : 1)) return [];
  const of = kind === "month" ? monthOf : financialQuarterOf;
  return Array.from({ length: months / size }, (_, index) => of(addMonths(period.first, index * size)));
}

/** The period of the same kind just before; a year to date goes back a year. */
export function previous(period: Period): Period {
  return shift(period, -1);
}

/** The period of the same kind just after; a year to date goes on a year. */
export function next(period: Period): Period {
  return shift(period, 1);
}

function shift(period: Period, by: 1 | -1): Period {
  const { year, month: monthOfYear } = dateParts(period.first);
  switch (period.kind) {
    case "financial-year":
      return financialYear(year + by);
    case "calendar-year":
      return calendarYear(year + by);
    case "academic-year":
      return academicYear(year + by);
    case "financial-quarter":
      return financialQuarterOf(addMonths(period.first, by * 3));
    case "calendar-quarter": {
      const first = dateParts(addMonths(period.first, by * 3));
      return calendarQuarter(first.year, (first.month + 2) / 3);
    }
    case "month":
      return monthOf(addMonths(isoDate(year, monthOfYear, 1), by));
    case "date":
      return dayPeriod(addDays(period.last, by));
    case "year-to-date":
      return yearToDate(monthsAfter(period.last, by * 12));
    case "range":
      return shiftRange(period, by);
  }
}

/** A number of months on; a month's last day stays a month's last day. */
export function monthsAfter(date: IsoDate, months: number): IsoDate {
  const { year, month: monthOfYear } = dateParts(date);
  return date === monthEnd(year, monthOfYear)
    ? addDays(addMonths(addDays(date, 1), months), -1)
    : addMonths(date, months);
}

function shiftRange(period: Period, by: 1 | -1): Period {
  const months = monthsIn(period);
  if (months !== null) {
    return range(addMonths(period.first, by * months), monthsAfter(period.last, by * months));
  }
  const days = by * (daysBetween(period.first, period.last) + 1);
  return range(addDays(period.first, days), addDays(period.last, days));
}

/** The period of a canonical label, or null where the text is not one. */
export function periodOf(label: string): Period | null {
  const made = fromCanonical(label);
  return made !== null && made.label === label ? made : null;
}

function fromCanonical(label: string): Period | null {
  const year = Number(label.slice(0, 4));
  if (/^\d{4}$/.test(label)) return calendarYear(year);
  if (/^\d{4} Q[1-4]$/.test(label)) return calendarQuarter(year, Number(label.slice(6)));
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(label)) return month(year, Number(label.slice(5)));
  if (isRealDate(label)) return dayPeriod(label);
  if (/^\d{4}\/\d{2}$/.test(label)) return financialYear(year);
  if (/^\d{4}\/\d{2} Q[1-4]$/.test(label)) return financialQuarter(year, Number(label.slice(9)));
  if (/^\d{4}\/\d{2} academic$/.test(label)) return academicYear(year);
  return fromCanonicalSpan(label);
}

function fromCanonicalSpan(label: string): Period | null {
  const [from = "", to = "", ...rest] = label.split(" to ");
  if (rest.length > 0 || !isRealDate(to)) return null;
  if (/^\d{4}\/\d{2}$/.test(from)) return yearToDate(to);
  return isRealDate(from) && from <= to ? range(from, to) : null;
}
