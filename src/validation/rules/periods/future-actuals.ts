import { keyOf } from "../../../collections/keys";
import { groupBy } from "../../../collections/groups";
import { formatDate } from "../../../plan/time/periods";
import { periodWords } from "../../../plan/wording";
import { PERIODS } from "../codes";
import type { Rule } from "../rule";
import { periodFinding } from "./period-finding";

/** Actual figures for a time still to come (validation-rules.md DQ11). */
export const futureActuals: Rule = {
  ...PERIODS,
  severity: "warning",
  looksFor: "Actual figures for a time still to come.",
  check(context) {
    const { asOf } = context.input;
    const found = context.observations.filter(
      ({ kind, period, value }) => kind === "actual" && value !== null && period.first > asOf,
    );
    const groups = groupBy(found, ({ organisation, period }) => keyOf(organisation, period.label));
    return [...groups.values()].map((group) => {
      const { period } = group[0];
      return periodFinding(context, group, `future ${period.label}`, (figures, cells) => {
        return `${figures} as actual for ${periodWords(period)} (${cells}), which begins after the reporting date of ${formatDate(asOf)}. Mark them as a forecast or a plan, or correct the period.`;
      });
    });
  },
};
