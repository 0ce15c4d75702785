import { calendarYear, financialQuarterOf, financialYearOf, monthOf, type Period } from "./calendar";
import { ambiguityReason, type PeriodReading } from "./period-labels";

/**
 * What a heading says of the periods under it: that a day there stands for its month, quarter or
 * year ("Month ending" over 30/04/2024), and how a year written by one number is counted
 * ("Years ending 31 March" over 2020).
 */
export interface PeriodHints {
  readonly grain: "month" | "quarter" | "year" | null;
  readonly basis: "calendar" | "financial" | "ending" | "starting" | null;
  /** The days are moments of something else: a bill's date, a start, a reading's time. */
  readonly isMoment: boolean;
}

export const noHints: PeriodHints = { grain: null, basis: null, isMoment: false };

/** The hints of a series' own headings and, for how its years are counted, of the lines over its table; the nearest first. */
export function hintsOf(headings: readonly string[], lines: readonly string[]): PeriodHints {
  const first = <T>(texts: readonly string[], of: (plain: string) => T | null): T | null =>
    texts.map((text) => of(text.toLowerCase())).find((hint) => hint !== null) ?? null;
  return {
    grain: first(headings, grainIn),
    basis: first([...headings, ...lines], basisIn),
    isMoment: headings.some((text) => moments.test(text)),
  };
}

const moments =
  /\b(?:starts?|started|from|begin\w*|commenc\w*|invoices?|bills?|billed|paid|payment|received|issued?|printed|due|submitted|completed|updated|time ?stamp|time|readings?|read date|as at|position)\b/i;

/** Whether what stands around a period may settle it: one that is ambiguous, or a day that may stand for its month. */
export function mayBeSettled(reading: PeriodReading | undefined): boolean {
  return reading?.kind === "ambiguous" || (reading?.kind === "period" && reading.period.kind === "date");
}

function grainIn(plain: string): PeriodHints["grain"] {
  if (/\bmonths?\b/.test(plain)) return "month";
  if (/\b(?:quarters?|qtrs?)\b/.test(plain)) return "quarter";
  return /\byears?\b/.test(plain) ? "year" : null;
}

function basisIn(plain: string): PeriodHints["basis"] {
  if (/\bcalendar\b|\bjan(?:uary)? ?(?:to|-|–) ?dec(?:ember)?\b|\b31(?:st)? dec(?:ember)?\b/.test(plain))
    return "calendar";
  const financial = /\b(?:financial|fiscal|fy|f\/y)\b/.test(plain);
  const march = /\b(?:year|yr|years)? ?(?:ended|ending|end|to)(?: the)?(?: 31(?:st)?)?(?: of)? mar(?:ch)?\b/.test(
    plain,
  );
  const ending = /\b(?:ended|ending|end|to|fye)\b/.test(plain);
  if (march || (financial && ending) || /\bfye\b/.test(plain)) return "ending";
  if (/\b(?:from|starting|beginning|commencing)(?: 1(?:st)?)? apr(?:il)?\b/.test(plain)) return "starting";
  if (financial && /\b(?:starting|beginning|commencing|start)\b/.test(plain)) return "starting";
  return financial ? "financial" : null;
}

/** A reading taken as the headings over it say; left as it is where they say nothing of it. */
export function underHeading(reading: PeriodReading, { grain, basis }: PeriodHints): PeriodReading {
  if (reading.kind === "period" && reading.period.kind === "date" && grain !== null) {
    const period = ofDay(reading.period, grain);
    return period === null ? reading : { ...reading, period };
  }
  if (reading.kind !== "ambiguous" || basis === null) return reading;
  return narrowed(reading, (period) => fits(period, basis, reading.text));
}

/** The month a day lies in; the quarter or year that it begins or ends; null for a day inside one. */
function ofDay(day: Period, grain: "month" | "quarter" | "year"): Period | null {
  if (grain === "month") return monthOf(day.first);
  const all =
    grain === "quarter"
      ? [financialQuarterOf(day.first)]
      : [financialYearOf(day.first), calendarYear(Number(day.first.slice(0, 4)))];
  return all.find(({ first, last }) => day.first === first || day.first === last) ?? null;
}

function fits(period: Period, basis: Exclude<PeriodHints["basis"], null>, text: string): boolean {
  if (period.kind.startsWith("calendar")) return basis === "calendar";
  if (!period.kind.startsWith("financial")) return basis !== "calendar" && period.kind === "month";
  const year = financialYearOf(period);
  const named = /(?:19|20)\d\d/.exec(text)?.[0] ?? "none";
  if (basis === "ending") return year.last.startsWith(named);
  return basis === "starting" ? year.first.startsWith(named) : basis === "financial";
}

/** The readings that are left; with one, that one. With none the label stays as ambiguous as it was. */
function narrowed(
  reading: Extract<PeriodReading, { kind: "ambiguous" }>,
  wanted: (period: Period) => boolean,
): PeriodReading {
  const readings = reading.readings.filter(wanted);
  const [only] = readings;
  if (only === undefined) return reading;
  return readings.length === 1
    ? { kind: "period", period: only, text: reading.text }
    : { ...reading, readings, reason: ambiguityReason(reading.text, readings) };
}
