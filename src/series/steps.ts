import { previous } from "../plan/time/periods";
import type { Period } from "../plan/time/periods";

/** A value for one period. */
export interface PeriodValue {
  readonly period: Period;
  readonly value: number;
}

/** A point of a series and the earlier one it is compared with. */
export interface Step<Point extends PeriodValue> {
  readonly from: Point;
  readonly to: Point;
}

const PARTS_OF_A_YEAR = new Set(["month", "financial-quarter", "calendar-quarter"]);

/** Whether a period is a month or a quarter, so that a flow by it has seasons. */
export function isPartOfYear({ kind }: Period): boolean {
  return PARTS_OF_A_YEAR.has(kind);
}

/**
 * The steps of a series in order.
 *
 * @param points in order of period, one for each, all of one kind of period.
 * @param seasonal true to compare each month or quarter with the same one a year before, else with the one before it.
 */
export function stepsBetween<Point extends PeriodValue>(points: readonly Point[], seasonal: boolean): Step<Point>[] {
  const byFirstDay = new Map(seasonal ? points.map((each) => [each.period.first, each]) : []);
  return points.flatMap((to, index) => {
    const from = seasonal ? byFirstDay.get(aYearEarlier(to.period.first)) : points[index - 1];
    return from === undefined ? [] : [{ from, to }];
  });
}

function aYearEarlier(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

/** Whether periods are missing between two periods of one kind. */
export function hasGapBetween(before: Period, after: Period): boolean {
  return previous(after).label !== before.label;
}
