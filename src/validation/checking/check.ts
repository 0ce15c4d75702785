import { RULES } from "./catalogue";
import { CheckContext } from "../context/check-context";
import type { CheckInput, Edit } from "../context/check-context";
import type { Finding } from "../finding";
import { findingsOf } from "../findings/findings-of";
import { atTheRoot } from "../findings/roots";
import type { Candidate, Rule } from "../rules/rule";

export type { CheckInput } from "../context/check-context";

/**
 * Checks a return against every rule of the catalogue: pure, so the same return gives the same findings.
 *
 * @returns findings, the worst first (error, warning, info, then by size of effect); what shares a
 *   cause is reported once, at its root, and what says the same is one finding with many cells.
 */
export function checkReturn(input: CheckInput): Finding[] {
  return checkWithTrail(input).findings;
}

/** Findings with what each rule saw, so that an edit need not run every rule again. */
export interface Checked {
  readonly findings: Finding[];
  readonly context: CheckContext;
  readonly seen: ReadonlyMap<Rule, readonly Candidate[]>;
}

/** The same, and its trail. */
export function checkWithTrail(input: CheckInput): Checked {
  const context = new CheckContext(input);
  return checkedBy(context, (rule) => rule.check(context));
}

/**
 * Checks a return again where figures have given way to others of the same place, and nothing else
 * has changed. A rule that looks at the layout alone would see what it saw before, as long as no
 * total and no line has come or gone; causes are sought anew among all that was seen.
 */
export function checkEdited(before: Checked, input: CheckInput, replaced: Edit["replaced"]): Checked {
  const context = new CheckContext(input, { before: before.context, replaced });
  const stands = context.hasLayoutOf(before.context);
  return checkedBy(context, (rule) => {
    const kept = stands && rule.reach === "layout" ? before.seen.get(rule) : undefined;
    return kept ?? rule.check(context);
  });
}

function checkedBy(context: CheckContext, look: (rule: Rule) => readonly Candidate[]): Checked {
  const seen = new Map(RULES.map((rule) => [rule, look(rule)]));
  const found = [...seen].flatMap(([rule, candidates]) => candidates.map((candidate) => ({ rule, candidate })));
  return { findings: findingsOf(atTheRoot(found)), context, seen };
}
