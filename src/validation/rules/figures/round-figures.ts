import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { formatNumber, periodWords, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf, type Point } from "../../context/figure-series";
import { isMetered } from "../../evidence/figures/repeats";
import { findingIn, type Candidate } from "../../findings/candidate";
import { references } from "../../findings/references";
import { STALE_OR_ROUND } from "../codes";
import type { Rule } from "../rule";

/** Figures looked at for roundness, and the least of them that must be there [ours]. */
const ROUND_LINES = 6;

/** An organisation's figures of one period that are all round (validation-rules.md DQ10). */
export const roundFigures: Rule = {
  ...STALE_OR_ROUND,
  severity: "warning",
  looksFor: "Every figure round.",
  thresholds: () => [`all of ${ROUND_LINES} figures or more of 1,000 and over rounded to two digits`],
  check(context) {
    const metered = groupBy(context.allSeries.filter(isMetered), ({ organisation }) => organisation);
    return [...metered].flatMap(([organisation, series]) => {
      const large = series.flatMap(({ points }) => points.filter(isLarge));
      return [...groupBy(large, ({ period }) => period.label).values()]
        .filter((points) => points.length >= ROUND_LINES && points.every(isRound))
        .map((points) => finding(context, organisation, points));
    });
  },
};

/** Large enough for its roundness to say something: not 12, nor 70.2 tonnes. */
function isLarge({ value, observations }: Point): boolean {
  const { raw } = observations[0];
  return value !== 0 && !(typeof raw === "number" && Math.abs(raw) < 1000);
}

/** Two digits and then zeros: 12,000. */
function isRound({ observations }: Point): boolean {
  const { raw } = observations[0];
  if (typeof raw !== "number" || !Number.isInteger(raw)) return false;
  return raw % 10 ** (Math.floor(Math.log10(Math.abs(raw))) - 1) === 0;
}

function finding(context: CheckContext, organisation: string, points: NonEmpty<Point>): Candidate {
  const [{ period }] = points;
  const cells = points.map(placeOf);
  return findingIn(cells, {
    severity: "warning",
    organisation,
    period: period.label,
    // Rounding a figure is not what makes it large or small.
    causes: [],
    message: `All ${formatNumber(points.length)} of ${context.nameOf(organisation)}’s figures of 1,000 or more for ${periodWords(period)} (${someOf(references(cells))}) are round numbers. Metered figures were expected; put them in, or mark them as estimates.`,
    effect: 0.01,
    subject: "round",
  });
}
