import { previous } from "../../../plan/time/periods";
import type { FigureSeries, Point } from "../../context/figure-series";

/** A point and the earlier one it is compared with. */
export interface Step {
  readonly series: FigureSeries;
  readonly from: Point;
  readonly to: Point;
}

const PARTS_OF_A_YEAR = new Set(["month", "financial-quarter", "calendar-quarter"]);

/** Flows by month or quarter have seasons: what they are compared with is the year before. */
export function isSeasonal(series: FigureSeries): boolean {
  return series.metric.nature === "flow" && PARTS_OF_A_YEAR.has(series.points[0]?.period.kind ?? "");
}

/** Whether any value differs from the one before it by more than a share (0.15 for 15%), or comes from or goes to nothing. */
export function moves({ points }: FigureSeries, share: number): boolean {
  return points.some(({ value: now }, index) => {
    const before = points[index - 1]?.value;
    return before !== undefined && (!(Math.abs(now - before) <= share * Math.abs(before)) || now === 0);
  });
}

/**
 * The steps of a line from period to period that a test picks out. Flows by month or quarter are
 * compared with the same month or quarter a year before; everything else with the period before.
 */
export function stepsOf(series: FigureSeries, picks: (from: Point, to: Point) => boolean = () => true): Step[] {
  const { points } = series;
  if (points.length < 2) return [];
  const yearBefore = isSeasonal(series) ? byFirstDay(points) : null;
  const steps: Step[] = [];
  for (let index = 0; index < points.length; index++) {
    const to = points[index] as Point;
    const from = yearBefore === null ? points[index - 1] : yearBefore.get(aYearEarlier(to.period.first));
    if (from !== undefined && picks(from, to)) steps.push({ series, from, to });
  }
  return steps;
}

/** Whether periods are missing between a step's two points. */
export function hasGap({ series, from, to }: Step): boolean {
  return !isSeasonal(series) && previous(to.period).label !== from.period.label;
}

function byFirstDay(points: readonly Point[]): ReadonlyMap<string, Point> {
  return new Map(points.map((each) => [each.period.first, each]));
}

function aYearEarlier(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
