import { formatNumber, formatPercent, periodWords } from "../../plan/wording";
import type { Observation, StatedTotal } from "../../returns/observation";
import type { CheckContext } from "../context";
import type { Mend } from "../finding";
import { isOutturn } from "../lines";
import type { Line, Point } from "../lines";
import { median } from "../median";
import { addressOf } from "../places";
import { figureName, observationName, quoted, where, whereObservation } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { placeOf, placesOf } from "../context";

/** A fraction stands among percentages where its fellows are this large and it is 1 or less [ours]. */
const CLEARLY_PERCENT = 5;

/** Shares that cannot be, or that are on another scale than their fellows (validation-rules.md DQ07). */
export const share: Rule = {
  code: "DQ07",
  name: "share",
  reach: "figures",
  severity: "error outside 0 to 100% or where shares of a whole do not add up to 100; warning for a likely wrong scale",
  looksFor:
    "A share outside 0 to 100%; shares of a whole that do not add up to 100; 0.47 where 47 is meant, or the reverse.",
  why: "A share on the wrong scale turns a target met into a target missed, or the reverse.",
  thresholds: ({ shareTolerance }) => [`shares of a whole add up to 100 within ${shareTolerance}`],
  mends: "put the share on the right scale",
  check(context) {
    return [
      ...context.figuresThat(isOutside).map((each) => outside(context, each)),
      ...context.linesThat(isShare).flatMap((line) => fractions(context, line)),
      ...context.input.reading.statedTotals.flatMap((total) => whole(context, total)),
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
  const meant = value > 100 && value / 100 <= 100 ? value / 100 : null;
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
    mend: meant === null ? null : rescale(context, each, 1 / 100),
    figure: value,
    effect: 1,
  };
}

function rescale(context: CheckContext, { place, raw }: Observation, by: number): Mend | null {
  if (typeof raw !== "number" || context.formulaAt(place) !== null) return null;
  const after = Number((raw * by).toPrecision(12));
  const change = { sheet: place.sheet, address: addressOf(place), before: raw, after };
  return { label: `Write ${formatNumber(after, 6)} in ${change.address}`, kind: "rescale", changes: [change] };
}

function isShare({ metric, points }: Line): boolean {
  return metric.unit === "%" && points.length >= 2;
}

function fractions(context: CheckContext, line: Line): Candidate[] {
  return line.points.flatMap((point) => {
    if (point.value <= 0 || point.value > 1 || point.observations.length > 1) return [];
    const others = line.points.filter((each) => each !== point);
    const usual = median(others.map((each) => each.value));
    // A share that has fallen low is no slip: times 100 it must be of its fellows' size.
    if (usual < CLEARLY_PERCENT || point.value * 100 < usual / 4 || point.value * 100 > usual * 4) return [];
    return [fraction(context, line, point, others[others.length - 1] as Point)];
  });
}

function fraction(context: CheckContext, line: Line, point: Point, other: Point): Candidate {
  const observation = point.observations[0] as Observation;
  return {
    severity: "warning",
    cells: [observation.place],
    involves: [...placesOf(point), ...placesOf(other)],
    label: observation.label,
    metric: line.metric.id,
    organisation: line.organisation,
    site: line.site,
    period: point.period.label,
    message: `${figureName(context, line, point)} ${where(context, line, point)} is under 1%, but ${formatPercent(other.value)} in ${periodWords(other.period)} (${placeOf(other).cell}). It looks like a fraction where a percentage is meant: if ${formatPercent(point.value * 100)} is right, rescale it.`,
    mend: rescale(context, observation, 100),
    figure: point.value,
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
