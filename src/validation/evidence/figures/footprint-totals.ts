import { keyOf } from "../../../collections/keys";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import type { Period } from "../../../plan/time/periods";
import type { Observation, Total } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { roundingUnit } from "../../context/rounding";

/** An organisation and a period for which it has a footprint. */
export interface FootprintPlace {
  readonly organisation: string;
  readonly period: Period;
}

/** A total that is known, whole, and stated somewhere. */
export interface WholeTotal extends Total {
  readonly value: number;
  readonly observations: NonEmpty<Observation>;
}

/** Each organisation and period that has a total of a metric that the plan's identities or orders are about. */
export function footprintPlaces(context: CheckContext): FootprintPlace[] {
  const { identities, orders } = context.pack;
  const wholes = new Set([...identities.map((each) => each.total), ...orders.map((each) => each.greater)]);
  const places = new Map<string, FootprintPlace>();
  for (const { metric, organisation, period } of context.input.totals) {
    if (wholes.has(metric)) places.set(keyOf(organisation, period.label), { organisation, period });
  }
  return [...places.values()];
}

export function wholeTotal(
  context: CheckContext,
  metric: string,
  { organisation, period }: FootprintPlace,
): WholeTotal | null {
  const total = context.total(metric, organisation, period.label);
  if (total === undefined || total.partial) return null;
  const { value, observations } = total;
  return value !== null && isNonEmpty(observations) ? { ...total, value, observations } : null;
}

/** What rounding alone can make of a total, in its unit. */
export function roundingOf(context: CheckContext, { observations }: Total): number {
  return observations.reduce((so, each) => so + context.thresholds.roundingTolerance * roundingUnit(each), 0);
}
