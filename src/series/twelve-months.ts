import type { NonEmpty } from "../collections/non-empty";
import { addDays, addMonths, dateParts, monthsIn, type IsoDate, type Period } from "../plan/time/periods";
import type { Point } from "./point";

/** Twelve months ending with a period; `value` is null while a part is missing: it is never scaled up. */
export interface RollingYear<Part extends Point> {
  readonly ending: Period;
  readonly first: Period["first"];
  readonly value: number | null;
  readonly parts: readonly Part[];
  /** How many months of the twelve have no figure. */
  readonly missingMonths: number;
}

interface HasPeriod {
  readonly period: Period;
}

/** Parts of years by the last day of each, the shortest first. */
type PartsByEnd<Part extends HasPeriod> = ReadonlyMap<IsoDate, NonEmpty<Part>>;

/**
 * Twelve months ending with each month or quarter of a series, in any order. A series may go from
 * quarters to months and back: each window takes the months where it has them, else the quarter,
 * and no day twice.
 */
export function rollingYears<Part extends Point>(series: readonly Part[]): RollingYear<Part>[] {
  const sorted = [...series].sort(byEndThenLength);
  const ends = byEnd(sorted);
  return [...ends].map(([last, [{ period: ending }]]) => {
    const first = addMonths(addDays(last, 1), -12);
    const parts = partsUpTo(last, 12, ends);
    if (parts !== null) {
      return { ending, first, value: parts.reduce((sum, part) => sum + part.value, 0), parts, missingMonths: 0 };
    }
    const inside = sorted.filter(({ period }) => period.first >= first && period.last <= last);
    return { ending, first, value: null, parts: inside, missingMonths: 12 - monthsCovered(inside) };
  });
}

/**
 * The parts of a year, in order, that follow on each other and fill it; null where one is missing. Of
 * two parts for the same days the one given first is taken.
 */
export function partsOfYear<Part extends HasPeriod>({ last }: Period, parts: readonly Part[]): Part[] | null {
  return partsUpTo(last, 12, byEnd(parts));
}

function byEnd<Part extends HasPeriod>(parts: readonly Part[]): PartsByEnd<Part> {
  const ends = new Map<IsoDate, [Part, ...Part[]]>();
  for (const part of parts) {
    const known = ends.get(part.period.last);
    if (known === undefined) ends.set(part.period.last, [part]);
    else known.push(part);
  }
  return ends;
}

function byEndThenLength(a: HasPeriod, b: HasPeriod): number {
  if (a.period.last !== b.period.last) return a.period.last < b.period.last ? -1 : 1;
  return a.period.first > b.period.first ? -1 : 1;
}

/** Parts that follow on each other and fill so many months up to a day; null where none do. */
function partsUpTo<Part extends HasPeriod>(last: IsoDate, months: number, ends: PartsByEnd<Part>): Part[] | null {
  if (months === 0) return [];
  for (const part of ends.get(last) ?? []) {
    const own = monthsIn(part.period);
    const before = own === null || own > months ? null : partsUpTo(addDays(part.period.first, -1), months - own, ends);
    if (before !== null) return [...before, part];
  }
  return null;
}

function monthsCovered(parts: readonly HasPeriod[]): number {
  const covered = new Set<number>();
  for (const { period } of parts) {
    const { year, month } = dateParts(period.first);
    for (let index = 0; index < (monthsIn(period) ?? 0); index++) covered.add(year * 12 + month + index);
  }
  return covered.size;
}
