import { plural, someOf } from "../../../plan/wording";
import { findingIn } from "../../findings/candidate";
import { references } from "../../findings/references";
import { HIDDEN } from "../codes";
import type { Rule } from "../rule";

/** Formulas that take figures from another workbook (validation-rules.md DQ14). */
export const externalLinks: Rule = {
  ...HIDDEN,
  severity: "info",
  looksFor: "Links to other workbooks.",
  check(context) {
    const cells = context.scans.flatMap((scan) => scan.externalLinks);
    if (cells.length === 0) return [];
    return [
      findingIn(cells, {
        severity: "info",
        message: `${plural(cells.length, "formula", "formulas")} (${someOf(references(cells))}) ${cells.length === 1 ? "takes its" : "take their"} figures from another workbook, which a reader of this one may not have. Paste the values, and say where they come from.`,
        subject: "links",
      }),
    ];
  },
};
