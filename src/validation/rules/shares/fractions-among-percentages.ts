import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { formatPercent, periodWords, plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf, placesOf, type FigureSeries, type Point } from "../../context/figure-series";
import { findingAt, type Candidate } from "../../findings/candidate";
import { figureName, figuresOf, where } from "../../findings/phrases";
import { references } from "../../findings/references";
import { SHARE } from "../codes";
import type { Rule } from "../rule";
import { rescale } from "./rescale";

/** Years typed as 0.44 among years typed as 47, one finding a series (validation-rules.md DQ07). */
export const fractionsAmongPercentages: Rule = {
  ...SHARE,
  severity: "warning",
  looksFor: "0.47 where 47 is meant.",
  mends: "put the share on the right scale",
  check(context) {
    const shares = context.allSeries.filter(({ metric, points }) => metric.unit === "%" && points.length >= 2);
    return shares.flatMap((series) => {
      const fractions = series.points.filter((point) => isFraction(series, point));
      const other = series.points.findLast(({ value }) => value >= CLEARLY_PERCENT);
      return isNonEmpty(fractions) && other !== undefined ? [finding(context, series, fractions, other)] : [];
    });
  },
};

/** A fraction stands among percentages where its peers are this large and it is 1 or less [ours]. */
const CLEARLY_PERCENT = 5;

/** Whether a figure is a fraction beside a percentage: the nearest year that is no fraction is clearly one, and times 100 it is of its size. */
function isFraction({ points }: FigureSeries, point: Point): boolean {
  if (point.value <= 0 || point.value > 1 || point.observations.length > 1) return false;
  const at = points.indexOf(point);
  const distance = (each: Point): number => Math.abs(points.indexOf(each) - at);
  const [peer] = points.filter(({ value }) => value > 1).sort((one, other) => distance(one) - distance(other));
  // A share that has fallen low, year by year, is no slip.
  if (peer === undefined || peer.value < CLEARLY_PERCENT) return false;
  return point.value * 100 >= peer.value / 4 && point.value * 100 <= peer.value * 4;
}

function finding(context: CheckContext, series: FigureSeries, points: NonEmpty<Point>, other: Point): Candidate {
  const observations = points.map((each) => each.observations[0]);
  const cells = observations.map(({ place }) => place);
  const point = points[points.length - 1] ?? points[0];
  const one = points.length === 1;
  const name = figuresOf(context, { ...series, metric: series.metric.id });
  const what = one
    ? `${figureName(context, series, point)} ${where(context, series, point)} is`
    : `${name} is in ${plural(points.length, "year")} (${someOf(references(cells))})`;
  const right = one ? `if ${formatPercent(point.value * 100)} is right, rescale it` : "if they are, rescale them all";
  return findingAt(series, point, {
    severity: "warning",
    cells,
    involves: [...points.flatMap(placesOf), ...placesOf(other)],
    label: points[0].observations[0].label,
    message: `${what} under 1%, but ${formatPercent(other.value)} in ${periodWords(other.period)} (${placeOf(other).cell}). ${one ? "It looks like a fraction" : "They look like fractions"} where a percentage is meant: ${right}.`,
    mend: rescale(context, observations, 100),
    figure: one ? point.value : points.length,
    effect: 0.5,
  });
}
