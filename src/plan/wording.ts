import { decimalsOf } from "./quantity/precision";
import { formatDate, MONTH_NAMES } from "./time/dates";
import type { Period } from "./time/calendar";
import type { Metric, Organisation, Pack, UnitId } from "./schema";

/**
 * How numbers, units, periods, metrics and organisations are put into British sentences: one place,
 * so that a finding, a board paper and the pane say the same figure the same way.
 */

/** Units as a reader expects to see them after a number; an empty text means the number stands alone. */
const UNIT_WORDS: Readonly<Record<UnitId, readonly [one: string, many: string]>> = {
  kWh: ["kWh", "kWh"],
  tCO2e: ["tCO₂e", "tCO₂e"],
  kgCO2e: ["kgCO₂e", "kgCO₂e"],
  t: ["tonne", "tonnes"],
  "m³": ["m³", "m³"],
  "m²": ["m²", "m²"],
  miles: ["mile", "miles"],
  litres: ["litre", "litres"],
  "£": ["", ""],
  people: ["person", "people"],
  reams: ["ream", "reams"],
  "%": ["%", "%"],
  count: ["", ""],
  contacts: ["contact", "contacts"],
  "yes/no": ["", ""],
  vehicles: ["vehicle", "vehicles"],
  sites: ["site", "sites"],
  "kWh/m²": ["kWh per m²", "kWh per m²"],
  "kgCO2e/m²": ["kgCO₂e per m²", "kgCO₂e per m²"],
  "£/kWh": ["per kWh", "per kWh"],
  "m³/m²": ["m³ per m²", "m³ per m²"],
  "kgCO2e/contact": ["kgCO₂e per contact", "kgCO₂e per contact"],
  points: ["point", "points"],
};

const groupers = new Map<number, Intl.NumberFormat>();

function grouped(value: number, decimals: number): string {
  let format = groupers.get(decimals);
  if (format === undefined) {
    format = new Intl.NumberFormat("en-GB", { maximumFractionDigits: decimals });
    groupers.set(decimals, format);
  }
  return format.format(value);
}

/** Decimals worth showing: none from 1,000 up, two below, and three significant figures below 1. */
function sensibleDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 1000) return Number.isInteger(value) || size >= 10_000 ? 0 : 1;
  if (size >= 1 || size === 0) return 2;
  return Math.min(8, 2 - Math.floor(Math.log10(size)));
}

/**
 * A number with thousands separators: "20,815,187", "1,626.3", "0.653", "-12". Trailing zeros are dropped.
 *
 * @param decimals the most decimals to show; without it, as many as are worth reading.
 */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return "not a number";
  const text = grouped(value, decimals ?? sensibleDecimals(value));
  return text === "-0" ? "0" : text;
}

/** The unit alone, as it stands in a sentence or a heading: "tCO₂e", "tonnes", "£"; "" for answers and bare counts. */
export function unitWords(unit: UnitId): string {
  return unit === "£" ? "£" : UNIT_WORDS[unit][1];
}

/** A number with its unit: "531,772 m³", "£1,234", "47%", "£0.041 per kWh", "1 site", "yes". `value` is in `unit`. */
export function formatQuantity(value: number, unit: UnitId, decimals?: number): string {
  if (unit === "yes/no" && (value === 0 || value === 1)) return value === 1 ? "yes" : "no";
  if (unit === "£" || unit === "£/kWh") return money(value, unit, decimals);
  const number = formatNumber(value, decimals);
  if (unit === "%") return `${number}%`;
  const [one, many] = UNIT_WORDS[unit];
  const word = number === "1" ? one : many;
  return word === "" ? number : `${number} ${word}`;
}

/** A figure of a report in words, with the decimals that its cell shows: "7,749 tCO₂e", "489.6 tCO₂e", "62%". */
export function formatFigure(value: number, unit: UnitId): string {
  return formatQuantity(value, unit, decimalsOf(value, unit));
}

/** A difference of a report in words: as its figures, between shares in points. */
export function formatFigureDifference(size: number, unit: UnitId): string {
  return unit === "%"
    ? `${formatNumber(size, 1)} percentage ${formatNumber(size, 1) === "1" ? "point" : "points"}`
    : formatFigure(size, unit);
}

/** The size of a difference: between shares it is in points, never in percent. */
export function formatDifference(size: number, unit: UnitId): string {
  return unit === "%" ? plural(size, "percentage point") : formatQuantity(size, unit);
}

function money(value: number, unit: "£" | "£/kWh", decimals: number | undefined): string {
  const pounds = `${value < 0 ? "-" : ""}£${formatNumber(Math.abs(value), decimals)}`;
  return unit === "£" ? pounds : `${pounds} per kWh`;
}

/** A percentage to one decimal unless told otherwise: "48.6%". `value` is 0 to 100. */
export function formatPercent(value: number, decimals = 1): string {
  return `${formatNumber(value, decimals)}%`;
}

/** "1 error", "3 errors", "2 people" with its own plural. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[], last = "and"): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}

/** The first few of a list and how many more there are: "a, b, c and 17 more". */
export function someOf(words: readonly string[], show = 3): string {
  if (words.length <= show) return joinWords(words);
  return `${words.slice(0, show).join(", ")} and ${formatNumber(words.length - show)} more`;
}

/** "UHL's", "Services'". */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}

/** A period as a reader says it: "2016/17", "quarter 3 of 2016/17", "December 2016", "31 March 2025". */
export function periodWords(period: Period): string {
  const year = period.label.slice(0, 7);
  switch (period.kind) {
    case "financial-year":
      return period.label;
    case "financial-quarter":
      return `quarter ${period.label.slice(-1)} of ${year}`;
    case "calendar-quarter":
      return `calendar quarter ${period.label.slice(-1)} of ${period.label.slice(0, 4)}`;
    case "calendar-year":
      return `calendar year ${period.label}`;
    case "academic-year":
      return `academic year ${year}`;
    case "month":
      return `${MONTH_NAMES[Number(period.label.slice(5, 7)) - 1]} ${period.label.slice(0, 4)}`;
    case "date":
      return formatDate(period.last);
    case "year-to-date":
      return `${year} up to ${formatDate(period.last)}`;
    case "range":
      return `${formatDate(period.first)} to ${formatDate(period.last)}`;
  }
}

/** A title inside a sentence: its first letter small, unless it begins with a name or an abbreviation ("NHS…", "CO2…"). */
export function inSentence(title: string): string {
  const second = title.charAt(1);
  const ordinary = second !== "" && second === second.toLowerCase() && /[a-z\s-]/.test(second);
  return ordinary ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A text with its first letter a capital, to begin a sentence. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An organisation's short name in a pack ("UHL"), or its code where the pack has none. */
export function organisationName(pack: { readonly organisations: readonly Organisation[] }, code: string): string {
  return pack.organisations.find((each) => each.code === code)?.shortName ?? code;
}

/** "LLR’s NHS Carbon Footprint": one organisation's figure of one metric, by name. */
export function figureName(
  pack: Pick<Pack, "metrics" | "organisations">,
  { metric, organisation }: { readonly metric: string; readonly organisation: string },
): string {
  return `${possessive(organisationName(pack, organisation))} ${metricName(pack, metric)}`;
}

/** A title with its unit where the title does not name it: "Inhaler emissions (tCO₂e)". */
export function titleWithUnit(title: string, unit: UnitId): string {
  const words = unitWords(unit);
  return words === "" || title.includes(words) ? title : `${title} (${words})`;
}

/** A metric's title as it stands in a sentence ("electricity used"), or its id where the pack has none. */
export function metricName(pack: Pick<Pack, "metrics">, id: string): string {
  const metric: Metric | undefined = pack.metrics.find((each) => each.id === id);
  return metric === undefined ? id : inSentence(metric.title);
}
