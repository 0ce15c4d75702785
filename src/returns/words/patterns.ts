import { nhsConcepts } from "../../plan/vocabulary/vocabulary";
import { packUnit } from "../../plan/quantity/units";
import type { Metric } from "../../plan/schema";
import { listed } from "./concepts";

/** What labels of a metric say: the concepts that they must have, of each list one, and all that they may have. */
export interface Pattern {
  readonly required: readonly (readonly string[])[];
  readonly allowed: ReadonlySet<string>;
  /** True where the measure goes without saying. */
  readonly plain: boolean;
}

/** How labels say what a metric measures, by the dimension of its unit. */
interface Measure {
  readonly says: readonly string[];
  readonly allowed: readonly string[];
  readonly plain: boolean;
}

const measures: ReadonlyMap<string, Measure> = new Map(
  nhsConcepts.measures.map(({ dimension, says, with: also, plain }) => {
    const saying = listed(says, " ");
    return [dimension, { says: saying, allowed: [...saying, ...listed(also ?? "", " ")], plain }];
  }),
);
const anything: Measure = { says: [], allowed: ["amount", "count"], plain: true };

/** The measure of a metric's unit. */
export function measureOf({ unit }: Metric): Measure {
  return measures.get(packUnit(unit).dimension) ?? anything;
}

/** A pattern as the vocabulary writes it (`says`), for one metric. */
export function patternOf(says: string, metric: Metric): Pattern {
  const measure = measureOf(metric);
  const required: string[][] = [];
  const allowed = new Set(measure.allowed);
  for (const token of says.split(" ")) {
    if (token === "!" || token === "~") continue;
    const isOptional = token.endsWith("?");
    const concepts = (isOptional ? token.slice(0, -1) : token).split("|").flatMap(membersOf);
    if (!isOptional) required.push(concepts);
    for (const concept of concepts) allowed.add(concept);
  }
  return { required, allowed, plain: says.endsWith("!") || (measure.plain && !says.endsWith("~")) };
}

function membersOf(concept: string): readonly string[] {
  const members = nhsConcepts.groups[concept];
  return members === undefined ? [concept] : listed(members, " ");
}

/** Whether a label says all that the pattern asks for, and not a word that it does not explain. */
export function isSaidBy({ required, allowed }: Pattern, concepts: ReadonlySet<string>): boolean {
  return (
    required.every((some) => some.some((concept) => concepts.has(concept))) &&
    [...concepts].every((concept) => allowed.has(concept))
  );
}

const leastLikeness = 0.5;

/** 0 to 1: how near a label comes to a pattern, by what it has of it and what it says besides. 0 below a half. */
export function likeness({ required, allowed }: Pattern, concepts: ReadonlySet<string>): number {
  const met = required.filter((some) => some.some((concept) => concepts.has(concept))).length;
  if (met === 0) return 0;
  const explained = [...concepts].filter((concept) => allowed.has(concept)).length;
  const score = (0.6 * met) / required.length + (0.4 * explained) / concepts.size;
  return score < leastLikeness ? 0 : score + met / 100;
}
