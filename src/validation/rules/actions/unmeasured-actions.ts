import { isNonEmpty } from "../../../collections/non-empty";
import { plural, someOf } from "../../../plan/wording";
import { actionRows, isLive, type ActionRow } from "../../evidence/sheets/action-rows";
import type { Rule } from "../rule";
import { actionFinding, cellsNamed } from "../../evidence/sheets/action-finding";

/** Actions whose effect no figure shows (validation-rules.md AC01-AC07). */
export const unmeasuredActions: Rule = {
  code: "AC04",
  name: "action-metric",
  severity: "info",
  looksFor: "Actions in the return that no metric of the plan measures.",
  why: "An action without a metric can be reported done without anything having changed.",
  check(context) {
    const rows = actionRows(context).filter((row) => isLive(row) && unmeasuredIn(row).length > 0);
    if (!isNonEmpty(rows)) return [];
    const ids = [...new Set(rows.flatMap(unmeasuredIn))];
    const message = `${plural(ids.length, "action")} in the return ${ids.length === 1 ? "is" : "are"} measured by no metric of the plan: ${someOf(ids, 6)} (${cellsNamed(rows, "rawId")}). Their progress rests on their status words alone.`;
    return [actionFinding(rows, "rawId", { severity: "info", message, figure: ids.length, subject: "metric" })];
  },
};

function unmeasuredIn({ actions }: ActionRow): string[] {
  return actions.filter(({ metrics }) => metrics.length === 0).map(({ id }) => id);
}
