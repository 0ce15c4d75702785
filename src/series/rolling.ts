import { addDays, addMonths, dateParts, monthsIn } from "../plan/time/periods";
import type { IsoDate, Period } from "../plan/time/periods";

/** A part-year figure of a flow. */
export interface PartYear {
  readonly period: Period;
  readonly value: number;
}

/** Twelve months ending with a period; `value` is null while a part is missing: it is never scaled up. */
export interface RollingYear<Part extends PartYear> {
  readonly ending: Period;
  readonly first: Period["first"];
  readonly value: number | null;
  readonly parts: readonly Part[];
  /** How many months of the twelve have no figure. */
  readonly missingMonths: number;
}

/**
 * Twelve months ending with each month or quarter of a series, in any order. A series may go from
 * quarters to months and back: each window takes the months where it has them, else the quarter,
 * and no day twice.
 */
export function rollingYears<Part extends PartYear>(series: readonly Part[]): RollingYear<Part>[] {
  const ends = new Map<IsoDate, Part[]>();
  for (const part of [...series].sort(byEndThenLength)) {
    const { last } = part.period;
    ends.set(last, [...(ends.get(last) ?? []), part]);
  }
  return [...ends].map(([last, [ending]]) => windowTo(last, (ending as Part).period, ends));
}

function byEndThenLength(a: PartYear, b: PartYear): number {
  if (a.period.last !== b.period.last) return a.period.last < b.period.last ? -1 : 1;
  return a.period.first > b.period.first ? -1 : 1;
}

function windowTo<Part extends PartYear>(
  last: IsoDate,
  ending: Period,
  ends: ReadonlyMap<IsoDate, readonly Part[]>,
): RollingYear<Part> {
  const first = addMonths(addDays(last, 1), -12);
  const cover = coverTo(last, 12, ends);
  if (cover !== null) {
    const value = cover.reduce((sum, part) => sum + part.value, 0);
    return { ending, first, value, parts: cover, missingMonths: 0 };
  }
  const parts = [...ends.values()].flat().filter(({ period }) => period.first >= first && period.last <= last);
  return { ending, first, value: null, parts, missingMonths: 12 - monthsCovered(parts) };
}

/** Parts that follow on each other and fill so many months up to a day; null where none do. */
function coverTo<Part extends PartYear>(
  last: IsoDate,
  months: number,
  ends: ReadonlyMap<IsoDate, readonly Part[]>,
): Part[] | null {
  if (months === 0) return [];
  for (const part of ends.get(last) ?? []) {
    const own = monthsIn(part.period);
    const before = own === null || own > months ? null : coverTo(addDays(part.period.first, -1), months - own, ends);
    if (before !== null) return [...before, part];
  }
  return null;
}

function monthsCovered(parts: readonly PartYear[]): number {
  const covered = new Set<number>();
  for (const { period } of parts) {
    const { year, month } = dateParts(period.first);
    for (let index = 0; index < (monthsIn(period) ?? 0); index++) covered.add(year * 12 + month + index);
  }
  return covered.size;
}
