import type { Thresholds } from "../../plan/schema";
import type { CheckContext } from "../context/check-context";
import type { Candidate } from "../findings/candidate";

/** What the catalogue says of a rule (validation-rules.md). */
export interface RuleEntry {
  /** Stable: "DQ06". Rules of one code share it with their name, as findings and explanations know them. */
  readonly code: string;
  /** "cross-foot" */
  readonly name: string;
  /** The severity, or how it is chosen, in words. */
  readonly severity: string;
  /** What it looks for, one sentence. */
  readonly looksFor: string;
  /** Why it matters, one sentence; every finding of the rule carries it. */
  readonly why: string;
  /** The thresholds it uses, with the pack's values, each a phrase; absent where it has none. */
  readonly thresholds?: (thresholds: Thresholds) => readonly string[];
  /** The correction offered; absent where a machine can make none. */
  readonly mends?: string;
}

/** One data-quality rule: its entry in the catalogue, and the check itself. */
export interface Rule extends RuleEntry {
  readonly check: (context: CheckContext) => readonly Candidate[];
}
