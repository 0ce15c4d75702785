import { getOrMake } from "../../collections/collect";
import type { Metric } from "../../plan/schema";
import { changeBetween, type MethodChange } from "../method/method-changes";
import { LEAST_ANNUAL_POINTS, LEAST_SUB_ANNUAL_POINTS, RunningLine, type TrendLine } from "./projection";
import type { Series, SeriesPoint } from "../../series/series";
import { yearEarlierIn } from "../../series/steps";

/** What a figure of a series is set against from the years before it. */
export interface History {
  /** Whole financial years of the organisation, by start year. */
  readonly yearly: ReadonlyMap<number, number>;
  /** The line through the figures up to each figure; null where they are too few. */
  readonly trends: ReadonlyMap<SeriesPoint, TrendLine | null>;
  /** The figure of exactly one year before a figure, of the same rhythm. */
  readonly yearBefore: (point: SeriesPoint) => SeriesPoint | undefined;
}

/** Ends of twelve months between 1 April 2020 and 31 March 2022, the years that can be left out of a trend. */
const PANDEMIC = { after: 2019, upTo: 2021 };

/** Looks at figures that can be set against a path only: not at partial roll-ups or parts of a year. */
export function historyOf(
  series: Series,
  metric: Metric,
  leaveOutPandemic: boolean,
  methodChanges: readonly MethodChange[] = [],
): History {
  const comparable = series.points.filter((point) => point.wholeYear && !point.partial);
  const years = comparable.filter((point) => Number.isInteger(point.at));
  return {
    yearly: new Map(years.map((point) => [point.at, point.value])),
    trends: trendsOf(comparable, metric.nature === "flow", leaveOutPandemic, methodChanges),
    yearBefore: yearEarlierIn(comparable),
  };
}

/**
 * The line at each figure. Years are taken twelve months apart, so that rolling windows never
 * overlap; shares and levels by month or quarter are taken as they are. A line begins anew where the method changed:
 * across that a trend would claim progress that is a restatement.
 */
function trendsOf(
  comparable: readonly SeriesPoint[],
  flow: boolean,
  leaveOutPandemic: boolean,
  methodChanges: readonly MethodChange[],
): Map<SeriesPoint, TrendLine | null> {
  const lines = new Map<string, RunningLine>();
  const trends = new Map<SeriesPoint, TrendLine | null>();
  let last: SeriesPoint | null = null;
  for (const point of comparable) {
    if (last !== null && changeBetween(methodChanges, last.period, point.period) !== null) lines.clear();
    last = point;
    const often = !flow && point.rhythm !== "year";
    const key = often ? point.rhythm : String(((Math.round(point.at * 12) % 12) + 12) % 12);
    const line = getOrMake(lines, key, () => new RunningLine());
    const leftOut = leaveOutPandemic && point.at > PANDEMIC.after && point.at <= PANDEMIC.upTo;
    if (!leftOut) line.add(point);
    trends.set(point, line.points < (often ? LEAST_SUB_ANNUAL_POINTS : LEAST_ANNUAL_POINTS) ? null : line.fitted());
  }
  return trends;
}
