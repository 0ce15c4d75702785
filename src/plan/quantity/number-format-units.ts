import { wordTable } from "../../collections/word-table";
import { convertible, scaled, UNITS, type Unit } from "./measures";
import { unitNamed } from "./unit-words";

/** What a number format adds to the number in its cell: words beside it, and how many thousands it is divided by. */
interface Shown {
  /** The unit of the number as shown; null where the format names none. */
  readonly unit: Unit | null;
  /** By how much the number as shown is smaller than the cell's: 1000 for each comma after the digits. */
  readonly divisor: number;
  /** Words such as "k" and "m" that say of nothing how often it is taken: 1 for none. */
  readonly multiple: number;
  /** True where only the sign of a currency stands beside the number. */
  readonly isCurrencyAlone: boolean;
}

const multiples: Readonly<Record<string, number>> = wordTable({
  k: 1000,
  thousand: 1000,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
});

/**
 * The unit of the number in a cell, from the unit that its headings give and its number format:
 * Excel divides by a thousand for each comma after the digits, so 9,600,000 as £0.0,,"m" shows £9.6m and is £.
 * Under a heading "£m" the same format shows what the heading says, so the cell again holds £.
 *
 * @param given null where no heading gives a unit.
 * @returns "unclear" where the two may mean figures a thousand times apart.
 */
export function unitUnderFormat(given: Unit | null, code: string): Unit | null | "unclear" {
  const shown = shownBy(code);
  if (shown === null) return given;
  const { unit, divisor, multiple, isCurrencyAlone } = shown;
  if (unit?.symbol === UNITS.fraction.symbol) return given ?? unit;
  if (unit !== null && !isCurrencyAlone) return agreed(given, unit, divisor);
  if (divisor === 1 && multiple === 1) return given ?? unit;
  if (multiple !== 1) return multiple === divisor ? (given ?? unit) : "unclear";
  // Thousands cut off without a word: a heading that says so ("£000") speaks of the number as shown.
  const stored = given === null ? null : scaled(given, divisor);
  return stored !== null && stored.numerator === stored.denominator ? stored : "unclear";
}

/** Where the format names a unit besides: the heading may speak of the number in the cell, or of the number as shown. */
function agreed(given: Unit | null, shown: Unit, divisor: number): Unit | "unclear" {
  if (given === null) return scaled(shown, divisor);
  const isTonnes = given.dimension === "CO2e" && shown.dimension === "mass";
  if (!isTonnes && !convertible(shown, given)) return "unclear";
  const times = (shown.numerator * given.denominator) / (shown.denominator * given.numerator);
  if (times === divisor) return given;
  return times === 1 ? scaled(given, divisor) : "unclear";
}

function shownBy(code: string): Shown | null {
  const [positive = ""] = code.split(";");
  const shown = positive.replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"').replace(/\[[^\]]*\]|_.|\*./g, "");
  const bare = shown.replace(/"[^"]*"|\\./g, "");
  if (bare.includes("%")) return { unit: UNITS.fraction, divisor: 1, multiple: 1, isCurrencyAlone: false };
  const quoted = [...shown.matchAll(/"([^"]*)"|\\(.)/g)].map((match) => match[1] ?? match[2] ?? "").join("");
  const literal = `${bare.includes("£") ? "£" : ""}${quoted}`.replace(/[()\s-]+/g, " ").trim();
  const divisor = 1000 ** (/[0#?](,+)(?![0#?,])/.exec(bare)?.[1]?.length ?? 0);
  if (literal === "" && divisor === 1) return null;
  const named = literal === "" ? null : unitNamed(literal);
  // "(p)" marks a provisional figure: pence are not shown so.
  const unit = named?.unit.symbol === UNITS.p.symbol ? null : (named?.unit ?? null);
  const multiple = multiples[literal.toLowerCase()] ?? 1;
  return { unit, divisor, multiple, isCurrencyAlone: unit?.symbol === UNITS["£"].symbol };
}
