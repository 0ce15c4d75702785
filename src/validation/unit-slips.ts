import type { Thresholds, UnitId } from "../plan/schema";

/** A factor by which a figure is too large (above 1) or too small (below 1) when its unit slipped. */
export interface SlipFactor {
  readonly factor: number;
  /** "a figure in MWh": what the figure looks like, or null for a plain slip of the decimal point. */
  readonly looksLike: string | null;
  /** How far from the factor a ratio may be and still point to it, in percent. */
  readonly tolerance: number;
}

/** Units that stand beside the pack's own in real returns, by how many of them make one: 1 kWh is 3.6 MJ. */
const OTHER_UNITS: Readonly<Partial<Record<UnitId, readonly (readonly [perUnit: number, name: string])[]>>> = {
  kWh: [
    [3.6, "MJ"],
    [1 / 277.7778, "GJ"],
    [1 / 29.3071, "therms"],
    [1e-3, "MWh"],
    [1e-6, "GWh"],
  ],
  miles: [[1.609344, "kilometres"]],
  tCO2e: [
    [1e3, "kgCO₂e"],
    [1e-3, "ktCO₂e"],
  ],
  kgCO2e: [[1e-3, "tCO₂e"]],
  t: [[1e3, "kg"]],
  "m³": [[1e3, "litres"]],
  litres: [
    [1e3, "millilitres"],
    [1e-3, "m³"],
  ],
  "£": [
    [1e2, "pence"],
    [1e-3, "£ thousand"],
    [1e-6, "£ million"],
  ],
  "m²": [],
};

/** Units in which a figure is written one way only: people and vehicles are counted, never converted. */
export function canSlip(unit: UnitId): boolean {
  return OTHER_UNITS[unit] !== undefined || unit === "contacts" || unit === "reams";
}

/**
 * Factors worth looking for in a unit (validation-rules.md DQ04): powers of ten, and 1.609, 3.6, 277.8
 * where the unit has them. Nothing grows a hundredfold by itself, so large powers may be met more
 * loosely; 1.609 lies among real changes, so it must be met closely [ours].
 */
export function slipFactors(unit: UnitId, thresholds: Thresholds): SlipFactor[] {
  const tolerance = thresholds.unitSlipTolerancePercent;
  const units = OTHER_UNITS[unit] ?? [];
  // The way back from the other unit is a step as well: the figures around a slip may be the slipped ones.
  const named = units.flatMap(([factor, name]) => [
    { factor, looksLike: name as string | null, tolerance: widened(factor, tolerance) },
    { factor: 1 / factor, looksLike: null, tolerance: widened(factor, tolerance) },
  ]);
  const powers = [1, 2, 3, 4, 5, 6].flatMap((power) => [10 ** power, 1 / 10 ** power]);
  const plain = powers
    .filter((power) => !named.some(({ factor }) => Math.abs(factor / power - 1) < 0.01))
    .map((factor) => ({ factor, looksLike: null, tolerance: widened(factor, tolerance) }));
  return [...named, ...plain];
}

function widened(factor: number, tolerance: number): number {
  const size = Math.max(factor, 1 / factor);
  if (size < 2) return tolerance;
  return size >= 99 ? tolerance * 5 : tolerance * 2;
}

/** The factor a ratio is nearest to, within its tolerance; null where it is near none. */
export function nearestSlip(ratio: number, factors: readonly SlipFactor[]): SlipFactor | null {
  let best: SlipFactor | null = null;
  let closest = Infinity;
  for (const each of factors) {
    const off = Math.abs(Math.log(ratio / each.factor));
    if (off > Math.log(1 + each.tolerance / 100) || off >= closest) continue;
    best = each;
    closest = off;
  }
  return best;
}
