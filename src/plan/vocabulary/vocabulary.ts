import * as z from "zod/mini";
import { UNIT_IDS } from "../quantity/unit-ids";
import words from "./concepts.json";
import nhs from "./nhs.json";

/**
 * The vocabulary that plan packs build on: what is the NHS's and not one plan's. Terms are metrics as national
 * collections name them, each with its names, the words that speak of it, its prices and its part in an intensity.
 * A pack's metric refers to a term by its id; names are texts that returns are matched with, never references.
 */

const text = z.string().check(z.minLength(1));
/** "electricity-used": lower case with hyphens, so that no pack's metric id is taken for it. */
const termId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
/** A financial year, "2019/20". */
const year = z.string().check(z.regex(/^\d{4}\/\d{2}$/));

/** What can be paid for one unit, in £, from a financial year on; without `from`, in every year before the next band. */
const priceBandSchema = z.strictObject({
  from: z.optional(year),
  least: z.number(),
  most: z.number(),
});

/** How large an organisation is, for what a year of it may come to. */
export const organisationSize = z.enum(["large trust", "medium trust", "system"]);

/**
 * Between what figures of a year lie for an organisation of a size, or of any; so wide that only a slip of a thousand
 * lies outside [ours, from ERIC 2013/14 to 2024/25: at least ten times beyond what trusts of that size report].
 */
const yearBandSchema = z.strictObject({
  size: z.optional(organisationSize),
  least: z.optional(z.number()),
  most: z.number(),
});

/** How texts name a metric or speak of it: the same keys in a pack's metric and in a term of the vocabulary. */
export const wordingFields = {
  /** Names of the figure itself. Units, periods and organisations are read apart, so no name carries one. */
  names: z.optional(z.array(text)),
  /** Names of sources that are added up where a table states no whole: without one of these the sum is not the whole. */
  main: z.optional(z.array(text)),
  /** Names of further sources that are added to the `main` ones. */
  adds: z.optional(z.array(text)),
  /**
   * What labels of the figure say, in concepts (`concepts.json`) or plain words: "oil business-case site? removal?". Each
   * must be in the label, of "a|b" at least one; with "?" it may be; nothing else may. The measure of its unit ("cost",
   * "share") may be said anyway and must where no unit is given, unless a last "!" says that it goes without saying; "~" says that it does not.
   */
  says: z.optional(z.array(text)),
  /** Wide bands around the prices of a unit, in order of year: what lies outside is a mistake, not a dear contract. */
  priceBands: z.optional(z.array(priceBandSchema)),
  /** What a year's figure lies between, by size of organisation. */
  yearBands: z.optional(z.array(yearBandSchema)),
  /** True for the floor area that sites are compared by. */
  floorArea: z.optional(z.boolean()),
};

const termSchema = z.strictObject({
  id: termId,
  title: text,
  unit: z.enum(UNIT_IDS),
  /** The group that plans file such a metric under: "carbon", "travel". */
  area: text,
  ...wordingFields,
  /** The term that this cost pays for. */
  costOf: z.optional(termId),
  source: text,
});

/** A fuel of the factor register: what it is called in sentences, and how texts speak of its factor. */
const fuelSchema = z.strictObject({
  /** Its id in the factor register. */
  id: termId,
  /** As it stands in a sentence: "gas". */
  name: text,
  /** True where every trust uses it, so that a missing figure is a gap and not a nought. */
  usedByAll: z.optional(z.boolean()),
  /** Lists of words or phrases: a text that has one of each list speaks of its factor. "grid*" is any word that begins so. */
  speaks: z.optional(z.array(z.array(text))),
  /** Words or phrases that such a text must not have. */
  not: z.optional(z.array(text)),
  source: text,
});

export const vocabularySchema = z.strictObject({
  id: termId,
  title: text,
  terms: z.array(termSchema),
  fuels: z.array(fuelSchema),
});

/** Words and phrases with "|" between them. */
const phrases = text;

/** What the words of labels mean, so that a label is read whole or not at all. */
export const conceptsSchema = z.strictObject({
  /** Words that change nothing. */
  silent: phrases,
  /** Words that are not another word misspelt. */
  misreadings: phrases,
  /** Concepts that file a row beside its own words: "Energy" in the column before "Gas". */
  contexts: phrases,
  /** Concepts that turn all below a heading into something else: "exported", "saved". */
  turns: phrases,
  /** Concepts under one name in patterns. */
  groups: z.record(text, text),
  /** How labels say what a dimension measures. `plain`: it goes without saying, as "Gas" is gas used. */
  measures: z.array(z.strictObject({ dimension: text, says: text, with: z.optional(text), plain: z.boolean() })),
  concepts: z.record(text, phrases),
});

export type Concepts = z.infer<typeof conceptsSchema>;

/** The NHS's words; held to their schema by a test, as the vocabulary is. */
export const nhsConcepts: Concepts = words;

export type Vocabulary = z.infer<typeof vocabularySchema>;
export type Term = z.infer<typeof termSchema>;
export type Fuel = z.infer<typeof fuelSchema>;
export type OrganisationSize = z.infer<typeof organisationSize>;
export type YearBand = z.infer<typeof yearBandSchema>;
export type PriceBand = z.infer<typeof priceBandSchema>;

/** The NHS's vocabulary, which ships with the add-in. A test holds it to the schema, so that the pane need not check it. */
export const nhsVocabulary = nhs as Vocabulary;

const terms: ReadonlyMap<string, Term> = new Map(nhsVocabulary.terms.map((term) => [term.id, term]));
const fuels: ReadonlyMap<string, Fuel> = new Map(nhsVocabulary.fuels.map((fuel) => [fuel.id, fuel]));

/** A term by its id, or undefined where the vocabulary has none. */
export function termOf(id: string): Term | undefined {
  return terms.get(id);
}

/** A fuel by its id in the factor register, or undefined. */
export function fuelOf(id: string): Fuel | undefined {
  return fuels.get(id);
}
