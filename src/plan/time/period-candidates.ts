import {
  academicYear,
  calendarQuarter,
  calendarYear,
  dayPeriod,
  financialQuarter,
  financialYear,
  month,
  range,
  yearToDate,
  type Period,
} from "./calendar";
import { addDays, addMonths, dateParts, isoDate, isRealDay } from "./dates";
import { MONTH, financialYearStart, fullYear, isLikelyYear, monthNumber } from "./period-words";

/** How a bare year was taken: candidates of one basis belong together in a range. */
type Basis = "sure" | "calendar" | "financial year starting" | "financial year ending" | "other";

/** One way a label can be read. */
export interface Candidate {
  readonly period: Period;
  readonly basis: Basis;
}

type Match = readonly string[];
interface Form {
  readonly pattern: RegExp;
  readonly read: (match: Match) => readonly Candidate[];
}

const sure = (period: Period): Candidate[] => [{ period, basis: "sure" }];

/** A year as written: a financial year's start, or a bare year that may be taken three ways. */
type WrittenYear = { readonly financial: number } | { readonly calendar: number } | { readonly bare: number };

function writtenYear(text: string): WrittenYear | null {
  const trimmed = text.trim();
  const start = financialYearStart(trimmed);
  if (start !== null) return { financial: start };
  const calendar = /^cy ?(\d{4}|\d{2})$|^(\d{4}) ?cy$/.exec(trimmed);
  if (calendar) return { calendar: fullYear(calendar[1] ?? calendar[2] ?? "") };
  return /^(?:19|20|21|29)\d\d$/.test(trimmed) ? { bare: Number(trimmed) } : null;
}

function wholeYear(match: Match): Candidate[] {
  const year = writtenYear(match[0] ?? "");
  if (year === null) return [];
  if ("financial" in year) return sure(financialYear(year.financial));
  if ("calendar" in year) return sure(calendarYear(year.calendar));
  return isLikelyYear(year.bare)
    ? threeWays(calendarYear(year.bare), financialYear(year.bare), financialYear(year.bare - 1))
    : [];
}

function threeWays(calendar: Period, starting: Period, ending: Period): Candidate[] {
  return [
    { period: calendar, basis: "calendar" },
    { period: starting, basis: "financial year starting" },
    { period: ending, basis: "financial year ending" },
  ];
}

function quarter(text: string, number: string): Candidate[] {
  const year = /^'?\d{2}$/.test(text) ? { bare: fullYear(text.replace("'", "")) } : writtenYear(text);
  const q = Number(number);
  if (year === null) return [];
  if ("financial" in year) return sure(financialQuarter(year.financial, q));
  if ("calendar" in year) return sure(calendarQuarter(year.calendar, q));
  return threeWays(calendarQuarter(year.bare, q), financialQuarter(year.bare, q), financialQuarter(year.bare - 1, q));
}

/** A month by number in a year that is a financial year or a bare one. */
function monthIn(yearText: string, monthOfYear: number): Candidate[] {
  const year = /^'?\d{2}$/.test(yearText.trim())
    ? { bare: fullYear(yearText.trim().replace("'", "")) }
    : writtenYear(yearText);
  if (year === null || monthOfYear < 1 || monthOfYear > 12) return [];
  if ("financial" in year) return sure(month(year.financial + (monthOfYear >= 4 ? 0 : 1), monthOfYear));
  return sure(month("bare" in year ? year.bare : year.calendar, monthOfYear));
}

/** The NHS finance month: month 1 is April. */
function financeMonth(yearText: string, number: string): Candidate[] {
  const index = Number(number);
  if (index < 1 || index > 12) return [];
  const year = writtenYear(yearText);
  if (year === null) return [];
  if ("financial" in year) return monthIn(yearText, ((index + 2) % 12) + 1);
  const asCalendar = month("bare" in year ? year.bare : year.calendar, index);
  if ("calendar" in year) return sure(asCalendar);
  const at = (start: number): Period => month(start + (index <= 9 ? 0 : 1), ((index + 2) % 12) + 1);
  return threeWays(asCalendar, at(year.bare), at(year.bare - 1));
}

function day(year: number, monthOfYear: number, dayOfMonth: number): Candidate[] {
  return isRealDay(year, monthOfYear, dayOfMonth) ? sure(dayPeriod(isoDate(year, monthOfYear, dayOfMonth))) : [];
}

/** 01/04/2023 is read the British way; 04/13/2023 can only be the American one. */
function dayByNumbers(match: Match): Candidate[] {
  const [a, b, year] = [Number(match[1]), Number(match[2]), fullYear(match[3] ?? "")];
  return b > 12 ? day(year, a, b) : day(year, b, a);
}

/** The number of months that end with a month or day. */
function monthsEnding(last: Period, months: number): Period {
  return range(addMonths(addDays(last.last, 1), -months), last.last);
}

function endingAt(text: string, months: number): Candidate[] {
  const year = /^\d{4}$/.test(text) ? Number(text) : null;
  if (year !== null && months === 12) {
    return [
      { period: calendarYear(year), basis: "calendar" },
      { period: financialYear(year - 1), basis: "financial year ending" },
    ];
  }
  return candidatesOf(text)
    .filter(({ period }) => ["month", "date", "financial-quarter"].includes(period.kind))
    .map(({ period, basis }) => ({ period: monthsEnding(period, months), basis }));
}

/** The year to date up to a month, quarter or day; of a year alone, up to any of its months but the last, which would be no part. */
function toDate(text: string): Candidate[] {
  return candidatesOf(text).flatMap(({ period, basis }): Candidate[] => {
    if (period.kind !== "financial-year") return [{ period: yearToDate(period.last), basis }];
    const { year } = dateParts(period.first);
    return Array.from({ length: 11 }, (_, index) => ({
      period: yearToDate(addDays(addMonths(isoDate(year, 5, 1), index), -1)),
      basis: "other",
    }));
  });
}

function half(text: string, number: string): Candidate[] {
  const year = writtenYear(text);
  const second = number === "2" ? 6 : 0;
  if (year === null) return [];
  const from = (first: string): Period => range(addMonths(first, second), addDays(addMonths(first, second + 6), -1));
  if ("financial" in year) return sure(from(isoDate(year.financial, 4, 1)));
  if ("calendar" in year) return sure(from(isoDate(year.calendar, 1, 1)));
  return threeWays(from(isoDate(year.bare, 1, 1)), from(isoDate(year.bare, 4, 1)), from(isoDate(year.bare - 1, 4, 1)));
}

function academic(text: string): Candidate[] {
  const start = financialYearStart(text.trim());
  return start === null ? [] : sure(academicYear(start));
}

/** A six-digit number: a month (202502), or a financial year (201617); 201112 may be either. */
function sixDigits(match: Match): Candidate[] {
  const [text = "", year = "", rest = ""] = match;
  return isLikelyYear(Number(year)) ? eitherYearOrMonth(text, year, rest) : [];
}

function eitherYearOrMonth(text: string, year: string, rest: string): Candidate[] {
  const start = financialYearStart(text);
  const asYear: Candidate[] =
    start === null ? [] : [{ period: financialYear(start), basis: "financial year starting" }];
  const monthOfYear = Number(rest);
  const asMonth: Candidate[] =
    monthOfYear >= 1 && monthOfYear <= 12 ? [{ period: month(Number(year), monthOfYear), basis: "calendar" }] : [];
  return [...asYear, ...asMonth];
}

/** "22/23" is a year; "10/11" may be the year or October 2011. */
function shortYearOrMonth([text = "", first = "", second = ""]: Match): Candidate[] {
  const start = financialYearStart(text);
  if (start === null) return [];
  return eitherYearOrMonth(text, String(fullYear(second)), first);
}

/** "2024/5" may be the year 2024/25 or May 2024. */
function singleDigit([, year = "", digit = ""]: Match): Candidate[] {
  const next = String(Number(year) + 1);
  return next.endsWith(digit) ? eitherYearOrMonth(`${year}/${next}`, year, digit) : [];
}

/** "2028-32": several years, taken three ways. */
function yearSpan([, from = "", to = ""]: Match): Candidate[] {
  const first = Number(from);
  const last = Number(from.slice(0, 2) + to);
  if (last <= first || !isLikelyYear(first)) return [];
  const years = (of: (year: number) => Period, shift: number): Period =>
    range(of(first + shift).first, of(last + shift).last);
  return threeWays(years(calendarYear, 0), years(financialYear, 0), years(financialYear, -1));
}

/** "Period ending 31 March 2025" does not say how long: a year, a quarter or a month. */
function anyEnding(text: string): Candidate[] {
  return candidatesOf(text).flatMap(({ period }) =>
    [12, 3, 1].map((months): Candidate => ({ period: monthsEnding(period, months), basis: "other" })),
  );
}

const SEP = "[ ._/'-]*";
const FORMS: readonly Form[] = [
  // Before the financial year, because "2009-10" may be a year or October 2009.
  { pattern: /^(\d{4})[-_](\d{2})$/, read: ([text = "", year = "", rest = ""]) => eitherYearOrMonth(text, year, rest) },
  { pattern: /^(\d{4})(\d{2})$/, read: sixDigits },
  { pattern: /^(\d{2})[/-](\d{2})$/, read: shortYearOrMonth },
  { pattern: /^(\d{4})[/-](\d)$/, read: singleDigit },
  { pattern: /^(\d{4})-(\d{2})$/, read: yearSpan },
  { pattern: /^(?:fy|cy)? ?\d{2,4}(?: ?[/_-] ?\d{2,4})?(?: ?(?:fy|cy))?$/, read: wholeYear },
  { pattern: /^ay ?(.+)$/, read: ([, year = ""]) => academic(year) },
  { pattern: /^(.+?) ?\(?ay\)?$/, read: ([, year = ""]) => academic(year) },
  { pattern: /^([1-4])q(\d{2}|\d{4})$/, read: ([, q = "", year = ""]) => quarter(year, q) },
  { pattern: new RegExp(`^q([1-4])${SEP}(.+)$`), read: ([, q = "", year = ""]) => quarter(year, q) },
  { pattern: new RegExp(`^(.+?)${SEP}q([1-4])$`), read: ([, year = "", q = ""]) => quarter(year, q) },
  { pattern: /^h([12])[ ._-]*(.+)$/, read: ([, h = "", year = ""]) => half(year, h) },
  { pattern: /^(.+?)[ ._-]*h([12])$/, read: ([, year = "", h = ""]) => half(year, h) },
  { pattern: /^m0?(\d{1,2})[ ._-]+(.+)$/, read: ([, m = "", year = ""]) => financeMonth(year, m) },
  { pattern: /^(.+?)[ ._-]*m0?(\d{1,2})$/, read: ([, year = "", m = ""]) => financeMonth(year, m) },
  {
    pattern: new RegExp(`^(${MONTH})\\.?${SEP}('?\\d{2}|cy ?\\d{4}|(?:fy ?)?\\d{2,4}(?: ?[/_-] ?\\d{2,4})?)$`),
    read: ([, name = "", year = ""]) => monthIn(year, monthNumber(name) ?? 0),
  },
  {
    pattern: new RegExp(`^(\\d{4}(?: ?[/_-] ?\\d{2,4})?)${SEP}(${MONTH})$`),
    read: ([, year = "", name = ""]) => monthIn(year, monthNumber(name) ?? 0),
  },
  { pattern: /^(\d{4})\/(\d{1,2})$/, read: ([, year = "", m = ""]) => monthIn(year, Number(m)) },
  { pattern: /^(\d{1,2})[/._-](\d{4})$/, read: ([, m = "", year = ""]) => monthIn(year, Number(m)) },
  {
    pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ][\d:.]+z?)?$/,
    read: ([, y, m, d]) => day(Number(y), Number(m), Number(d)),
  },
  { pattern: /^((?:19|20)\d{2})(\d{2})(\d{2})$/, read: ([, y, m, d]) => day(Number(y), Number(m), Number(d)) },
  { pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: \d{1,2}:[\d:]+)?$/, read: dayByNumbers },
  {
    pattern: new RegExp(`^(\\d{1,2})${SEP}(?:of )?(${MONTH})\\.?${SEP}('?\\d{2}|\\d{4})$`),
    read: ([, d, name = "", year = ""]) => day(fullYear(year.replace("'", "")), monthNumber(name) ?? 0, Number(d)),
  },
  {
    pattern: new RegExp(`^(${MONTH})\\.? (\\d{1,2}) (\\d{4})$`),
    read: ([, name = "", d, year = ""]) => day(Number(year), monthNumber(name) ?? 0, Number(d)),
  },
  { pattern: /^ye (.+)$/, read: ([, end = ""]) => endingAt(end, 12) },
  {
    pattern: /^(\d{1,2}) months? (?:to|ended|ending)(?: the)? (.+)$/,
    read: ([, months = "", end = ""]) => endingAt(end, Number(months)),
  },
  { pattern: /^(?:ended|ending)(?: the)? (.+)$/, read: ([, end = ""]) => anyEnding(end) },
  {
    pattern: new RegExp(`^(\\d{4}[/_-]\\d{2,4}) to (q[1-4]|${MONTH})$`),
    read: ([, year = "", part = ""]) => toDate(`${part} ${year}`),
  },
  { pattern: /^ytd (?:to )?\(?([^()]+)\)?$/, read: ([, end = ""]) => toDate(end) },
  { pattern: /^(.+?)[ _-]+\(?ytd\)?$/, read: ([, end = ""]) => toDate(end) },
  {
    pattern: new RegExp(`^(\\S+) ytd (?:up )?(?:to )?((?:q|m)\\d{1,2}|${MONTH})$`),
    read: ([, year = "", part = ""]) => toDate(`${part} ${year}`),
  },
  { pattern: /^((?:q|m)\d{1,2}) ytd (\S+)$/, read: ([, part = "", year = ""]) => toDate(`${part} ${year}`) },
];

/** Every way one period's text (plain words, no range) can be read; empty where it is none. */
export function candidatesOf(text: string): readonly Candidate[] {
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text);
    const found = match ? read(match) : [];
    if (found.length > 0) return found;
  }
  return [];
}
