import { plural, someOf } from "../../plan/wording";
import { actionCandidate, actionName, actionRows, cellOf, isLive } from "../action-rows";
import type { ActionRow } from "../action-rows";
import { cleanText } from "../cell-text";
import { references } from "../places";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

const NOBODY = /^(tbc|tba|tbd|n\/?a|none|vacant|unassigned|to be confirmed|to be agreed|\?+|-+)$/i;

/** Actions that nobody owns (validation-rules.md AC01-AC07). */
export const actionOwner: Rule = {
  code: "AC03",
  name: "action-owner",
  reach: "layout",
  severity: "warning",
  looksFor: "An action without an owner, or with “TBC” for one.",
  why: "An action without an owner is nobody’s to do.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const rows = actionRows(context).filter((row) => isLive(row) && row.status !== "complete" && isOwnerless(row));
    if (rows.length === 0) return [];
    const named = someOf(rows.map(actionName));
    const cells = someOf(references(rows.map((row) => cellOf(row, "owner"))));
    const message = `${plural(rows.length, "action")} ${rows.length === 1 ? "has" : "have"} no owner: ${named} (${cells}). A name was expected for each; add it.`;
    return [actionCandidate(rows, "owner", { severity: "warning", message, figure: rows.length, subject: "owner" })];
  },
};

function isOwnerless({ row }: ActionRow): boolean {
  const owner = cleanText(row.owner ?? "");
  return owner === "" || NOBODY.test(owner);
}
