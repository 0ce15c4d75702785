import { meaningOf } from "../../../assessment/actions/status-words";
import { plural, someOf } from "../../../plan/wording";
import { fold } from "../../../returns/words/text";
import type { ActionIds } from "../../../returns/words/action-ids";
import { cellPlace } from "../../../snapshot/addresses";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { planIds } from "../../evidence/sheets/action-ids";
import { findingIn, type Candidate } from "../../findings/candidate";
import { references } from "../../findings/references";
import { ACTION_ID } from "../codes";
import type { Rule } from "../rule";

/** Trackers whose headings could not be read (validation-rules.md AC01-AC07). */
export const unreadTrackers: Rule = {
  ...ACTION_ID,
  severity: "warning",
  looksFor: "A tracker of the plan’s actions whose headings cannot be read.",
  check: findings,
};

/** Rows outside every tracker that name an action and say how it stands: a table whose headings could not be read. */
function findings(context: CheckContext): Candidate[] {
  const ids = context.once(planIds);
  return context.userSheets.flatMap((sheet) => {
    if (sheet.used === null) return [];
    const { top, left } = sheet.used;
    const found = sheet.values.flatMap((values, index) => {
      const at = values.findIndex((value) => typeof value === "string" && namesAction(value, ids));
      const says = at >= 0 && values.some((value, column) => column !== at && saysHowItStands(value));
      return says ? [cellPlace(sheet.name, top + index, left + at)] : [];
    });
    if (found.length < 2) return [];
    const read = rowsRead(context, sheet.name);
    const lost = found.filter(({ row }) => !read.has(row));
    return lost.length > 1 ? [finding(sheet.name, lost)] : [];
  });
}

/** Rows of a sheet that were read. One that gives figures is no action's: beside "m³" a column may say "Not Applicable". */
function rowsRead({ input: { reading } }: CheckContext, sheet: string): ReadonlySet<number> {
  const here = [...reading.actions, ...reading.observations].filter(({ place }) => place.sheet === sheet);
  return new Set(here.map(({ place }) => place.row));
}

const LONGEST_ID = 8;
const LONGEST_STATUS = 40;

/** Letters and a number alone: "M3" is also a month and "m3" a unit, so a status must stand beside it. */
function namesAction(value: string, ids: ActionIds): boolean {
  return value.length <= LONGEST_ID && /[a-z]/i.test(value) && ids.hasPrefix(value) && ids.find(value, null) !== null;
}

/** "Yes" answers many a question besides. */
function saysHowItStands(value: unknown): boolean {
  if (typeof value !== "string" || value.length > LONGEST_STATUS) return false;
  return meaningOf(value)?.kind === "status" && !/^(y|yes|na|in place)$/.test(fold(value));
}

function finding(sheet: string, places: readonly CellPlace[]): Candidate {
  const cells = someOf(references(places));
  return findingIn(places, {
    severity: "warning",
    message: `${plural(places.length, "row")} on ${sheet} (${cells}) name actions of the plan and say how they stand, but their headings could not be read as a tracker’s, so they are not counted. One row of headings was expected, with Ref, Action, Owner and Status; write it above them.`,
    effect: places.length / 1000,
    subject: `unread|${sheet}`,
  });
}
