import { formatDate } from "../../../plan/time/periods";
import type { IsoDate } from "../../../plan/time/periods";
import { formatPercent, plural } from "../../../plan/wording";
import {
  actionCandidate,
  actionName,
  actionRows,
  actionsAre,
  cellOf,
  cellsNamed,
  isLive,
  isOpen,
  rowsNamed,
} from "../../evidence/sheets/action-rows";
import type { ActionRow } from "../../evidence/sheets/action-rows";
import type { CheckContext } from "../../context/check-context";
import type { Severity } from "../../finding";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** Statuses that their own dates and percentages contradict (validation-rules.md AC01-AC07; plan-facts.md section 4). */
export const actionStatus: Rule = {
  code: "AC07",
  name: "action-status",
  severity: "error where dates cannot be; warning where status and dates disagree, or no status can be read",
  looksFor:
    "Complete without a completion date or below 100%; 100% and not complete; completed before it started, or in the future; open where the plan says complete; no status, or none we know.",
  why: "A status its own dates contradict cannot be reported to a board.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const found = actionRows(context)
      .filter(({ actions }) => actions.length > 0)
      .flatMap((row) => problemOf(context, row) ?? []);
    const alone = found.filter(({ alike }) => alike === null).map(candidate);
    const together = new Map<string, Problem[]>();
    for (const each of found) {
      if (each.alike !== null) together.set(each.alike.key, [...(together.get(each.alike.key) ?? []), each]);
    }
    return [...alone, ...[...together.values()].map(inOne)];
  },
};

interface Problem {
  readonly row: ActionRow;
  readonly severity: Severity;
  readonly field: string;
  /** What stands after the action's name. */
  readonly says: string;
  readonly expected: string;
  /** Many rows with the same thing wrong are one finding: what makes them alike, and how it is said of several. */
  readonly alike: { readonly key: string; readonly says: (rows: readonly ActionRow[]) => string } | null;
}

/** The first thing wrong with a row: one finding a row, since mending it usually mends the rest. */
function problemOf(context: CheckContext, row: ActionRow): Problem | null {
  const { asOf } = context.input;
  return impossible(row, asOf) ?? contradiction(row, asOf) ?? againstPlan(row) ?? unread(row);
}

function impossible(row: ActionRow, asOf: IsoDate): Problem | null {
  const { started, completed, status } = row.told;
  const error = (says: string, expected: string): Problem => {
    const field = row.row.completed === null ? "status" : "completed";
    return { row, severity: "error", field, says, expected, alike: null };
  };
  if (completed !== null && started !== null && completed < started) {
    return error(
      `was completed on ${formatDate(completed)}, before it started on ${formatDate(started)}`,
      "Correct whichever date is wrong.",
    );
  }
  if (completed !== null && completed > asOf && status === "complete") {
    return error(
      `is complete, on ${formatDate(completed)}, after the reporting date of ${formatDate(asOf)}`,
      "Correct the date or the status, or report as of a later date.",
    );
  }
  return null;
}

function contradiction(each: ActionRow, asOf: IsoDate): Problem | null {
  const { row, told } = each;
  const { status, started, completed } = told;
  const said = quoted(row.status ?? status ?? "");
  const open = status === "in progress" || status === "not started" || status === "on hold";
  if (row.percent !== null && (row.percent < 0 || row.percent > 100)) {
    return warning(each, "percent", `is at ${formatPercent(row.percent)}`, "Write a percentage from 0 to 100.");
  }
  if (row.percent === 100 && open) {
    return warning(each, "status", `is at 100% but ${said}`, "Mark it complete, or correct the percentage.");
  }
  if (status === "complete" && row.percent !== null && row.percent < 100) {
    return warning(
      each,
      "percent",
      `is ${said} but at ${formatPercent(row.percent)}`,
      "Correct the percentage or the status.",
    );
  }
  if (status === "complete" && completed === null && row.completed === null && hasDateColumn(row.cells)) {
    return {
      ...warning(each, "completed", `is ${said} without a completion date`, "Add the date it was completed."),
      alike: undated,
    };
  }
  if (completed !== null && completed <= asOf && open) {
    return warning(
      each,
      "status",
      `is ${said} but was completed on ${formatDate(completed)}`,
      "Mark it complete, or take the date out.",
    );
  }
  if (status === "not started" && hasBegun(row.percent, started, asOf)) {
    const how =
      started === null || started > asOf
        ? `at ${formatPercent(row.percent ?? 0)}`
        : `started on ${formatDate(started)}`;
    return warning(each, "status", `is ${said} but ${how}`, "Mark it in progress, or correct what says that it began.");
  }
  return null;
}

/** A column of completion dates: one of Yes and No is where the status itself was read. */
function hasDateColumn(cells: ActionRow["row"]["cells"]): boolean {
  return cells["completed"] !== undefined && cells["completed"] !== cells["status"];
}

const undated: Problem["alike"] = {
  key: "undated",
  says: (rows) => `${actionsAre(rows)} complete without a completion date: ${rowsNamed(rows, "completed")}`,
};

/** Progress is claimed. Trackers often hold the planned start: alone it contradicts only where no percentage says 0. */
function hasBegun(percent: number | null, started: IsoDate | null, asOf: IsoDate): boolean {
  return percent === null ? started !== null && started <= asOf : percent > 0;
}

/** The plan itself gives the action as complete, and the return does not. */
function againstPlan(row: ActionRow): Problem | null {
  const done = row.actions.every(({ completion }) => /^\s*completed?\s*$/i.test(completion));
  if (!done || row.told.status === null || !isOpen(row)) return null;
  return warning(
    row,
    "status",
    `is ${quoted(row.row.status ?? row.told.status)}, but the plan itself gives it as complete`,
    "Mark it complete, or say why it is open again.",
  );
}

const KNOWN = "Write not started, in progress, complete, on hold, cancelled or not applicable.";
const STATUS_COLUMNS = ["status", "rag", "progress", "percent", "completed"];

function unread(each: ActionRow): Problem | null {
  const { row, told } = each;
  if (told.unknownWords) {
    const text = quoted(row.status ?? "");
    return {
      ...warning(each, "status", `has the status ${text}, which cannot be read as one`, KNOWN),
      alike: {
        key: `unknown ${text.toLowerCase()}`,
        says: (rows) =>
          `${plural(rows.length, "action has", "actions have")} the status ${text}, which cannot be read as one: ${rowsNamed(rows, "status")}`,
      },
    };
  }
  if (told.status !== null || !isLive(each)) return null;
  if (!STATUS_COLUMNS.some((field) => row.cells[field] !== undefined)) {
    return {
      ...warning(each, "rawId", "has no column that says how it stands", "Head one of the tracker’s columns Status."),
      alike: noColumn,
    };
  }
  return { ...warning(each, "status", "has no status", KNOWN), alike: noStatus };
}

const noStatus: Problem["alike"] = {
  key: "no status",
  says: (rows) => `${plural(rows.length, "action has", "actions have")} no status: ${rowsNamed(rows, "status")}`,
};

const noColumn: Problem["alike"] = {
  key: "no column",
  says: (rows) =>
    `The tracker of ${plural(rows.length, "action")} (${cellsNamed(rows, "rawId")}) has no column that says how each stands`,
};

function warning(row: ActionRow, field: string, says: string, expected: string): Problem {
  return { row, severity: "warning", field, says, expected, alike: null };
}

function candidate({ row, severity, field, says, expected }: Problem): Candidate {
  return actionCandidate([row], field, {
    severity,
    message: `Action ${actionName(row)} (${cellOf(row, field).cell}) ${says}. ${expected}`,
    figure: row.row.status,
  });
}

function inOne(problems: readonly Problem[]): Candidate {
  const [first] = problems as readonly [Problem];
  if (problems.length === 1 || first.alike === null) return candidate(first);
  const rows = problems.map(({ row }) => row);
  return actionCandidate(rows, first.field, {
    severity: first.severity,
    message: `${first.alike.says(rows)}. ${first.expected}`,
    figure: rows.length,
    subject: first.alike.key,
  });
}
