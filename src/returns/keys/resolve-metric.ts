import { isNonEmpty, lastOf, type NonEmpty } from "../../collections/non-empty";
import type { Label, LabelReader } from "../words/labels";
import type { MetricMatch, MetricNamesOf } from "../words/metric-names";
import type { Column } from "./columns";

/** The words around one figure that may name its metric. */
export interface MetricWords {
  /** The row's own headings, the nearest to the figure last. */
  readonly row: readonly Label[];
  readonly column: Column;
  /** The heading of the rows' section, or null. */
  readonly section: string | null;
  /** What the table's title or sheet's name says, where nothing nearer does. */
  readonly title: MetricMatch | null;
  readonly titleText: string | null;
}

export interface ResolvedMetric {
  readonly match: MetricMatch | null;
  /** The label as the return writes it. */
  readonly text: string;
  /** Where the name stands: a row's heading, a column's, or the title over all. */
  readonly by: "row" | "column" | "title";
  readonly why: string;
}

/** Section or group headings under which the same words measure something else. */
const otherSense =
  /\b(export(ed|s)?|sold|avoided|saved|savings?|lost|generated|generation|recharged?|income|pfi|of which|sub ?let|leased out|tenants?)\b/;
const costWords = /\b(costs?|spend|spending|expenditure)\b/;
const carbonWords = /\b(emissions?|carbon|co2e?)\b/;

/** A metric with how it was found, or none with why. */
type Resolution = Pick<ResolvedMetric, "match" | "why">;

function found(match: MetricMatch, from: string): Resolution {
  return { match, why: `“${match.name}”, ${from}` };
}

function notFound(why: string): Resolution {
  return { match: null, why };
}

/**
 * Finds the metric that the words around a figure name: the row's and the column's heading
 * as a pair, then either alone, then with the section above, then the title. A heading that is not
 * known beside one that is ("Conversion factor" over "Gas") makes the pair not known: nothing is
 * guessed past it.
 */
export function resolveMetric(words: MetricWords, { metrics }: LabelReader): ResolvedMetric {
  const rows = words.row.filter(({ name }) => name !== "");
  const { names, text } = words.column;
  if (isNonEmpty(rows)) {
    const nearest = lastOf(rows);
    const pair = names.length > 0 ? `${nearest.text} – ${text}` : nearest.text;
    return { text: pair, by: "row", ...fromRow({ ...words, rows, nearest, text: pair }, metrics) };
  }
  if (isNonEmpty(names)) return { text, by: "column", ...fromColumn(words, names, metrics) };
  return fromAbove(words, metrics);
}

/** The words around a figure of a row that has headings of its own. */
interface RowWords extends MetricWords {
  readonly rows: NonEmpty<Label>;
  readonly nearest: Label;
  /** The row's heading as the return writes it, with the column's. */
  readonly text: string;
}

function fromRow(words: RowWords, metrics: MetricNamesOf): Resolution {
  const { rows, nearest, column, section } = words;
  const groups = namesOf(column.groups);
  const joined = rows.map(({ name }) => name).join(" ");
  const pairs = [...column.names, ...groups].flatMap((name) =>
    [joined, nearest.name, ...rows.map((row) => row.name)].map((row) => `${row} ${name}`),
  );
  const paired = firstKnown(pairs, metrics);
  if (paired) return found(paired, "from the row's and the column's headings");
  if (isNonEmpty(column.names)) return fromUnknownPair(words, column.names[0], metrics);
  const around = otherSense.exec([section ?? "", ...groups].join(" "))?.[0];
  const whole = around === undefined && rows.length > 1 ? metrics.exact(joined) : null;
  if (whole) return found(whole, "from the row's headings");
  const over = [section, words.title?.name ?? null].filter((name) => name !== null);
  const withSection = firstKnown(
    over.map((name) => `${name} ${nearest.name}`),
    metrics,
  );
  const alone = nearest.metric ?? rows.findLast(({ metric }) => metric !== null)?.metric ?? null;
  const underCosts = nearest.unit === null && costWords.test(section ?? "");
  if (withSection && (alone === null || around !== undefined || underCosts))
    return found(withSection, "from the row's heading and its section's");
  if (around !== undefined)
    return notFound(`it stands under “${around}”, which is something other than what the metric measures`);
  return alone ? costOrCarbon(alone, words, metrics) : guess(nearest.name, words.text, metrics);
}

function firstKnown(names: readonly string[], metrics: MetricNamesOf): MetricMatch | null {
  for (const name of names) {
    const match = metrics.exact(name);
    if (match) return match;
  }
  return null;
}

/** "Electricity" under a section of costs is its cost; under one of emissions it is no metric of consumption. */
function costOrCarbon(match: MetricMatch, { nearest, section, column }: RowWords, metrics: MetricNamesOf): Resolution {
  const around = [section ?? "", ...namesOf(column.groups)].join(" ");
  const isUnitless = nearest.unit === null && column.unit === null;
  if (isUnitless && costWords.test(around) && !costWords.test(nearest.name)) {
    const cost = metrics.exact(`${nearest.name} cost`);
    return cost ? found(cost, "as the section speaks of cost") : notFound("its section speaks of cost");
  }
  const isOfCarbon =
    carbonWords.test(nearest.folded) || match.entries.some(({ metric }) => metric.unit.includes("CO2e"));
  if (isUnitless && carbonWords.test(around) && !isOfCarbon)
    return notFound("its section speaks of emissions, and the plan has no such metric");
  return found(match, "from the row's heading");
}

/** The column has a name of its own that does not fit the row's. */
function fromUnknownPair({ nearest, column, text }: RowWords, columnName: string, metrics: MetricNamesOf): Resolution {
  const ofColumn = metrics.exact(columnName);
  if (ofColumn && nearest.metric) return notFound(`the row says “${nearest.text}” and the column “${column.text}”`);
  const near = metrics.near(`${nearest.name} ${columnName}`);
  if (near && near.confidence < 1 && !ofColumn && !nearest.metric)
    return { match: near, why: `near to “${near.name}”` };
  return unknown(text);
}

function fromColumn({ column, section }: MetricWords, names: NonEmpty<string>, metrics: MetricNamesOf): Resolution {
  const [lowest] = names;
  const groups = namesOf(column.groups);
  const around = otherSense.exec([...groups, section ?? ""].join(" "))?.[0];
  const grouped = firstKnown(
    groups.map((group) => `${group} ${lowest}`),
    metrics,
  );
  if (around !== undefined && !grouped)
    return notFound(`it stands under “${around}”, which is not the whole of what the metric measures`);
  const joined = names.length > 1 ? metrics.exact([...names].reverse().join(" ")) : metrics.exact(lowest);
  const match = joined ?? grouped ?? firstKnown(names, metrics);
  if (match) return found(match, "from the column's heading");
  const sectioned = section === null ? null : metrics.exact(`${section} ${lowest}`);
  if (sectioned) return found(sectioned, "from the column's heading and the section's");
  return guess(lowest, column.text, metrics);
}

function fromAbove({ column, section, title, titleText }: MetricWords, metrics: MetricNamesOf): ResolvedMetric {
  for (const group of column.groups) {
    if (group.role !== null || group.name === "") continue;
    const match = metrics.exact(group.name);
    if (match) return { text: group.text, by: "column", ...found(match, "from the heading over the column") };
  }
  const sectioned = section === null ? null : metrics.exact(section);
  if (section !== null && sectioned)
    return { text: section, by: "title", ...found(sectioned, "from the section's heading") };
  const resolution = title ? found(title, "from the title") : notFound("no heading names a metric");
  return { text: titleText ?? column.text, by: "title", ...resolution };
}

function guess(name: string, text: string, metrics: MetricNamesOf): Resolution {
  const match = metrics.guess(name);
  return match ? { match, why: `near to “${match.name}”` } : unknown(text);
}

function unknown(text: string): Resolution {
  return notFound(`“${text}” is not the name of a metric of the plan`);
}

function namesOf(groups: readonly Label[]): string[] {
  return groups.filter(({ role, name }) => role === null && name !== "").map(({ name }) => name);
}
