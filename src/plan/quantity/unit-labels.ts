import { UNITS, type Unit } from "./measures";
import { mayHoldUnit, plainUnit, unitNamed, type NamedUnit, type Strength } from "./unit-words";

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
  return reading && ofCarbon(reading);
}

/** Words that are units only beside something else: "No" alone is an answer, "Staff" a heading. */
const NEVER_ALONE = /^(?:no|staff)$/i;

function whole(text: string): UnitReading | null {
  if (NEVER_ALONE.test(text)) return null;
  const named = unitNamed(text.replace(/^[([]|[)\]]$/g, ""));
  return named && { unit: named.unit, label: "", found: text };
}

/** The last bracket that holds a unit: "Floor area (GIA) (m²)". */
function inBrackets(text: string): UnitReading | null {
  const brackets = [...text.matchAll(/\(((?:[^()]|\([^()]*\))*)\)|\[([^[\]]*)\]/g)].reverse();
  for (const bracket of brackets) {
    const inside = bracket[1] ?? bracket[2] ?? "";
    const named = unitNamed(inside) ?? unitInList(inside);
    if (named) {
      const label = text.slice(0, bracket.index) + text.slice(bracket.index + bracket[0].length);
      return { unit: named.unit, label: tidyLabel(label), found: inside.trim() };
    }
  }
  return null;
}

/** "(kWh, gross)", "(total kWh)": a bracket that says more than its unit. */
function unitInList(inside: string): NamedUnit | null {
  const pieces = inside.split(/[,;:]| - /).map((piece) => piece.trim());
  const named = pieces.length > 1 ? pieces.map((piece) => unitNamed(piece)).filter((n) => n !== null) : [];
  if (named.length === 1) return named[0] ?? null;
  const among = amongWords(inside);
  return among && { unit: among.unit, strength: "symbol" };
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

function ofCarbon(reading: UnitReading): UnitReading {
  const label = plainUnit(reading.label);
  if (reading.unit.dimension !== "mass" || !CARBON.test(label) || NOT_CARBON.test(label)) return reading;
  const carbon = [UNITS.gCO2e, UNITS.kgCO2e, UNITS.tCO2e, UNITS.ktCO2e].find(
    ({ numerator, denominator }) => numerator === reading.unit.numerator && denominator === reading.unit.denominator,
  );
  return carbon ? { ...reading, unit: carbon } : reading;
}

/**
 * The unit a number format shows: "0%" is a fraction (the cell holds 0.47 and shows 47%), "£"#,##0
 * pounds, 0.0"kWh" kilowatt-hours; null where it shows none.
 */
export function unitOfNumberFormat(code: string): Unit | null {
  const [positive = ""] = code.split(";");
  const shown = positive.replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"').replace(/\[[^\]]*\]/g, "");
  const bare = shown.replace(/"[^"]*"|\\./g, "");
  if (bare.includes("%")) return UNITS.fraction;
  const quoted = [...shown.matchAll(/"([^"]*)"|\\(.)/g)].map((match) => match[1] ?? match[2] ?? "").join("");
  const literal = `${bare.includes("£") ? "£" : ""}${quoted}`.replace(/[()\s-]+/g, " ").trim();
  return literal === "" ? null : (unitNamed(literal)?.unit ?? null);
}
