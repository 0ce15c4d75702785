import { common } from "../../../collections/groups";
import { checkSum, type SheetSum } from "../../context/sums";
import { CROSS_FOOT } from "../codes";
import type { Rule } from "../rule";
import { sumFinding } from "./sum-finding";
import { MUST_STAND_OUT } from "../../context/repair";

/** Totals on a sheet that their parts do not add up to (validation-rules.md DQ06). */
export const sheetTotals: Rule = {
  ...CROSS_FOOT,
  severity: "error",
  looksFor:
    "A total that its parts do not add up to, beyond rounding; and the one cell whose repair mends both the sum and its row’s ratio.",
  thresholds: ({ roundingTolerance }) => [
    `${roundingTolerance} of the last digit for each part and for the total`,
    `a repair is named only where one row’s ratio is ${MUST_STAND_OUT} times as odd as any other’s`,
  ],
  mends: "write the repaired figure",
  check(context) {
    return context.input.reading.statedTotals.flatMap((total) => {
      // Shares do not add up like amounts: DQ07 looks at those.
      if (total.of.length === 0 || total.unit === "%") return [];
      const sum: SheetSum = { total: total.place, label: total.label, parts: total.of };
      const check = checkSum((place) => context.valueAt(place), sum, context.thresholds.roundingTolerance);
      if (check === null || Math.abs(check.missing) <= check.tolerance) return [];
      const organisation =
        total.organisation ?? common(total.of, (place) => context.observationAt(place)?.organisation ?? null);
      const unit = total.value === context.valueAt(total.place) ? total.unit : null;
      const subject = { unit, metric: total.metric, organisation, period: total.period.label };
      return [sumFinding(context, sum, check, { subject })];
    });
  },
};
