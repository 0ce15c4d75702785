import { wordTable } from "../../../collections/word-table";
import { isFormula } from "../../../formula/syntax";
import { invalidArgument, notImplemented } from "../../wire/errors";

/** Checks of what an add-in gives: each answers with the value as the model keeps it, or refuses as Excel does. */

/** One of a list of words, in any case. */
export function oneOf<T extends string>(words: readonly T[], given: unknown): T {
  const found = words.find((word) => word.toLowerCase() === String(given).toLowerCase());
  if (!found) throw invalidArgument(`"${String(given)}" is none of ${words.join(", ")}`);
  return found;
}

/** @throws InvalidArgument for what Excel does not take as a formula. */
export function checkFormula(formula: string): void {
  if (!isFormula(formula)) throw invalidArgument(`Excel cannot read the formula ${formula}`);
}

const NAMED: Readonly<Record<string, string>> = wordTable({
  black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#008000", blue: "#0000FF", yellow: "#FFFF00",
  orange: "#FFA500", purple: "#800080", gray: "#808080", grey: "#808080", lime: "#00FF00", navy: "#000080",
  teal: "#008080", silver: "#C0C0C0", maroon: "#800000", olive: "#808000", aqua: "#00FFFF", fuchsia: "#FF00FF",
}); // prettier-ignore

/** "#RRGGBB" of a colour as the add-in writes it: "#RRGGBB", "RRGGBB" or one of the basic names. */
export function colour(given: unknown): string {
  const text = String(given).trim();
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex) return `#${hex.toUpperCase()}`;
  const named = NAMED[text.toLowerCase()];
  if (named) return named;
  if (/^[a-z]+$/i.test(text)) throw notImplemented(`the colour name "${text}"`);
  throw invalidArgument(`"${text}" is no colour`);
}
