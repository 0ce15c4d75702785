import { formatQuantity } from "../../../plan/wording";
import type { Metric } from "../../../plan/schema";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { isOutturn } from "../../context/figures";
import { observationName, whereObservation } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** A figure outside the bounds its metric has in the plan (frictionless-py's constraint-error). */
export const constraintError: Rule = {
  code: "constraint-error",
  name: "constraint-error",
  severity: "error",
  looksFor: "A figure outside the metric’s own bounds.",
  why: "A figure that cannot be true makes whatever is worked out from it untrue as well.",
  thresholds: () => ["the metric’s own bounds in the plan"],
  mends: null,
  check(context) {
    return context.observations.filter((each) => isOutside(context, each)).map((each) => candidate(context, each));
  },
};

function isOutside(context: CheckContext, each: Observation): boolean {
  const metric = context.metrics.get(each.metric);
  if (metric === undefined || !isOutturn(each)) return false;
  if (metric.nature === "answer") return typeof each.raw === "number" && !isAnswer(each.raw);
  // Shares (DQ07) and negative consumption (DQ05) are told by rules that know what to do about them.
  if (metric.unit === "%" || each.value === null) return false;
  const { min, max } = metric.bounds;
  return (min !== null && each.value < min && !(min >= 0 && each.value < 0)) || (max !== null && each.value > max);
}

function isAnswer(raw: number): boolean {
  return raw === 0 || raw === 1;
}

function candidate(context: CheckContext, each: Observation): Candidate {
  const metric = context.metrics.get(each.metric) as Metric;
  const value = each.value ?? Number(each.raw);
  const over = metric.bounds.max !== null && value > metric.bounds.max;
  const limit = (over ? metric.bounds.max : metric.bounds.min) as number;
  const expected =
    metric.nature === "answer"
      ? "where yes or no was expected"
      : `where ${over ? "no more than" : "at least"} ${formatQuantity(limit, metric.unit)} was expected`;
  return {
    severity: "error",
    cells: [each.place],
    label: each.label,
    metric: each.metric,
    organisation: each.organisation,
    site: each.site,
    period: each.period.label,
    message: `${observationName(context, each)} ${whereObservation(context, each)} is ${formatQuantity(value, metric.unit)}, ${expected}. ${metric.nature === "answer" ? "Write yes or no." : "Check the figure and its unit."}`,
    mend: null,
    figure: value,
    effect: 1,
  };
}
