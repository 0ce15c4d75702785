import { formatPercent, formatQuantity, periodWords, plural, someOf } from "../../../plan/wording";
import type { Metric } from "../../../plan/schema";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { placeOf, placesOf } from "../../context/figure-series";
import { common, groupBy } from "../../../collections/groups";
import type { FigureSeries, Point } from "../../context/figure-series";
import { figureName, observationName, where, whereObservation } from "../../findings/phrases";
import { references } from "../../findings/references";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { stepsOf } from "../../evidence/figures/steps";
import type { Step } from "../../evidence/figures/steps";

/** Intensities whose denominator is missing or has moved (validation-rules.md DQ15). */
export const denominator: Rule = {
  code: "DQ15",
  name: "denominator",
  severity: "error without a denominator; warning where it moved without a note",
  looksFor:
    "An intensity without its denominator; a denominator that moved without a note while an intensity rests on it.",
  why: "An intensity can fall because less was used, or because more floor was counted: the denominator tells which.",
  thresholds: ({ denominatorPercent }) => [`a denominator that moved over ${denominatorPercent}% without a note`],
  mends: null,
  check(context) {
    const stated = context.observations.filter((each) => isStatedIntensity(context, each));
    if (stated.length === 0) return [];
    return [...missing(context, stated), ...moved(context, stated)];
  },
};

function isStatedIntensity(context: CheckContext, { metric, value }: Observation): boolean {
  const found = context.metrics.get(metric);
  return value !== null && found !== undefined && isIntensity(found);
}

/** Made of an amount and something it is "per": a share's parts need not be given. */
function isIntensity({ ratio, unit }: Metric): boolean {
  return ratio !== undefined && unit.includes("/") && unit !== "yes/no";
}

function denominatorOf(context: CheckContext, each: Observation): string {
  return context.metrics.get(each.metric)?.ratio?.denominator ?? "";
}

function missing(context: CheckContext, stated: readonly Observation[]): Candidate[] {
  const without = stated.filter(
    (each) =>
      each.site === null &&
      context.total(denominatorOf(context, each), each.organisation, each.period.label) === undefined,
  );
  const groups = groupBy(without, (each) => `${each.organisation}|${denominatorOf(context, each)}`);
  return [...groups.values()].map((group) => {
    const [first] = group as [Observation];
    const cells = group.map(({ place }) => place);
    const needed = context.titleOf(denominatorOf(context, first));
    const which =
      group.length === 1
        ? `${observationName(context, first)} ${whereObservation(context, first)} is`
        : `${plural(group.length, "figure")} of ${context.nameOf(first.organisation)} per unit of ${needed} (${someOf(references(cells))}) are`;
    return {
      severity: "error",
      cells,
      label: first.label,
      metric: common(group, ({ metric }) => metric),
      organisation: first.organisation,
      site: null,
      period: common(group, ({ period }) => period.label),
      message: `${which} given without the ${needed} of ${group.length === 1 ? "the same period" : "the same periods"}. Add it, so that ${group.length === 1 ? "the figure" : "they"} can be worked out again.`,
      mend: null,
      figure: group.length === 1 ? first.value : group.length,
      effect: 0.5,
      subject: denominatorOf(context, first),
    };
  });
}

function moved(context: CheckContext, stated: readonly Observation[]): Candidate[] {
  const needed = new Set(stated.map((each) => `${denominatorOf(context, each)}|${each.organisation}`));
  const allSeries = context.allSeries.filter(
    (series) => series.site === null && needed.has(`${series.metric.id}|${series.organisation}`),
  );
  return allSeries.flatMap((series) =>
    stepsOf(series, (from, to) => hasMoved(context, from, to)).map((step) => movedCandidate(context, series, step)),
  );
}

function hasMoved(context: CheckContext, from: Point, to: Point): boolean {
  if (from.value <= 0 || to.value <= 0 || to.observations.some((each) => each.note !== null)) return false;
  return (Math.abs(to.value - from.value) / from.value) * 100 > context.thresholds.denominatorPercent;
}

function movedCandidate(context: CheckContext, series: FigureSeries, { from, to }: Step): Candidate {
  const percent = (Math.abs(to.value - from.value) / from.value) * 100;
  return {
    severity: "warning",
    cells: placesOf(to),
    involves: [...placesOf(to), ...placesOf(from)],
    label: to.observations[0]?.label ?? null,
    metric: series.metric.id,
    organisation: series.organisation,
    site: null,
    period: to.period.label,
    message: `${figureName(context, series, to)} ${where(context, series, to)}, moved by ${formatPercent(percent)} from ${periodWords(from.period)} (${placeOf(from).cell}, ${formatQuantity(from.value, series.metric.unit)}) without a note, and other figures are divided by it. Say in a note what changed, so that the years can be compared.`,
    mend: null,
    figure: to.value,
    effect: percent / 1000,
  };
}
