import { plural, someOf } from "../../../plan/wording";
import { actionCandidate, actionRows, cellsNamed, isLive } from "../../evidence/sheets/action-rows";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** Actions whose effect no figure shows (validation-rules.md AC01-AC07). */
export const actionMetric: Rule = {
  code: "AC04",
  name: "action-metric",
  severity: "info",
  looksFor: "Actions in the return that no metric of the plan measures.",
  why: "An action without a metric can be reported done without anything having changed.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const unmeasured = actionRows(context)
      .filter(isLive)
      .map((row) => ({ row, ids: row.actions.filter(({ metrics }) => metrics.length === 0).map(({ id }) => id) }))
      .filter(({ ids }) => ids.length > 0);
    if (unmeasured.length === 0) return [];
    const rows = unmeasured.map(({ row }) => row);
    const ids = [...new Set(unmeasured.flatMap((each) => each.ids))];
    const message = `${plural(ids.length, "action")} in the return ${ids.length === 1 ? "is" : "are"} measured by no metric of the plan: ${someOf(ids, 6)} (${cellsNamed(rows, "rawId")}). Their progress rests on their status words alone.`;
    return [actionCandidate(rows, "rawId", { severity: "info", message, figure: ids.length, subject: "metric" })];
  },
};
