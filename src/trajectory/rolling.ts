import { addDays, addMonths, monthsIn, range } from "../plan/periods";
import type { Period } from "../plan/periods";

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
 * Twelve months ending with each month (or quarter) of a series, in any order. Parts must be of one
 * length and not overlap.
 */
export function rollingYears<Part extends PartYear>(series: readonly Part[]): RollingYear<Part>[] {
  const sorted = [...series].sort((a, b) => (a.period.last < b.period.last ? -1 : 1));
  let start = 0;
  return sorted.map((each, index) => {
    const first = addMonths(addDays(each.period.last, 1), -12);
    while ((sorted[start] as Part).period.first < first) start++;
    const parts = sorted.slice(start, index + 1);
    const months = parts.reduce((sum, part) => sum + (monthsIn(part.period) ?? 0), 0);
    const value = months === 12 ? parts.reduce((sum, part) => sum + part.value, 0) : null;
    return { ending: each.period, first, value, parts, missingMonths: 12 - months };
  });
}

/** "12 months to December 2024", as a period. */
export function twelveMonthsTo(last: Period["last"]): Period {
  return range(addMonths(addDays(last, 1), -12), last);
}
