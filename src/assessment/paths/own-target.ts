import { mapNonEmpty } from "../../collections/non-empty";
import { monthsIn, type Period } from "../../plan/time/periods";
import type { UnitId } from "../../plan/schema";
import { formatPercent, formatQuantity } from "../../plan/wording";
import type { Observation } from "../../returns/observation";
import { dueDate } from "./due";
import type { OwnTarget, Pathway, PlanTarget } from "./pathway";
import { byPlace } from "../../snapshot/place-order";

/**
 * The pathway with the organisation's own targets beside those that give way to a greater one: the
 * change in percent that a person set, else the return's own figure headed target for the period
 * the plan's falls due in.
 */
export function withOwnTargets(pathway: Pathway, set: number | null, aimedAt: readonly Observation[]): Pathway {
  if (!pathway.targets.some(({ target }) => target.ownIfGreater === true)) return pathway;
  return {
    metric: pathway.metric,
    targets: mapNonEmpty(pathway.targets, (plan): PlanTarget => {
      if (plan.target.ownIfGreater !== true) return plan;
      const own = set === null ? inReturn(pathway, plan, aimedAt) : fromSettings(set);
      return own === null ? plan : { ...plan, own };
    }),
  };
}

function fromSettings(percent: number): OwnTarget {
  return { goal: { kind: "change", percent }, from: "the settings sheet" };
}

/** The organisation's one figure for the period the plan's target falls due in: for a flow, of a whole year. None where two differ. */
function inReturn({ metric }: Pathway, { due }: PlanTarget, aimedAt: readonly Observation[]): OwnTarget | null {
  const day = dueDate(due);
  const whole = (period: Period) => metric.nature !== "flow" || monthsIn(period) === 12;
  const figures = aimedAt
    .filter(({ site, period: { first, last } }) => site === null && first <= day && day <= last)
    .filter(({ value, period }) => value !== null && whole(period))
    .sort((a, b) => byPlace(a.place, b.place));
  const [first] = figures;
  if (first === undefined || first.value === null) return null;
  if (figures.some(({ value }) => value !== first.value)) return null;
  return { goal: { kind: "level", value: first.value }, from: first.place.cell };
}

/** "its own target of 25% less (the settings sheet)", and whether it was used. */
export function ownTargetWords(own: OwnTarget | undefined, used: boolean, unit: UnitId): string {
  if (own === undefined) return "no target of its own is given";
  const what =
    own.goal.kind === "change"
      ? `${formatPercent(Math.abs(own.goal.percent))} ${own.goal.percent < 0 ? "less" : "more"}`
      : formatQuantity(own.goal.value, unit);
  return `its own target of ${what} (${own.from}) is ${used ? "greater and is used" : "not greater, so the plan's is used"}`;
}
