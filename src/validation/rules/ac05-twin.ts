import { actionCandidate, actionName, actionRows, cellOf } from "../action-rows";
import type { ActionRow } from "../action-rows";
import { quoted } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";

/** The same work under two ids, reported two ways (validation-rules.md AC01-AC07). */
export const actionTwin: Rule = {
  code: "AC05",
  name: "action-twin",
  reach: "layout",
  severity: "warning",
  looksFor:
    "Two actions the plan has for the same work, reported with different statuses; one action on two rows that disagree.",
  why: "The same work cannot be done in one area and not begun in another.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const rows = actionRows(context).filter((row) => row.action !== null && row.status !== null);
    return rows.flatMap((row, index) =>
      rows
        .slice(index + 1)
        .flatMap((other) => (areTwins(row, other) && row.status !== other.status ? [candidate(row, other)] : [])),
    );
  },
};

function areTwins(a: ActionRow, b: ActionRow): boolean {
  if (a.row.organisation !== b.row.organisation || a.action === null || b.action === null) return false;
  return a.action.id === b.action.id || a.action.twins.includes(b.action.id) || b.action.twins.includes(a.action.id);
}

function candidate(a: ActionRow, b: ActionRow): Candidate {
  const same = a.action?.id === b.action?.id ? "are the same action" : "are the same work";
  const say = (row: ActionRow): string =>
    `${actionName(row)} is ${quoted(row.row.status ?? "")} (${cellOf(row, "status").cell})`;
  return {
    ...actionCandidate([a, b], "status", {
      severity: "warning",
      message: `${say(a)} and ${say(b)}, but both ${same}. One status was expected; correct whichever is out of date.`,
      figure: `${a.status} / ${b.status}`,
      subject: `${a.action?.id ?? ""}+${b.action?.id ?? ""}`,
    }),
    organisation: a.row.organisation,
  };
}
