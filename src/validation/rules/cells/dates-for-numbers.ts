import { groupBy } from "../../../collections/groups";
import { plural, someOf } from "../../../plan/wording";
import { dateForNumber } from "../../../returns/observation";
import { findingIn, findingOf } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { TYPE_ERROR } from "../codes";
import type { Rule } from "../rule";

/** Dates where a number was expected: Excel makes one of "3-4" by itself (frictionless-py's type-error). */
export const datesForNumbers: Rule = {
  ...TYPE_ERROR,
  severity: "error",
  looksFor: "A date in a number column.",
  check(context) {
    const dates = context.observations.filter(({ note }) => note?.endsWith(dateForNumber));
    return [...groupBy(dates, ({ place }) => place.sheet)].map(([subject, group]) => {
      const [first, ...others] = group;
      const cells = group.map(({ place }) => place);
      const expected =
        "where a number was expected: Excel makes a date of “3-4” by itself. Set the format to a number and type the figure again.";
      if (others.length === 0)
        return findingOf(first, {
          severity: "error",
          message: `${first.place.cell} (${quoted(first.label)}) holds a date ${expected}`,
          figure: String(first.raw),
        });
      return findingIn(cells, {
        severity: "error",
        message: `${plural(group.length, "cell")} (${someOf(references(cells))}) hold dates ${expected}`,
        effect: group.length / 1e6,
        subject: `dates|${subject}`,
      });
    });
  },
};
