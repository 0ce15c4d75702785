import { groupBy } from "../../../collections/groups";
import { PERIODS } from "../codes";
import type { Rule } from "../rule";
import { periodFinding } from "./period-finding";

/** Figures for academic years (validation-rules.md DQ11). */
export const academicYears: Rule = {
  ...PERIODS,
  severity: "warning",
  looksFor: "Academic years.",
  check(context) {
    const found = context.observations.filter(({ period, value }) => period.kind === "academic-year" && value !== null);
    return [...groupBy(found, ({ organisation }) => organisation).values()].map((group) =>
      periodFinding(context, group, "academic year", (figures, cells) => {
        return `${figures} for an academic year, August to July (${cells}). Financial years, April to March, were expected; restate them.`;
      }),
    );
  },
};
