import { acrossAlikeSheets } from "./alike-sheets";
import { RULES } from "./catalogue";
import { CheckContext, type CheckInput } from "../context/check-context";
import type { Finding } from "../finding";
import { findingsOf } from "./findings-of";
import { atTheRoot } from "./roots";

export type { CheckInput } from "../context/check-context";

/**
 * Checks a return against every rule of the catalogue: pure, so the same return gives the same findings.
 *
 * @returns findings, the worst first (error, warning, info, then by size of effect); what shares a
 *   cause is reported once, at its root, and what says the same is one finding with many cells.
 */
export function checkReturn(input: CheckInput): Finding[] {
  const context = new CheckContext(input);
  const found = RULES.flatMap((rule) => rule.check(context).map((candidate) => ({ rule, candidate })));
  return findingsOf(acrossAlikeSheets(atTheRoot(found)));
}
