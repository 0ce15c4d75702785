import { addDays, calendarYear, dateParts, daysBetween, type IsoDate, type Period } from "./time/periods";
import register from "./registers/uk-factors.json";

/**
 * Emission factors: the UK Government conversion factors as a register that is data, with year,
 * source and gases, and the rule for which year's factor a period takes.
 */

export interface EmissionFactor {
  /** The year of the factor set. */
  readonly year: number;
  /** kgCO2e per unit of the fuel. */
  readonly value: number;
  /** Whether it was checked against the published set. */
  readonly verified: boolean;
  readonly source: string;
}

interface FuelFactors {
  /** "electricity", "natural-gas", "gas-oil": a fuel of the vocabulary. */
  readonly fuel: string;
  readonly title: string;
  /** What one factor is for one of: "kWh", "m³", "kg". */
  readonly per: string;
  /** Which gases it counts. */
  readonly gases: string;
  /** True where the factor follows from the fuel itself and hardly moves, unlike a grid's. */
  readonly followsFuel: boolean;
  readonly factors: readonly EmissionFactor[];
}

export interface FactorRegister {
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly fuels: readonly FuelFactors[];
}

export const ukFactors: FactorRegister = register;

/** The id of a fuel however it is written: "Natural gas" is "natural-gas". */
export function fuelId(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, "-");
}

/** The factor of a fuel for a period, and what to say of it. */
export interface FactorReading {
  readonly fuel: FuelFactors;
  readonly factor: EmissionFactor;
  /** The year the period should take; `factor.year` differs where the register has none for it. */
  readonly year: number;
  /** A sentence where the factor is not checked, or not of the right year; else null. */
  readonly note: string | null;
}

/**
 * The year whose factor set a period takes: the calendar year that holds most of its days, the
 * earlier one of two equals. A financial year 2024/25 takes the 2024 set, as the guidance to the
 * UK Government conversion factors says.
 */
export function factorYear(period: Pick<Period, "first" | "last">): number {
  const from = dateParts(period.first).year;
  const to = dateParts(period.last).year;
  let best = { year: from, days: 0 };
  for (let year = from; year <= to; year++) {
    const days = daysIn(period, calendarYear(year));
    if (days > best.days) best = { year, days };
  }
  return best.year;
}

function daysIn(period: Pick<Period, "first" | "last">, year: Period): number {
  const first: IsoDate = period.first > year.first ? period.first : year.first;
  const last: IsoDate = period.last < year.last ? period.last : year.last;
  return daysBetween(first, addDays(last, 1));
}

/**
 * The factor of a fuel for a period; null where the register has none that may stand for it.
 * A fuel whose factor follows from the fuel itself may take the nearest year's, with a note; a
 * grid's or a network's may not, because it moves by a tenth and more from year to year.
 */
export function factorFor(
  fuel: string,
  period: Pick<Period, "first" | "last">,
  factors: FactorRegister = ukFactors,
): FactorReading | null {
  const id = fuelId(fuel);
  const known = factors.fuels.find((each) => each.fuel === id);
  if (!known) return null;
  const year = factorYear(period);
  const exact = known.factors.find((each) => each.year === year);
  const factor = exact ?? (known.followsFuel ? nearest(known.factors, year) : undefined);
  return factor ? { fuel: known, factor, year, note: noteOn(known, factor, year) } : null;
}

function nearest(factors: readonly EmissionFactor[], year: number): EmissionFactor | undefined {
  return [...factors].sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || a.year - b.year)[0];
}

function noteOn({ title }: FuelFactors, factor: EmissionFactor, year: number): string | null {
  if (factor.year !== year) {
    return `The register has no ${year} factor for ${title.toLowerCase()}: that of ${factor.year} stands in for it.`;
  }
  return factor.verified ? null : `The ${year} factor was not checked against the published set.`;
}

/** Emissions in tCO2e of an amount in the fuel's own unit. */
export function emissionsOf(amount: number, factor: EmissionFactor): number {
  return (amount * factor.value) / 1000;
}
