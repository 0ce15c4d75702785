import { financialYear } from "../../src/plan/time/periods";
import { between, type Random } from "./book";

/** What a trust might truly report: figures that grow and shrink by a few percent a year, add up, and are paid for. */

export const YEARS = [2020, 2021, 2022, 2023, 2024].map((start) => financialYear(start).label);
export const QUARTERS = [2022, 2023, 2024].flatMap((start) =>
  [1, 2, 3, 4].map((quarter) => `Q${quarter} ${financialYear(start).label}`),
);
export const AS_OF = "2025-03-31";

/** Lines of a trust's return, with a first year's figure for UHL; LPT's are a fifth of it. */
const LINES: readonly (readonly [metric: string, unit: string, size: number])[] = [
  ["ELEC", "kWh", 41_234_567],
  ["GAS", "kWh", 95_123_456],
  ["OIL", "kWh", 1_234_321],
  ["WATER", "m³", 357_913],
  ["RECYCLING", "tonnes", 1_637.4],
  ["INCINERATION", "tonnes", 843.7],
  ["FLEET-MILES", "miles", 1_243_517],
  ["GREY-MILES", "miles", 3_417_233],
  ["GIA", "m²", 331_271],
  ["CONTACTS", "contacts", 1_512_347],
  ["PAPER", "reams", 51_237],
  ["FLEET-LEV", "%", 41],
  ["RENEWABLE-E", "%", 62],
  ["CYCLE", "yes/no", 1],
];

/** Pounds for one of the unit, as trusts pay it. */
export const PRICES: Readonly<Record<string, number>> = { ELEC: 0.21, GAS: 0.061, WATER: 2.9 };

const EMISSIONS = ["S1", "S2", "S3-CF", "CF", "S3-PLUS", "CFP"] as const;

/** Each metric's figures, period by period. */
export type Figures = Map<string, (number | string)[]>;

export function trustFigures(random: Random, scale: number): Figures {
  const figures: Figures = new Map();
  for (const [metric, unit, size] of LINES)
    figures.set(metric, lineOf(random, metric, unit, size * (unit === "%" ? 1 : scale), YEARS.length));
  addCosts(random, figures);
  for (const [metric, values] of emissions(random, scale)) figures.set(metric, values);
  return figures;
}

/** Flows by quarter: gas follows the winter, miles the summer a little, the rest hardly anything. */
export function quarterlyFigures(random: Random, scale: number): Figures {
  const figures: Figures = new Map();
  const seasons: Readonly<Record<string, readonly number[]>> = {
    GAS: [0.8, 0.45, 1.15, 1.6],
    ELEC: [0.98, 0.97, 1.01, 1.04],
  };
  for (const [metric, unit, size] of LINES) {
    if (unit === "%" || unit === "yes/no" || metric === "GIA") continue;
    const yearly = lineOf(random, metric, unit, (size * scale) / 4, QUARTERS.length / 4) as number[];
    const fine = unit === "tonnes" ? 1 : 0;
    const season = seasons[metric] ?? [1, 1.02, 0.99, 0.98];
    const values = QUARTERS.map((_, index) => {
      const value =
        (yearly[Math.floor(index / 4)] as number) * (season[index % 4] as number) * between(random, 0.97, 1.03);
      return Number(value.toFixed(fine));
    });
    figures.set(metric, values);
  }
  addCosts(random, figures, 0.01);
  return figures;
}

/** @param rise how much a price may rise from period to period; it falls by half as much at most. */
function addCosts(random: Random, figures: Figures, rise = 0.03): void {
  for (const [metric, price] of Object.entries(PRICES)) {
    const amounts = figures.get(metric) as number[];
    let now = price * between(random, 0.9, 1.1);
    figures.set(
      `${metric}-COST`,
      amounts.map((amount) => Math.round(amount * (now *= between(random, 1 - rise / 2, 1 + rise)))),
    );
  }
}

/** A year's figure is the last one's with a few percent up or down: what meters really do. */
export function lineOf(random: Random, metric: string, unit: string, size: number, count: number): (number | string)[] {
  if (unit === "yes/no") return Array.from({ length: count }, () => "Yes");
  let value = size * between(random, 0.9, 1.1);
  const spread = metric === "GIA" ? 0.015 : 0.06;
  const fine = unit === "tonnes" || unit === "%" ? 1 : 0;
  let last = Number.NaN;
  return Array.from({ length: count }, () => {
    // Contacts are counted to the ten, as many systems give them.
    let now = metric === "CONTACTS" ? Math.round(value / 10) * 10 : Number(value.toFixed(fine));
    // A meter does not read the same twice: without a mistake no figure repeats the one before it.
    if (now === last) now = Number((now + 10 ** -fine).toFixed(fine));
    last = now;
    value =
      unit === "%" ? Math.min(99, value + between(random, 1, 5)) : value * between(random, 1 - spread, 1 + spread);
    return now;
  });
}

function emissions(random: Random, scale: number): Figures {
  const [s1, s2, s3, more] = [27_431, 9_312, 11_243, 251_237].map(
    (size) => lineOf(random, "S1", "tCO2e", size * scale, YEARS.length) as number[],
  ) as [number[], number[], number[], number[]];
  const plus = s3.map((value, index) => value + (more[index] as number));
  const sum = (third: number[]): number[] =>
    third.map((value, index) => value + (s1[index] as number) + (s2[index] as number));
  return new Map<string, (number | string)[]>([
    ["S1", s1],
    ["S2", s2],
    ["S3-CF", s3],
    ["CF", sum(s3)],
    ["S3-PLUS", plus],
    ["CFP", sum(plus)],
  ]);
}

export function unitOf(metric: string): string {
  if (metric.endsWith("-COST")) return "£";
  if (metric === "LANDFILL") return "tonnes";
  return (EMISSIONS as readonly string[]).includes(metric) ? "tCO2e" : (LINES.find(([id]) => id === metric)?.[1] ?? "");
}

export function split(random: Random, total: number, weights: readonly number[]): number[] {
  const shares = weights.map((weight) => weight * between(random, 0.88, 1.12));
  const sum = shares.reduce((so, each) => so + each, 0);
  const parts = shares.map((share) => Math.round((total * share) / sum));
  parts[0] = (parts[0] as number) + total - parts.reduce((so, each) => so + each, 0);
  return parts;
}
