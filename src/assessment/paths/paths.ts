/**
 * The road from a baseline to a target, year by year (calculations.md section 1). Years stand on
 * the axis of `time.ts`; values are in the metric's unit.
 */

export type PathShape = "linear" | "compound" | "compound to zero" | "step";

/** A point the path passes through; `shape` is that of the stretch which ends here. */
export interface Milestone {
  readonly at: number;
  readonly value: number;
  readonly shape: PathShape;
}

/** The floor of a compound path to zero, as a share of its start: os-climate ITR, `_compute_CAGR`. */
const COMPOUND_FLOOR = 1 / 11.11;

/** Equal steps: `b0 + (b1 - b0) share`, `share` from 0 at the start to 1 at the end. */
export function linear(from: number, to: number, share: number): number {
  return share >= 1 ? to : from + (to - from) * share;
}

/** Equal percentages: `b0 (b1/b0)^share`; null where either end is not above 0. */
export function compound(from: number, to: number, share: number): number | null {
  if (from <= 0 || to <= 0) return null;
  return share >= 1 ? to : from * (to / from) ** share;
}

/** A compound path that can end at 0 (os-climate ITR); flat where the target asks for no fall. */
export function compoundToZero(from: number, to: number, share: number): number | null {
  if (to >= from || from === 0) return from;
  if (to >= from * COMPOUND_FLOOR) return compound(from, to, share);
  if (share >= 1) return to;
  return COMPOUND_FLOOR ** share * from - (COMPOUND_FLOOR * from - to) * share;
}

/** The yearly rate of a compound path, 0.05 for 5%: `1 - (b1/b0)^(1/years)`; null where undefined. */
export function compoundRate(from: number, to: number, years: number): number | null {
  return from <= 0 || to <= 0 || years <= 0 ? null : 1 - (to / from) ** (1 / years);
}

/**
 * Where a path through milestones (in order of year) stands at a point of the axis. Null before
 * its first point, and where the stretch is undefined; after its last point it holds that value.
 */
export function pathValue(milestones: readonly Milestone[], at: number): number | null {
  let previous: Milestone | null = null;
  for (const milestone of milestones) {
    if (at === milestone.at) return milestone.value;
    if (at < milestone.at) return previous === null ? null : within(previous, milestone, at);
    previous = milestone;
  }
  return previous?.value ?? null;
}

function within(from: Milestone, to: Milestone, at: number): number | null {
  const share = (at - from.at) / (to.at - from.at);
  switch (to.shape) {
    case "linear":
      return linear(from.value, to.value, share);
    case "compound":
      return compound(from.value, to.value, share);
    case "compound to zero":
      return compoundToZero(from.value, to.value, share);
    case "step":
      return from.value;
  }
}
