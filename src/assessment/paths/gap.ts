import type { Metric } from "../../plan/schema";

/** Which way a metric should go. */
export type Better = Metric["better"];

/** Differences this small, beside the figures they come from, are the arithmetic's own. */
export const ARITHMETIC_NOISE = 1e-12;

/**
 * How far a figure stands behind its path, in the metric's unit: positive is behind, whatever the
 * direction (calculations.md section 2). A band is measured from its low edge: above it is not a failure.
 */
export function gapOf(actual: number, path: number, better: Better): number {
  const gap = better === "lower" || better === "neither" ? actual - path : path - actual;
  return Math.abs(gap) <= ARITHMETIC_NOISE * Math.max(Math.abs(actual), Math.abs(path)) ? 0 : gap;
}

/** The gap as a percentage of the path; null where the path is 0. */
export function gapPercentOf(gap: number, path: number): number | null {
  return path === 0 ? null : (gap / Math.abs(path)) * 100;
}
