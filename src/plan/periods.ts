/**
 * Reporting periods. A period is a type, never a bare string: it has a canonical label, a kind,
 * and a first and last day.
 */

/** A calendar day, "2025-03-31": comparable as text. */
export type IsoDate = string & { readonly __isoDate?: never };

export type PeriodKind =
  | "financial-year" // "2016/17": 1 April to 31 March
  | "financial-quarter" // "2016/17 Q3": October to December 2016
  | "month" // "2016-12"
  | "calendar-year" // "2016"
  | "calendar-quarter" // "2016 Q3"
  | "academic-year" // "2016/17 academic": 1 August to 31 July
  | "year-to-date" // "2016/17 to 2016-12-31"
  | "date" // "2016-12-31"
  | "range"; // "2016-04-01 to 2016-09-30"

export interface Period {
  readonly kind: PeriodKind;
  /** Canonical: two periods are the same exactly when their labels are. */
  readonly label: string;
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** What a label was read as. An ambiguous label keeps every reading and is reported as ambiguous, never guessed. */
export type PeriodReading =
  | { readonly kind: "period"; readonly period: Period; readonly text: string }
  | { readonly kind: "ambiguous"; readonly readings: readonly Period[]; readonly text: string; readonly reason: string }
  | { readonly kind: "none" };
