import { comparePeriods, financialQuarterOf, financialYearOf, monthOf, next, type Period } from "./calendar";
import { dateParts, type IsoDate } from "./dates";
import { noHints, underHeading, type PeriodHints } from "./period-hints";
import { readPeriod, type PeriodReading } from "./period-labels";
import { MONTH } from "./period-words";

const LONGEST_WINDOW = 15;
const LONGEST_TEXT = 250;
/** A period named inside other words has a four-digit year, or a month or quarter, or "22/23". */
const TELLING = new RegExp(
  `(?:19|20)\\d\\d|\\b${MONTH}\\b|\\bq[1-4]|\\bfy|(?<![a-z0-9])[1-4]\\d[/_][1-4]\\d(?![a-z0-9])`,
  "i",
);
const START = new RegExp(
  `^(?:\\d|${MONTH}$|q[1-4]|h[12]|[mp]\\d|fy|cy|ay|ytd|year|y$|financial|academic|calendar|quarter|qtr|twelve|month)`,
  "i",
);

/**
 * Finds the period named inside a longer text: a title, a sheet's or a file's name
 * ("ERIC - 2024_25 - Site data.csv"). Several different ones come back ambiguous, except that a
 * single year or less wins over a span of years ("Green Plan 2022-2025: return for 2023/24").
 */
export function findPeriod(text: string): PeriodReading {
  if (text.length > LONGEST_TEXT || !TELLING.test(text)) return { kind: "none" };
  const found = readingsIn(text);
  const narrow = found.filter((reading) => allReadings(reading).some((period) => !spansYears(period)));
  const kept = narrow.length > 0 ? narrow : found;
  const sure = kept.filter((reading) => reading.kind === "period");
  return oneOf(text, sure.length > 0 ? sure : kept);
}

function allReadings(reading: PeriodReading): readonly Period[] {
  if (reading.kind === "period") return [reading.period];
  return reading.kind === "ambiguous" ? reading.readings : [];
}

function spansYears(period: Period): boolean {
  return dateParts(period.last).year - dateParts(period.first).year > 1;
}

function oneOf(text: string, readings: readonly PeriodReading[]): PeriodReading {
  const [first] = readings;
  if (first === undefined) return { kind: "none" };
  const labels = new Map(readings.flatMap(allReadings).map((period) => [period.label, period]));
  const same =
    new Set(
      readings.map((reading) =>
        allReadings(reading)
          .map((p) => p.label)
          .join("|"),
      ),
    ).size === 1;
  if (same) return first;
  const names = [...labels.keys()].join(", ");
  const reason = `"${text}" names several periods (${names}): name one.`;
  return { kind: "ambiguous", readings: [...labels.values()], text, reason };
}

/** Readings of the longest windows of words that are periods, from left to right. */
function readingsIn(text: string): PeriodReading[] {
  const tokens = text.split(/(?<=[a-z0-9])(?![a-z0-9'])|(?<![a-z0-9'])(?=[a-z0-9])/i);
  const found: PeriodReading[] = [];
  for (let start = 0; start < tokens.length; start++) {
    if (!START.test(tokens[start] ?? "")) continue;
    const window = longestPeriod(tokens, start);
    if (window === null) continue;
    found.push(window.reading);
    start = window.end;
  }
  return found;
}

function longestPeriod(tokens: readonly string[], start: number): { reading: PeriodReading; end: number } | null {
  for (let end = Math.min(tokens.length, start + LONGEST_WINDOW) - 1; end >= start; end--) {
    if (!/[a-z0-9)]$/i.test(tokens[end] ?? "")) continue;
    const piece = tokens.slice(start, end + 1).join("");
    if (!TELLING.test(piece)) continue;
    const reading = readPeriod(piece);
    // A colon may part two sayings of one period, or two different things.
    if (piece.includes(":") && reading.kind !== "period") continue;
    if (allReadings(reading).length > 0) return { reading, end };
  }
  return null;
}

/**
 * Settles the ambiguous labels of one series (a header row, a column of periods) by their fellows:
 * "2009-10" beside "2012-13" is a financial year, beside "2009-11" and "2009-12" it is October.
 * Where the fellows do not decide, the label stays ambiguous. Days that are each the first (or
 * each the last) of consecutive months are those months; days that each end the next quarter or
 * financial year are those. What the headings over the series say of them (`hints`) comes first.
 */
export function settleReadings(series: readonly PeriodReading[], hints: PeriodHints = noHints): PeriodReading[] {
  const readings = series.map((reading) => underHeading(reading, hints));
  const settled = settleByFellows(readings) ?? settleBySequence(readings) ?? readings;
  return daysAsPeriods(settled, hints.isMoment);
}

function settleByFellows(readings: readonly PeriodReading[]): PeriodReading[] | null {
  const kinds = new Set(readings.flatMap((reading) => (reading.kind === "period" ? [reading.period.kind] : [])));
  const [kind] = kinds;
  if (kind === undefined || kinds.size !== 1) return null;
  return readings.map((reading) => takeOnly(reading, (period) => period.kind === kind));
}

/** With no sure fellow: the one way of reading that makes the labels follow one another. */
function settleBySequence(readings: readonly PeriodReading[]): PeriodReading[] | null {
  const unsure = readings.filter((reading) => reading.kind === "ambiguous");
  const first = unsure[0];
  if (unsure.length < 2 || first?.kind !== "ambiguous") return null;
  const kinds = [...new Set(first.readings.map((period) => period.kind))];
  if (kinds.length < first.readings.length) return null;
  const fitting = kinds.filter((kind) => follow(unsure.map((reading) => onlyOfKind(reading, kind))));
  const [kind] = fitting;
  if (kind === undefined || fitting.length !== 1) return null;
  return readings.map((reading) => takeOnly(reading, (period) => period.kind === kind));
}

function onlyOfKind(reading: PeriodReading, kind: Period["kind"]): Period | null {
  const fitting = allReadings(reading).filter((period) => period.kind === kind);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function follow(periods: readonly (Period | null)[]): boolean {
  const known = periods.filter((period): period is Period => period !== null);
  if (known.length !== periods.length) return false;
  const sorted = [...new Map(known.map((p) => [p.label, p])).values()].sort(comparePeriods);
  return (
    sorted.length > 1 && sorted.every((period, i) => i === 0 || next(sorted[i - 1] ?? period).label === period.label)
  );
}

function takeOnly(reading: PeriodReading, wanted: (period: Period) => boolean): PeriodReading {
  if (reading.kind !== "ambiguous") return reading;
  const fitting = reading.readings.filter(wanted);
  const [period] = fitting;
  return period && fitting.length === 1 ? { kind: "period", period, text: reading.text } : reading;
}

function daysAsPeriods(readings: readonly PeriodReading[], areMoments: boolean): PeriodReading[] {
  const sure = readings.flatMap((reading) => (reading.kind === "period" ? [reading.period] : []));
  const days = sure.flatMap(({ kind, first }) => (kind === "date" ? [first] : []));
  const fellows = new Set(sure.map(({ kind }) => kind).filter((kind) => kind !== "date"));
  if (days.length === 0 || areMoments) return [...readings];
  const standFor = grainOf(days, fellows);
  return readings.map((reading) => {
    if (reading.kind !== "period" || reading.period.kind !== "date") return reading;
    return { ...reading, period: standFor(reading.period.first) ?? reading.period };
  });
}

/** What days stand for: periods that follow one another, those of their fellows, or the months that they begin. */
function grainOf(days: readonly IsoDate[], fellows: ReadonlySet<Period["kind"]>): (day: IsoDate) => Period | null {
  const inOrder = days.length < 2 ? undefined : grains.find((each) => standsFor(days, each));
  const ofFellows = grains.find((each) => fellows.size === 1 && fellows.has(each.kind) && areEdges(days, each));
  const grain = inOrder ?? ofFellows;
  if (grain !== undefined) return grain.of;
  const months = new Set(days.map((day) => day.slice(5, 7)));
  // The first of April in one year and the next may begin years.
  const mayBeMonths = months.size > 1 || new Set(days).size === 1;
  const areMonths = fellows.has("month") || (fellows.size === 0 && mayBeMonths && days.every(beginsMonth));
  return (day) => (areMonths && beginsMonth(day) ? monthOf(day) : null);
}

function beginsMonth(day: IsoDate): boolean {
  return day.endsWith("-01");
}

interface Grain {
  readonly kind: Period["kind"];
  readonly of: (day: IsoDate) => Period;
  readonly edges: readonly ("first" | "last")[];
}

/** The first of a quarter or year may as well be a day to report at; its last day closes it. */
const grains: readonly Grain[] = [
  { kind: "month", of: monthOf, edges: ["first", "last"] },
  { kind: "financial-quarter", of: financialQuarterOf, edges: ["last"] },
  { kind: "financial-year", of: financialYearOf, edges: ["last"] },
];

function standsFor(days: readonly IsoDate[], grain: Grain): boolean {
  return follow(days.map(grain.of)) && areEdges(days, grain);
}

/** Each is the first, or each the last, day of its period. */
function areEdges(days: readonly IsoDate[], { of, edges }: Pick<Grain, "of" | "edges">): boolean {
  return edges.some((edge) => days.every((day) => day === of(day)[edge]));
}
