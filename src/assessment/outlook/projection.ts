import { t95 } from "./student";

/** One figure on the year axis. */
export interface AxisPoint {
  readonly at: number;
  readonly value: number;
}

/** A straight line through points by ordinary least squares, and what its interval needs. */
export interface TrendLine {
  readonly slope: number;
  readonly meanAt: number;
  readonly meanValue: number;
  readonly points: number;
  /** Standard error of a point about the line. */
  readonly error: number;
  /** Sum of squares of the points' years about their mean. */
  readonly spread: number;
}

/** Annual figures needed before a line is drawn through them (calculations.md section 3). */
export const LEAST_ANNUAL_POINTS = 4;
/** Monthly or quarterly figures needed. */
export const LEAST_SUB_ANNUAL_POINTS = 10;

/** Ordinary least squares that takes its points one by one (Welford's update of means and products). */
export class RunningLine {
  points = 0;
  private meanAt = 0;
  private meanValue = 0;
  private spread = 0;
  private product = 0;
  private square = 0;

  add({ at, value }: AxisPoint): void {
    this.points += 1;
    const [fromAt, fromValue] = [at - this.meanAt, value - this.meanValue];
    this.meanAt += fromAt / this.points;
    this.meanValue += fromValue / this.points;
    this.spread += fromAt * (at - this.meanAt);
    this.product += fromAt * (value - this.meanValue);
    this.square += fromValue * (value - this.meanValue);
  }

  /** Null for fewer than three points, or points of one year only: no line, or no error about it. */
  fitted(): TrendLine | null {
    const { points, meanAt, meanValue, spread } = this;
    if (points < 3 || spread === 0) return null;
    const slope = this.product / spread;
    const residual = Math.max(0, this.square - slope * this.product);
    return { slope, meanAt, meanValue, points, error: Math.sqrt(residual / (points - 2)), spread };
  }
}

/** The line through points in any order; null where there is none. */
export function fitLine(points: readonly AxisPoint[]): TrendLine | null {
  const line = new RunningLine();
  for (const point of points) line.add(point);
  return line.fitted();
}

/** The line's value at a point of the axis. */
export function lineValue(line: TrendLine, at: number): number {
  return line.meanValue + line.slope * (at - line.meanAt);
}

/** The line's value with its 95% prediction interval: `ŷ ± t s sqrt(1 + 1/n + (x - x̄)²/Sxx)`. */
export function project(line: TrendLine, at: number): { value: number; low: number; high: number } {
  const value = lineValue(line, at);
  const half =
    t95(line.points - 2) * line.error * Math.sqrt(1 + 1 / line.points + (at - line.meanAt) ** 2 / line.spread);
  return { value, low: value - half, high: value + half };
}

/**
 * Where on the axis the line reaches a target: `x̄ + (T - ȳ) / slope`, which may lie in the past.
 * Null where the slope does not run in the better direction ("not on current trend").
 */
export function attainment(line: TrendLine, target: number, better: "lower" | "higher"): number | null {
  const heads = better === "lower" ? line.slope < 0 : line.slope > 0;
  return heads ? line.meanAt + (target - line.meanValue) / line.slope : null;
}
