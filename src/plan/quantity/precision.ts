import type { UnitId } from "./units";

/**
 * How many decimals a figure bears: one precision for one quantity, in a sentence and in a table alike. Emissions and
 * weights are whole from 1,000 up and have one decimal below; shares and points have one; intensities two.
 */

/** From here on a figure of emissions or weight is whole. */
export const WHOLE_FROM = 1000;

export type Precision = "whole" | "one decimal" | "two decimals" | "by size";

const PRECISIONS: Readonly<Partial<Record<UnitId, Precision>>> = {
  tCO2e: "by size",
  kgCO2e: "by size",
  t: "by size",
  litres: "by size",
  "%": "one decimal",
  points: "one decimal",
  "kWh/m²": "two decimals",
  "kgCO2e/m²": "two decimals",
  "m³/m²": "two decimals",
  "kgCO2e/contact": "two decimals",
};

export function precisionOf(unit: UnitId): Precision {
  return PRECISIONS[unit] ?? "whole";
}

/** Decimals to show of a value in a unit; a whole number shows none. */
export function decimalsOf(value: number, unit: UnitId): number {
  switch (precisionOf(unit)) {
    case "whole":
      return 0;
    case "one decimal":
      return 1;
    case "two decimals":
      return 2;
    case "by size":
      return Math.abs(value) >= WHOLE_FROM ? 0 : 1;
  }
}
