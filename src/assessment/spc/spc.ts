import type { Assurance } from "../assessment";
import type { Better } from "../paths/gap";

/**
 * XmR control charts as NHS England's Making Data Count uses them (calculations.md section 6). For
 * monthly and quarterly series; never for annual footprints.
 */

/** Figures below which no limits are drawn. */
export const LEAST_SPC_POINTS = 10;
/** Figures below which limits are on trial. */
export const FIRM_SPC_POINTS = 13;

const LIMIT_FACTOR = 2.66;
const RANGE_LIMIT_FACTOR = 3.267;
const RUN = 7;

/** The limits of a control chart, in the unit of its figures. */
export interface XmrLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** At two thirds of the distance from the mean. */
  readonly nearLower: number;
  readonly nearUpper: number;
  readonly meanMovingRange: number;
}

/**
 * Limits of a series in order of time, or null for fewer than two points.
 *
 * @param screening leaves moving ranges of 3.267 times their mean or more out, once: on unless a
 *   person wants to match the Making Data Count Excel tool.
 */
export function xmrLimits(values: readonly number[], screening = true): XmrLimits | null {
  if (values.length < 2) return null;
  const mean = average(values);
  const ranges = changesOf(values).map(Math.abs);
  const bound = RANGE_LIMIT_FACTOR * average(ranges);
  const kept = screening && bound > 0 ? ranges.filter((range) => range < bound) : ranges;
  const meanMovingRange = average(kept);
  const reach = LIMIT_FACTOR * meanMovingRange;
  return {
    mean,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - (reach * 2) / 3,
    nearUpper: mean + (reach * 2) / 3,
    meanMovingRange,
  };
}

/** From each value to the next; one fewer than the values. */
function changesOf(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => value - (values[index] ?? value));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Why a point is no common cause. */
type SpecialCauseRule = "outside limits" | "trend" | "two in three" | "shift";

/** A point that common causes do not explain: the first rule that says so, and which way it points. */
export interface SpecialCause {
  readonly rule: SpecialCauseRule;
  readonly direction: "up" | "down";
}

/**
 * Each point's special cause or null, the rules in Making Data Count's order: outside the limits; a
 * trend of seven points; two of three in the outer third with all three on that side of the mean;
 * seven on one side. Every point of a run is marked; a tie ends a run. Of a two in three, the points
 * in the outer third are marked (as NHSRplotthedots marks them).
 */
export function specialCauses(values: readonly number[], limits: XmrLimits): (SpecialCause | null)[] {
  const marks: (SpecialCause | null)[] = values.map(() => null);
  const mark = (index: number, rule: SpecialCauseRule, direction: "up" | "down"): void => {
    marks[index] ??= { rule, direction };
  };
  values.forEach((value, index) => {
    if (value > limits.upper) mark(index, "outside limits", "up");
    if (value < limits.lower) mark(index, "outside limits", "down");
  });
  const directions = changesOf(values).map(Math.sign);
  for (const { first, last, sign } of runs(directions, RUN - 1)) {
    for (let index = first; index <= last + 1; index++) mark(index, "trend", sign > 0 ? "up" : "down");
  }
  for (const { index, sign } of twoInThree(values, limits)) mark(index, "two in three", sign > 0 ? "up" : "down");
  const sides = values.map((value) => Math.sign(value - limits.mean));
  for (const { first, last, sign } of runs(sides, RUN)) {
    for (let index = first; index <= last; index++) mark(index, "shift", sign > 0 ? "up" : "down");
  }
  return marks;
}

/** Stretches of one sign, 0 excepted, at least so long. */
function runs(signs: readonly number[], least: number): { first: number; last: number; sign: number }[] {
  const found: { first: number; last: number; sign: number }[] = [];
  let first = 0;
  for (let index = 1; index <= signs.length; index++) {
    const sign = signs[first] ?? 0;
    if (signs[index] === sign) continue;
    if (sign !== 0 && index - first >= least) found.push({ first, last: index - 1, sign });
    first = index;
  }
  return found;
}

function twoInThree(values: readonly number[], limits: XmrLimits): { index: number; sign: number }[] {
  const found: { index: number; sign: number }[] = [];
  for (const sign of [1, -1]) {
    const onSide = (value: number) => Math.sign(value - limits.mean) === sign;
    const near = (value: number) =>
      sign > 0 ? value > limits.nearUpper && value <= limits.upper : value < limits.nearLower && value >= limits.lower;
    for (let start = 0; start + 3 <= values.length; start++) {
      const three = values.slice(start, start + 3);
      if (!three.every(onSide) || three.filter(near).length < 2) continue;
      three.forEach((value, offset) => {
        if (near(value)) found.push({ index: start + offset, sign });
      });
    }
  }
  return found;
}

/** The word of the variation icon: what the last point says. */
export function variationOf(
  causes: readonly (SpecialCause | null)[],
  better: Better,
): "common cause" | "improvement" | "concern" | "special cause" {
  const last = causes[causes.length - 1];
  if (last === null || last === undefined) return "common cause";
  if (better !== "lower" && better !== "higher") return "special cause";
  return (last.direction === "down") === (better === "lower") ? "improvement" : "concern";
}

/** Against a fixed target: beyond a limit it will always, or never, be met; between them it may or may not. */
export function spcAssurance(limits: XmrLimits, target: number, better: Better): Assurance {
  if (better !== "lower" && better !== "higher") return "?";
  if (target > limits.upper) return better === "lower" ? "P" : "F";
  if (target < limits.lower) return better === "lower" ? "F" : "P";
  return "?";
}
