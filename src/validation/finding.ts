import type { MetricId, OrganisationCode } from "../plan/schema";

export type Severity = "error" | "warning" | "info";

/** One cell that a mend would write. */
export interface CellChange {
  readonly sheet: string;
  /** "BF812" */
  readonly address: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

/** A change a machine can make, never made unasked. */
export interface Mend {
  /** What pressing it does, in a few words: "Write 21,371 in C7". */
  readonly label: string;
  /** Mends of one kind can be applied together. */
  readonly kind: string;
  readonly changes: readonly CellChange[];
}

/** One thing wrong in a return. */
export interface Finding {
  /** Stable: "DQ06", "AC01", "blank-label". */
  readonly code: string;
  /** The rule's name: "cross-foot". */
  readonly rule: string;
  readonly severity: Severity;
  /** "Site Data!BF812" or "Site Data!BF812:BF815"; the worst first. Never empty unless the whole workbook is meant. */
  readonly cells: readonly string[];
  /** The row's own label as the return writes it. */
  readonly label: string | null;
  readonly metric: MetricId | null;
  readonly organisation: OrganisationCode | null;
  /** The period's label. */
  readonly period: string | null;
  /** One plain sentence: what, where, what was expected, what to do. */
  readonly message: string;
  /** Why it matters, one sentence. */
  readonly why: string;
  readonly mend: Mend | null;
  /** Identifies the finding from run to run even if rows move: code, metric, organisation, site and period. */
  readonly key: string;
  /** The figure the finding is about: an explanation goes stale when it changes. */
  readonly figure: number | string | null;
}
