import type { Observation } from "../../returns/observation";

/**
 * The unit of the last digit a figure was given to, in the metric's unit: 88.6 kt is given to 100 t,
 * 1,077 kWh to 1 kWh. Trailing zeros do not say whether they were rounded, so they count as given.
 */
export function roundingUnit({ raw, value }: Pick<Observation, "raw" | "value">): number {
  if (typeof raw !== "number" || value === null || raw === 0) return 1;
  const scale = Math.abs(value / raw);
  return decimalUnit(raw) * scale;
}

/** 0.1 for 88.6, 1 for 1,077; more decimals than a person writes are a formula's, and as good as exact. */
export function decimalUnit(raw: number): number {
  const text = String(raw);
  const digits = text.includes("e") ? "" : (text.split(".")[1] ?? "");
  return 10 ** -Math.min(digits.length, 6);
}
