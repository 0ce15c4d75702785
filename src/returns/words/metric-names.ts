import { wordingOf } from "../../plan/metric-facts";
import type { Metric, Pack } from "../../plan/schema";
import { speaksTest, type SpeaksOf } from "../../plan/vocabulary/speaks";
import { addTo } from "../../collections/collect";
import { editDistance, fold, withoutGluedDigit } from "./text";

/**
 * How a name stands to its metric: the figure itself ("whole"), or a source that is added up to it. Where a table
 * states no whole, sources are added up only when at least one of the "main" ones stands there, so that a green
 * tariff alone is never taken for all electricity.
 */
export type Share = "whole" | "main" | "adds";

export interface MetricEntry {
  readonly metric: Metric;
  readonly share: Share;
}

/** The metrics a name may stand for; a unit decides between them. */
export interface MetricMatch {
  readonly entries: readonly MetricEntry[];
  /** 1 where the name is known, less for a near match. */
  readonly confidence: number;
  /** The known name it was matched to. */
  readonly name: string;
}

/** Words that carry no meaning between these metrics. */
const fillers = new Set(
  "the of a an and total totals overall annual annually yearly in for by or reported number volume weight tonnage quantity amount figure all source sources breakdown split what is are there does do you your has have how much many we our was were did".split(
    " ",
  ),
);
const sameWords: Readonly<Record<string, string>> = {
  consumption: "consumed",
  usage: "consumed",
  use: "consumed",
  used: "consumed",
  consume: "consumed",
  spend: "cost",
  spending: "cost",
  expenditure: "cost",
  charge: "cost",
  bill: "cost",
  sewerage: "sewage",
  purchased: "bought",
  electric: "electricity",
  elec: "electricity",
  avg: "average",
  incl: "including",
  excl: "excluding",
  pct: "percent",
  percentage: "percent",
  proportion: "share",
};

/** Words that turn a name into another thing; one that the known name lacks forbids a near match. */
const telling = new Set(
  (
    "cost price tariff emission carbon co2 co2e export exported output input generated chp size rating efficiency per intensity " +
    "share percent ratio heated plus scope non not excluding without except lost saved saving reduction avoided income offset " +
    "demand load peak capacity boiler meter metered older empty occupied leased owned clinical non domestic food hazardous anaesthetic medical " +
    "nitrous volatile exhaust footprint target tenant other renewable green third party solar new electric low zero"
  ).split(" "),
);
const leastConfident = 0.5;
const longestName = 10;
/** How sure a label's own words make it, where they speak of one metric but name none. */
const spokenConfidence = 0.85;

function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function wordsOf(folded: string): string[] {
  const words: string[] = [];
  for (const word of folded.split(" ")) {
    if (word === "" || fillers.has(word)) continue;
    const one = singular(word);
    words.push(sameWords[word] ?? sameWords[one] ?? one);
  }
  return [...new Set(words)].sort();
}

interface Known {
  readonly words: readonly string[];
  readonly name: string;
  readonly entries: MetricEntry[];
}

/** The names of a pack's metrics. Look-ups are cached by text: a name stands in thousands of cells. */
export class MetricNamesOf {
  private readonly known = new Map<string, Known>();
  private readonly ids = new Map<string, MetricEntry>();
  private readonly byWord = new Map<string, Known[]>();
  private readonly exactCache = new Map<string, MetricMatch | null>();
  private readonly nearCache = new Map<string, MetricMatch | null>();
  private readonly spoken: { readonly metric: Metric; readonly isSpokenOf: SpeaksOf }[] = [];

  constructor(pack: Pack) {
    for (const metric of pack.metrics) {
      const wording = wordingOf(metric);
      for (const name of wording.names) this.add(name, { metric, share: "whole" });
      for (const name of wording.main) this.add(name, { metric, share: "main" });
      for (const name of wording.adds) this.add(name, { metric, share: "adds" });
      const isSpokenOf = speaksTest(wording);
      if (isSpokenOf !== null) this.spoken.push({ metric, isSpokenOf });
      this.ids.set(fold(metric.id), { metric, share: "whole" });
      this.add(metric.title, { metric, share: "whole" });
    }
  }

  private add(name: string, entry: MetricEntry): void {
    const words = wordsOf(fold(name));
    const key = words.join(" ");
    const known = this.known.get(key);
    if (known === undefined) this.addKnown(key, { words, name, entries: [entry] });
    else if (!known.entries.some((each) => each.metric.id === entry.metric.id)) known.entries.push(entry);
  }

  private addKnown(key: string, known: Known): void {
    this.known.set(key, known);
    for (const word of known.words) addTo(this.byWord, word, known);
  }

  /** The metrics that bear this very name, word order and small words forgiven; null where none does. */
  exact(text: string): MetricMatch | null {
    let match = this.exactCache.get(text);
    if (match === undefined) {
      const folded = fold(text);
      match = this.lookUp(folded) ?? this.lookUp(withoutGluedDigit(folded));
      this.exactCache.set(text, match);
    }
    return match;
  }

  private lookUp(folded: string): MetricMatch | null {
    const known = this.known.get(wordsOf(folded).join(" "));
    const byId = this.ids.get(folded);
    if (known === undefined && byId !== undefined) return { entries: [byId], confidence: 1, name: byId.metric.id };
    return known === undefined ? null : { entries: known.entries, confidence: 1, name: known.name };
  }

  /** The likeliest metric for a name that is not known, with how sure; null where nothing comes near. Never taken below the pack's threshold. */
  near(text: string): MetricMatch | null {
    let match = this.nearCache.get(text);
    if (match === undefined) {
      match = this.nearest(wordsOf(withoutGluedDigit(fold(text))));
      this.nearCache.set(text, match);
    }
    return match;
  }

  /** The likeliest metric of a label that stands alone: the nearest name, else the one metric it speaks of (`speaks` in the pack and the vocabulary). */
  guess(text: string): MetricMatch | null {
    const near = this.near(text);
    if (near !== null && near.confidence >= spokenConfidence) return near;
    const folded = fold(text);
    const [spoken, ...others] = this.spoken.filter(({ isSpokenOf }) => isSpokenOf(folded));
    if (spoken === undefined || others.length > 0) return near;
    const { metric } = spoken;
    return { entries: [{ metric, share: "whole" }], confidence: spokenConfidence, name: metric.title };
  }

  /** Names that share a word; for a name of one or two words also those as short, whose every word may be misspelt. */
  private candidates(words: readonly string[]): ReadonlySet<Known> {
    const found = new Set(words.flatMap((word) => this.byWord.get(word) ?? []));
    if (words.length > 2) return found;
    for (const known of this.known.values()) if (known.words.length === words.length) found.add(known);
    return found;
  }

  private nearest(words: readonly string[]): MetricMatch | null {
    if (words.length === 0 || words.length > longestName) return null;
    let best: { score: number; known: Known } | null = null;
    let rival = 0;
    for (const known of this.candidates(words)) {
      if (Math.abs(known.words.length - words.length) > 2) continue;
      const score = likeness(words, known.words);
      if (score < leastConfident || (best !== null && score < Math.max(best.score, rival))) continue;
      const sameMetric = best !== null && best.known.entries[0]?.metric.id === known.entries[0]?.metric.id;
      if (best !== null && !sameMetric) rival = Math.max(rival, Math.min(score, best.score));
      if (best === null || score > best.score) best = { score, known };
    }
    if (best === null) return null;
    // Two metrics equally near: no choice between them can be defended.
    const confidence = rival >= best.score ? Math.min(best.score, leastConfident) : best.score;
    return { entries: best.known.entries, confidence: Math.round(confidence * 100) / 100, name: best.known.name };
  }
}

/** 0 to 1: words in common, less for slips of the pen and for words too many. */
function likeness(words: readonly string[], known: readonly string[]): number {
  const left = new Set(known);
  let matched = 0;
  let edits = 0;
  const extra: string[] = [];
  for (const word of words) {
    if (left.delete(word)) matched++;
    else extra.push(word);
  }
  const strange: string[] = [];
  for (const word of extra) {
    const slip = nearestWord(word, left);
    if (slip === null) strange.push(word);
    else {
      left.delete(slip.word);
      matched++;
      edits += slip.edits;
    }
  }
  const score = (2 * matched) / (words.length + known.length) - 0.06 * edits - 0.1 * strange.length - 0.05 * left.size;
  return [...strange, ...left].some((word) => telling.has(word)) ? Math.min(score, leastConfident) : score;
}

function nearestWord(word: string, among: ReadonlySet<string>): { word: string; edits: number } | null {
  const limit = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
  if (limit === 0) return null;
  for (const other of among) {
    if (other.length < 5 || other[0] !== word[0]) continue;
    const edits = editDistance(word, other, limit);
    if (edits <= limit) return { word: other, edits };
  }
  return null;
}
