import { UNITS, per, times, type SimpleUnit, type Unit } from "./measures";

/** How a unit's spelling may be trusted. */
export type Strength =
  | "symbol" // kWh, tCO2e, £k: a unit wherever it stands
  | "word" // tonnes, litres: a unit at either end of a label
  | "noun" // miles, vehicles: a unit that is also what the label is about, so it stays in the label
  | "weak"; // t, m, No., W: a unit only in brackets or after a dash, comma or colon

interface Spelling {
  readonly unit: SimpleUnit;
  readonly pattern: RegExp;
  readonly strength: Strength;
}

function spelt(unit: SimpleUnit, strength: Strength, pattern: string): Spelling {
  return { unit, strength, pattern: new RegExp(`^(?:${pattern})$`) };
}

const HOURS = "[ -]?(?:h|hr|hrs|hours?)";
const OF_CO2 = "(?: ?of)? ?(?:carbon dioxide|co2)\\.?";
const CO2E = "(?:(?:carbon dioxide|co2)[ -]?(?:e|eq|equiv|equivalents?|\\(e\\))\\.?)";
const OF_CO2E = `(?: ?of)? ?(?:${CO2E}|carbon emissions?)`;
const OF_CARBON = "(?: ?of)? ?(?:carbon|c)";
const TONNES = "t|te|tonnes?|metric tonnes?|metric tons?|mt";
const KILOGRAMS = "kgs?|kilogram(?:me)?s?";
const KILOTONNES = "kt|ktonnes?|kilo-?tonnes?";

/** Spellings in lower case, with sub- and superscripts as plain digits. */
const SPELLINGS: readonly Spelling[] = [
  spelt("kWh", "symbol", `k ?w[ .-]?h(?:rs?|ours?)?|kilo-?watt${HOURS}`),
  spelt("MWh", "symbol", `mw[ .-]?h(?:rs?|ours?)?|mega-?watt${HOURS}`),
  spelt("GWh", "symbol", `gw[ .-]?h(?:rs?|ours?)?|giga-?watt${HOURS}`),
  spelt("TWh", "symbol", `tw[ .-]?h(?:rs?|ours?)?|tera-?watt${HOURS}`),
  spelt("Wh", "weak", `wh|watt${HOURS}`),
  spelt("MJ", "symbol", "mj|mega-?joules?"),
  spelt("GJ", "symbol", "gj|giga-?joules?"),
  spelt("therms", "word", "therms?|thm"),
  spelt("W", "weak", "w|watts?"),
  spelt("kW", "weak", "kw|kilo-?watts?"),
  spelt("MW", "weak", "mw|mega-?watts?"),
  spelt("tCO2e", "symbol", `(?:${TONNES})${OF_CO2E}|${CO2E} ?[,:-]? ?(?:${TONNES})|co2(?:t|te)e?`),
  spelt("kgCO2e", "symbol", `(?:${KILOGRAMS})${OF_CO2E}|${CO2E} ?[,:-]? ?(?:${KILOGRAMS})`),
  spelt("ktCO2e", "symbol", `(?:${KILOTONNES})${OF_CO2E}`),
  spelt("MtCO2e", "symbol", `(?:mega-?tonnes?|million tonnes?)${OF_CO2E}`),
  spelt("gCO2e", "symbol", `(?:g|grams?)${OF_CO2E}`),
  spelt("tCO2", "symbol", `(?:${TONNES})${OF_CO2}|co2 ?[,:-]? ?(?:${TONNES})`),
  spelt("kgCO2", "symbol", `(?:${KILOGRAMS})${OF_CO2}|co2 ?[,:-]? ?(?:${KILOGRAMS})`),
  spelt("ktCO2", "symbol", `(?:${KILOTONNES})${OF_CO2}`),
  spelt("gCO2", "symbol", `(?:g|grams?)${OF_CO2}`),
  spelt("tC", "symbol", `(?:${TONNES})${OF_CARBON}`),
  spelt("kgC", "symbol", `(?:${KILOGRAMS})${OF_CARBON}`),
  spelt("t", "weak", "t|te|mt"),
  spelt("t", "word", "tonnes?|metric tonnes?|metric tons?|tonnage"),
  spelt("kt", "weak", "kt|ktonnes?|kilo-?tonnes?"),
  spelt("kg", "word", "kgs?|kilos?|kilogram(?:me)?s?"),
  spelt("g", "weak", "g|grams?|grammes?"),
  spelt("m³", "symbol", "m3|cu\\.? ?m\\.?|cubic met(?:re|er)s?"),
  spelt("m³", "word", "kilo-?lit(?:re|er)s?"),
  spelt("m³", "weak", "kl"),
  spelt("litres", "word", "lit(?:re|er)s?|ltrs?"),
  spelt("litres", "weak", "l|lts?"),
  spelt("Ml", "word", "mega-?lit(?:re|er)s?"),
  spelt("ml", "weak", "ml|milli-?lit(?:re|er)s?"),
  spelt("ft³", "symbol", "ft3|cu\\.? ?ft\\.?|cubic f(?:ee|oo)t"),
  spelt("gallons", "word", "gallons?|gals?"),
  spelt("miles", "noun", "miles?|mileage"),
  spelt("miles", "weak", "mi"),
  spelt("km", "word", "kms?|kilo-?met(?:re|er)s?"),
  spelt("m²", "symbol", "m2|sq\\.? ?m\\.?|sqm|sq\\.? ?met(?:re|er)s?|square met(?:re|er)s?"),
  spelt("ha", "word", "hectares?"),
  spelt("ha", "weak", "ha"),
  spelt("ft²", "symbol", "ft2|sq\\.? ?ft\\.?|sqft|square f(?:ee|oo)t"),
  spelt("£k", "symbol", "£ ?k|k£|£ ?'?000'?s?|'?000'?s? ?£|£ ?thousands?|£ ?in thousands|gbp ?k|gbp ?'?000'?s?"),
  spelt("£m", "symbol", "£ ?m|£ ?mn|£ ?millions?|m£|gbp ?m"),
  spelt("£", "symbol", "£s?|gbp|pounds sterling"),
  spelt("£", "weak", "pounds?"),
  spelt("p", "weak", "p|pence"),
  spelt("US$", "symbol", "(?:us ?)?\\$|usd|us dollars?"),
  spelt("€", "symbol", "€|eur"),
  spelt("€", "weak", "euros?"),
  spelt("%", "symbol", "%|per ?cent|percentage|pct"),
  spelt("fraction", "weak", "fraction|proportion|ratio|0 ?- ?1|0 to 1"),
  spelt("count", "weak", "nos?\\.?|nr\\.?|num\\.?|number|count|qty|quantity|#|each|units?"),
  spelt("people", "noun", "people|persons?|heads?"),
  spelt("people", "weak", "staff|headcount"),
  spelt("reams", "noun", "reams?"),
  spelt("sheets", "weak", "sheets?|a4 sheets?|sheets? of (?:a4|paper|a4 paper)"),
  spelt("contacts", "noun", "(?:patient )?contacts?"),
  spelt("vehicles", "noun", "vehicles?"),
  spelt("vehicles", "weak", "cars?"),
  spelt("sites", "weak", "sites?"),
  spelt("points", "weak", "points?"),
  spelt(
    "yes/no",
    "symbol",
    "yes ?/ ?no(?: ?/ ?(?:none|n/?a|planned|partial|partly|in progress))?|y ?/ ?n(?: ?/ ?n/?a)?|yes or no|true ?/ ?false",
  ),
];

export interface NamedUnit {
  readonly unit: Unit;
  readonly strength: Strength;
}

/** Case tells mega from milli and from metric: "Ml" of water is a million times "ml", "MtCO2e" a million tonnes. */
const MEGALITRES = /(?<![A-Za-z])M[lL](?![A-Za-z])/g;
const MEGATONNES = /(?<![A-Za-z])Mt(?= ?(?:of )?(?:CO|carbon)|$)/g;

/** Lower case, plain digits for sub- and superscripts, one kind of apostrophe and dash, single spaces. */
export function plainUnit(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019`\u02bc]/g, "'")
    .replace(/\^(?=[23])/g, "")
    .replace(MEGALITRES, "megalitres")
    .replace(MEGATONNES, "megatonnes")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

const TIME = / ?(?:\/|per|a|p\.?) ?(?:year|yr|annum|a\.?|inhaler)$| ?(?:pa|p\.a\.|annually|in total)$/;

/** How often a unit is taken: "'000 kWh", "kWh (000s)", "m3 x 1,000", "hundred m3", "£ millions". */
const MULTIPLES: readonly (readonly [words: string, count: number, prefix: string])[] = [
  ["hundreds?|(?:x|×|\\*) ?100|100'?s", 100, "hundred"],
  ["'?000'?s?|thousands?|(?:x|×|\\*) ?1,?000|1,?000'?s", 1000, "'000"],
  ["'?000,?000'?s?|millions?|(?:x|×|\\*) ?1,?000,?000", 1_000_000, "million"],
];
const MULTIPLIED = MULTIPLES.map(
  ([words, count, prefix]) =>
    [new RegExp(`^(?:${words})(?: of)? ?|(?: in|,)? ?\\(?(?: in )?(?:${words})\\)?$`), count, prefix] as const,
);
/** What is left of a unit's text besides the unit where it is taken a number of times that was not understood. */
const FACTOR = /\d|[×*/]|\bx\b|\b(?:hundreds?|thousands?|millions?|billions?|dozens?|per|packs?|boxes)\b/;

/** Whether words beside a unit say how often it is taken: "x 12", "per 1,000". */
export function saysHowOften(rest: string): boolean {
  return FACTOR.test(plainUnit(rest));
}

/** The unit that counts in thousands of nothing named, "thousands", "(000s)"; null for any other text. */
export function bareMultiple(text: string): Unit | null {
  const plain = plainUnit(text).replace(/^in /, "");
  for (const [pattern, count, prefix] of MULTIPLIED) {
    if (plain !== "" && plain.replace(pattern, "").trim() === "") return times(count, UNITS.count, prefix);
  }
  return null;
}

/** The unit a text is, whole ("kWh", "£'000", "kgCO2e per m²", "kWh/yr"), or null. */
export function unitNamed(text: string): NamedUnit | null {
  // Gas is billed by its gross calorific value: "kWh gross CV" says no other unit.
  const plain = plainUnit(text)
    .replace(/^in /, "")
    .replace(/\.$/, "")
    .replace(/,? \(?gross(?: cv| calorific value)?\)?$/, "");
  if (plain === "" || plain.length > 40) return null;
  return simpleUnit(plain) ?? withoutTime(plain) ?? ratioUnit(plain) ?? multiple(plain);
}

/** One look for all spellings: most texts are none, and readers ask about every run of words. */
const ANY = new RegExp(SPELLINGS.map(({ pattern }) => pattern.source).join("|"));

const AMONG_WORDS = new RegExp(
  SPELLINGS.filter(({ strength }) => strength !== "weak")
    .map(({ pattern }) => `(?<![a-z])${pattern.source.slice(1, -1)}(?![a-z])`)
    .join("|"),
);

/** Whether a text may hold a unit among its words: a quick no for most labels. */
export function mayHoldUnit(text: string): boolean {
  return AMONG_WORDS.test(plainUnit(text));
}

function simpleUnit(plain: string): NamedUnit | null {
  if (!ANY.test(plain)) return null;
  const found = SPELLINGS.find(({ pattern }) => pattern.test(plain));
  return found ? { unit: UNITS[found.unit], strength: found.strength } : null;
}

/** "kWh per annum": over its period, as every flow is. */
function withoutTime(plain: string): NamedUnit | null {
  const bare = plain.replace(TIME, "");
  return bare === plain ? null : unitNamed(bare);
}

/** "p/kWh", "kgCO2e per patient contact", "kWh m-2". */
function ratioUnit(plain: string): NamedUnit | null {
  const turned = plain.replace(/ ?m-([23])$/, "/m$1");
  const match = /^(.+?) ?(?:\/| per ) ?(.+)$/.exec(turned);
  if (!match) return null;
  const top = simpleUnit(match[1] ?? "") ?? multiple(match[1] ?? "");
  const bottom = simpleUnit((match[2] ?? "").replace(/^patient$/, "contacts"));
  return top && bottom ? { unit: per(top.unit, bottom.unit), strength: "symbol" } : null;
}

/** "'000 kWh", "miles (thousands)", "£ millions". */
function multiple(plain: string): NamedUnit | null {
  for (const [pattern, count, prefix] of MULTIPLIED) {
    const rest = plain
      .replace(pattern, "")
      .replace(/^\((.*)\)$/, "$1")
      .trim();
    const base = rest === plain || rest === "" ? null : simpleUnit(rest);
    if (base) return { unit: times(count, base.unit, prefix), strength: base.strength };
  }
  return null;
}
