import { formatNumber, formatQuantity, periodWords, possessive, someOf } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { placeOf, placesOf } from "../../context/figure-series";
import { common, groupBy } from "../../../collections/groups";
import { isOutturn } from "../../context/figures";
import type { FigureSeries } from "../../context/figure-series";
import { Materiality } from "../../evidence/figures/materiality";
import { references } from "../../findings/references";
import { addressOf } from "../../../snapshot/addresses";
import { figureName, observationName, where, whereObservation } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { stepsOf } from "../../evidence/figures/steps";
import { isNoted } from "../../evidence/sheets/data-notes";
import { emptyFigures } from "../../evidence/sheets/empty-cells";
import type { EmptyFigure } from "../../evidence/sheets/empty-cells";

/** Nothing where something was, and less than nothing (validation-rules.md DQ05). */
export const zeroOrSign: Rule = {
  code: "DQ05",
  name: "zero-or-sign",
  severity: "error for a negative figure; warning for a zero or a blank after a positive one",
  looksFor: "A zero or a blank where the last period was positive; negative consumption, unless it is an export.",
  why: "A figure that vanished is more often a missed meter or an empty row than a real nothing.",
  thresholds: () => ["the vanished figure was larger than the metric’s materiality amount"],
  mends: "turn the sign",
  check(context) {
    const materiality = new Materiality(context);
    return [
      ...context.observations.filter((each) => isNegative(context, each)).map((each) => negative(context, each)),
      ...theWholes(context.allSeries.filter(reachesZero).flatMap((series) => vanished(context, series, materiality))),
      ...blanks(context, materiality),
    ];
  },
};

function isNegative(context: CheckContext, each: Observation): boolean {
  if (each.value === null || each.value >= 0 || !isOutturn(each)) return false;
  const metric = context.metrics.get(each.metric);
  // Shares have their own rule; a metric whose bounds let it be negative is no consumption.
  const cannotBe = metric !== undefined && metric.unit !== "%" && metric.bounds.min !== null && metric.bounds.min >= 0;
  return cannotBe && !/\bexport/i.test(each.label);
}

function negative(context: CheckContext, each: Observation): Candidate {
  const value = each.value as number;
  const { place, raw } = each;
  const typed = typeof raw === "number" && context.formulaAt(place) === null;
  return {
    severity: "error",
    cells: [place],
    label: each.label,
    metric: each.metric,
    organisation: each.organisation,
    site: each.site,
    period: each.period.label,
    message: `${observationName(context, each)} ${whereObservation(context, each)} is ${formatQuantity(value, each.unit)}, where 0 or more was expected. Check the sign: a credit or an export belongs in a row of its own.`,
    mend: typed
      ? {
          label: `Write ${formatQuantity(-value, each.unit)} in ${addressOf(place)}`,
          kind: "sign",
          changes: [{ sheet: place.sheet, address: addressOf(place), before: raw, after: -raw }],
        }
      : null,
    figure: value,
    effect: 1,
  };
}

/** Whether a line has a zero at all. A share that should fall is allowed to reach nothing. */
function reachesZero({ metric, points }: FigureSeries): boolean {
  if (metric.nature === "answer" || (metric.unit === "%" && metric.better !== "higher")) return false;
  return points.some(({ value }) => value === 0);
}

function vanished(context: CheckContext, series: FigureSeries, materiality: Materiality): Candidate[] {
  const { metric } = series;
  const gone = stepsOf(
    series,
    (from, to) => to.value === 0 && from.value > 0 && from.value > materiality.amount(series, from),
  );
  return gone.map(({ from, to }) => {
    const message = `${figureName(context, series, to)} ${where(context, series, to)} is zero, but was ${formatQuantity(from.value, metric.unit)} in ${periodWords(from.period)} (${placeOf(from).cell}). Give the figure, or explain why nothing was used.`;
    return {
      ...about(series, to.period.label, materiality.effect(series, from, from.value)),
      cells: placesOf(to),
      involves: [...placesOf(to), ...placesOf(from)],
      label: to.observations[0]?.label ?? null,
      message,
      figure: 0,
    };
  });
}

/** Blank cells whose row does not say why. */
function unexplained(context: CheckContext): EmptyFigure[] {
  return emptyFigures(context).filter(({ place }) => !isNoted(context, place.cell, place.period.label));
}

/** Where all of an organisation's figure has gone, its sites' only say the same again. */
function theWholes(gone: readonly Candidate[]): Candidate[] {
  const key = ({ metric, organisation, period }: Candidate): string => `${metric}|${organisation}|${period}`;
  const wholes = new Set(gone.filter(({ site }) => site === null).map(key));
  return gone.filter((each) => each.site === null || !wholes.has(key(each)));
}

/** Blank cells, those of one organisation and period in one: half a column not filled in is one matter. */
function blanks(context: CheckContext, materiality: Materiality): Candidate[] {
  const groups = groupBy(unexplained(context), ({ series, place }) => `${series.organisation}|${place.period.label}`);
  return [...groups.values()].map((group) => {
    const [{ series, before, place }] = group as [EmptyFigure];
    const alone = group.length === 1;
    const effects = group.map((each) => materiality.effect(each.series, each.before, each.before.value));
    return {
      ...about(series, place.period.label, Math.max(...effects)),
      ...(alone ? {} : { metric: common(group, (each) => each.series.metric.id), site: null }),
      cells: group.map((each) => each.place.cell),
      label: alone ? (before.observations[0]?.label ?? null) : null,
      message: alone ? oneBlank(context, group[0] as EmptyFigure) : manyBlanks(context, group),
      figure: alone ? null : group.length,
      subject: "blank",
    };
  });
}

function oneBlank(context: CheckContext, { series, before, place }: EmptyFigure): string {
  const name = figureName(context, series, { ...before, period: place.period });
  return `${name} (${place.cell.cell}) is blank, but was ${formatQuantity(before.value, series.metric.unit)} in ${periodWords(before.period)} (${placeOf(before).cell}). Give the figure, or put the reason in a data note.`;
}

function manyBlanks(context: CheckContext, group: readonly EmptyFigure[]): string {
  const [{ series, before, place }] = group as readonly EmptyFigure[] as [EmptyFigure];
  const cells = someOf(references(group.map((each) => each.place.cell)));
  const metrics = [...new Set(group.map((each) => context.titleOf(each.series.metric.id)))];
  return `${formatNumber(group.length)} of ${possessive(context.nameOf(series.organisation))} figures for ${periodWords(place.period)} (${cells}) are blank, but were given for ${periodWords(before.period)}: ${someOf(metrics)}. Give the figures, or put the reason for each in a data note.`;
}

function about(series: FigureSeries, period: string, effect: number) {
  return {
    severity: "warning" as const,
    metric: series.metric.id,
    organisation: series.organisation,
    site: series.site,
    period,
    mend: null,
    effect,
  };
}
