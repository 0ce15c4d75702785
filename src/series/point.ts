import type { Period } from "../plan/time/periods";

/** One period's figure. */
export interface Point {
  readonly period: Period;
  /** In the metric's unit. */
  readonly value: number;
}
