import { isSameUnit, times, UNITS, type Unit } from "./measures";
import { bareMultiple, mayHoldUnit, plainUnit, saysHowOften, unitNamed, type Strength } from "./unit-words";

export interface UnitReading {
  readonly unit: Unit;
  /** The label without its unit; a unit that is also the thing measured ("Fleet miles") stays. */
  readonly label: string;
  /** The text that was taken for the unit: "(kWh)" gives "kWh". */
  readonly found: string;
}

/**
 * Finds the unit in a whole label ("Gas consumed (kWh)", "Electricity - MWh", "Cost £'000") or in
 * a unit's own cell ("tCO₂e"). Null where it names none, so that a unit is never made up.
 *
 * Tonnes beside the words emissions, carbon, CO2 or footprint are tonnes of CO2e.
 */
export function readUnit(text: string): UnitReading | null {
  const tidy = text.replace(/[\s\u00a0]+/g, " ").trim();
  if (tidy === "" || tidy.length > 300) return null;
  const reading = whole(tidy) ?? inBrackets(tidy) ?? afterSeparator(tidy) ?? numberOf(tidy) ?? amongWords(tidy);
  return reading && { ...reading, unit: ofCarbon(reading.unit, reading.label) };
}

const YEAR = /\b(?:19|20)\d\d(?: ?[-/] ?\d\d(?:\d\d)?)?\b/g;

/** Words that say nothing of how much one of a unit is: "kWh (gross)", "Volume (m3)", "A4 reams". */
const BESIDE_UNIT = new Set(
  (
    "volume weight mass energy use cost costs amount distance area value spend expenditure total totals gross net annual annually " +
    "yearly quarterly monthly consumed used purchased delivered equivalent calorific gcv hhv nhv a4 of in the and metric unit " +
    "units figure figures emissions ghg footprint waste money currency share consumption usage business travelled " +
    "driven claimed produced generated reported stated given gia floor internal metered mains potable electricity gas water oil " +
    "heating estimated estimate est actual actuals all sites site trust nhs estate main only both inc incl including excl " +
    "excluding exc ex vat location market based grid national rate approx rounded to nearest whole per year annum"
  ).split(" "),
);

/**
 * The unit of a cell of its own ("kWh", "tCO₂e", "kWh (gross)", "thousands"), understood whole: null where a word
 * is left over that might change how much it is ("bottles (240 ml)", "packs of 4 reams").
 */
export function readUnitCell(text: string): Unit | null {
  const tidy = text.replace(/[\s\u00a0]+/g, " ").trim();
  const bare = tidy.replace(/^[([]|[)\]]$/g, "");
  // In a cell of its own "staff" is a unit, and "No" counts.
  const alone = unitNamed(bare)?.unit ?? bareMultiple(bare);
  if (alone) return alone;
  const reading = readUnit(tidy);
  if (reading === null || reading.unit.dimension === "not known") return null;
  return isExplained(reading.unit, reading.label, reading.found) ? reading.unit : null;
}

/** Words that are units only beside something else: "No" alone is an answer, "Staff" a heading. */
const NEVER_ALONE = /^(?:no|staff)$/i;

function whole(text: string): UnitReading | null {
  if (NEVER_ALONE.test(text)) return null;
  const named = unitNamed(text.replace(/^[([]|[)\]]$/g, ""));
  // "Patient contacts (000s)" names what is counted as well.
  if (named?.strength === "noun" && / [([]/.test(text)) return null;
  return named && { unit: named.unit, label: "", found: text };
}

/** The last bracket that holds a unit: "Floor area (GIA) (m²)". */
function inBrackets(text: string): UnitReading | null {
  const brackets = [...text.matchAll(/\(((?:[^()]|\([^()]*\))*)\)|\[([^[\]]*)\]/g)].reverse();
  for (const bracket of brackets) {
    const inside = bracket[1] ?? bracket[2] ?? "";
    const unit = unitNamed(inside)?.unit ?? unitInList(inside);
    const label = text.slice(0, bracket.index) + text.slice(bracket.index + bracket[0].length);
    const bare = unit === null && /[\p{L}£]/u.test(label) ? bareMultiple(inside) : null;
    if (bare) return multiplied(bare, tidyLabel(label), inside.trim());
    if (unit) return { unit, label: tidyLabel(label), found: inside.trim() };
  }
  return null;
}

/** "Fleet miles (thousands)": so many of the unit that the label names besides, or of what is counted. */
function multiplied(bare: Unit, label: string, found: string): UnitReading {
  const of = readUnit(label);
  if (of === null) return { unit: bare, label, found };
  return { label: of.label || label, found, unit: times(bare.numerator, of.unit, bare.symbol.replace(/ .*/, "")) };
}

/** "(kWh, gross)", "(total kWh)": a bracket that says more than its unit, all of it understood; else a unit not known. */
function unitInList(inside: string): Unit | null {
  const pieces = inside.split(/[,;:]| - /).map((piece) => piece.trim());
  const named = pieces.length > 1 ? pieces.flatMap((piece) => unitNamed(piece) ?? []) : [];
  const [only, ...others] = named;
  const unit = only !== undefined && others.length === 0 ? only.unit : (amongWords(inside)?.unit ?? null);
  if (unit === null) return null;
  const rest = pieces
    .filter((piece) => unitNamed(piece) === null)
    .map((piece) => amongWords(piece) ?? { label: piece, found: "" });
  return rest.every(({ label, found }) => isExplained(unit, label, found)) ? unit : unknownUnit(inside);
}

/** Whether words beside a unit say nothing of how much one of it is; a share may be of anything. */
function isExplained(unit: Unit, label: string, found: string): boolean {
  if (unit.symbol === UNITS["%"].symbol) return !saysHowOften(label);
  const again = unitNamed(label);
  if (again !== null && isSameUnit(again.unit, unit)) return true;
  // A unit that is also what is measured stays in its label: "A4 reams".
  const words = plainUnit(label.replace(found, " ").replace(YEAR, " ")).split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => word === "" || BESIDE_UNIT.has(word));
}

/** What stands where a unit does and holds one, but is not understood whole: no figure converts from it. */
function unknownUnit(text: string): Unit {
  return { symbol: text.trim(), dimension: "not known", numerator: 1, denominator: 1 };
}

const SEPARATOR = /(?: [-–—|/] ?|[,:;_] ?|-(?=[a-z]+$)| in )(?=[^,:;]*$)/gi;

/** "Electricity - MWh", "Gas, kWh", "Water in m³", "gas_kwh". */
function afterSeparator(text: string): UnitReading | null {
  for (const separator of text.matchAll(SEPARATOR)) {
    const after = text.slice(separator.index + separator[0].length);
    const named = unitNamed(after);
    if (!named) continue;
    return { unit: named.unit, label: tidyLabel(text.slice(0, separator.index)), found: after };
  }
  return null;
}

/** "Number of vehicles", "No. of sites": a count, whatever it is of. */
function numberOf(text: string): UnitReading | null {
  const match = /^((?:number|no\.?|count|#) of) (.+)$/i.exec(text);
  return match && { unit: UNITS.count, label: match[2] ?? "", found: match[1] ?? "" };
}

/** Which strengths count at the start, inside, and at the end of a label. */
const TRUSTED: Readonly<Record<"start" | "inside" | "end", ReadonlySet<Strength>>> = {
  start: new Set(["symbol", "word", "noun"]),
  inside: new Set(["symbol"]),
  end: new Set(["symbol", "word", "noun"]),
};
const LONGEST_UNIT = 5;
/** "% of vehicles" is a share, whatever it is a share of. */
const SHARE_OF = /^(?:%|per ?cent(?:age)?) (?:of )?(?=\S)/i;

/** A run of whole words that is a unit: the longest, nearest the end: "Gas kWh 2016/17", "% renewable". */
function amongWords(text: string): UnitReading | null {
  const spaced = text.replace(/([£%])(?=[A-Za-z]{3})/g, "$1 ");
  if (!mayHoldUnit(spaced)) return null;
  const share = SHARE_OF.exec(spaced);
  if (share) return { unit: UNITS["%"], label: tidyLabel(spaced.slice(share[0].length)), found: share[0].trim() };
  const words = spaced.split(" ");
  for (let size = Math.min(LONGEST_UNIT, words.length - 1); size >= 1; size--) {
    for (let start = words.length - size; start >= 0; start--) {
      const reading = wordsAsUnit(words, start, size);
      if (reading) return reading;
    }
  }
  return null;
}

function wordsAsUnit(words: readonly string[], start: number, size: number): UnitReading | null {
  const found = words.slice(start, start + size).join(" ");
  const named = unitNamed(found.replace(/[,;:]$/, ""));
  const place = start === 0 ? "start" : start + size === words.length ? "end" : "inside";
  if (!named || !TRUSTED[place].has(named.strength)) return null;
  const rest = [...words.slice(0, start), ...words.slice(start + size)].join(" ").replace(/^of /i, "");
  return { unit: named.unit, label: named.strength === "noun" ? words.join(" ") : tidyLabel(rest), found };
}

function tidyLabel(label: string): string {
  return label
    .replace(/\s+/g, " ")
    .replace(/^[\s,:;|–—-]+|[\s,:;|–—_-]+$/g, "")
    .trim();
}

const CARBON = /\bco2|\bcarbon\b|\bemissions?\b|\bghg\b|\bfootprint\b|\bgreenhouse\b/;

/** Carbon literacy and carbon reduction plans are not emissions. */
const NOT_CARBON = /\bwaste\b|\blandfill\b|\bliteracy\b|\breduction plans?\b/;

const CO2_ALONE = /\bco2\b(?!-?e)/;
const OF_CO2: readonly Unit[] = [UNITS.gCO2, UNITS.kgCO2, UNITS.tCO2, UNITS.ktCO2];
const OF_ALL_GASES: readonly Unit[] = [UNITS.gCO2e, UNITS.kgCO2e, UNITS.tCO2e, UNITS.ktCO2e];

/** Tonnes of CO2e for tonnes beside words that speak of emissions; else the unit itself. */
export function ofCarbon(unit: Unit, words: string): Unit {
  const label = plainUnit(words);
  if (unit.dimension !== "mass" || !CARBON.test(label) || NOT_CARBON.test(label)) return unit;
  const gases = CO2_ALONE.test(label) ? OF_CO2 : OF_ALL_GASES;
  return gases.find((each) => isSameUnit({ ...each, dimension: unit.dimension }, unit)) ?? unit;
}
