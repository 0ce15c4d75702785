import type { Pack } from "../../plan/schema";
import { formatNumber, plural, sentenceCase } from "../../plan/wording";
import type { Explanation } from "../../decisions/explanations";
import { matchExplanations, type Explained } from "./explanations";
import type { Finding } from "../finding";

export type Readiness = "ready" | "not ready";

/** Whether a return can be submitted, and what stands in the way. */
export interface ReadinessReport {
  readonly readiness: Readiness;
  /** "3 errors, 2 warnings to explain": what stands in the way, in a few words. */
  readonly statement: string;
  readonly errors: number;
  /** Warnings without an adequate explanation that still holds. */
  readonly warningsToExplain: number;
  readonly warningsExplained: number;
  readonly infos: number;
  /** Every finding with what became of its explanation, in the findings' order. */
  readonly explained: readonly Explained[];
}

/**
 * Errors block; a warning is mended or adequately explained (validation-rules.md). Notes for
 * information never block.
 */
export function readiness(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  pack: Pick<Pack, "thresholds">,
): ReadinessReport {
  const explained = matchExplanations(findings, explanations, pack);
  const errors = findings.filter((each) => each.severity === "error").length;
  const warnings = explained.filter((each) => each.finding.severity === "warning");
  const warningsExplained = warnings.filter((each) => each.state === "explained").length;
  const warningsToExplain = warnings.length - warningsExplained;
  return {
    readiness: errors === 0 && warningsToExplain === 0 ? "ready" : "not ready",
    statement: statement(errors, warningsToExplain, warningsExplained),
    errors,
    warningsToExplain,
    warningsExplained,
    infos: findings.length - errors - warnings.length,
    explained,
  };
}

function statement(errors: number, toExplain: number, explained: number): string {
  const parts = [
    errors === 0 ? "no errors" : plural(errors, "error"),
    toExplain === 0 ? "no warnings to explain" : `${plural(toExplain, "warning")} to explain`,
    ...(explained > 0 ? [`${formatNumber(explained)} explained`] : []),
  ];
  return sentenceCase(parts.join(", "));
}
