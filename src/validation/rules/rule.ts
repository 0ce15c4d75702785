import type { Thresholds } from "../../plan/schema";
import type { CheckContext } from "../context/check-context";
import type { Candidate } from "../findings/candidate";

/** One data-quality rule (validation-rules.md): what the catalogue says of it, and the check itself. */
export interface Rule {
  /** Stable: "DQ06". */
  readonly code: string;
  /** "cross-foot" */
  readonly name: string;
  /** The severity, or how it is chosen, in words. */
  readonly severity: string;
  /** What it looks for, one sentence. */
  readonly looksFor: string;
  /** Why it matters, one sentence; every finding of the rule carries it. */
  readonly why: string;
  /** The thresholds it uses, with the pack's values, each a phrase; empty where it has none. */
  readonly thresholds: (thresholds: Thresholds) => readonly string[];
  /** What a machine can mend, or null. */
  readonly mends: string | null;
  readonly check: (context: CheckContext) => readonly Candidate[];
}

/** A rule with no thresholds of its own. */
export const noThresholds = (): readonly string[] => [];
