import { keyOf } from "../../../collections/keys";
import { groupBy } from "../../../collections/groups";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf, type FigureSeries } from "../../context/figure-series";
import { findingIn, type Candidate } from "../../findings/candidate";
import { references } from "../../findings/references";
import { PERIODS } from "../codes";
import type { Rule } from "../rule";

/** Calendar years among financial ones (validation-rules.md DQ11). */
export const mixedYears: Rule = {
  ...PERIODS,
  severity: "warning",
  looksFor: "Calendar and financial years mixed.",
  check(context) {
    const annual = context.allSeries.filter(
      (each) => each.site === null && /^(financial|calendar)-year$/.test(kindOf(each)),
    );
    const ofMetrics = [...groupBy(annual, (each) => keyOf(each.metric.id, each.organisation)).values()];
    const mixed = ofMetrics.filter((series) => new Set(series.map(kindOf)).size > 1);
    return [...groupBy(mixed, ([first]) => first.organisation).values()].flatMap((ofOrganisation) => {
      const calendar = ofOrganisation.flat().filter((each) => kindOf(each) === "calendar-year");
      return isNonEmpty(calendar) ? [finding(context, calendar)] : [];
    });
  },
};

function kindOf({ points }: FigureSeries): string {
  return points[0].period.kind;
}

/** @param calendar one organisation's series by calendar year. */
function finding(context: CheckContext, calendar: NonEmpty<FigureSeries>): Candidate {
  const [{ organisation, points }] = calendar;
  const cells = calendar.flatMap((each) => each.points.map(placeOf));
  const metrics = [...new Set(calendar.map((each) => context.titleOf(each.metric.id)))];
  return findingIn(cells, {
    severity: "warning",
    organisation,
    period: points[0].period.label,
    message: `${context.nameOf(organisation)}’s figures mix calendar years (${someOf(references(cells))}) with financial years, for ${someOf(metrics)}. Financial years, April to March, were expected throughout; restate the others, or say which they are.`,
    effect: 0.05,
    subject: "mixed years",
  });
}
