import { plural, someOf } from "../../../plan/wording";
import { addressOf } from "../../../snapshot/addresses";
import { findingIn } from "../../findings/candidate";
import { HIDDEN } from "../codes";
import type { Rule } from "../rule";

/** Cells far away from all else on their sheet, which are not read: a slip of the hand that nobody sees [ours]. */
export const farCells: Rule = {
  ...HIDDEN,
  severity: "warning",
  looksFor:
    "At most 20 cells that stand more than 1,000 rows or 100 columns beyond everything else on their sheet, and further than all of that is long.",
  check(context) {
    return context.userSheets.flatMap(({ name, far = [] }) => {
      if (far.length === 0) return [];
      const isOne = far.length === 1;
      const cells = someOf(far.map(addressOf));
      return [
        findingIn(far, {
          severity: far.some(({ value }) => typeof value === "number") ? "warning" : "info",
          message: `${plural(far.length, "cell")} on ${name} (${cells}) ${isOne ? "stands" : "stand"} far from everything else there and ${isOne ? "was" : "were"} not read. If ${isOne ? "it is" : "they are"} not meant, clear ${isOne ? "it" : "them"}; if ${isOne ? "it is" : "they are"}, move ${isOne ? "it" : "them"} to the table.`,
          effect: 0.05,
          subject: name,
        }),
      ];
    });
  },
};
