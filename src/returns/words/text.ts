import { wordTable } from "../../collections/word-table";

/**
 * Text as people leave it in cells, made comparable. `tidy` keeps what a person would read aloud;
 * `fold` is for comparing: case, punctuation, accents of typography and spacing are forgiven.
 */

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** One line, single spaces, no no-break or invisible characters. */
export function tidy(text: string): string {
  return text.replace(invisible, "").replace(/\s+/g, " ").trim();
}

const bracketedNote = /\[(?:note |footnote |see note |fn |ref )?\d{1,2}\]/gi;
const noteReference =
  /[[(](?:note|footnote|see note|fn|ref)?\s*\d{1,2}[\])]$|[[(](?:note|footnote|see note)\s*\w{1,2}[\])]/gi;
/** A digit after a closed bracket: "Landfill (tonnes)3". */
const afterBracket = /(?<=\p{L}[)\]])\d{1,2}$/u;
const superscript = /(?<=[\p{L})\]])[¹⁰⁴-⁹]+$|(?<=\p{L}{3})[²³]+$/gu;

/** A label without its footnote marks: "Gas¹", "Gas [note 3]", "Gas*", "Gas (1)" are all "Gas". */
export function withoutFootnotes(text: string): string {
  return tidy(tidy(text).replace(bracketedNote, " ").replace(noteReference, ""))
    .replace(/[\s*†‡#^]+$/u, "")
    .replace(afterBracket, "")
    .replace(superscript, "")
    .trim();
}

const enumeration =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-z]\)|\d{1,2} ?[-–—](?= ))\s*(?=\p{L})|^\d{1,2}(?:\.\d{1,2})+\s+(?=\p{Lu})/iu;

/** A heading without its number or what a pivot table puts before it: "1. Electricity", "a) Landfill", "Sum of Gas (kWh)". */
export function withoutEnumeration(text: string): string {
  return text.replace(enumeration, "").replace(/^sum of (?=\p{L})/iu, "");
}

/** "Population2" and "Gas3" are "Population" and "Gas": a digit glued to a word of three letters or more; "CO2", "N2O" and "S3" keep theirs. */
export function withoutGluedDigit(folded: string): string {
  return folded.replace(/\b(?!co2)([a-z]{3,})\d\b/g, "$1");
}

/**
 * Lower case, one space between words, no punctuation: "Gas consumed – utility" is "gas consumed utility".
 * "₂" and "²" become "2", "&" becomes "and", "+" after a word becomes "plus", "%" becomes "percent".
 */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .toLowerCase()
    .replace(/['’‘`]/g, "")
    .replace(/&/g, " and ")
    .replace(/(?<=\p{L})\s?\+/gu, " plus ")
    .replace(/%/g, " percent ")
    .replace(/[^\p{L}\p{N}£]+/gu, " ")
    .trim();
}

/** How people shorten the words of an organisation's name. */
const shortWords: Readonly<Record<string, string>> = wordTable({
  univ: "university",
  uni: "university",
  hosp: "hospitals",
  hosps: "hospitals",
  leics: "leicestershire",
  partn: "partnership",
  amb: "ambulance",
});

/** An organisation's or a site's name as looked up: "UHL's" is "uhl", "Univ. Hosps Leicester" is spelt out. */
export function spelledOut(text: string): string {
  return fold(text.replace(/(?<=\p{L})['’‘`]s\b/gu, ""))
    .split(" ")
    .map((word) => shortWords[word] ?? word)
    .join(" ");
}

/** The edits (insert, delete, replace, swap neighbours) between two words, counted no further than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const at = (row: readonly number[], index: number) => row[index] ?? Infinity;
  let before: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? at(before, j - 2) + 1 : Infinity;
      row.push(Math.min(at(previous, j) + 1, at(row, j - 1) + 1, replaced, swapped));
    }
    before = previous;
    previous = row;
  }
  return at(previous, b.length);
}
