import { emissionsOf, factorFor, factorYear } from "../../../plan/factors";
import { derivationsOf, fuelName, isUsedByAll, type DerivationPart } from "../../../plan/metric-facts";
import type { MetricId } from "../../../plan/schema";
import { formatQuantity, joinWords } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { isKnown, isOutturn } from "../../context/figures";
import { findingOf } from "../../findings/candidate";
import { observationName, whereObservation } from "../../findings/phrases";
import { FACTOR } from "../codes";
import type { Rule } from "../rule";
import { awayWords, isFar, registerThreshold } from "./register-difference";

/** Emissions that the plan derives but the return states itself, against what the register makes of its consumption (DQ09). */
export const statedEmissions: Rule = {
  ...FACTOR,
  severity: "warning",
  looksFor: "Stated energy emissions that no factor of their year gives.",
  thresholds: registerThreshold,
  check(context) {
    const stated = context.observations.filter(isKnown).filter((each) => each.site === null && isOutturn(each));
    return stated.flatMap((each) => {
      const parts = context.once(derivationParts).get(each.metric);
      if (parts === undefined || each.value <= 0) return [];
      const expected = expectedEmissions(context, each, parts);
      if (expected === null || !isFar(context, each.value, expected)) return [];
      const fuels = joinWords(parts.map(({ fuel }) => fuelName(fuel)));
      return [
        findingOf(each, {
          severity: "warning",
          message: `${observationName(context, each)} ${whereObservation(context, each)} is stated as ${formatQuantity(each.value, each.unit)}, ${awayWords(each.value, expected)} the ${formatQuantity(expected, each.unit, 0)} that its ${fuels} make with the ${factorYear(each.period)} factors. Work it out again, or say which factors were used.`,
          effect: 0.1,
          subject: each.period.label,
        }),
      ];
    });
  },
};

/** What each derived metric of the plan is worked out from. */
function derivationParts({ pack }: CheckContext): ReadonlyMap<MetricId, readonly DerivationPart[]> {
  return new Map(derivationsOf(pack).map(({ metric, parts }) => [metric.id, parts]));
}

function expectedEmissions(
  context: CheckContext,
  { organisation, period }: Observation,
  parts: readonly DerivationPart[],
): number | null {
  let sum = 0;
  for (const { metric, fuel } of parts) {
    const amount = context.knownTotal(metric, organisation, period.label);
    if (amount === null) {
      if (!isUsedByAll(fuel)) continue;
      return null;
    }
    const known = factorFor(fuel, period);
    if (known === null && amount > 0) return null;
    if (known !== null) sum += emissionsOf(amount, known.factor);
  }
  return sum > 0 ? sum : null;
}
