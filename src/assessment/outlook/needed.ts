import { gapOf, type Better } from "../paths/gap";
import { compoundRate } from "../paths/paths";

/**
 * What each year must bring from now to the target, in the unit a year, as a positive amount in the
 * better direction: `(A - T) / years`; 0 where the target is already met, null where no year is left.
 */
export function neededPerYear(actual: number, target: number, years: number, better: Better): number | null {
  if (years <= 0) return null;
  return Math.max(0, gapOf(actual, target, better) / years);
}

/**
 * What each year must bring from now to the target as a percentage of what is left: `1 - (T/A)^(1/years)`, in
 * percent; null where undefined.
 * To twelve digits: programs differ in the last digits of a power, and the same return must give the same report.
 */
export function neededPercentPerYear(actual: number, target: number, years: number): number | null {
  const rate = compoundRate(actual, target, years);
  return rate === null ? null : Number((rate * 100).toPrecision(12));
}
