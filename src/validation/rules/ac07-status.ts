import { formatDate } from "../../plan/periods";
import type { IsoDate } from "../../plan/periods";
import { formatPercent } from "../../plan/wording";
import { actionCandidate, actionName, actionRows, cellOf } from "../action-rows";
import type { ActionRow } from "../action-rows";
import type { CheckContext } from "../context";
import type { Severity } from "../finding";
import { quoted } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";

/** Statuses that their own dates and percentages contradict (validation-rules.md AC01-AC07; plan-facts.md section 4). */
export const actionStatus: Rule = {
  code: "AC07",
  name: "action-status",
  reach: "layout",
  severity: "error where dates cannot be; warning where status and dates disagree, or no status can be read",
  looksFor:
    "Complete without a completion date or below 100%; 100% and not complete; completed before it started, or in the future.",
  why: "A status its own dates contradict cannot be reported to a board.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return actionRows(context).flatMap((row) => {
      const found = problemsOf(context, row);
      return found === null ? [] : [candidate(row, found)];
    });
  },
};

interface Problem {
  readonly severity: Severity;
  readonly field: string;
  /** What stands after the action's name. */
  readonly says: string;
  readonly expected: string;
}

/** The first thing wrong with a row: one finding a row, since mending it usually mends the rest. */
function problemsOf(context: CheckContext, row: ActionRow): Problem | null {
  return impossible(row, context.input.asOf) ?? contradiction(row, context.input.asOf) ?? unread(row);
}

function impossible({ started, completed, status }: ActionRow, asOf: IsoDate): Problem | null {
  if (completed !== null && started !== null && completed < started) {
    return {
      severity: "error",
      field: "completed",
      says: `was completed on ${formatDate(completed)}, before it started on ${formatDate(started)}`,
      expected: "Correct whichever date is wrong.",
    };
  }
  if (completed !== null && completed > asOf && status === "complete") {
    return {
      severity: "error",
      field: "completed",
      says: `is complete, on ${formatDate(completed)}, after the reporting date of ${formatDate(asOf)}`,
      expected: "Correct the date or the status.",
    };
  }
  return null;
}

function contradiction(each: ActionRow, asOf: IsoDate): Problem | null {
  const { row, status, started, completed } = each;
  const said = quoted(row.status ?? "");
  if (row.percent === 100 && (status === "in progress" || status === "not started" || status === "on hold")) {
    return warning("status", `is at 100% but ${said}`, "Mark it complete, or correct the percentage.");
  }
  if (status === "complete" && row.percent !== null && row.percent < 100) {
    return warning(
      "percent",
      `is ${said} but at ${formatPercent(row.percent)}`,
      "Correct the percentage or the status.",
    );
  }
  if (status === "complete" && completed === null && row.completed === null && row.cells["completed"] !== undefined) {
    return warning("completed", `is ${said} without a completion date`, "Add the date it was completed.");
  }
  if (completed !== null && completed <= asOf && (status === "in progress" || status === "not started")) {
    return warning(
      "status",
      `is ${said} but was completed on ${formatDate(completed)}`,
      "Mark it complete, or take the date out.",
    );
  }
  if (status === "not started" && started !== null && started <= asOf && !isPlannedStart(row.percent)) {
    return warning(
      "status",
      `is ${said} but started on ${formatDate(started)}`,
      "Mark it in progress, or correct the start date.",
    );
  }
  return null;
}

/** Trackers often hold the planned start: it contradicts only where progress is claimed as well. */
function isPlannedStart(percent: number | null): boolean {
  return percent === null || percent === 0;
}

function unread({ row, status }: ActionRow): Problem | null {
  if (status !== null || row.status === null || row.status.trim() === "") return null;
  return warning(
    "status",
    `has the status ${quoted(row.status)}, which is none we know`,
    "Write not started, in progress, complete, on hold, cancelled or not applicable.",
  );
}

function warning(field: string, says: string, expected: string): Problem {
  return { severity: "warning", field, says, expected };
}

function candidate(row: ActionRow, { severity, field, says, expected }: Problem): Candidate {
  return actionCandidate([row], field, {
    severity,
    message: `Action ${actionName(row)} (${cellOf(row, field).cell}) ${says}. ${expected}`,
    figure: row.row.status,
  });
}
