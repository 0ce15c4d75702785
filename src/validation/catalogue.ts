import type { Thresholds } from "../plan/schema";
import { EXPLANATION_WHY } from "./explanations";
import type { Rule } from "./rule";
import { actionAfterPlan } from "./rules/ac02-after-plan";
import { actionDate } from "./rules/ac01-date";
import { actionId } from "./rules/ac06-id";
import { actionMetric } from "./rules/ac04-metric";
import { actionOwner } from "./rules/ac03-owner";
import { actionStatus } from "./rules/ac07-status";
import { actionTwin } from "./rules/ac05-twin";
import { blankLabel } from "./rules/blank-label";
import { blankRow } from "./rules/blank-row";
import { cellError } from "./rules/dq02-cell-error";
import { constraintError } from "./rules/constraint-error";
import { crossFoot } from "./rules/dq06-cross-foot";
import { denominator } from "./rules/dq15-denominator";
import { duplicateLabel } from "./rules/duplicate-label";
import { duplicateRow } from "./rules/duplicate-row";
import { estimatedShare } from "./rules/dq12-estimated-share";
import { extraLabel } from "./rules/extra-label";
import { factor } from "./rules/dq09-factor";
import { footprint } from "./rules/dq08-footprint";
import { forbiddenValue } from "./rules/forbidden-value";
import { formula } from "./rules/dq13-formula";
import { hidden } from "./rules/dq14-hidden";
import { incorrectLabel } from "./rules/incorrect-label";
import { missingLabel } from "./rules/missing-label";
import { numberAsText } from "./rules/dq01-number-as-text";
import { outlier } from "./rules/dq17-outlier";
import { periods } from "./rules/dq11-periods";
import { price } from "./rules/dq16-price";
import { primaryKey } from "./rules/primary-key";
import { requiredValue } from "./rules/required-value";
import { share } from "./rules/dq07-share";
import { staleOrRound } from "./rules/dq10-stale-or-round";
import { truncatedValue } from "./rules/truncated-value";
import { typeError } from "./rules/type-error";
import { unitSlip } from "./rules/dq04-unit-slip";
import { yearOnYear } from "./rules/dq03-year-on-year";
import { zeroOrSign } from "./rules/dq05-zero-or-sign";

/** Every rule that a return is checked against, in the catalogue's order. */
export const RULES: readonly Rule[] = [
  blankLabel,
  duplicateLabel,
  missingLabel,
  extraLabel,
  incorrectLabel,
  blankRow,
  duplicateRow,
  primaryKey,
  typeError,
  constraintError,
  requiredValue,
  forbiddenValue,
  truncatedValue,
  numberAsText,
  cellError,
  yearOnYear,
  unitSlip,
  zeroOrSign,
  crossFoot,
  share,
  footprint,
  factor,
  staleOrRound,
  periods,
  estimatedShare,
  formula,
  hidden,
  denominator,
  price,
  outlier,
  actionDate,
  actionAfterPlan,
  actionOwner,
  actionMetric,
  actionTwin,
  actionId,
  actionStatus,
];

/** One rule as the catalogue shows it. */
export interface CatalogueEntry {
  readonly code: string;
  readonly name: string;
  readonly severity: string;
  readonly looksFor: string;
  readonly why: string;
  /** With a pack's values in them. */
  readonly thresholds: readonly string[];
  readonly mends: string | null;
}

/** Every rule for a reader, EX01 among them: it judges explanations, not figures, so it is no rule of a return's. */
export function catalogue(thresholds: Thresholds): CatalogueEntry[] {
  const entries = RULES.map(({ check: _check, reach: _reach, thresholds: own, ...entry }) => ({
    ...entry,
    thresholds: own(thresholds),
  }));
  return [
    ...entries,
    {
      code: "EX01",
      name: "explanation",
      severity: "warning",
      looksFor:
        "An explanation that is too short, is an empty phrase such as “OK” or “as expected”, names no figure and no cause, has no name or no date, or whose figure has changed since.",
      why: EXPLANATION_WHY,
      thresholds: [`at least ${thresholds.explanationMinimumCharacters} characters`],
      mends: null,
    },
  ];
}
