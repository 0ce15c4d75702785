import type { Pack } from "../../plan/schema";
import { formatNumber, plural, sentenceCase } from "../../plan/wording";
import type { Census } from "../../returns/observation";
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
  /** Figures that are not understood. */
  readonly asked: number;
  /** Warnings without an adequate explanation that still holds. */
  readonly warningsToExplain: number;
  readonly warningsExplained: number;
  readonly infos: number;
  /** Every finding with what became of its explanation, in the findings' order. */
  readonly explained: readonly Explained[];
}

/** What readiness is judged by: an outcome has it all. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly explanations: readonly Explanation[];
  readonly pack: Pick<Pack, "thresholds">;
  readonly reading: { readonly census: Pick<Census, "asked"> };
}

/**
 * Errors block; a warning is mended or adequately explained (validation-rules.md); a figure that is
 * not understood waits for an answer (cli-contract "Census"). Notes for information never block.
 */
export function readiness({ findings, explanations, pack, reading }: Judged): ReadinessReport {
  const { asked } = reading.census;
  const explained = matchExplanations(findings, explanations, pack);
  const errors = findings.filter((each) => each.severity === "error").length;
  const warnings = explained.filter((each) => each.finding.severity === "warning");
  const warningsExplained = warnings.filter((each) => each.state === "explained").length;
  const warningsToExplain = warnings.length - warningsExplained;
  return {
    readiness: errors === 0 && warningsToExplain === 0 && asked === 0 ? "ready" : "not ready",
    statement: statement(errors, warningsToExplain, warningsExplained, asked),
    errors,
    asked,
    warningsToExplain,
    warningsExplained,
    infos: findings.length - errors - warnings.length,
    explained,
  };
}

function statement(errors: number, toExplain: number, explained: number, asked: number): string {
  const parts = [
    errors === 0 ? "no errors" : plural(errors, "error"),
    toExplain === 0 ? "no warnings to explain" : `${plural(toExplain, "warning")} to explain`,
    ...(asked > 0 ? [`${plural(asked, "figure")} not understood`] : []),
    ...(explained > 0 ? [`${formatNumber(explained)} explained`] : []),
  ];
  return sentenceCase(parts.join(", "));
}
