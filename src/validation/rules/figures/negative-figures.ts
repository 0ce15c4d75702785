import { addressOf } from "../../../snapshot/addresses";
import { formatQuantity } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { isKnown, isOutturn, type KnownFigure } from "../../context/figures";
import type { Mend } from "../../finding";
import { findingOf } from "../../findings/candidate";
import { observationName, whereObservation } from "../../findings/phrases";
import { ZERO_OR_SIGN } from "../codes";
import type { Rule } from "../rule";

/** Less than nothing (validation-rules.md DQ05). */
export const negativeFigures: Rule = {
  ...ZERO_OR_SIGN,
  severity: "error",
  looksFor: "Negative consumption, unless it is an export.",
  mends: "turn the sign",
  check(context) {
    const negative = context.observations.filter(isKnown).filter((each) => isNegative(context, each));
    return negative.map((each) =>
      findingOf(each, {
        severity: "error",
        message: `${observationName(context, each)} ${whereObservation(context, each)} is ${formatQuantity(each.value, each.unit)}, where 0 or more was expected. Check the sign: a credit or an export belongs in a row of its own.`,
        mend: turned(context, each),
      }),
    );
  },
};

function isNegative(context: CheckContext, each: KnownFigure): boolean {
  if (each.value >= 0 || !isOutturn(each)) return false;
  const metric = context.metrics.get(each.metric);
  // Shares have their own rule; a metric whose bounds let it be negative is no consumption.
  const cannotBe = metric !== undefined && metric.unit !== "%" && metric.bounds.min !== null && metric.bounds.min >= 0;
  return cannotBe && !/\bexport/i.test(each.label);
}

/** The correction that turns a typed figure's sign. */
function turned(context: CheckContext, { place, raw, value, unit }: KnownFigure): Mend | null {
  if (typeof raw !== "number" || context.formulaAt(place) !== null) return null;
  const address = addressOf(place);
  return {
    label: `Write ${formatQuantity(-value, unit)} in ${address}`,
    kind: "sign",
    changes: [{ sheet: place.sheet, address, before: raw, after: -raw }],
  };
}
