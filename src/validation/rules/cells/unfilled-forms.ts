import { plural, someOf } from "../../../plan/wording";
import { unfilledSheets } from "../../evidence/sheets/unfilled-sheets";
import { findingIn } from "../../findings/candidate";
import { references } from "../../findings/references";
import { REQUIRED_VALUE } from "../codes";
import type { Rule } from "../rule";

/** Forms that name metrics of the plan and hold no figure at all (frictionless-py's required-value). */
export const unfilledForms: Rule = {
  ...REQUIRED_VALUE,
  severity: "error",
  looksFor: "A form of metrics with no figure in it.",
  check(context) {
    return unfilledSheets(context).map((cells) => {
      const { sheet } = cells[0];
      return findingIn(cells, {
        severity: "error",
        message: `${sheet} names ${plural(cells.length, "metric")} of the plan (${someOf(references(cells))}) and gives no figure for any of them. Figures were expected beside them; give them, or write the reason for each in a data note.`,
        effect: 1,
        subject: `unfilled|${sheet}`,
      });
    });
  },
};
