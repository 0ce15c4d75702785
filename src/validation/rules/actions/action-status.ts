import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { actionRows, cellOf, type ActionRow } from "../../evidence/sheets/action-rows";
import type { CheckContext } from "../../context/check-context";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { actionFinding, actionName } from "../../evidence/sheets/action-finding";
import { datesAgainstStatus } from "./status/dates-against-status";
import { impossibleDates } from "./status/impossible-dates";
import { openAgainstPlan } from "./status/open-against-plan";
import { percentAgainstStatus } from "./status/percent-against-status";
import type { StatusProblem } from "./status/status-check";
import { unreadStatus } from "./status/unread-status";

/** Statuses that their own dates and percentages contradict (validation-rules.md AC01-AC07; plan-facts.md section 4). */
export const actionStatus: Rule = {
  code: "AC07",
  name: "action-status",
  severity: "error where dates cannot be; warning where status and dates disagree, or no status can be read",
  looksFor:
    "Complete without a completion date or below 100%; 100% and not complete; completed before it started, or in the future; open where the plan says complete; no status, or none we know.",
  why: "A status its own dates contradict cannot be reported to a board.",
  check(context) {
    const rows = actionRows(context).filter(({ actions }) => actions.length > 0);
    const problems = rows.flatMap((row) => problemOf(context, row) ?? []);
    const shared = groupBy(
      problems.filter((each) => each.shared !== undefined),
      (each) => each.shared?.key,
    );
    return [
      ...problems.filter((each) => each.shared === undefined).map(finding),
      ...[...shared.values()].map(sharedFinding),
    ];
  },
};

/** What is looked for in a row, in this order. */
const CHECKS = [impossibleDates, percentAgainstStatus, datesAgainstStatus, openAgainstPlan, unreadStatus];

/** The first thing wrong with a row: one finding a row, since correcting it usually corrects the rest. */
function problemOf({ input: { asOf } }: CheckContext, row: ActionRow): StatusProblem | null {
  for (const check of CHECKS) {
    const problem = check(row, asOf);
    if (problem !== null) return problem;
  }
  return null;
}

function finding({ row, severity, field, says, expected }: StatusProblem): Candidate {
  return actionFinding([row], field, {
    severity,
    message: `Action ${actionName(row)} (${cellOf(row, field).cell}) ${says}. ${expected}`,
    figure: row.row.status,
  });
}

function sharedFinding([first, ...others]: NonEmpty<StatusProblem>): Candidate {
  if (others.length === 0 || first.shared === undefined) return finding(first);
  const rows: NonEmpty<ActionRow> = [first.row, ...others.map(({ row }) => row)];
  return actionFinding(rows, first.field, {
    severity: first.severity,
    message: `${first.shared.says(rows)}. ${first.expected}`,
    figure: rows.length,
    subject: first.shared.key,
  });
}
