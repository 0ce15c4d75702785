import { groupBy } from "../../collections/groups";
import { hashOf } from "../../collections/hash";
import { keyOf } from "../../collections/keys";
import type { Tolerance } from "../../decisions/tolerances";
import type { IsoDate } from "../../plan/time/periods";
import type { Pack } from "../../plan/schema";
import { joinWords, plural } from "../../plan/wording";
import type { Total } from "../../returns/observation";
import { seriesKey } from "../../series/series-key";
import type { ActionAssessment, Assessment } from "../assessment";
import { latestAssessments } from "../targets/latest";

/**
 * What a report says, as letters short enough to stand in a cell of the workbook: eleven for each figure, rating,
 * baseline, action and setting that a board rests on. Two of them tell what has changed between two reports. Names,
 * comments and the wording of the plan are not among them.
 */

/** What a report is made of, as far as a board rests on it. */
export interface Reported {
  readonly pack: Pack;
  readonly asOf: IsoDate;
  readonly basis: string | null;
  readonly tolerances: readonly Tolerance[];
  readonly totals: readonly Total[];
  readonly assessments: readonly Assessment[];
  readonly actions: readonly ActionAssessment[];
}

const kinds = {
  f: ["figure", "figures"],
  m: ["measure’s figures", "measures’ figures"],
  b: ["baseline", "baselines"],
  r: ["rating", "ratings"],
  a: ["action", "actions"],
} as const satisfies Readonly<Record<string, readonly [one: string, many: string]>>;
type CountedKind = keyof typeof kinds;

/** Things of which there is one, by name. */
const named = ["the reporting date", "the basis of the targets", "a tolerance", "the plan"] as const;

interface Item {
  readonly kind: CountedKind | "s";
  readonly key: string;
  /** The measure it is of. */
  readonly of?: Pick<Total, "metric" | "organisation">;
  readonly says: unknown;
}

const KEY_LETTERS = 6;
const VALUE_LETTERS = 4;
const ITEM = /[fmbras][0-9a-z]{10}/g;
const CONTENTS = /^(?:[fmbras][0-9a-z]{10})+$/;
/** A cell holds 32,767 letters; where single figures do not fit, those of a measure stand together. */
const MOST_ITEMS = 2_900;

/** The letters of a report; the same report always gives the same, in whatever order its sheets stand. */
export function contentsOf(reported: Reported): string {
  const figures = figuresOf(reported);
  const judged = [...ratings(reported), ...baselines(reported)];
  const others = [...actions(reported), ...settings(reported)];
  const finest = [...figures, ...judged];
  const bySeries = [...together(figures, ({ of, key }) => (of ? seriesKey(of) : key)), ...judged];
  const byMetric = together(finest, ({ of, key }) => of?.metric ?? key);
  const fitting = [finest, bySeries].find((each) => each.length + others.length <= MOST_ITEMS) ?? byMetric;
  return [...fitting, ...others].map(lettersOf).sort().join("");
}

/** One item for all that share a key. */
function together(items: readonly Item[], keyFor: (item: Item) => string): Item[] {
  const said = ({ kind, key, says }: Item) => JSON.stringify([kind, key, says]);
  return [...groupBy(items, keyFor)].map(([key, group]) => ({ kind: "m", key, says: group.map(said).sort() }));
}

function lettersOf({ kind, key, says }: Item): string {
  return kind + base36([kind, key], KEY_LETTERS) + base36([key, says], VALUE_LETTERS);
}

function base36(parts: unknown, letters: number): string {
  return (hashOf(parts) % 36 ** letters).toString(36).padStart(letters, "0");
}

function figuresOf({ totals }: Reported): Item[] {
  return totals.map((total) => {
    const { period, value, partial } = total;
    return { kind: "f", key: keyOf(seriesKey(total), period.label), of: total, says: [exact(value), partial] };
  });
}

function ratings({ assessments }: Reported): Item[] {
  return latestAssessments(assessments).map((row) => ({
    kind: "r",
    key: keyOf(seriesKey(row), row.target),
    of: row,
    says: [row.rag, row.why, row.assurance],
  }));
}

function baselines({ assessments }: Reported): Item[] {
  return [...groupBy(assessments, seriesKey)].flatMap(([key, [row]]): Item[] =>
    row.baseline === null
      ? []
      : [{ kind: "b", key, of: row, says: [row.baseline.period.label, exact(row.baseline.value)] }],
  );
}

function actions(reported: Reported): Item[] {
  return reported.actions.map(({ id, status, due, bodies }) => ({
    kind: "a",
    key: id,
    says: [status, due, bodies.map((body) => keyOf(body.organisation, body.status, body.due)).sort()],
  }));
}

function settings({ asOf, basis, tolerances, pack }: Reported): Item[] {
  const values: Readonly<Record<(typeof named)[number], unknown>> = {
    "the reporting date": asOf,
    "the basis of the targets": basis,
    "a tolerance": tolerances.map(({ id, value }) => [id, value]),
    "the plan": [pack.id, pack.version, pack.targets.map(({ id, goal, due }) => [id, goal, due])],
  };
  return named.map((key) => ({ kind: "s", key, says: values[key] }));
}

/** The same sum in another order is the same figure. */
function exact(value: number | null): string | null {
  return value === null ? null : value.toPrecision(12);
}

/**
 * What has changed from one report to another: "3 figures and 1 rating have changed"; null where nothing has. A record
 * that a person has written in is not to be compared with, and says so.
 */
export function changedWords(before: string, now: string): string | null {
  if (before === now) return null;
  if (!CONTENTS.test(before)) return "the record of what was signed has been written over";
  const [first, last] = [itemsOf(before), itemsOf(now)];
  const changed = new Set(
    [...first, ...last]
      .filter(([key, value]) => first.get(key) !== value || last.get(key) !== value)
      .map(([key]) => key),
  );
  const counts = Object.entries(kinds).flatMap(([kind, [one, many]]) => {
    const count = [...changed].filter((key) => key.startsWith(kind)).length;
    return count === 0 ? [] : [{ isOne: count === 1 && kind !== "m", words: plural(count, one, many) }];
  });
  const once = named.filter((name) => changed.has(`s${base36(["s", name], KEY_LETTERS)}`));
  const isOne = counts.length + once.length === 1 && (counts[0]?.isOne ?? true);
  const words = joinWords([...counts.map((each) => each.words), ...once]);
  return `${words} ${isOne ? "has" : "have"} changed`;
}

function itemsOf(contents: string): Map<string, string> {
  const items = contents.match(ITEM) ?? [];
  return new Map(items.map((item) => [item.slice(0, 1 + KEY_LETTERS), item.slice(1 + KEY_LETTERS)]));
}

/** How many figures, ratings, baselines, actions and settings a report's letters stand for. */
export function itemCount(contents: string): number {
  return itemsOf(contents).size;
}
