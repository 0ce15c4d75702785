import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { yearBandOf } from "../../../plan/metric-facts";
import type { YearBand } from "../../../plan/vocabulary/vocabulary";
import { formatQuantity, periodWords, plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placesOf, type FigureSeries, type Point } from "../../context/figure-series";
import { findingAt, type Candidate } from "../../findings/candidate";
import { figureName, figuresOf, where } from "../../findings/phrases";
import { references } from "../../findings/references";
import type { Rule } from "../rule";

/** The size of a figure, which no heading can get wrong: the second witness of its scale (validation-rules.md DQ18). */
export const magnitude: Rule = {
  code: "DQ18",
  name: "magnitude",
  severity: "warning",
  looksFor: "A year’s figure far outside what organisations of that size report, as figures in thousands are.",
  why: "Thousands that the heading does not say make a figure a thousandth of what it is, in every year alike.",
  thresholds: () => ["at least ten times beyond what organisations of that size report, by metric, in the vocabulary"],
  check(context) {
    return context.allSeries.flatMap((series) => {
      const band = series.site === null ? bandOf(context, series) : null;
      const outside = band === null ? [] : series.points.filter((point) => isOutside(point, band));
      return band !== null && isNonEmpty(outside) ? [finding(context, series, outside, band)] : [];
    });
  },
};

function bandOf({ organisations }: CheckContext, { metric, organisation }: FigureSeries): YearBand | null {
  return yearBandOf(metric, organisations.get(organisation)?.size);
}

/** Sites that do not add up to much may be some of many: only a stated figure can be too small. */
function isOutside({ period, value, observations, stated }: Point, { size, least = 0, most }: YearBand): boolean {
  if (value <= 0 || (size !== undefined && period.kind !== "financial-year")) return false;
  const isStated = stated !== null || observations[0].site === null;
  return value > most || (isStated && value < least);
}

function finding(context: CheckContext, series: FigureSeries, points: NonEmpty<Point>, band: YearBand): Candidate {
  const { metric, organisation } = series;
  const point = points[points.length - 1] ?? points[0];
  const { least = 0, most, size } = band;
  const which =
    points.length === 1
      ? `${figureName(context, series, point)} ${where(context, series, point)} is`
      : `${figuresOf(context, { ...series, metric: metric.id })} in ${plural(points.length, "period")} (${someOf(references(points.flatMap(placesOf)))}), such as ${formatQuantity(point.value, metric.unit)} in ${periodWords(point.period)}, is`;
  const whose = size === undefined ? "trusts" : `a ${size}`;
  const expected = `${point.value > most ? "above" : "below"} anything ${whose} ${size === undefined ? "report" : "reports"} for a year: ${formatQuantity(least, metric.unit)} to ${formatQuantity(most, metric.unit)} was expected`;
  return findingAt(series, point, {
    severity: "warning",
    cells: points.flatMap(placesOf),
    organisation,
    message: `${which} ${expected}. Check the unit of its heading: thousands must be said there.`,
    figure: points.length === 1 ? point.value : points.length,
    effect: 0.9,
  });
}
