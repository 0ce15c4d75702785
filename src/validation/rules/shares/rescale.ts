import { addressOf } from "../../../snapshot/addresses";
import { formatNumber, plural } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import type { Mend } from "../../finding";

/** The correction that multiplies typed figures by a factor; null where all are formulas' answers or texts. */
export function rescale(context: CheckContext, observations: readonly Observation[], by: number): Mend | null {
  const changes = observations.flatMap(({ place, raw }) =>
    typeof raw !== "number" || context.formulaAt(place) !== null
      ? []
      : [{ sheet: place.sheet, address: addressOf(place), before: raw, after: Number((raw * by).toPrecision(12)) }],
  );
  const [first] = changes;
  if (first === undefined) return null;
  const label =
    changes.length === 1
      ? `Write ${formatNumber(first.after, 6)} in ${first.address}`
      : `Rescale ${plural(changes.length, "cell")}`;
  return { label, kind: "rescale", changes };
}
