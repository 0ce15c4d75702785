import type { Unit } from "./measures";
import { unitNamed } from "./unit-words";

/**
 * A number that a person typed as text: "1,234", "85,200 kg", "£1.2m", "12 per cent"; or one that may mean several
 * ("40.524", "12,5", "95,000 E"), with why.
 */
export type TypedNumber =
  | {
      readonly kind: "number";
      /** As written, times its "k" or "m": in `unit`, where that is given. */
      readonly value: number;
      /** The unit that stands with it; null for none. */
      readonly unit: Unit | null;
      /** 1000 for "k", a million for "m"; 1 for none. */
      readonly multiple: number;
    }
  | { readonly kind: "unclear"; readonly why: string };

const SPACES = /[\s\u00a0\u2007\u202f]+/g;
const NUMBER = /^([+-]?) ?(£|gbp(?= ?[\d.+-]))? ?([+-]?)(\d[\d,. ]*|\.\d+)(e[+-]?\d+)?(.*)$/i;
const MULTIPLE = /^ ?(k|thousand|mn|m|million|bn|billion)(?![a-z0-9²³µ₂/])/i;
const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
/** Marks after a number that refer to a note. */
const MARKS = / ?(?:[*†‡#]+|\[(?:note )?\d{1,2}\])$/i;
const GROUPED = /^\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/;
const PLAIN = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
/** "40.524", "39,738.742": three digits after a point may be thousands, as other countries write them. */
const EITHER_WAY = /^[1-9]\d{0,2}(?:[, ]\d{3})*\.\d{3}$/;
/** One short word after a number that is no unit: "95,000 E", "9,050,000 (est)". */
const ONE_WORD = /^[([]?[\p{L}µ₂/]{1,12}[.)\]]?$/u;

/** The number that a text is, whole; null for a text that is none ("see note 3", "90-95%", "<5"). */
export function readTypedNumber(text: string): TypedNumber | null {
  const clean = text
    .replace(SPACES, " ")
    .trim()
    .replace(/^'/, "")
    .replace(/^[\u2212\u2013]/, "-")
    .replace(MARKS, "");
  const inBrackets = /^\((.*)\)$/.exec(clean)?.[1]?.trim();
  const match = clean.length > 60 ? null : NUMBER.exec(inBrackets ?? clean);
  if (match === null) return null;
  const [, sign = "", pounds, inner = "", digits = "", exponent = "", after = ""] = match;
  const taken = MULTIPLE.exec(after);
  const multiple = MULTIPLES[taken?.[1]?.toLowerCase() ?? ""] ?? 1;
  const rest = after.slice(taken?.[0].length ?? 0).replace(/^ ?(?:of )?/, "");
  const unitText = `${pounds === undefined ? "" : "£"}${rest.trim()}`;
  const unit = unitText === "" ? null : (unitNamed(unitText)?.unit ?? null);
  if (unit === null && unitText !== "" && !ONE_WORD.test(unitText)) return null;
  const why = doubtOf(digits.trim(), unitText, unit);
  if (why !== null) return { kind: "unclear", why };
  const isNegative = sign === "-" || inner === "-" || inBrackets !== undefined;
  const size = Number(`${digits.replace(/[, ]/g, "")}${exponent}`) * multiple;
  return { kind: "number", value: (isNegative ? -1 : 1) * Number(size.toPrecision(15)), unit, multiple };
}

function doubtOf(digits: string, unitText: string, unit: Unit | null): string | null {
  if (!PLAIN.test(digits) && !GROUPED.test(digits))
    return "its commas, points or spaces stand where no number has them";
  if (EITHER_WAY.test(digits))
    return `“${digits}” may be ${digits.replace(/\.\d+$/, "")} and a part, or have a point between its thousands`;
  return unitText !== "" && unit === null ? `“${unitText}” beside the number is no unit that is known` : null;
}
