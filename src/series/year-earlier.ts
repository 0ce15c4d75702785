import { keyOf } from "../collections/keys";
import { dateParts } from "../plan/time/periods";
import type { Period } from "../plan/time/periods";
import { rhythmOf } from "./axis";

/**
 * Finds, for a point, the one whose period ends twelve months earlier and is as long: month against
 * month, quarter against quarter, anything else against anything else. Of several the last is taken.
 */
export function yearEarlierIn<Point extends { readonly period: Period }>(
  points: readonly Point[],
): (point: Point) => Point | undefined {
  const byEnd = new Map(points.map((point) => [endKey(point.period, 0), point]));
  return ({ period }) => byEnd.get(endKey(period, 12));
}

function endKey({ kind, last }: Period, monthsEarlier: number): string {
  const { year, month } = dateParts(last);
  return keyOf(rhythmOf(kind), year * 12 + month - monthsEarlier);
}
