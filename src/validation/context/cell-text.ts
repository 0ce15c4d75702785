import { readTypedNumber, type TypedNumber } from "../../plan/quantity/units";

/**
 * What a text in a number column is: people write numbers as text, plain or unclear, words for "nothing to report",
 * and leave a list's own prompt standing; each asks for another mend.
 */
export type CellText =
  | TypedNumber
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
  if (ZERO_WORDS.has(lower)) return { kind: "number", value: 0, unit: null, multiple: 1 };
  if (FORBIDDEN.test(clean)) return { kind: "forbidden" };
  return readTypedNumber(clean) ?? { kind: "words" };
}

/** A cell's number, typed as one or as text ("1,077"); null where it holds neither. */
export function numberOf(value: string | number | boolean | null): number | null {
  if (typeof value === "number") return value;
  const read = typeof value === "string" ? readTypedNumber(value) : null;
  return read?.kind === "number" && read.unit === null ? read.value : null;
}
