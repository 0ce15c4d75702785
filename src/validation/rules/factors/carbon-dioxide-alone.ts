import { groupBy } from "../../../collections/groups";
import { plural, someOf } from "../../../plan/wording";
import { findingIn } from "../../findings/candidate";
import { references } from "../../findings/references";
import { FACTOR } from "../codes";
import type { Rule } from "../rule";

/** Emissions given in CO2 where CO2e is counted: the other greenhouse gases are left out (validation-rules.md DQ09). */
export const carbonDioxideAlone: Rule = {
  ...FACTOR,
  severity: "info",
  looksFor: "Emissions in tCO₂, without the other greenhouse gases.",
  check(context) {
    const alone = context.observations.filter(({ givenUnit }) => /CO2$/.test(givenUnit?.symbol ?? ""));
    return [...groupBy(alone, ({ place }) => place.sheet)].map(([subject, group]) => {
      const [{ label, givenUnit, unit }] = group;
      const cells = group.map(({ place }) => place);
      const which = group.length === 1 ? "A figure is" : `${plural(group.length, "figure")} are`;
      return findingIn(cells, {
        severity: "info",
        label,
        message: `${which} in ${givenUnit?.symbol ?? ""} (${someOf(references(cells))}) and counted as ${unit}: other greenhouse gases are left out. Write ${unit} in the heading if they are in it.`,
        subject: `carbon dioxide alone|${subject}`,
      });
    });
  },
};
