import { MONTH_NAMES } from "../../plan/time/periods";

/**
 * Cumulative emissions (calculations.md section 2). Whole financial years, by their start; the base
 * year itself is not part of the budget.
 */

/** The path added up from the year after the base to the milestone; null where the path is undefined in a year. */
export function budgetTotal(path: (year: number) => number | null, base: number, milestone: number): number | null {
  return addUp(path, base + 1, milestone);
}

/** The actuals added up from the year after the base to a year; null where one is missing: never estimated. */
export function budgetUsed(actuals: ReadonlyMap<number, number>, base: number, year: number): number | null {
  return addUp((each) => actuals.get(each) ?? null, base + 1, year);
}

function addUp(value: (year: number) => number | null, first: number, last: number): number | null {
  let sum = 0;
  for (let year = first; year <= last; year++) {
    const each = value(year);
    if (each === null) return null;
    sum += each;
  }
  return sum;
}

/** A month of a financial year: `month` counts from April as 1. */
export interface MonthOfYear {
  readonly year: number;
  readonly month: number;
}

/**
 * When the running sum passes the budget, linear within the year; null where it does not by the
 * milestone, or a year's figure is neither known nor projected.
 */
export function exhaustion(
  budget: number,
  base: number,
  milestone: number,
  value: (year: number) => number | null,
): MonthOfYear | null {
  let sum = 0;
  for (let year = base + 1; year <= milestone; year++) {
    const each = value(year);
    if (each === null) return null;
    if (sum + each > budget) {
      return { year, month: Math.min(12, Math.max(1, Math.ceil(((budget - sum) / each) * 12 - 1e-9))) };
    }
    sum += each;
  }
  return null;
}

/**
 * What will have been emitted by the milestone as a share of the budget, 1 for all of it:
 * `(U + projection) / B`; null where a year's figure is neither known nor projected.
 */
export function overshootOf(
  budget: number,
  base: number,
  milestone: number,
  value: (year: number) => number | null,
): number | null {
  const sum = addUp(value, base + 1, milestone);
  return sum === null || budget <= 0 ? null : sum / budget;
}

/** "March 2031": the twelfth month of the year that starts in 2030. */
export function monthLabel({ year, month }: MonthOfYear): string {
  return month <= 9 ? `${MONTH_NAMES[month + 2]} ${year}` : `${MONTH_NAMES[month - 10]} ${year + 1}`;
}
