/**
 * What a text in a number column is. People write numbers as text, words for "nothing to report",
 * and leave a list's own prompt standing; each asks for another mend.
 */
export type CellText =
  /** `unit` is what was written after it, "" for nothing. */
  | { readonly kind: "number"; readonly value: number; readonly unit: string }
  | { readonly kind: "placeholder" }
  | { readonly kind: "shorthand" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "words" };

/** The Government Analysis Function's shorthand: a reason for a missing number, never a mistake. */
const SHORTHAND = /^\[[a-z]{1,3}\]$/i;

const PLACEHOLDERS = new Set([
  "n/a",
  "na",
  "n.a.",
  "n.a",
  "not applicable",
  "not available",
  "not known",
  "not recorded",
  "not reported",
  "no data",
  "unknown",
  "tbc",
  "tba",
  "tbd",
  "to be confirmed",
  "to follow",
  "pending",
  "awaited",
  "-",
  "--",
  "–",
  "—",
  ".",
  "..",
  "…",
  "nil return",
]);

const ZERO_WORDS = new Set(["nil", "zero", "none"]);

/** Prompts and fillers that were meant to be replaced. */
const FORBIDDEN =
  /^(<+ ?.* ?>+|\[?(please )?(select|choose|enter|type|insert|pick)\b.*|x{2,}|\?+|!+|test|dummy|lorem ipsum.*|todo|to do|example|your answer)$/i;

/** Text as Excel's own typing would read it: no-break spaces and doubled spaces are spaces. */
export function cleanText(text: string): string {
  return text.replace(/[\s\u00a0\u2007\u202f]+/g, " ").trim();
}

export function readCellText(text: string): CellText {
  const clean = cleanText(text);
  const lower = clean.toLowerCase();
  if (SHORTHAND.test(clean)) return { kind: "shorthand" };
  if (PLACEHOLDERS.has(lower)) return { kind: "placeholder" };
  if (ZERO_WORDS.has(lower)) return { kind: "number", value: 0, unit: "" };
  if (FORBIDDEN.test(clean)) return { kind: "forbidden" };
  const number = numberIn(clean);
  return number === null ? { kind: "words" } : { kind: "number", ...number };
}

/** A cell's number, typed as one or as text ("1,077"); null where it holds neither. */
export function numberOf(value: string | number | boolean | null): number | null {
  if (typeof value === "number") return value;
  const read = typeof value === "string" ? numberIn(cleanText(value).replace(/^[\u2212\u2013]/, "-")) : null;
  return read === null || read.unit !== "" ? null : read.value;
}

const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

/** "1,077", "12 kWh", "£1,234", "(45)", "47%", "1 234", "2.5m": the number a person meant, or null where words stand with it. */
function numberIn(text: string): { value: number; unit: string } | null {
  const match =
    /^(\()?\s*([+-]?)\s*£?\s*([+-]?)(\d{1,3}(?:[, ]\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?\s*(?:(k|m|bn)(?![a-z²³µ₂/]))?\s*(%|[a-zµ²³₂£/]+(?: ?co2e|₂e)?[a-z0-9²³/]*)?\s*(\))?\s*[*†‡#]?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, open, sign = "", inner = "", whole, decimals = "", exponent = "", multiple, unit = "", close] = match;
  if (whole === undefined && decimals === "") return null;
  const size = Number(`${(whole ?? "0").replace(/[, ]/g, "")}${decimals}${exponent}`);
  const negative = sign === "-" || inner === "-" || (open !== undefined && close !== undefined);
  return { value: (negative ? -1 : 1) * size * (MULTIPLES[multiple?.toLowerCase() ?? ""] ?? 1), unit };
}

/** Texts of Excel's own errors belong to DQ02. */
export const CELL_ERROR =
  /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|UNKNOWN!|CONNECT!|BUSY!)/;
