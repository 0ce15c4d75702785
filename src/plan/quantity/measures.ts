import type { UnitId } from "./unit-ids";

/**
 * Units as a type: a symbol, a dimension and an exact factor to the dimension's base unit, kept as
 * a ratio of whole numbers so that a conversion adds no error of its own.
 *
 * A pack names its metrics' units by `UnitId`; a return may give many more (`Unit`).
 */

export type { UnitId } from "./unit-ids";

export interface Unit {
  /** "MWh", "£k", "kWh/m²": as shown. */
  readonly symbol: string;
  /** Units of one dimension convert into each other: "energy", "mass", "energy/area". */
  readonly dimension: string;
  /** One of this unit is `numerator / denominator` of the dimension's base unit. */
  readonly numerator: number;
  readonly denominator: number;
}

/** A unit that a return gives its figures in. */
export type GivenUnit = Unit;

/** Two units that measure different things. */
export class UnitError extends Error {
  override readonly name = "UnitError";
}

function unit(symbol: string, dimension: string, numerator = 1, denominator = 1): Unit {
  return { symbol, dimension, numerator, denominator };
}

/** Dimensions that count things: a bare "No." may stand for any of them. */
const COUNTED = new Set(["count", "people", "reams", "contacts", "vehicles", "sites", "points"]);

/**
 * Every simple unit. Energy is counted from the kWh (3.6 MJ); a therm is 105.505585257348 MJ
 * (Units of Measurement Regulations 1995); an imperial gallon is 4.54609 litres, a foot 0.3048 m and
 * a mile 1.609344 km, all by definition.
 */
export const UNITS = {
  Wh: unit("Wh", "energy", 1, 1000),
  kWh: unit("kWh", "energy"),
  MWh: unit("MWh", "energy", 1000),
  GWh: unit("GWh", "energy", 1_000_000),
  TWh: unit("TWh", "energy", 1_000_000_000),
  MJ: unit("MJ", "energy", 5, 18),
  GJ: unit("GJ", "energy", 2500, 9),
  therms: unit("therms", "energy", 2_930_710_701_593, 100_000_000_000),
  W: unit("W", "power", 1, 1000),
  kW: unit("kW", "power"),
  MW: unit("MW", "power", 1000),
  g: unit("g", "mass", 1, 1_000_000),
  kg: unit("kg", "mass", 1, 1000),
  t: unit("t", "mass"),
  kt: unit("kt", "mass", 1000),
  gCO2e: unit("gCO2e", "CO2e", 1, 1_000_000),
  kgCO2e: unit("kgCO2e", "CO2e", 1, 1000),
  tCO2e: unit("tCO2e", "CO2e"),
  ktCO2e: unit("ktCO2e", "CO2e", 1000),
  MtCO2e: unit("MtCO2e", "CO2e", 1_000_000),
  // Of one greenhouse gas alone: read as CO2e, with a remark that the others are left out.
  gCO2: unit("gCO2", "CO2e", 1, 1_000_000),
  kgCO2: unit("kgCO2", "CO2e", 1, 1000),
  tCO2: unit("tCO2", "CO2e"),
  ktCO2: unit("ktCO2", "CO2e", 1000),
  // Of the element, which weighs 12 where its dioxide weighs 44: people write it and mean either.
  kgC: unit("kgC", "carbon", 1, 1000),
  tC: unit("tC", "carbon"),
  ml: unit("ml", "volume", 1, 1_000_000),
  litres: unit("litres", "volume", 1, 1000),
  Ml: unit("Ml", "volume", 1000),
  "m³": unit("m³", "volume"),
  "ft³": unit("ft³", "volume", 55_306_341, 1_953_125_000),
  gallons: unit("gallons", "volume", 454_609, 100_000_000),
  miles: unit("miles", "distance"),
  km: unit("km", "distance", 15_625, 25_146),
  "m²": unit("m²", "area"),
  ha: unit("ha", "area", 10_000),
  "ft²": unit("ft²", "area", 145_161, 1_562_500),
  "£": unit("£", "money"),
  p: unit("p", "money", 1, 100),
  "£k": unit("£k", "money", 1000),
  "£m": unit("£m", "money", 1_000_000),
  "%": unit("%", "share", 1, 100),
  fraction: unit("fraction", "share"),
  count: unit("count", "count"),
  people: unit("people", "people"),
  reams: unit("reams", "reams"),
  sheets: unit("sheets", "reams", 1, 500),
  contacts: unit("contacts", "contacts"),
  vehicles: unit("vehicles", "vehicles"),
  sites: unit("sites", "sites"),
  points: unit("points", "points"),
  // Other currencies are known so that they are never taken for pounds: no plan counts in them.
  US$: unit("US$", "US dollars"),
  "€": unit("€", "euros"),
  "yes/no": unit("yes/no", "answer"),
} as const satisfies Record<string, Unit>;

export type SimpleUnit = keyof typeof UNITS;

/** One unit per another: kWh per m². */
export function per(top: Unit, bottom: Unit): Unit {
  return reduced({
    symbol: `${top.symbol}/${singular(bottom.symbol)}`,
    dimension: `${top.dimension}/${bottom.dimension}`,
    numerator: top.numerator * bottom.denominator,
    denominator: top.denominator * bottom.numerator,
  });
}

/** A unit taken a number of times: "'000 kWh". */
export function times(count: number, base: Unit, prefix: string): Unit {
  return reduced({ ...base, symbol: `${prefix} ${base.symbol}`, numerator: base.numerator * count });
}

function singular(symbol: string): string {
  return symbol === "contacts" ? "contact" : symbol;
}

function reduced(made: Unit): Unit {
  const divisor = greatestCommonDivisor(made.numerator, made.denominator);
  return { ...made, numerator: made.numerator / divisor, denominator: made.denominator / divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The unit behind a pack's unit id. */
export function packUnit(id: UnitId): Unit {
  const simple = (UNITS as Readonly<Record<string, Unit>>)[id];
  if (simple) return simple;
  const [top = "", bottom = ""] = id.split("/");
  const named: Readonly<Record<string, Unit>> = { ...UNITS, contact: UNITS.contacts };
  const [over, under] = [named[top], named[bottom]];
  if (!over || !under) throw new UnitError(`The plan pack names a unit, ${id}, that is not known.`);
  return per(over, under);
}

/** Whether two units are one, whatever they are called: "'000 kWh" is "MWh". */
export function isSameUnit(one: Unit, other: Unit): boolean {
  return one.dimension === other.dimension && one.numerator * other.denominator === other.numerator * one.denominator;
}

/** The unit, by its own symbol where it has one, of which a figure is `share` as many: a thousandth of £m is £k. */
export function scaled(base: Unit, share: number): Unit {
  const made = reduced({ ...base, numerator: base.numerator, denominator: base.denominator * share });
  const named = Object.values<Unit>(UNITS).find((each) => isSameUnit(each, made));
  return named ?? { ...made, symbol: `${base.symbol} / ${share}` };
}

/** Whether figures in one unit can be turned into the other. */
export function convertible(from: Unit, to: Unit): boolean {
  if (from.dimension === to.dimension) return true;
  const counted = COUNTED.has(from.dimension) && COUNTED.has(to.dimension);
  return counted && (from.dimension === "count" || to.dimension === "count");
}

/**
 * A value in another unit of the same dimension, to the 15 digits Excel itself keeps.
 * @throws {UnitError} where the two measure different things.
 */
export function convert(value: number, from: Unit, to: Unit): number {
  if (!convertible(from, to)) {
    throw new UnitError(
      `${from.symbol} cannot be turned into ${to.symbol}: one measures ${from.dimension}, the other ${to.dimension}.`,
    );
  }
  const over = reduced({
    ...from,
    numerator: from.numerator * to.denominator,
    denominator: from.denominator * to.numerator,
  });
  if (over.numerator === over.denominator) return value;
  return Number(((value * over.numerator) / over.denominator).toPrecision(15));
}

/** What `toShare` can know of a figure besides itself. */
export interface ShareContext {
  readonly numberFormat?: string;
  /** The unit its header gives, or null. */
  readonly unit?: Unit | null;
  /** The other figures of its column or row: where all lie from 0 to 1, they are fractions. */
  readonly fellows?: readonly number[];
}

/**
 * A share as 0 to 100 from 47 or 0.47. A percentage number format shows 0.47 as 47%, so the stored value is a
 * fraction. A header that says "%" is taken at its word: 0.47 under it stays 0.47 %, for the share check to question.
 */
export function toShare(
  raw: number,
  { numberFormat = "General", unit: given = null, fellows = [] }: ShareContext = {},
): number {
  if (/%/.test(numberFormat.replace(/"[^"]*"|\\./g, ""))) return percent(raw);
  if (given?.symbol === UNITS.fraction.symbol) return percent(raw);
  const all = [raw, ...fellows];
  const fractions = given === null && all.every((v) => v >= 0 && v <= 1) && all.some((v) => !Number.isInteger(v));
  return fractions ? percent(raw) : raw;
}

function percent(fraction: number): number {
  return convert(fraction, UNITS.fraction, UNITS["%"]);
}
