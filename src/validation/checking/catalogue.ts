import type { Thresholds } from "../../plan/schema";
import { EXPLANATION_WHY } from "./explanations";
import type { Rule } from "../rules/rule";
import { actionAfterPlan } from "../rules/actions/ac02-after-plan";
import { actionDate } from "../rules/actions/ac01-date";
import { actionId } from "../rules/actions/ac06-id";
import { actionMetric } from "../rules/actions/ac04-metric";
import { actionOwner } from "../rules/actions/ac03-owner";
import { actionStatus } from "../rules/actions/ac07-status";
import { actionTwin } from "../rules/actions/ac05-twin";
import { blankLabel } from "../rules/headings/blank-label";
import { blankRow } from "../rules/cells/blank-row";
import { cellError } from "../rules/cells/dq02-cell-error";
import { constraintError } from "../rules/cells/constraint-error";
import { crossFoot } from "../rules/figures/dq06-cross-foot";
import { denominator } from "../rules/figures/dq15-denominator";
import { duplicateLabel } from "../rules/headings/duplicate-label";
import { duplicateRow } from "../rules/cells/duplicate-row";
import { estimatedShare } from "../rules/figures/dq12-estimated-share";
import { extraLabel } from "../rules/headings/extra-label";
import { factor } from "../rules/figures/dq09-factor";
import { footprint } from "../rules/figures/dq08-footprint";
import { forbiddenValue } from "../rules/cells/forbidden-value";
import { formula } from "../rules/formulas/dq13-formula";
import { hidden } from "../rules/cells/dq14-hidden";
import { incorrectLabel } from "../rules/headings/incorrect-label";
import { missingLabel } from "../rules/headings/missing-label";
import { numberAsText } from "../rules/cells/dq01-number-as-text";
import { outlier } from "../rules/figures/dq17-outlier";
import { periods } from "../rules/figures/dq11-periods";
import { price } from "../rules/figures/dq16-price";
import { primaryKey } from "../rules/cells/primary-key";
import { requiredValue } from "../rules/cells/required-value";
import { share } from "../rules/figures/dq07-share";
import { staleOrRound } from "../rules/figures/dq10-stale-or-round";
import { truncatedValue } from "../rules/cells/truncated-value";
import { typeError } from "../rules/cells/type-error";
import { unitSlip } from "../rules/figures/dq04-unit-slip";
import { yearOnYear } from "../rules/figures/dq03-year-on-year";
import { zeroOrSign } from "../rules/figures/dq05-zero-or-sign";

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
  const entries = RULES.map(({ check: _check, thresholds: own, ...entry }) => ({
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
