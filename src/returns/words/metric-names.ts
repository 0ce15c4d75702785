import { wordingOf } from "../../plan/metric-facts";
import type { Metric, MetricId, Pack } from "../../plan/schema";
import { nhsConcepts } from "../../plan/vocabulary/vocabulary";
import { getOrMake } from "../../collections/collect";
import { ConceptReader, listed, type Said } from "./concepts";
import { isSaidBy, likeness, measureOf, patternOf, type Pattern } from "./patterns";
import { fold, withoutGluedDigit } from "./text";

/**
 * How a name stands to its metric: the figure itself ("whole"), or a source that is added up to it. Where a table
 * states no whole, sources are added up only when at least one of the "main" ones stands there, so that a green
 * tariff alone is never taken for all electricity.
 */
export type Share = "whole" | "main" | "adds";

export interface MetricEntry {
  readonly metric: Metric;
  readonly share: Share;
  /** False where only a unit can tell that this is what the label measures: "Gas" in £ is its cost. */
  readonly plain: boolean;
}

/** The metrics a label may stand for; a unit decides between them. */
export interface MetricMatch {
  readonly entries: readonly MetricEntry[];
  /** 1, or less where the label had to be spelt right first. */
  readonly confidence: number;
  /** What the label says, its words in no order. */
  readonly name: string;
}

interface Shape {
  readonly metric: Metric;
  readonly share: Share;
  readonly pattern: Pattern;
}

const misspeltConfidence = 0.9;
const longestLabel = 25;
const turns = new Set(listed(nhsConcepts.turns));
const contexts = new Set(listed(nhsConcepts.contexts));

/**
 * What labels say of a pack's metrics. A label stands for a metric where every word of it is explained: a label is
 * read whole or not at all. Look-ups are cached by text: a label stands in thousands of cells.
 */
export class MetricNamesOf {
  private readonly reader = new ConceptReader();
  private readonly named = new Map<string, Shape[]>();
  private readonly shapes: Shape[] = [];
  private readonly ids = new Map<string, Metric>();
  private readonly texts = new Map<string, MetricMatch | null>();
  private readonly said = new Map<string, ReadonlySet<string>>();
  private readonly suggestions = new Map<string, MetricId | null>();

  constructor({ metrics, actions }: Pack) {
    for (const { id } of actions) if (id.length > 2) this.reader.addSilent(id);
    for (const metric of metrics) {
      const { names, main, adds, says } = wordingOf(metric);
      for (const name of [metric.title, ...names]) this.addName(name, metric, "whole");
      for (const name of main) this.addName(name, metric, "main");
      for (const name of adds) this.addName(name, metric, "adds");
      for (const each of says) this.shapes.push({ metric, share: "whole", pattern: patternOf(each, metric) });
      this.ids.set(fold(metric.id), metric);
    }
  }

  private addName(name: string, metric: Metric, share: Share): void {
    this.reader.addName(name);
    const { concepts } = this.reader.read(fold(name));
    const pattern: Pattern = {
      required: [...concepts].map((concept) => [concept]),
      allowed: concepts,
      plain: !needsUnit.has(measureOf(metric).says[0] ?? ""),
    };
    const shape = { metric, share, pattern };
    const key = keyOfConcepts(concepts);
    const others = getOrMake<string, Shape[]>(this.named, key, () => []);
    if (!others.some((other) => other.metric.id === metric.id)) others.push(shape);
  }

  /** The metrics that a text stands for, word order and small words forgiven; null where it stands for none. */
  exact(text: string): MetricMatch | null {
    return getOrMake(this.texts, text, () => {
      const folded = fold(text);
      return this.lookUp(folded) ?? this.lookUp(withoutGluedDigit(folded));
    });
  }

  private lookUp(folded: string): MetricMatch | null {
    const metric = this.ids.get(folded);
    const said = this.reader.read(folded);
    const entries = said.concepts.size <= longestLabel ? this.entriesOf(said) : [];
    // An id that is a word of everyday ("GAS", in £) is read as the word.
    if (metric !== undefined && (entries.length === 0 || /[^A-Za-z]/.test(metric.id)))
      return { entries: [{ metric, share: "whole", plain: true }], confidence: 1, name: metric.id };
    if (entries.length === 0) return null;
    const confidence = said.corrected === null ? 1 : misspeltConfidence;
    return { entries, confidence, name: said.corrected ?? keyOfConcepts(said.concepts) };
  }

  private entriesOf({ concepts }: Said): MetricEntry[] {
    const entries = new Map<string, MetricEntry>();
    const bySays = this.shapes.filter(({ pattern }) => isSaidBy(pattern, concepts));
    for (const { metric, share, pattern } of [...(this.named.get(keyOfConcepts(concepts)) ?? []), ...bySays]) {
      const plain = pattern.plain || measureOf(metric).says.some((concept) => concepts.has(concept));
      const before = entries.get(metric.id);
      if (before === undefined || (plain && !before.plain))
        entries.set(metric.id, { metric, share: before?.share ?? share, plain });
    }
    return [...entries.values()];
  }

  /** The likeliest metric of a text that stands for none, to be asked about: never taken. */
  suggestion(text: string): MetricId | null {
    return getOrMake(this.suggestions, text, () => {
      const { concepts } = this.reader.read(withoutGluedDigit(fold(text)));
      let best: { score: number; metric: Metric } | null = null;
      for (const { metric, pattern } of [...this.shapes, ...[...this.named.values()].flat()]) {
        const score = likeness(pattern, concepts);
        if (score > (best?.score ?? 0)) best = { score, metric };
      }
      return best?.metric.id ?? null;
    });
  }

  /** The words of a heading that turn all below it into something else ("exported"), or null. */
  turning(text: string): string | null {
    return [...this.conceptsOf(text)].find((concept) => turns.has(concept)) ?? null;
  }

  /** Whether a heading says one thing of how all below it is measured: "cost", "emissions". */
  says(text: string, concept: string): boolean {
    return this.conceptsOf(text).has(concept);
  }

  /** Whether a text only files what stands beside it: "Energy", "Scope 1". */
  isContext(text: string): boolean {
    return [...this.conceptsOf(text)].every((concept) => contexts.has(concept));
  }

  private conceptsOf(text: string): ReadonlySet<string> {
    return getOrMake(this.said, text, () => this.reader.read(fold(text)).concepts);
  }
}

/** Sums of money and shares are said so, by a word or by their unit. */
const needsUnit = new Set(["cost", "share"]);

/** A name's concepts in order; "volume" and "weight" beside others name nothing more. */
function keyOfConcepts(concepts: ReadonlySet<string>): string {
  const telling = [...concepts].filter((concept) => concept !== "amount" || concepts.size === 1);
  return telling.sort().join(" ");
}
