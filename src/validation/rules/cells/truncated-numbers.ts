import { formatNumber } from "../../../plan/wording";
import { findingOf } from "../../findings/candidate";
import { observationName, whereObservation } from "../../findings/phrases";
import { TRUNCATED_VALUE } from "../codes";
import type { Rule } from "../rule";

/** The largest numbers that old systems can hold: a larger one is cut to exactly this. */
const LIMITS = new Map([
  [32767, "16-bit"],
  [65535, "16-bit"],
  [2147483647, "32-bit"],
  [4294967295, "32-bit"],
]);

/** Figures cut off at a system's limit (frictionless-py's truncated-value). */
export const truncatedNumbers: Rule = {
  ...TRUNCATED_VALUE,
  severity: "warning",
  looksFor: "32,767, 65,535 or 2,147,483,647.",
  check(context) {
    return context.observations.flatMap((each) => {
      const bits = typeof each.raw === "number" ? LIMITS.get(each.raw) : undefined;
      if (bits === undefined || typeof each.raw !== "number") return [];
      return [
        findingOf(each, {
          severity: "warning",
          message: `${observationName(context, each)} ${whereObservation(context, each)} is exactly ${formatNumber(each.raw)}, the largest number a ${bits} system can hold, so the true figure may have been cut. Take it again from the source.`,
          figure: each.raw,
          effect: 0.5,
        }),
      ];
    });
  },
};
