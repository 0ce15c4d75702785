import { keyOf } from "../collections/keys";
import { dateParts, previous, type Period } from "../plan/time/periods";
import { rhythmOf } from "./axis";
import type { Point } from "./point";

/** A point of a series and the earlier one it is compared with. */
export interface Step<P extends Point> {
  readonly from: P;
  readonly to: P;
}

/**
 * The steps of a series in order.
 *
 * @param points in order of period, one for each, all of one kind of period.
 * @param seasonal true to compare each month or quarter with the same one a year before, else with the one before it.
 */
export function stepsBetween<P extends Point>(points: readonly P[], seasonal: boolean): Step<P>[] {
  const yearEarlier = yearEarlierIn(points);
  return points.flatMap((to, index) => {
    const from = seasonal ? yearEarlier(to) : points[index - 1];
    return from === undefined ? [] : [{ from, to }];
  });
}

/**
 * Finds, for a point, the one whose period ends twelve months earlier and is as long: month against
 * month, quarter against quarter, anything else against anything else. Of several the last is taken.
 */
export function yearEarlierIn<P extends Point>(points: readonly P[]): (point: Pick<P, "period">) => P | undefined {
  const byEnd = new Map(points.map((point) => [endKey(point.period, 0), point]));
  return ({ period }) => byEnd.get(endKey(period, 12));
}

function endKey({ kind, last }: Period, monthsEarlier: number): string {
  const { year, month } = dateParts(last);
  return keyOf(rhythmOf(kind), year * 12 + month - monthsEarlier);
}

/** Whether periods are missing between two periods of one kind. */
export function hasGapBetween(before: Period, after: Period): boolean {
  return previous(after).label !== before.label;
}
