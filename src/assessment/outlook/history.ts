import type { Metric } from "../../plan/schema";
import { LEAST_ANNUAL_POINTS, LEAST_SUB_ANNUAL_POINTS, RunningLine } from "./projection";
import type { TrendLine } from "./projection";
import type { Series, SeriesPoint } from "../../series/series";
import { monthsOf } from "../../series/axis";

/** A series as a row looks back on it: made in one pass, so that time grows with the number of figures. */
export interface History {
  /** Whole financial years of the organisation, by start year. */
  readonly yearly: ReadonlyMap<number, number>;
  /** The line through the figures up to each figure; null where they are too few. */
  readonly trends: ReadonlyMap<SeriesPoint, TrendLine | null>;
  /** Figures by what they cover and the month they end in. */
  readonly byEnd: ReadonlyMap<number, SeriesPoint>;
}

/** Ends of twelve months between 1 April 2020 and 31 March 2022, the years that can be left out of a trend. */
const PANDEMIC = { after: 2019, upTo: 2021 };

/** Looks at figures that can be set against a path only: not at partial roll-ups or parts of a year. */
export function historyOf(series: Series, metric: Metric, leaveOutPandemic: boolean): History {
  const comparable = series.points.filter((point) => point.wholeYear && !point.partial);
  const years = comparable.filter((point) => Number.isInteger(point.at));
  return {
    yearly: new Map(years.map((point) => [point.at, point.value])),
    trends: trendsOf(comparable, metric.nature === "flow", leaveOutPandemic),
    byEnd: new Map(comparable.map((point) => [endKey(point, 0), point])),
  };
}

/** The figure of exactly one year before, of the same kind. */
export function yearBefore(history: History, point: SeriesPoint): number | null {
  return history.byEnd.get(endKey(point, 12))?.value ?? null;
}

function endKey({ at, rhythm }: SeriesPoint, monthsEarlier: number): number {
  return (Math.round(at * 12) - monthsEarlier) * 100 + monthsOf(rhythm);
}

/**
 * The line at each figure. Years are taken twelve months apart, so that rolling windows never
 * overlap; shares and levels by month or quarter are taken as they are.
 */
function trendsOf(
  comparable: readonly SeriesPoint[],
  flow: boolean,
  leaveOutPandemic: boolean,
): Map<SeriesPoint, TrendLine | null> {
  const lines = new Map<string, RunningLine>();
  const trends = new Map<SeriesPoint, TrendLine | null>();
  for (const point of comparable) {
    const often = !flow && point.rhythm !== "year";
    const key = often ? point.rhythm : String(((Math.round(point.at * 12) % 12) + 12) % 12);
    const line = lines.get(key) ?? new RunningLine();
    lines.set(key, line);
    const leftOut = leaveOutPandemic && point.at > PANDEMIC.after && point.at <= PANDEMIC.upTo;
    if (!leftOut) line.add(point);
    trends.set(point, line.points < (often ? LEAST_SUB_ANNUAL_POINTS : LEAST_ANNUAL_POINTS) ? null : line.fitted());
  }
  return trends;
}
