import type { NonEmpty } from "../../../collections/non-empty";
import { groupBy } from "../../../collections/groups";
import { plural, someOf } from "../../../plan/wording";
import { actionRows, cellOf, isLive, type ActionRow } from "../../evidence/sheets/action-rows";
import type { Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import type { Rule } from "../rule";
import { actionFinding, actionName } from "../../evidence/sheets/action-finding";

/** The same work under two ids, reported two ways (validation-rules.md AC01-AC07). */
export const duplicateActions: Rule = {
  code: "AC05",
  name: "action-twin",
  severity: "warning",
  looksFor:
    "Two actions the plan has for the same work, reported with different statuses; one action on two rows that disagree.",
  why: "The same work cannot be done in one area and not begun in another.",
  check(context) {
    const rows = actionRows(context).filter(({ told, row }) => told.status !== null && row.part === undefined);
    const works = rows.flatMap((row) =>
      row.actions.map(({ id, twins }) => ({ row, work: workKey(row, [id, ...twins]) })),
    );
    return [...groupBy(works, ({ work }) => work).values()]
      .map(([first, ...others]): NonEmpty<ActionRow> => [first.row, ...others.map(({ row }) => row)])
      .filter(disagree)
      .map(finding);
  },
};

/** Key of an organisation's work: the same for an action and for those the plan has for the same work. */
function workKey({ row }: ActionRow, ids: readonly string[]): string {
  return `${row.organisation ?? ""}|${[...ids].sort().join("+")}`;
}

/** Rows of one action must agree; of two for the same work, one may have ended in the other's favour. */
function disagree(rows: NonEmpty<ActionRow>): boolean {
  const isOne = new Set(rows.flatMap(({ actions }) => actions.map(({ id }) => id))).size === 1;
  const compared = isOne ? rows : rows.filter(isLive);
  return new Set(compared.map(({ told }) => told.status)).size > 1;
}

function finding(rows: NonEmpty<ActionRow>): Candidate {
  const ids = [...new Set(rows.flatMap(({ actions }) => actions.map(({ id }) => id)))];
  const same = ids.length === 1 ? "the same action" : "the same work";
  const stand = oneOfEachFirst(rows).map(
    (row) => `${actionName(row)} is ${statusWords(row)} (${cellOf(row, "status").cell})`,
  );
  return actionFinding(rows, "status", {
    severity: "warning",
    organisation: rows[0].row.organisation,
    message: `${someOf(stand, SHOWN)}, but ${rows.length === 2 ? "both" : "all"} are ${same}. One status was expected; correct whichever is out of date.`,
    figure: statuses(rows),
    subject: ids.length === 1 ? `${ids[0]}+${ids[0]}` : ids.join("+"),
  });
}

/** Rows whose status is told one by one. */
const SHOWN = 4;

/** One row of each status before the others, where not all are shown. */
function oneOfEachFirst(rows: NonEmpty<ActionRow>): readonly ActionRow[] {
  if (rows.length <= SHOWN) return rows;
  const firsts = [...groupBy(rows, ({ told }) => told.status).values()].map(([first]) => first);
  return [...new Set([...firsts, ...rows])];
}

/** "complete / in progress"; of many rows, how many have each. */
function statuses(rows: NonEmpty<ActionRow>): string {
  if (rows.length <= 10) return rows.map(({ told }) => told.status).join(" / ");
  const groups = groupBy(rows, ({ told }) => told.status);
  return [...groups].map(([status, of]) => `${status ?? ""} on ${plural(of.length, "row")}`).join(" / ");
}

/** The status as written, or what was read where there are no words. */
function statusWords({ row, told }: ActionRow): string {
  return row.status === null ? `${told.status}, by ${told.statusFrom}` : quoted(row.status);
}
