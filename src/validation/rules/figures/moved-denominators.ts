import { keyOf } from "../../../collections/keys";
import { formatPercent, formatQuantity, periodWords } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf, placesOf, type Point } from "../../context/figure-series";
import { statedIntensities } from "../../evidence/figures/intensities";
import { stepsOf, type SeriesStep } from "../../evidence/figures/steps";
import { findingAt, type Candidate } from "../../findings/candidate";
import { figureName, where } from "../../findings/phrases";
import { DENOMINATOR } from "../codes";
import type { Rule } from "../rule";

/** What intensities are divided by, where it has moved (validation-rules.md DQ15). */
export const movedDenominators: Rule = {
  ...DENOMINATOR,
  severity: "warning",
  looksFor: "A denominator that moved without a note while an intensity rests on it.",
  thresholds: ({ denominatorPercent }) => [`a denominator that moved over ${denominatorPercent}% without a note`],
  check(context) {
    const needed = new Set(
      context.once(statedIntensities).map(({ figure, denominator }) => keyOf(denominator, figure.organisation)),
    );
    return context.allSeries
      .filter(({ site, metric, organisation }) => site === null && needed.has(keyOf(metric.id, organisation)))
      .flatMap((series) => stepsOf(series, (from, to) => hasMoved(context, from, to)))
      .map((step) => finding(context, step));
  },
};

function hasMoved(context: CheckContext, from: Point, to: Point): boolean {
  if (from.value <= 0 || to.value <= 0 || to.observations.some((each) => each.note !== null)) return false;
  return percentOf(from, to) > context.thresholds.denominatorPercent;
}

function percentOf(from: Point, to: Point): number {
  return (Math.abs(to.value - from.value) / from.value) * 100;
}

function finding(context: CheckContext, { series, from, to }: SeriesStep): Candidate {
  const percent = percentOf(from, to);
  return findingAt(series, to, {
    severity: "warning",
    involves: [...placesOf(to), ...placesOf(from)],
    message: `${figureName(context, series, to)} ${where(context, series, to)}, moved by ${formatPercent(percent)} from ${periodWords(from.period)} (${placeOf(from).cell}, ${formatQuantity(from.value, series.metric.unit)}) without a note, and other figures are divided by it. Say in a note what changed, so that the years can be compared.`,
    effect: percent / 1000,
  });
}
