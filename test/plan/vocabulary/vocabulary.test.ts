import * as z from "zod/mini";
import { fuelId, ukFactors } from "../../../src/plan/factors";
import { llrPack } from "../../../src/plan/llr";
import collections from "../../../src/plan/vocabulary/collections.json";
import { collectionsSchema } from "../../../src/plan/vocabulary/collections";
import { conceptsSchema, nhsConcepts, nhsVocabulary, vocabularySchema } from "../../../src/plan/vocabulary/vocabulary";
import { speaksTest } from "../../../src/plan/vocabulary/speaks";
import { fold } from "../../../src/returns/words/text";

const { terms, fuels } = nhsVocabulary;
const packIds: ReadonlySet<string> = new Set([
  ...llrPack.metrics.map(({ id }) => id),
  ...llrPack.organisations.map(({ code }) => code),
  ...llrPack.actions.map(({ id }) => id),
  ...llrPack.targets.map(({ id }) => id),
]);

describe("the NHS's vocabulary", () => {
  it("holds to its schema", () => {
    expect(z.parse(vocabularySchema, nhsVocabulary)).toEqual(nhsVocabulary);
    expect(z.parse(collectionsSchema, collections)).toEqual(collections);
  });

  it("has each term and each fuel once", () => {
    for (const ids of [terms.map(({ id }) => id), fuels.map(({ id }) => id)])
      expect(new Set(ids).size).toBe(ids.length);
  });

  it("has no term or name that is an id of the plan, letter for letter: names are texts, never references", () => {
    const texts = terms.flatMap(({ id, names = [], main = [], adds = [] }) => [id, ...names, ...main, ...adds]);
    expect(texts.filter((each) => packIds.has(each))).toEqual([]);
  });

  it("says of each cost which term it pays for, and each of those exists", () => {
    const costs = terms.filter(({ costOf }) => costOf !== undefined);
    expect(costs.map(({ costOf }) => costOf)).toEqual(["electricity-used", "gas-used", "oil-used", "water-used"]);
    for (const { costOf } of costs) expect(terms.some(({ id }) => id === costOf)).toBe(true);
  });

  it("has price bands in order of year, each with its lower edge first", () => {
    for (const { priceBands = [] } of terms) {
      expect(priceBands.map(({ from = "" }) => from)).toEqual([...priceBands].map(({ from = "" }) => from).sort());
      for (const { least, most } of priceBands) expect(least).toBeLessThan(most);
    }
  });

  it("names every fuel of the factor register, and no other", () => {
    expect(fuels.map(({ id }) => id).sort()).toEqual(ukFactors.fuels.map(({ fuel }) => fuel).sort());
    for (const { id } of fuels) expect(fuelId(id)).toBe(id);
  });

  it("is what the LLR plan's terms are of", () => {
    const known = new Set(terms.map(({ id }) => id));
    expect(llrPack.metrics.flatMap(({ term }) => (term === undefined || known.has(term) ? [] : [term]))).toEqual([]);
  });
});

describe("the NHS's words", () => {
  const { concepts, contexts, turns, measures, groups, silent } = nhsConcepts;
  const phrases = Object.values(concepts).flatMap((each) => each.split("|"));
  const says = [...terms, ...llrPack.metrics].flatMap((each) => each.says ?? []);

  it("hold to their schema, each phrase in one concept", () => {
    expect(z.parse(conceptsSchema, nhsConcepts)).toEqual(nhsConcepts);
    const all = [...phrases, ...silent.split("|")];
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  });

  it("are what contexts, turns and measures are made of", () => {
    const listed = [contexts, turns].flatMap((each) => each.split("|")).filter((each) => /[a-z]{3}/.test(each));
    const measuring = measures.flatMap((each) => [each.says, each.with ?? ""].join(" ").trim().split(" "));
    const members = Object.values(groups).flatMap((each) => each.split(" "));
    for (const each of [...turns.split("|"), ...measuring, ...members]) expect(concepts).toHaveProperty([each]);
    expect(listed.length).toBeGreaterThan(0);
  });

  it("explain every pattern of the terms and of the LLR plan", () => {
    const used = says.flatMap((each) => each.split(" ")).flatMap((token) => token.replace(/[?!~]/g, "").split("|"));
    expect(used.filter((each) => /[a-z]/.test(each) && !(each in concepts) && !(each in groups))).toEqual([]);
  });
});

describe("words that speak of something", () => {
  const speaks = (text: string) =>
    speaksTest({
      speaks: [
        ["refurb*", "re use"],
        ["walking aid", "walking aids"],
      ],
      not: ["cost", "return rate"],
    })?.(fold(text));

  test.each([
    ["Walking-aid refurbishment", true],
    ["Re-use of walking aids", true],
    ["Walking aids", false],
    ["Refurbished walking sticks", false],
    ["Walking aid refurbishment: cost", false],
    ["Walking aid refurbishment, return rate", false],
    ["Walking aid refurbishment, costings", true],
    ["Unrefurbished walking aids", false],
  ])("%s: %p", (text, expected) => expect(speaks(text)).toBe(expected));

  it("are none where an entry has none", () => {
    expect(speaksTest({})).toBeNull();
    expect(speaksTest({ speaks: [] })).toBeNull();
  });

  it("are read as texts, whatever signs they hold", () => {
    expect(speaksTest({ speaks: [["£5m*"]] })?.("contracts over £5mn a year")).toBe(true);
    expect(speaksTest({ speaks: [["a.b"]] })?.("axb")).toBe(false);
  });
});
