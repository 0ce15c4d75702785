import type { NonEmpty } from "../../../collections/non-empty";
import { formatNumber, periodWords, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf } from "../../context/figure-series";
import { copiedBlocks, type Repeat } from "../../evidence/figures/repeats";
import { findingIn, type Candidate } from "../../findings/candidate";
import { references } from "../../findings/references";
import { STALE_OR_ROUND } from "../codes";
import type { Rule } from "../rule";

/** Several figures of an organisation copied from the last period (validation-rules.md DQ10). */
export const copiedFigures: Rule = {
  ...STALE_OR_ROUND,
  severity: "warning",
  looksFor: "Figures identical to the last period’s, to the unit, across several lines.",
  thresholds: ({ staleLines }) => [`${staleLines} lines or more identical to the last period’s`],
  check(context) {
    return context.once(copiedBlocks).map((repeats) => finding(context, repeats));
  },
};

function finding(context: CheckContext, repeats: NonEmpty<Repeat>): Candidate {
  const [{ series, point, before }] = repeats;
  const cells = repeats.map((each) => placeOf(each.point));
  const metrics = [...new Set(repeats.map((each) => context.titleOf(each.series.metric.id)))];
  return findingIn(cells, {
    severity: "warning",
    organisation: series.organisation,
    period: point.period.label,
    involves: [...cells, ...repeats.map((each) => placeOf(each.before))],
    message: `${formatNumber(repeats.length)} of ${context.nameOf(series.organisation)}’s figures for ${periodWords(point.period)} (${someOf(references(cells))}) are the same to the unit as those for ${periodWords(before.period)}: ${someOf(metrics)}. New figures were expected; replace what was carried over, or explain why it is the same.`,
    effect: repeats.length / 100,
    subject: "copied",
  });
}
