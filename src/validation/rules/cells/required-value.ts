import { comparePeriods } from "../../../plan/time/periods";
import type { Period } from "../../../plan/time/periods";
import { plural, periodWords, someOf } from "../../../plan/wording";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import { references } from "../../findings/references";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";
import { requiredBlanks } from "../../evidence/sheets/required-cells";
import type { RequiredBlank } from "../../evidence/sheets/required-cells";
import { unfilledSheets } from "../../evidence/sheets/unfilled-sheets";

/** Rows for what the plan asks of an organisation that are still empty (frictionless-py's required-value). */
export const requiredValue: Rule = {
  code: "required-value",
  name: "required-value",
  severity: "error",
  looksFor:
    "A row for a metric the plan sets this organisation a target on, with no figure at all; a form of metrics with no figure in it.",
  why: "A target nobody reports on is shown as “no data”, whatever was achieved.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const blanks = requiredBlanks(context);
    const groups = groupBy(blanks, ({ cell, organisation }) => `${cell.sheet}|${organisation}`);
    return [...groups.values()].map((group) => candidate(context, group)).concat(unfilledSheets(context).map(unfilled));
  },
};

function unfilled(cells: readonly CellPlace[]): Candidate {
  const sheet = cells[0]?.sheet ?? "";
  return {
    severity: "error",
    cells,
    label: null,
    metric: null,
    organisation: null,
    site: null,
    period: null,
    message: `${sheet} names ${plural(cells.length, "metric")} of the plan (${someOf(references(cells))}) and gives no figure for any of them. Figures were expected beside them; give them, or write the reason for each in a data note.`,
    mend: null,
    figure: cells.length,
    effect: 1,
    subject: `unfilled|${sheet}`,
  };
}

function candidate(context: CheckContext, group: readonly RequiredBlank[]): Candidate {
  const [first] = group as readonly RequiredBlank[] as [RequiredBlank];
  const cells = group.map(({ cell }): CellPlace => cell);
  const period = group.map((each): Period => each.period).sort(comparePeriods)[group.length - 1] as Period;
  const name = context.nameOf(first.organisation);
  const titles = group.map(({ metric }) => context.titleOf(metric));
  return {
    severity: "error",
    cells,
    label: group.length === 1 ? first.label : null,
    metric: group.length === 1 ? first.metric : null,
    organisation: first.organisation,
    site: null,
    period: period.label,
    message:
      group.length === 1
        ? `${name} has no figure for ${titles[0] ?? ""} (${someOf(references(cells))}), for which the plan sets it a target. A figure was expected for ${periodWords(period)}; give it, or write the reason in a data note.`
        : `${name} has no figure for ${plural(group.length, "metric")} for which the plan sets it a target: ${someOf(titles)} (${someOf(references(cells))}). Figures were expected for ${periodWords(period)}; give them, or write the reason for each in a data note.`,
    mend: null,
    figure: group.length,
    effect: 0.2,
    subject: first.cell.sheet,
  };
}
