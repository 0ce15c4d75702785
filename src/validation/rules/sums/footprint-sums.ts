import type { NonEmpty } from "../../../collections/non-empty";
import { formatQuantity, joinWords } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import {
  footprintPlaces,
  roundingOf,
  wholeTotal,
  type FootprintPlace,
  type WholeTotal,
} from "../../evidence/figures/footprint-totals";
import type { Candidate } from "../../findings/candidate";
import { FOOTPRINT } from "../codes";
import type { Rule } from "../rule";
import { cellOf, footprintFinding, totalName } from "./footprint-finding";

/** Scopes that do not make their footprint (validation-rules.md DQ08). */
export const footprintSums: Rule = {
  ...FOOTPRINT,
  severity: "error",
  looksFor: "Scopes that do not add up to their footprint.",
  thresholds: ({ roundingTolerance }) => [
    `${roundingTolerance} of the last digit for each figure`,
    "the plan’s own identities between metrics",
  ],
  check(context) {
    const places = context.once(footprintPlaces);
    return context.pack.identities.flatMap(({ total, parts }) =>
      places.flatMap((place) => broken(context, total, parts, place) ?? []),
    );
  },
};

function broken(
  context: CheckContext,
  total: string,
  parts: readonly string[],
  place: FootprintPlace,
): Candidate | null {
  const whole = wholeTotal(context, total, place);
  const scopes = parts.map((part) => wholeTotal(context, part, place));
  if (whole === null || !scopes.every((each) => each !== null)) return null;
  const sum = scopes.reduce((so, each) => so + each.value, 0);
  const { value, unit } = whole;
  const all = [whole, ...scopes] as const;
  const tolerance = all.reduce((so, each) => so + roundingOf(context, each), 0) + 1e-9 * Math.abs(value);
  if (Math.abs(value - sum) <= tolerance) return null;
  const made = scopes.map(
    (each) => `${context.titleOf(each.metric)} (${cellOf(each)}, ${formatQuantity(each.value, unit)})`,
  );
  return footprintFinding(suspectFirst(context, all, value - sum), whole, {
    message: `${totalName(context, whole)} (${cellOf(whole)}) is ${formatQuantity(value, unit)}, but ${joinWords(made)} add up to ${formatQuantity(sum, unit)}, a difference of ${formatQuantity(Math.abs(value - sum), unit)}. Total and parts were expected to agree; correct whichever is wrong.`,
    effect: value === 0 ? 1 : Math.min(1, Math.abs(value - sum) / Math.abs(value)),
  });
}

/** The totals, beginning with the one that, put right by the difference, would be nearest to its own last period. */
function suspectFirst(context: CheckContext, totals: NonEmpty<WholeTotal>, missing: number): NonEmpty<WholeTotal> {
  const gains = totals.map((total, index) => {
    const before = lastValue(context, total);
    if (before === null || before <= 0) return 0;
    const repaired = total.value + (index === 0 ? -missing : missing);
    return (Math.abs(total.value - before) - Math.abs(repaired - before)) / before;
  });
  const best = gains.indexOf(Math.max(...gains));
  const suspect = totals[best] ?? totals[0];
  return [suspect, ...totals.filter((each) => each !== suspect)];
}

function lastValue(context: CheckContext, total: WholeTotal): number | null {
  const series = context
    .seriesOf(total.metric, total.organisation)
    .find((each) => each.site === null && each.points.some((point) => point.period.label === total.period.label));
  const at = series?.points.findIndex((point) => point.period.label === total.period.label) ?? -1;
  return series?.points[at - 1]?.value ?? null;
}
