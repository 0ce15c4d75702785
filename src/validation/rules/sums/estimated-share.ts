import { keyOf } from "../../../collections/keys";
import type { NonEmpty } from "../../../collections/non-empty";
import { formatPercent, formatQuantity, periodWords, plural, someOf } from "../../../plan/wording";
import type { Observation, Total } from "../../../returns/observation";
import { isDerived } from "../../context/figures";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import { references } from "../../findings/references";
import { findingIn, ofOne, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Totals that rest too much on estimates (validation-rules.md DQ12). */
export const estimatedShare: Rule = {
  code: "DQ12",
  name: "estimated-share",
  severity: "warning",
  looksFor: "A total of which more than a set share is estimated.",
  why: "A trend of estimates is a trend of opinions: it must be said how much of a total was measured.",
  thresholds: ({ estimatedSharePercent }) => [`over ${estimatedSharePercent}% of a total estimated`],
  check(context) {
    const estimated = context.input.totals
      .map((total) => ({ total, share: estimatedPercent(total.observations) }))
      .filter(({ share }) => share > context.thresholds.estimatedSharePercent)
      .filter(({ total }) => isOwn(context, total));
    const groups = groupBy(estimated, ({ total }) => keyOf(total.organisation, total.period.label));
    return [...groups.values()].map((group) => finding(context, group));
  },
};

/** Whether a figure says of itself that it is an estimate. */
function isEstimate({ kind, note }: Pick<Observation, "kind" | "note">): boolean {
  return kind === "estimate" || (note !== null && /^\[e\]|estimat/i.test(note));
}

/** What an organisation states of itself: a roll-up, and what is worked out, are only as estimated as what they are made of. */
function isOwn(context: CheckContext, { metric, organisation, observations }: Total): boolean {
  const first = observations.find((each) => each.metric === metric);
  return (
    first !== undefined &&
    !observations.every(isDerived) &&
    (organisation !== context.pack.system || first.organisation === organisation)
  );
}

function estimatedPercent(observations: readonly Observation[]): number {
  let whole = 0;
  let estimated = 0;
  for (const each of observations) {
    const size = Math.abs(each.value ?? 0);
    whole += size;
    if (isEstimate(each)) estimated += size;
  }
  return whole === 0 ? 0 : (estimated / whole) * 100;
}

function finding(context: CheckContext, group: NonEmpty<{ total: Total; share: number }>): Candidate {
  const [{ total, share }] = group;
  const cells = group.flatMap((each) => each.total.observations.filter(isEstimate).map(({ place }) => place));
  const { organisation, period, unit } = total;
  const which = `${context.nameOf(organisation)}’s figures for ${periodWords(period)}`;
  const message =
    group.length === 1
      ? `${formatPercent(share)} of the ${context.titleOf(total.metric)} in ${which} (${formatQuantity(total.value ?? 0, unit)}) is estimated: ${someOf(references(cells))}. No more than ${formatPercent(context.thresholds.estimatedSharePercent)} was expected; replace estimates with readings, or explain how they were made.`
      : `More than ${formatPercent(context.thresholds.estimatedSharePercent)} of each of ${plural(group.length, "total")} in ${which} is estimated (${someOf(references(cells))}): ${someOf(group.map((each) => context.titleOf(each.total.metric)))}. Replace estimates with readings, or explain how they were made.`;
  return findingIn(cells, {
    severity: "warning",
    metric: ofOne(group, () => total.metric),
    organisation,
    period: period.label,
    message,
    figure: group.length === 1 ? total.value : group.length,
    effect: share / 1000,
  });
}
