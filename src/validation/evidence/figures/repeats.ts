import { keyOf } from "../../../collections/keys";
import { previous } from "../../../plan/time/periods";
import type { CheckContext } from "../../context/check-context";
import type { FigureSeries, Point } from "../../context/figure-series";
import { decimalUnit } from "../../context/rounding";
import { groupBy } from "../../../collections/groups";
import { isSeasonal, stepsOf } from "./steps";

/** A figure that is the same as the one before it. */
export interface Repeat {
  readonly series: FigureSeries;
  readonly point: Point;
  readonly before: Point;
}

/** Among thousands of series a few repeat by chance: this share of them must [ours]. */
const CHANCE = 0.05;

/**
 * A small figure may be the same again by chance, 40.2 tonnes more easily than 402,117: one of fewer units of its last
 * digit than this does not count among copied figures, and must stay the same for longer before that says anything [ours].
 */
export const TELLING_UNITS = 500;

/** Flows stated where they stand: sums of sites repeat only if their sites do. */
export function isMetered({ metric, points }: FigureSeries): boolean {
  return metric.nature === "flow" && metric.unit !== "%" && points.every((each) => each.observations.length === 1);
}

/** Whether a repeated figure has digits enough not to be the same by chance. */
export function isTelling({ point }: Repeat): boolean {
  const { raw } = point.observations[0];
  return typeof raw !== "number" || Math.abs(raw) / decimalUnit(raw) >= TELLING_UNITS;
}

/** Metered series with a figure that is the same as the one before it. */
export function repeatingSeries({ allSeries }: CheckContext): FigureSeries[] {
  return allSeries.filter((each) => isMetered(each) && repeatsAny(each));
}

function repeatsAny({ points }: FigureSeries): boolean {
  return points.some(({ value }, index) => value === points[index - 1]?.value);
}

/** A series' figures that are the same as the period before, in order. */
export function repeatsOf(series: FigureSeries): Repeat[] {
  return series.points.flatMap((point, index) => {
    const before = series.points[index - 1];
    if (before === undefined || point.value !== before.value || point.value === 0) return [];
    return previous(point.period).label === before.period.label ? [{ series, point, before }] : [];
  });
}

/** Months and quarters copied from the year before: with figures of their own in between, no period is like the last. */
function yearlyRepeatsOf(series: FigureSeries): Repeat[] {
  const steps = stepsOf(series, (from, to) => to.value === from.value && to.value !== 0);
  return steps.map(({ from, to }) => ({ series, point: to, before: from }));
}

/** Repeats of one organisation from one period to another, where they are too many to be chance. */
export function copiedBlocks(context: CheckContext): [Repeat, ...Repeat[]][] {
  const repeats = [
    ...context.once(repeatingSeries).flatMap(repeatsOf),
    ...context.allSeries.filter((each) => isSeasonal(each) && isMetered(each)).flatMap(yearlyRepeatsOf),
  ];
  const groups = groupBy(repeats, ({ series, point, before }) =>
    keyOf(series.organisation, point.period.label, before.period.label),
  );
  return [...groups.values()].filter((group) => {
    const telling = group.filter(isTelling).length;
    if (telling < context.thresholds.staleLines) return false;
    return telling >= CHANCE * (context.once(meteredSeries).get(group[0].series.organisation) ?? 0);
  });
}

/** How many metered series each organisation has. */
function meteredSeries({ allSeries }: CheckContext): ReadonlyMap<string, number> {
  const groups = groupBy(allSeries.filter(isMetered), ({ organisation }) => organisation);
  return new Map([...groups].map(([organisation, own]) => [organisation, own.length]));
}
