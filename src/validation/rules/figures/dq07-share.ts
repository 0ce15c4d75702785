import { formatNumber, formatPercent, periodWords, plural, someOf } from "../../../plan/wording";
import type { Observation, StatedTotal } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import type { Mend } from "../../finding";
import { isOutturn } from "../../context/figures";
import type { FigureSeries, Point } from "../../context/figure-series";
import { median } from "../../../collections/median";
import { references } from "../../findings/references";
import { addressOf } from "../../../snapshot/addresses";
import { figureName, observationName, quoted, where, whereObservation, whose } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { shareColumns } from "../../evidence/sheets/share-tables";
import { placeOf, placesOf } from "../../context/figure-series";

/** A fraction stands among percentages where its fellows are this large and it is 1 or less [ours]. */
const CLEARLY_PERCENT = 5;

/** Shares that cannot be, or that are on another scale than their fellows (validation-rules.md DQ07). */
export const share: Rule = {
  code: "DQ07",
  name: "share",
  severity: "error outside 0 to 100% or where shares of a whole do not add up to 100; warning for a likely wrong scale",
  looksFor:
    "A share outside 0 to 100%; shares of a whole that do not add up to 100; 0.47 where 47 is meant, or the reverse.",
  why: "A share on the wrong scale turns a target met into a target missed, or the reverse.",
  thresholds: ({ shareTolerance }) => [`shares of a whole add up to 100 within ${shareTolerance}`],
  mends: "put the share on the right scale",
  check(context) {
    return [
      ...context.observations.filter((each) => isOutside(context, each)).map((each) => outside(context, each)),
      ...context.allSeries.filter(isShare).flatMap((series) => fractions(context, series)),
      ...context.input.reading.statedTotals.flatMap((total) => whole(context, total)),
      ...plainTables(context),
    ];
  },
};

function isOutside(context: CheckContext, each: Observation): boolean {
  if (each.value === null || each.unit !== "%" || !isOutturn(each)) return false;
  const bounds = context.metrics.get(each.metric)?.bounds;
  return each.value < (bounds?.min ?? 0) || each.value > (bounds?.max ?? 100);
}

function outside(context: CheckContext, each: Observation): Candidate {
  const value = each.value as number;
  const meant = meantBy(context, each);
  const hint = meant === null ? "" : ` If ${formatPercent(meant)} is meant, the figure was multiplied by 100 twice.`;
  return {
    severity: "error",
    cells: [each.place],
    label: each.label,
    metric: each.metric,
    organisation: each.organisation,
    site: each.site,
    period: each.period.label,
    message: `${observationName(context, each)} ${whereObservation(context, each)} is ${formatPercent(value)}, where a share between 0 and 100% was expected.${hint} Correct it.`,
    mend: meant === null ? null : rescale(context, [each], 1 / 100),
    figure: value,
    effect: 1,
  };
}

/** Above this a share can only be one multiplied by 100 twice; below it, its other years must say so [ours]. */
const SURELY_TWICE = 500;

/** The share that a figure over 100% stands for, where it is one multiplied by 100 twice. */
function meantBy(context: CheckContext, each: Observation): number | null {
  const meant = (each.value as number) / 100;
  if (meant <= 1 || meant > 100) return null;
  const series = context.seriesOf(each.metric, each.organisation).find(({ site }) => site === each.site);
  const peers = (series?.points ?? []).filter(({ value }) => value > 0 && value <= 100).map(({ value }) => value);
  if (peers.length === 0) return meant * 100 >= SURELY_TWICE ? meant : null;
  const usual = median(peers);
  return meant >= usual / 4 && meant <= usual * 4 ? meant : null;
}

function rescale(context: CheckContext, observations: readonly Observation[], by: number): Mend | null {
  const changes = observations.flatMap(({ place, raw }) =>
    typeof raw !== "number" || context.formulaAt(place) !== null
      ? []
      : [{ sheet: place.sheet, address: addressOf(place), before: raw, after: Number((raw * by).toPrecision(12)) }],
  );
  const [first] = changes;
  if (first === undefined) return null;
  const label =
    changes.length === 1
      ? `Write ${formatNumber(first.after, 6)} in ${first.address}`
      : `Rescale ${plural(changes.length, "cell")}`;
  return { label, kind: "rescale", changes };
}

function isShare({ metric, points }: FigureSeries): boolean {
  return metric.unit === "%" && points.length >= 2;
}

/** A line's fractions, all in one: years typed as 0.44 among years typed as 47. */
function fractions(context: CheckContext, series: FigureSeries): Candidate[] {
  const found = series.points.filter((point) => isFraction(series, point));
  const [first] = found;
  const peer = [...series.points].reverse().find(({ value }) => value >= CLEARLY_PERCENT);
  return first === undefined || peer === undefined
    ? []
    : [fraction(context, series, found as [Point, ...Point[]], peer)];
}

/** A fraction beside a percentage: the nearest year that is no fraction is clearly one, and times 100 the figure is of its size. */
function isFraction(series: FigureSeries, point: Point): boolean {
  if (point.value <= 0 || point.value > 1 || point.observations.length > 1) return false;
  const at = series.points.indexOf(point);
  const distance = (each: Point): number => Math.abs(series.points.indexOf(each) - at);
  const [peer] = series.points.filter(({ value }) => value > 1).sort((one, other) => distance(one) - distance(other));
  // A share that has fallen low, year by year, is no slip.
  if (peer === undefined || peer.value < CLEARLY_PERCENT) return false;
  return point.value * 100 >= peer.value / 4 && point.value * 100 <= peer.value * 4;
}

function fraction(
  context: CheckContext,
  series: FigureSeries,
  points: readonly [Point, ...Point[]],
  other: Point,
): Candidate {
  const point = points[points.length - 1] as Point;
  const observations = points.map((each) => each.observations[0] as Observation);
  const name = whose(context, { ...series, metric: series.metric.id });
  const what =
    points.length === 1
      ? `${figureName(context, series, point)} ${where(context, series, point)} is`
      : `${name} is in ${plural(points.length, "year")} (${someOf(references(observations.map(({ place }) => place)))})`;
  const right =
    points.length === 1
      ? `if ${formatPercent(point.value * 100)} is right, rescale it`
      : "if they are, rescale them all";
  return {
    severity: "warning",
    cells: observations.map(({ place }) => place),
    involves: [...points.flatMap(placesOf), ...placesOf(other)],
    label: observations[0]?.label ?? null,
    metric: series.metric.id,
    organisation: series.organisation,
    site: series.site,
    period: point.period.label,
    message: `${what} under 1%, but ${formatPercent(other.value)} in ${periodWords(other.period)} (${placeOf(other).cell}). ${points.length === 1 ? "It looks like a fraction" : "They look like fractions"} where a percentage is meant: ${right}.`,
    mend: rescale(context, observations, 100),
    figure: points.length === 1 ? point.value : points.length,
    effect: 0.5,
  };
}

/** Shares of a whole, where the table states their total. */
function whole(context: CheckContext, total: StatedTotal): Candidate[] {
  if (total.unit !== "%" || total.of.length < 2) return [];
  const parts = total.of.map((place) => context.valueAt(place));
  if (!parts.every((each) => typeof each === "number")) return [];
  const sum = parts.reduce((so, each) => so + each, 0);
  const inPercent = Math.abs(sum) <= 2 ? sum * 100 : sum;
  if (Math.abs(inPercent - 100) <= context.thresholds.shareTolerance) return [];
  return [
    {
      severity: "error",
      cells: [total.place],
      also: total.of,
      label: total.label,
      metric: total.metric,
      organisation: total.organisation,
      site: null,
      period: total.period.label,
      message: `The shares under ${quoted(total.label)} (${total.place.cell}) add up to ${formatPercent(inPercent)}, where 100% was expected. Find the share that is wrong or missing.`,
      mend: null,
      figure: inPercent,
      effect: Math.abs(inPercent - 100) / 100,
    },
  ];
}

/** How far from 100 the parts may be and still be meant to make a whole, in points [ours]. */
const MEANT_AS_WHOLE = 20;

/** Shares of a whole in tables of the return's own, whose total says 100 or what its parts make. */
function plainTables(context: CheckContext): Candidate[] {
  const { shareTolerance } = context.thresholds;
  const read = context.input.reading.statedTotals.filter(({ unit, of }) => unit === "%" && of.length > 1);
  const known = new Set(read.map(({ place }) => place.cell));
  return context.scans.flatMap(shareColumns).flatMap(({ total, parts, label, sum, stated }) => {
    const off = Math.abs(sum - 100);
    const isWhole = Math.abs(stated - 100) <= shareTolerance || Math.abs(stated - sum) <= shareTolerance;
    if (known.has(total.cell) || off <= shareTolerance || off > MEANT_AS_WHOLE || !isWhole) return [];
    return [
      {
        severity: "error" as const,
        cells: [total],
        also: parts,
        label,
        metric: null,
        organisation: null,
        site: null,
        period: null,
        message: `The shares in ${someOf(references(parts))} add up to ${formatPercent(sum)}, where 100% was expected (${quoted(label)} in ${total.cell} says ${formatPercent(stated)}). Find the share that is wrong or missing.`,
        mend: null,
        figure: sum,
        effect: off / 100,
        subject: total.cell,
      },
    ];
  });
}
