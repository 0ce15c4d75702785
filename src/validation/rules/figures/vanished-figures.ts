import { keyOf } from "../../../collections/keys";
import { formatQuantity, periodWords } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf, placesOf, type FigureSeries } from "../../context/figure-series";
import { materialityOf } from "../../evidence/figures/materiality";
import { stepsOf } from "../../evidence/figures/steps";
import { findingAt, type Candidate } from "../../findings/candidate";
import { figureName, where } from "../../findings/phrases";
import { ZERO_OR_SIGN } from "../codes";
import type { Rule } from "../rule";

/** Zeros where something was (validation-rules.md DQ05). */
export const vanishedFigures: Rule = {
  ...ZERO_OR_SIGN,
  severity: "warning",
  looksFor: "A zero where the last period was positive.",
  thresholds: () => ["the vanished figure was larger than the metric’s materiality amount"],
  check(context) {
    const gone = context.allSeries.filter(reachesZero).flatMap((series) => vanished(context, series));
    return withoutSitesOfWholes(gone);
  },
};

/** Whether a series has a zero at all. A share that should fall is allowed to reach nothing. */
function reachesZero({ metric, points }: FigureSeries): boolean {
  if (metric.nature === "answer" || (metric.unit === "%" && metric.better !== "higher")) return false;
  return points.some(({ value }) => value === 0);
}

function vanished(context: CheckContext, series: FigureSeries): Candidate[] {
  const materiality = context.once(materialityOf);
  const steps = stepsOf(
    series,
    (from, to) => to.value === 0 && from.value > 0 && from.value > materiality.amount(series, from),
  );
  return steps.map(({ from, to }) =>
    findingAt(series, to, {
      severity: "warning",
      involves: [...placesOf(to), ...placesOf(from)],
      message: `${figureName(context, series, to)} ${where(context, series, to)} is zero, but was ${formatQuantity(from.value, series.metric.unit)} in ${periodWords(from.period)} (${placeOf(from).cell}). Give the figure, or explain why nothing was used.`,
      effect: materiality.effect(series, from, from.value),
    }),
  );
}

/** Where all of an organisation's figure has gone, its sites' only say the same again. */
function withoutSitesOfWholes(gone: readonly Candidate[]): Candidate[] {
  const key = ({ metric, organisation, period }: Candidate): string => keyOf(metric, organisation, period);
  const wholes = new Set(gone.filter(({ site }) => site === null).map(key));
  return gone.filter((each) => each.site === null || !wholes.has(key(each)));
}
