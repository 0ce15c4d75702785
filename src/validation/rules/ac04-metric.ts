import { plural, someOf } from "../../plan/wording";
import { references } from "../places";
import { actionCandidate, actionRows, isLive } from "../action-rows";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** Actions whose effect no figure shows (validation-rules.md AC01-AC07). */
export const actionMetric: Rule = {
  code: "AC04",
  name: "action-metric",
  reach: "layout",
  severity: "info",
  looksFor: "Actions in the return that no metric of the plan measures.",
  why: "An action without a metric can be reported done without anything having changed.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const rows = actionRows(context).filter(
      (row) => isLive(row) && row.action !== null && row.action.metrics.length === 0,
    );
    if (rows.length === 0) return [];
    const ids = [...new Set(rows.map((row) => row.action?.id ?? ""))];
    const message = `${plural(ids.length, "action")} in the return ${ids.length === 1 ? "is" : "are"} measured by no metric of the plan: ${someOf(ids, 6)} (${someOf(references(rows.map(({ row }) => row.place)))}). Their progress rests on their status words alone.`;
    return [actionCandidate(rows, "rawId", { severity: "info", message, figure: ids.length, subject: "metric" })];
  },
};
