import { keyOf } from "../../../collections/keys";
import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { comparePeriods } from "../../../plan/time/periods";
import { plural, periodWords, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { requiredBlanks, type RequiredBlank } from "../../evidence/sheets/required-cells";
import { findingIn, ofOne, type Candidate } from "../../findings/candidate";
import { references } from "../../findings/references";
import { REQUIRED_VALUE } from "../codes";
import type { Rule } from "../rule";

/** Rows for what the plan asks of an organisation that are still empty (frictionless-py's required-value). */
export const requiredFigures: Rule = {
  ...REQUIRED_VALUE,
  severity: "error",
  looksFor: "A row for a metric the plan sets this organisation a target on, with no figure at all.",
  check(context) {
    const groups = groupBy(requiredBlanks(context), ({ cell, organisation }) => keyOf(cell.sheet, organisation));
    return [...groups.values()].map((group) => finding(context, group));
  },
};

function finding(context: CheckContext, group: NonEmpty<RequiredBlank>): Candidate {
  const [first] = group;
  const cells = group.map(({ cell }) => cell);
  const { period } = group.reduce((latest, each) => (comparePeriods(each.period, latest.period) > 0 ? each : latest));
  const name = context.nameOf(first.organisation);
  const titles = group.map(({ metric }) => context.titleOf(metric));
  return findingIn(cells, {
    severity: "error",
    label: ofOne(group, ({ label }) => label),
    metric: ofOne(group, ({ metric }) => metric),
    organisation: first.organisation,
    period: period.label,
    message:
      group.length === 1
        ? `${name} has no figure for ${titles[0] ?? ""} (${someOf(references(cells))}), for which the plan sets it a target. A figure was expected for ${periodWords(period)}; give it, or write the reason in a data note.`
        : `${name} has no figure for ${plural(group.length, "metric")} for which the plan sets it a target: ${someOf(titles)} (${someOf(references(cells))}). Figures were expected for ${periodWords(period)}; give them, or write the reason for each in a data note.`,
    effect: 0.2,
    subject: first.cell.sheet,
  });
}
