import type { Thresholds } from "../../../plan/schema";
import { formatPercent } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";

/** The threshold of rules that compare with the register of factors. */
export function registerThreshold({ factorDifferencePercent }: Thresholds): string[] {
  return [`a factor, or emissions worked out with it, over ${factorDifferencePercent}% from the register’s`];
}

/** Whether a figure is further from the register's than the pack allows. */
export function isFar({ thresholds }: CheckContext, value: number, register: number): boolean {
  return Math.abs(value / register - 1) * 100 > thresholds.factorDifferencePercent;
}

/** "12.5% above" */
export function awayWords(value: number, register: number): string {
  return `${formatPercent(Math.abs(value / register - 1) * 100)} ${value > register ? "above" : "below"}`;
}
