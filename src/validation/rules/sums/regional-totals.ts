import { numberOf } from "../../context/cell-text";
import { regionalSums } from "../../context/regional-tables";
import { checkSum } from "../../context/sums";
import { CROSS_FOOT } from "../codes";
import type { Rule } from "../rule";
import { sumFinding } from "./sum-finding";

/** Tables of the plan's regions that do not add up to England (validation-rules.md DQ06). */
export const regionalTotals: Rule = {
  ...CROSS_FOOT,
  severity: "error",
  looksFor: "A table of regions that does not add up to England.",
  thresholds: () => ["the plan’s own tolerance for its regional tables"],
  mends: "write the repaired figure",
  check(context) {
    const totals = new Set(context.input.reading.statedTotals.map(({ place }) => place.cell));
    return context.scans.flatMap(({ sheet, regions }) =>
      regionalSums(context.pack, sheet, regions).flatMap((sum) => {
        const check = checkSum((place) => numberOf(context.valueAt(place)), sum, context.thresholds.roundingTolerance);
        const isRead = totals.has(sum.total.cell);
        if (check === null || isRead || Math.abs(check.missing) <= Math.max(sum.tolerance, check.tolerance)) return [];
        return [sumFinding(context, sum, check, { known: sum.beside })];
      }),
    );
  },
};
