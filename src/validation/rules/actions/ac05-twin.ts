import { joinWords } from "../../../plan/wording";
import { actionCandidate, actionName, actionRows, cellOf } from "../../evidence/sheets/action-rows";
import type { ActionRow } from "../../evidence/sheets/action-rows";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** The same work under two ids, reported two ways (validation-rules.md AC01-AC07). */
export const actionTwin: Rule = {
  code: "AC05",
  name: "action-twin",
  severity: "warning",
  looksFor:
    "Two actions the plan has for the same work, reported with different statuses; one action on two rows that disagree.",
  why: "The same work cannot be done in one area and not begun in another.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const rows = actionRows(context).filter(({ told, row }) => told.status !== null && row.part === undefined);
    return [...alike(rows).values()].filter(disagree).map(candidate);
  },
};

/** An organisation's rows for the same work, by the first id of the action and its twins. */
function alike(rows: readonly ActionRow[]): Map<string, ActionRow[]> {
  const groups = new Map<string, ActionRow[]>();
  for (const row of rows) {
    for (const { id, twins } of row.actions) {
      const key = `${row.row.organisation ?? ""}|${[id, ...twins].sort().join("+")}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
  }
  return groups;
}

function disagree(rows: readonly ActionRow[]): boolean {
  return new Set(rows.map(({ told }) => told.status)).size > 1;
}

function candidate(rows: readonly ActionRow[]): Candidate {
  const ids = [...new Set(rows.flatMap(({ actions }) => actions.map(({ id }) => id)))];
  const [first] = rows as readonly [ActionRow];
  const same = ids.length === 1 ? "the same action" : "the same work";
  const say = (row: ActionRow): string => `${actionName(row)} is ${statusOf(row)} (${cellOf(row, "status").cell})`;
  return {
    ...actionCandidate(rows, "status", {
      severity: "warning",
      message: `${joinWords(rows.map(say))}, but ${rows.length === 2 ? "both" : "all"} are ${same}. One status was expected; correct whichever is out of date.`,
      figure: rows.map(({ told }) => told.status).join(" / "),
      subject: ids.length === 1 ? `${ids[0]}+${ids[0]}` : ids.join("+"),
    }),
    organisation: first.row.organisation,
  };
}

/** The words as written, or what was read where there are none. */
function statusOf({ row, told }: ActionRow): string {
  return row.status === null ? `${told.status}, by ${told.statusFrom}` : quoted(row.status);
}
