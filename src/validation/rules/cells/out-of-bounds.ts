import { formatQuantity } from "../../../plan/wording";
import type { Metric } from "../../../plan/schema";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { isOutturn } from "../../context/figures";
import { observationName, whereObservation } from "../../findings/phrases";
import { findingOf, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** A figure outside the bounds its metric has in the plan (frictionless-py's constraint-error). */
export const outOfBounds: Rule = {
  code: "constraint-error",
  name: "constraint-error",
  severity: "error",
  looksFor: "A figure outside the metric’s own bounds.",
  why: "A figure that cannot be true makes whatever is worked out from it untrue as well.",
  thresholds: () => ["the metric’s own bounds in the plan"],
  check(context) {
    return context.observations.filter(isOutturn).flatMap((each) => {
      const metric = context.metrics.get(each.metric);
      return metric === undefined ? [] : (outside(context, metric, each) ?? []);
    });
  },
};

function outside(context: CheckContext, metric: Metric, each: Observation): Candidate | null {
  if (metric.nature === "answer") {
    const { raw } = each;
    if (typeof raw !== "number" || raw === 0 || raw === 1) return null;
    return finding(context, each, each.value ?? raw, metric, "where yes or no was expected. Write yes or no.");
  }
  // Shares (DQ07) and negative consumption (DQ05) are left to rules that know what to do about them.
  if (metric.unit === "%" || each.value === null) return null;
  const { min, max } = metric.bounds;
  const over = max !== null && each.value > max;
  const under = min !== null && each.value < min && !(min >= 0 && each.value < 0);
  if (!over && !under) return null;
  const limit = over
    ? `no more than ${formatQuantity(max, metric.unit)}`
    : `at least ${formatQuantity(min ?? 0, metric.unit)}`;
  return finding(context, each, each.value, metric, `where ${limit} was expected. Check the figure and its unit.`);
}

function finding(
  context: CheckContext,
  each: Observation,
  value: number,
  { unit }: Metric,
  expected: string,
): Candidate {
  return findingOf(each, {
    severity: "error",
    message: `${observationName(context, each)} ${whereObservation(context, each)} is ${formatQuantity(value, unit)}, ${expected}`,
    figure: value,
  });
}
