import type { MetricId, OrganisationCode, Thresholds } from "../../plan/schema";
import type { CellPlace } from "../../snapshot/snapshot";
import type { CheckContext } from "../context/check-context";
import type { Mend, Severity } from "../finding";

/** What a rule saw, before findings that share a cause are made one. */
export interface Candidate {
  readonly severity: Severity;
  /** What is wrong, the worst first; empty only where the whole workbook is meant. */
  readonly cells: readonly CellPlace[];
  /** What it is wrong against, named after `cells`: a failing total's parts. */
  readonly also?: readonly CellPlace[];
  readonly label: string | null;
  readonly metric: MetricId | null;
  readonly organisation: OrganisationCode | null;
  readonly site: string | null;
  /** The period's label. */
  readonly period: string | null;
  readonly message: string;
  readonly mend: Mend | null;
  readonly figure: number | string | null;
  /** Every cell it rests on, where those are more than `cells`: a root cause in one of them explains it. */
  readonly involves?: readonly CellPlace[];
  /** The cells whose wrong figures it accounts for, where those are not `cells`: the figures under a heading. */
  readonly causes?: readonly CellPlace[];
  /** How much is at stake, as a share of the organisation's total or of the lines looked at: only ranks. */
  readonly effect: number;
  /** Tells apart findings of one code that share metric, organisation, site and period: a sheet, an action's id. */
  readonly subject?: string;
}

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
