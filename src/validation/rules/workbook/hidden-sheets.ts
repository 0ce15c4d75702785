import { plural, someOf } from "../../../plan/wording";
import { findingIn } from "../../findings/candidate";
import { HIDDEN } from "../codes";
import type { Rule } from "../rule";

/** Sheets that a reader of the workbook does not see (validation-rules.md DQ14). */
export const hiddenSheets: Rule = {
  ...HIDDEN,
  severity: "info",
  looksFor: "Hidden and very hidden sheets.",
  check(context) {
    const found = context.userSheets.filter((each) => each.visibility !== "visible" && each.used !== null);
    if (found.length === 0) return [];
    const names = found.map((each) => (each.visibility === "veryHidden" ? `${each.name} (very hidden)` : each.name));
    return [
      findingIn([], {
        severity: "info",
        message: `${plural(found.length, "sheet is", "sheets are")} hidden but read all the same: ${someOf(names)}. Show them, or leave them out of what is submitted.`,
        subject: "sheets",
      }),
    ];
  },
};
