import { countedMembers } from "../../../plan/members";
import { keyOf } from "../../../collections/keys";
import { groupBy } from "../../../collections/groups";
import { formatQuantity, periodWords, someOf } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { isKnown, isOutturn, type KnownFigure } from "../../context/figures";
import { roundingUnit } from "../../context/rounding";
import { findingOf, type Candidate } from "../../findings/candidate";
import { figuresOf } from "../../findings/phrases";
import { references } from "../../findings/references";
import { CROSS_FOOT } from "../codes";
import type { Rule } from "../rule";

/** An organisation's stated figure against its sites', and the system's against its members' (validation-rules.md DQ06). */
export const statedAgainstParts: Rule = {
  ...CROSS_FOOT,
  severity: "error",
  looksFor: "An organisation’s stated figure that its sites or its members do not add up to.",
  check(context) {
    const wholes = context.observations.filter(isKnown).filter((each) => isStatedWhole(context, each));
    if (wholes.length === 0) return [];
    const sites = groupBy(
      context.observations.filter((each) => each.site !== null && isKnown(each) && isOutturn(each)),
      totalKey,
    );
    const { pack, input } = context;
    return wholes.flatMap((stated) => {
      const isSystem = stated.organisation === pack.system;
      const members = isSystem ? countedMembers(pack, stated.metric, input.countedIn) : [];
      const parts = isSystem ? membersOf(context, stated, members) : sitesOf(sites.get(totalKey(stated)) ?? []);
      if (parts === null || parts.figures.length < 2) return [];
      const figures = [stated, ...parts.figures];
      const tolerance = figures.reduce((so, each) => so + context.thresholds.roundingTolerance * roundingUnit(each), 0);
      const missing = stated.value - parts.sum;
      if (Math.abs(missing) <= tolerance + 1e-9 * Math.abs(parts.sum)) return [];
      return [finding(context, stated, parts, isSystem ? "members’ figures" : "sites")];
    });
  },
};

/** Whether a figure is an organisation's own, of what adds up. */
function isStatedWhole(context: CheckContext, { metric, site, kind }: Observation): boolean {
  return site === null && kind === "actual" && context.metrics.get(metric)?.additive === true;
}

/** The figures a stated one should be the sum of, and their sum. */
interface Parts {
  readonly figures: readonly Observation[];
  readonly sum: number;
}

function sitesOf(figures: readonly Observation[]): Parts {
  return { figures, sum: figures.reduce((so, each) => so + (each.value ?? 0), 0) };
}

function totalKey({ metric, organisation, period }: Observation): string {
  return keyOf(metric, organisation, period.label);
}

/** The members' figures, where every member has one: a part of the system is never set against the whole. */
function membersOf(context: CheckContext, stated: Observation, members: readonly string[]): Parts | null {
  let sum = 0;
  const figures: Observation[] = [];
  for (const member of members) {
    const total = context.total(stated.metric, member, stated.period.label);
    if (total === undefined || total.value === null || total.partial) return null;
    sum += total.value;
    figures.push(...total.observations);
  }
  return { figures, sum };
}

function finding(context: CheckContext, stated: KnownFigure, { figures, sum }: Parts, kind: string): Candidate {
  const { value, unit, period, place } = stated;
  const parts = figures.map((each) => each.place);
  return findingOf(stated, {
    severity: "error",
    also: parts,
    message: `${figuresOf(context, stated)} in ${periodWords(period)} (${place.cell}) is stated as ${formatQuantity(value, unit)}, but its ${kind} (${someOf(references(parts))}) add up to ${formatQuantity(sum, unit)}, a difference of ${formatQuantity(Math.abs(value - sum), unit)}. Correct whichever is wrong.`,
    effect: value === 0 ? 1 : Math.min(1, Math.abs(1 - sum / value)),
  });
}
