import { keyOf } from "../../../collections/keys";
import { common, groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { statedIntensities, type Intensity } from "../../evidence/figures/intensities";
import { findingOf, type Candidate } from "../../findings/candidate";
import { observationName, whereObservation } from "../../findings/phrases";
import { references } from "../../findings/references";
import { DENOMINATOR } from "../codes";
import type { Rule } from "../rule";

/** Intensities without what they are divided by (validation-rules.md DQ15). */
export const missingDenominators: Rule = {
  ...DENOMINATOR,
  severity: "error",
  looksFor: "An intensity without its denominator.",
  check(context) {
    const without = context
      .once(statedIntensities)
      .filter(
        ({ figure: { site, organisation, period }, denominator }) =>
          site === null && context.total(denominator, organisation, period.label) === undefined,
      );
    const groups = groupBy(without, ({ figure, denominator }) => keyOf(figure.organisation, denominator));
    return [...groups.values()].map((group) => finding(context, group));
  },
};

function finding(context: CheckContext, group: NonEmpty<Intensity>): Candidate {
  const [{ figure, denominator }] = group;
  const cells = group.map((each) => each.figure.place);
  const needed = context.titleOf(denominator);
  const one = group.length === 1;
  const which = one
    ? `${observationName(context, figure)} ${whereObservation(context, figure)} is`
    : `${plural(group.length, "figure")} of ${context.nameOf(figure.organisation)} per unit of ${needed} (${someOf(references(cells))}) are`;
  return findingOf(figure, {
    severity: "error",
    cells,
    metric: common(group, (each) => each.figure.metric),
    period: common(group, (each) => each.figure.period.label),
    message: `${which} given without the ${needed} of ${one ? "the same period" : "the same periods"}. Add it, so that ${one ? "the figure" : "they"} can be worked out again.`,
    figure: one ? figure.value : group.length,
    effect: 0.5,
    subject: denominator,
  });
}
