import { isPartOfYear } from "../../../series/axis";
import { hasGapBetween, stepsBetween, type Step } from "../../../series/steps";
import type { FigureSeries, Point } from "../../context/figure-series";

/** A step of a series of figures. */
export interface SeriesStep extends Step<Point> {
  readonly series: FigureSeries;
}

/** Whether a series has seasons, as flows by month or quarter do: each figure is compared with the year before. */
export function isSeasonal({ metric, points }: FigureSeries): boolean {
  return metric.nature === "flow" && isPartOfYear(points[0].period);
}

/** Whether any value differs from the one before it by more than a share (0.15 for 15%), or comes from or goes to nothing. */
export function moves({ points }: FigureSeries, share: number): boolean {
  return points.some(({ value: now }, index) => {
    const before = points[index - 1]?.value;
    return before !== undefined && (!(Math.abs(now - before) <= share * Math.abs(before)) || now === 0);
  });
}

/** The steps of a series that a test picks out. */
export function stepsOf(series: FigureSeries, picks: (from: Point, to: Point) => boolean = () => true): SeriesStep[] {
  return stepsBetween(series.points, isSeasonal(series))
    .filter(({ from, to }) => picks(from, to))
    .map((step) => ({ ...step, series }));
}

/** Whether periods are missing between a step's two points. */
export function hasGap({ series, from, to }: SeriesStep): boolean {
  return !isSeasonal(series) && hasGapBetween(from.period, to.period);
}
