import { convert, packUnit, UNITS, type Unit } from "../../../plan/quantity/units";
import type { Thresholds, UnitId } from "../../../plan/schema";

/** A factor by which a figure is too large (above 1) or too small (below 1) when its unit slipped. */
export interface SlipFactor {
  readonly factor: number;
  /** "a figure in MWh", "a slip of the decimal point": what the figure looks like. */
  readonly looksLike: string;
  /** How far from the factor a ratio may be and still point to it, in percent. */
  readonly tolerance: number;
}

/** A unit that stands beside the pack's own in real returns, with its name in a sentence. */
type OtherUnit = readonly [other: Unit, name: string];

const OTHER_UNITS: Readonly<Partial<Record<UnitId, readonly OtherUnit[]>>> = {
  kWh: [
    [UNITS.MJ, "MJ"],
    [UNITS.GJ, "GJ"],
    [UNITS.therms, "therms"],
    [UNITS.MWh, "MWh"],
    [UNITS.GWh, "GWh"],
  ],
  miles: [[UNITS.km, "kilometres"]],
  tCO2e: [
    [UNITS.kgCO2e, "kgCO₂e"],
    [UNITS.ktCO2e, "ktCO₂e"],
  ],
  kgCO2e: [[UNITS.tCO2e, "tCO₂e"]],
  t: [[UNITS.kg, "kg"]],
  "m³": [
    [UNITS.litres, "litres"],
    [UNITS.gallons, "gallons"],
  ],
  litres: [
    [UNITS.ml, "millilitres"],
    [UNITS["m³"], "m³"],
  ],
  "£": [
    [UNITS.p, "pence"],
    [UNITS["£k"], "£ thousand"],
    [UNITS["£m"], "£ million"],
  ],
  "m²": [[UNITS["ft²"], "square feet"]],
  reams: [[UNITS.sheets, "sheets"]],
};

/** Units in which a figure is written one way only: people and vehicles are counted, never converted. */
export function canSlip(unit: UnitId): boolean {
  return OTHER_UNITS[unit] !== undefined || unit === "contacts";
}

/**
 * Factors worth looking for in a unit (validation-rules.md DQ04): powers of ten, and 1.609, 3.6, 277.8
 * where the unit has them. Nothing grows a hundredfold by itself, so large powers may be met more
 * loosely; 1.609 lies among real changes, so it must be met closely [ours].
 */
export function slipFactors(unit: UnitId, thresholds: Thresholds): SlipFactor[] {
  const units = (OTHER_UNITS[unit] ?? []).map(([other, name]) => [convert(1, packUnit(unit), other), name] as const);
  const named = units.map(([factor, name]): Slipped => [factor, `a figure in ${name}`]);
  // The way back from the other unit is a step as well: the figures around a slip may be the slipped ones.
  const back = units.map(([factor, name]): Slipped => [
    1 / factor,
    isPower(factor) ? DECIMAL : `${unit} taken for ${name}`,
  ]);
  const powers = [1, 2, 3, 4, 5, 6].flatMap((power): Slipped[] => [
    [10 ** power, DECIMAL],
    [1 / 10 ** power, DECIMAL],
  ]);
  const known: SlipFactor[] = [];
  for (const [factor, looksLike] of [...named, ...back, ...powers]) {
    if (known.some((each) => Math.abs(each.factor / factor - 1) < 0.01)) continue;
    known.push({ factor, looksLike, tolerance: widened(factor, thresholds.unitSlipTolerancePercent) });
  }
  return known;
}

type Slipped = readonly [factor: number, looksLike: string];

const DECIMAL = "a slip of the decimal point";

/** Whether a factor is a power of ten. */
export function isPower(factor: number): boolean {
  return Number.isInteger(Number(Math.log10(factor).toFixed(9)));
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
