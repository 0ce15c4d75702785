import {
  academicYear,
  dayPeriod,
  month,
  monthOf,
  monthsIn,
  partsOf,
  periodOf,
  range,
  yearToDate,
  type Period,
} from "./calendar";
import { dateOfSerial, dateParts, shortDate, type DateSystem } from "./dates";
import { numberFormatGrain } from "./number-format-grain";
import { candidatesOf, type Candidate } from "./period-candidates";
import {
  MONTH,
  hasForeignWord,
  isLikelyYear,
  mayBePeriod,
  monthNumber,
  plainWords,
  withoutBeside,
} from "./period-words";

/** What a label was read as. An ambiguous label keeps every reading and is reported as ambiguous, never guessed. */
export type PeriodReading =
  | { readonly kind: "period"; readonly period: Period; readonly text: string }
  | { readonly kind: "ambiguous"; readonly readings: readonly Period[]; readonly text: string; readonly reason: string }
  | { readonly kind: "none" };

export interface PeriodOptions {
  /** The workbook's date system, 1900 where not given. */
  readonly dateSystem?: DateSystem;
  /** The cell's number format: a number is a date only where this says so. */
  readonly numberFormat?: string;
  /** The year the label stands in ("Q3" on a sheet named 2016/17). */
  readonly within?: Period | null;
}

const NONE: PeriodReading = { kind: "none" };
const LONGEST_LABEL = 80;

/**
 * Reads a whole label (a header cell, a title, a sheet's name) that is one period.
 * A label with no year, or one that fits several periods, comes back ambiguous with the reason;
 * text that is no period comes back as none.
 */
export function readPeriod(input: string | number, options: PeriodOptions = {}): PeriodReading {
  if (typeof input === "number") return readNumber(input, options);
  if (input.length > LONGEST_LABEL || !mayBePeriod(input)) return NONE;
  const canonical = periodOf(input.trim());
  if (canonical?.kind === "year-to-date") return { kind: "period", period: canonical, text: input };
  const plain = plainWords(input);
  if (SCHEDULE.test(plain)) return readSchedule(input, plain);
  const text = withoutBeside(plain);
  if (hasForeignWord(text)) return NONE;
  const found = labelCandidates(text);
  if (found.length > 0) return readingOf(input, found);
  return readWithoutYear(input, text, options.within ?? null);
}

/** Turns candidates into a reading: one period, or an ambiguity with a sentence. */
function readingOf(text: string, candidates: readonly Candidate[]): PeriodReading {
  const byLabel = new Map(candidates.map(({ period }) => [period.label, period]));
  const readings = [...byLabel.values()];
  const [only] = readings;
  if (only && readings.length === 1) return { kind: "period", period: only, text };
  return { kind: "ambiguous", readings, text, reason: ambiguityReason(text, readings) };
}

/** What to ask of a part of a year that has no end. */
export function notUpToWhen(text: string): string {
  return `“${text}” does not say up to when: name its last month, such as 2023/24 to 31 December 2023.`;
}

/** What a label may be, and what to write instead. */
export function ambiguityReason(text: string, readings: readonly Period[]): string {
  if (readings.every(({ kind }) => kind === "year-to-date")) return notUpToWhen(text);
  const shown = readings.slice(0, 3).map((p) => `${p.label} (${shortDate(p.first)} to ${shortDate(p.last)})`);
  const more = readings.length > 3 ? `, or ${readings.length - 3} more` : "";
  return `"${text}" can be read as ${shown.join(" or ")}${more}: write the period in full, such as 2016/17, 2016/17 Q3 or Dec 2016.`;
}

/** Every reading of a label in plain words. */
function labelCandidates(text: string): readonly Candidate[] {
  const whole = candidatesOf(text);
  if (whole.length > 0) return whole;
  const twice = saidTwice(text);
  return twice.length > 0 ? twice : rangeCandidates(text);
}

/** "Q2 2024/25: Jul 2024 - Sep 2024", "Q2 2023 (Jul-Sep)": one period said in two ways, which must agree. */
function saidTwice(text: string): readonly Candidate[] {
  const pair = inTwo(text);
  if (pair === null) return [];
  const [first, second] = pair;
  const one = labelCandidates(withoutBeside(first));
  const months = monthSpan(withoutBeside(second));
  if (months !== null) return withMonths(one, months, withoutBeside(second));
  const other = labelCandidates(withoutBeside(second));
  if (one.length === 0) return other.filter(({ period }) => isQuarter(period, withoutBeside(first)));
  if (other.length === 0) return /\d/.test(second) ? [] : one;
  const agreed = one.filter(({ period }) => other.some((o) => sameDays(o.period, period)));
  return agreed.length > 0 ? agreed : [...one, ...other];
}

/** Of the ways to read a period, those that run over these months; else these months of its year. */
function withMonths(ways: readonly Candidate[], months: readonly [number, number], text: string): readonly Candidate[] {
  const fitting = ways.filter(({ period }) => spansMonths(period, months));
  const [only] = ways;
  if (fitting.length > 0 || only?.period.kind !== "financial-year") return fitting;
  if (months[0] === 8 && months[1] === 7) {
    return [{ period: academicYear(dateParts(only.period.first).year), basis: "sure" }];
  }
  return labelCandidates(`${text} ${only.period.label}`);
}

/** "Quarter 3 (October to December 2024)": the months are that quarter of either year. */
function isQuarter(period: Period, text: string): boolean {
  const number = /^q([1-4])$/.exec(text)?.[1];
  if (number === undefined || monthsIn(period) !== 3) return false;
  const { month: first } = dateParts(period.first);
  return period.label.endsWith(`Q${number}`) || first === Number(number) * 3 - 2;
}

function inTwo(text: string): readonly [string, string] | null {
  const brackets = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(text);
  if (brackets) return [`${brackets[1]} ${brackets[3]}`.replace(/\s+/g, " ").trim(), brackets[2] ?? ""];
  const colon = /^([^:]+):([^:]+)$/.exec(text);
  if (colon) return [colon[1] ?? "", colon[2] ?? ""];
  const quarterThenMonths = new RegExp(`^(q[1-4])[ -]+(${MONTH}\\b.*?)((?:fy ?)?\\d{4}(?:[/_-]\\d{2,4})?)$`).exec(text);
  if (quarterThenMonths === null) return null;
  const [, quarter = "", months = "", year = ""] = quarterThenMonths;
  return [`${quarter} ${year}`, `${months}${year}`];
}

function monthSpan(text: string): readonly [number, number] | null {
  const match = new RegExp(`^(${MONTH})\\.?(?: ?(?:-|to) ?(${MONTH})\\.?)?$`).exec(text);
  const from = match ? monthNumber(match[1] ?? "") : null;
  const to = match ? monthNumber(match[2] ?? match[1] ?? "") : null;
  return from === null || to === null ? null : [from, to];
}

function spansMonths(period: Period, [from, to]: readonly [number, number]): boolean {
  return dateParts(period.first).month === from && dateParts(period.last).month === to;
}

function sameDays(a: Period, b: Period): boolean {
  return a.first === b.first && a.last === b.last;
}

const JOIN = / ?(?:\bto\b|\bup to\b|\buntil\b|\btill\b|\bthrough\b|\band\b|-|\/) ?/g;
const LAST_YEAR = /(?:fy ?|cy ?)?(?:\d{4}(?: ?[/_-] ?\d{2,4})?|'?\d{2}(?:[/_]\d{2})?)$/;

function rangeCandidates(text: string): readonly Candidate[] {
  const turned = yearToTheEnd(text).replace(/^from /, "");
  for (const join of turned.matchAll(JOIN)) {
    const left = turned.slice(0, join.index).trim();
    const right = turned.slice(join.index + join[0].length).trim();
    const found = left === "" || right === "" ? [] : between(left, right);
    if (found.length > 0) return found;
  }
  return [];
}

/** "2022/23 apr-dec" is "apr-dec 2022/23". */
function yearToTheEnd(text: string): string {
  const match = new RegExp(`^((?:fy ?)?\\d{4}(?:[/_-]\\d{2,4})?)[ :]+((?:${MONTH}\\b|q[1-4]).*[a-z1-4])$`).exec(text);
  return match && !/\d{4}/.test(match[2] ?? "") ? `${match[2]} ${match[1]}` : text;
}

function between(left: string, rightText: string): readonly Candidate[] {
  const right = /^q[1-4]$/.test(left) && /^[1-4]\b/.test(rightText) ? `q${rightText}` : rightText;
  const ends = candidatesOf(right);
  if (ends.length === 0) return [];
  const starts = candidatesOf(left);
  if (starts.length > 0) return spans(starts, ends);
  return spansFromYearless(left, right, ends);
}

/** A start and an end taken on the same basis. */
function spans(starts: readonly Candidate[], ends: readonly Candidate[]): Candidate[] {
  return starts.flatMap((start) =>
    ends
      .filter((end) => start.basis === end.basis || start.basis === "sure" || end.basis === "sure")
      .filter((end) => start.period.first <= end.period.last && !sameDays(start.period, end.period))
      .map((end): Candidate => ({
        period: range(start.period.first, end.period.last),
        basis: start.basis === "sure" ? end.basis : start.basis,
      })),
  );
}

/** "April to December 2022", "Q1-Q3 2022/23", "1 to 30 April 2022": the start takes the end's year. */
function spansFromYearless(left: string, right: string, ends: readonly Candidate[]): Candidate[] {
  const year = LAST_YEAR.exec(right)?.[0] ?? "";
  const starts = startsInYear(left, right, year);
  const found = spans(starts, ends);
  if (found.length === 0) return spansOverNewYear(starts, ends);
  if (!isMonthName(left)) return found;
  return found.map(({ period, basis }) => ({
    period: period.kind === "range" && period.first.endsWith("-04-01") ? yearToDate(period.last) : period,
    basis,
  }));
}

function isMonthName(text: string): boolean {
  return new RegExp(`^${MONTH}\\.?$`).test(text);
}

function startsInYear(left: string, right: string, year: string): readonly Candidate[] {
  if (/^\d{1,2}$/.test(left))
    return candidatesOf(right.replace(/^\d{1,2}/, left)).filter((c) => c.period.kind === "date");
  if (!isMonthName(left) && !new RegExp(`^(?:q[1-4]|m\\d{1,2}|\\d{1,2} ${MONTH})$`).test(left)) return [];
  return candidatesOf(`${left} ${year}`);
}

/** "Nov-Feb 2017": the year may be the start's or the end's. */
function spansOverNewYear(starts: readonly Candidate[], ends: readonly Candidate[]): Candidate[] {
  return starts.flatMap((start) =>
    ends.flatMap((end): Candidate[] =>
      start.period.kind === "month" && end.period.kind === "month"
        ? [
            { period: range(yearsOn(start.period, -1).first, end.period.last), basis: "other" },
            { period: range(start.period.first, yearsOn(end.period, 1).last), basis: "other" },
          ]
        : [],
    ),
  );
}

function yearsOn(period: Period, years: number): Period {
  const { year, month: monthOfYear } = dateParts(period.first);
  return month(year + years, monthOfYear);
}

/** Words of the plan's completion dates: how often, or from when on. They name no one period. */
const SCHEDULE = /\bon-?going\b|\bannually\b|\bthen\b|\bcontinuous(?:ly)?\b/;

function readSchedule(input: string, plain: string): PeriodReading {
  const quarter = /\bq[1-4](?: \d{4}(?:\/\d{2})?)?/.exec(plain);
  if (quarter === null) return NONE;
  const readings = candidatesOf(quarter[0]).map(({ period }) => period);
  const reason = `"${input}" says when something starts or how often it comes, not one period: write the period alone.`;
  return { kind: "ambiguous", readings, text: input, reason };
}

/** "Q4", "March", "Q2-Q3", "M9": a period only inside a known year. */
function readWithoutYear(input: string, text: string, within: Period | null): PeriodReading {
  const yearless = new RegExp(
    `^(?:q[1-4]|m\\d{1,2}|${MONTH}\\.?)(?: ?(?:-|to|and) ?(?:q?[1-4]|m\\d{1,2}|${MONTH}\\.?))?$`,
  );
  if (!yearless.test(text)) return NONE;
  const found = within === null ? [] : yearlessWithin(text, within);
  if (found.length > 0) return readingOf(input, found);
  const reason = `"${input}" has no year: add one, such as ${input} 2024/25.`;
  return { kind: "ambiguous", readings: [], text: input, reason };
}

function yearlessWithin(text: string, within: Period): readonly Candidate[] {
  if (within.kind === "financial-year") return labelCandidates(`${text} ${within.label}`);
  if (within.kind === "calendar-year") return labelCandidates(`${text} cy ${within.label}`);
  const number = monthNumber(text);
  return partsOf(within, "month")
    .filter((part) => isMonthName(text) && dateParts(part.first).month === number)
    .map((period) => ({ period, basis: "sure" }));
}

/**
 * A number is a period where its format makes it a date, or where it looks like a bare year
 * (2016) or year and month (202502). Any other number, 45,000 too, is a figure.
 */
function readNumber(value: number, { numberFormat = "General", dateSystem = 1900 }: PeriodOptions): PeriodReading {
  const grain = numberFormatGrain(numberFormat);
  if (grain !== null) return readSerial(value, grain, dateSystem);
  if (!Number.isInteger(value) || !/^(?:General|0|@|)$/i.test(numberFormat)) return NONE;
  const text = String(value);
  const year = Number(text.slice(0, 4));
  if (![4, 6].includes(text.length) || !isLikelyYear(year)) return NONE;
  const found = candidatesOf(text);
  return found.length > 0 ? readingOf(text, found) : NONE;
}

/** A serial is as fine as its format shows: "mmm-yy" is the month. */
function readSerial(value: number, grain: "day" | "month" | "year", system: DateSystem): PeriodReading {
  const date = dateOfSerial(value, system);
  if (date === null) return NONE;
  if (grain === "day") return { kind: "period", period: dayPeriod(date), text: date };
  const period = monthOf(date);
  return grain === "month" ? { kind: "period", period, text: period.label } : readPeriod(date.slice(0, 4));
}
