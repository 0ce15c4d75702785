import { someOf } from "../../../plan/wording";
import { findingIn } from "../../findings/candidate";
import { HIDDEN } from "../codes";
import type { Rule } from "../rule";

/** Filters that hide rows (validation-rules.md DQ14). */
export const filters: Rule = {
  ...HIDDEN,
  severity: "info",
  looksFor: "Filters that are on.",
  check(context) {
    const found = context.userSheets.filter((each) => each.filtered === true).map((each) => each.name);
    if (found.length === 0) return [];
    return [
      findingIn([], {
        severity: "info",
        message: `A filter is on, so rows are hidden, on ${someOf(found)}. Clear it before the return goes out.`,
        subject: "filters",
      }),
    ];
  },
};
