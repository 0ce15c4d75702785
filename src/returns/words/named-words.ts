import type { Organisation } from "../../plan/schema";

/** How the names of organisations in one text stand to each other and to the words around them. */

/** A word of a text, or the organisation that some of its words name. */
export type Word = string | Organisation;

/** Kinds of service by which people name a trust, or a part of one: "UHL (acute)", "LPT (mental health & community)". */
export const services =
  /^(?:(?:acute|mental health|community|learning disabilit(?:y|ies)|inpatients?|primary care|hospitals?|hospices?|dental|children|families|young people|adults?|older people|specialist|services?|sites?|care|health|and) ?)+$/;

export function isCore({ role }: Organisation): boolean {
  return role === "system" || role === "member";
}

export function isPartOf(part: Organisation, whole: Organisation): boolean {
  return whole.role === "system" && part.role === "member";
}

/** "EMAS return": a partner is the subject only where nothing but small words stands before it. */
export function leads(words: readonly Word[]): boolean {
  const first = words.findIndex((word) => typeof word !== "string");
  return words
    .slice(0, first)
    .every(
      (word) =>
        typeof word === "string" &&
        /^(organisation|trust|name|nhs|the|of|for|return|data|figures?|table|\d+|provider|partner|region|regional|body)$/.test(
          word,
        ),
    );
}

/** The words between the first name and the next that is another's. */
function between(words: readonly Word[]): readonly Word[] {
  const names = words.flatMap((word, index) => (typeof word === "string" ? [] : [{ word, index }]));
  const other = names.find(({ word }) => word !== names[0]?.word);
  const before = names.filter(({ index, word }) => word === names[0]?.word && index < (other?.index ?? 0)).at(-1);
  return words.slice((before?.index ?? 0) + 1, other?.index);
}

/** "UHL and LPT", "UHL + LPT": two as one. */
export function areJoined(words: readonly Word[]): boolean {
  return ["and", "plus", "or"].includes(String(between(words).at(-1) ?? ""));
}

/** "UHL return for the ICB": the second only stands beside the first. */
export function isBeside(words: readonly Word[]): boolean {
  const gap = between(words).filter((word) => word !== "the");
  const first = words.findIndex((word) => typeof word !== "string");
  const isSaid = gap.length > 1 || /^(by|from)$/.test(String(words[first - 1]));
  return isSaid && /^(for|to|by|from|with|at|via|on)$/.test(String(gap.at(-1)));
}

const qualifiers =
  /\b(for (information|info|reference)|own (estates?|sites|buildings|premises|figures?|use)|own|only|all (sites|hospitals|services|properties|buildings|practices)|whole (trust|system|organisation|estate)|(trust|system|organisation) ?wide|wide)\b/g;

/** "EMAS (for information only)", "ICB (own estate)": the words beside its name that change nothing of whose the figures are. */
export function withoutQualifiers(rest: string): string {
  return rest.replace(qualifiers, " ").replace(/\s+/g, " ").trim();
}

/** "UHL total", "RWE result", "RWE - UHL" and "UHL trust" name the organisation; "UHL gas" names more than it. */
export function onlyAbout(rest: string): boolean {
  const more = withoutQualifiers(rest).replace(
    /\b(trust|nhs|ft|the|result|total|totals|sub|subtotal|overall|all|sites|grand|figures?|actuals?)\b/g,
    "",
  );
  return more.trim() === "";
}
