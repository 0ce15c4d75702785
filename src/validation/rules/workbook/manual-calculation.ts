import { findingIn } from "../../findings/candidate";
import { CELL_ERROR } from "../codes";
import type { Rule } from "../rule";

/** A workbook that does not recalculate by itself (validation-rules.md DQ02). */
export const manualCalculation: Rule = {
  ...CELL_ERROR,
  severity: "error",
  looksFor: "Calculation set to manual.",
  check(context) {
    if (context.input.snapshot.calculation !== "manual") return [];
    return [
      findingIn([], {
        severity: "error",
        message:
          "This workbook calculates only when told to, so what its formulas show may be out of date. Set Formulas, Calculation Options to Automatic, and check again.",
        figure: "manual",
        subject: "manual calculation",
      }),
    ];
  },
};
