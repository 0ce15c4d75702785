import type { Column } from "./columns";
import type { Label, LabelReader } from "../words/labels";
import type { MetricMatch } from "../words/metric-names";

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

/**
 * Finds the metric that the words around a figure name: the row's and the column's heading
 * together, then either alone, then with the section above, then the title. A heading that is not
 * known beside one that is ("Conversion factor" over "Gas") makes the pair not known: nothing is
 * guessed past it.
 */
export function resolveMetric(words: MetricWords, labels: LabelReader): ResolvedMetric {
  const rows = words.row.filter(({ name }) => name !== "");
  const own = words.column.names;
  if (rows.length > 0) return fromRow(words, rows, own, labels);
  if (own.length > 0) return fromColumn(words, own, labels);
  return fromAbove(words, labels);
}

function fromRow(
  words: MetricWords,
  rows: readonly Label[],
  own: readonly string[],
  labels: LabelReader,
): ResolvedMetric {
  const nearest = rows[rows.length - 1]!;
  const rowText = nearest.text;
  const text = own.length > 0 ? `${rowText} – ${words.column.text}` : rowText;
  const by = "row" as const;
  const exact = (name: string) => labels.metrics.exact(name);
  const groupNames = namesOf(words.column.groups);
  const joined = rows.map(({ name }) => name).join(" ");
  const pairs = [...own, ...groupNames].flatMap((name) => [
    `${joined} ${name}`,
    `${nearest.name} ${name}`,
    ...rows.map((row) => `${row.name} ${name}`),
  ]);
  for (const pair of pairs) {
    const match = exact(pair);
    if (match) return { match, text, by, why: `“${match.name}”, from the row's and the column's headings` };
  }
  if (own.length > 0) return unknownPair(words, nearest, own, text, labels);
  const around = otherSense.exec([words.section ?? "", ...groupNames].join(" "))?.[0];
  const together = around === undefined && rows.length > 1 ? exact(joined) : null;
  if (together) return { match: together, text, by, why: `“${together.name}”, from the row's headings` };
  const over = [words.section, words.title?.name ?? null].filter((name) => name !== null);
  const withSection = over.map((name) => exact(`${name} ${nearest.name}`)).find((match) => match !== null) ?? null;
  const alone = nearest.metric ?? [...rows].reverse().find(({ metric }) => metric !== null)?.metric ?? null;
  if (
    withSection &&
    (alone === null || around !== undefined || (nearest.unit === null && costWords.test(words.section ?? "")))
  )
    return { match: withSection, text, by, why: `“${withSection.name}”, from the row's heading and its section's` };
  if (around !== undefined)
    return {
      match: null,
      text,
      by,
      why: `it stands under “${around}”, which is something other than what the metric measures`,
    };
  if (alone) return costOrCarbon(alone, nearest, words, text, labels);
  return guess(nearest.name, text, by, labels);
}

/** "Electricity" under a section of costs is its cost; under one of emissions it is no metric of consumption. */
function costOrCarbon(
  match: MetricMatch,
  row: Label,
  words: MetricWords,
  text: string,
  labels: LabelReader,
): ResolvedMetric {
  const by = "row" as const;
  const around = [words.section ?? "", ...namesOf(words.column.groups)].join(" ");
  const unitless = row.unit === null && words.column.unit === null;
  if (unitless && costWords.test(around) && !costWords.test(row.name)) {
    const cost = labels.metrics.exact(`${row.name} cost`);
    return {
      match: cost,
      text,
      by,
      why: cost ? `“${cost.name}”, as the section speaks of cost` : "its section speaks of cost",
    };
  }
  if (
    unitless &&
    carbonWords.test(around) &&
    !carbonWords.test(row.folded) &&
    !match.entries.some(({ metric }) => metric.unit.includes("CO2e"))
  )
    return { match: null, text, by, why: "its section speaks of emissions, and the plan has no such metric" };
  return { match, text, by, why: `“${match.name}”, from the row's heading` };
}

/** The column has a name of its own that does not fit the row's. */
function unknownPair(
  words: MetricWords,
  row: Label,
  own: readonly string[],
  text: string,
  labels: LabelReader,
): ResolvedMetric {
  const ofColumn = labels.metrics.exact(own[0]!);
  const reason =
    ofColumn && row.metric
      ? `the row says “${row.text}” and the column “${words.column.text}”`
      : `“${text}” is not the name of a metric of the plan`;
  const near = labels.metrics.near(`${row.name} ${own[0]!}`);
  const guessed = near && near.confidence < 1 && !ofColumn && !row.metric ? near : null;
  return { match: guessed, text, by: "row", why: guessed ? `near to “${guessed.name}”` : reason };
}

function fromColumn(words: MetricWords, own: readonly string[], labels: LabelReader): ResolvedMetric {
  const text = words.column.text;
  const by = "column" as const;
  const exact = (name: string) => labels.metrics.exact(name);
  const groupNames = namesOf(words.column.groups);
  const around = otherSense.exec([...groupNames, words.section ?? ""].join(" "))?.[0];
  const joined = own.length > 1 ? exact([...own].reverse().join(" ")) : null;
  const alone = own.map((name) => exact(name)).find((match) => match !== null) ?? null;
  const grouped = groupNames.map((group) => exact(`${group} ${own[0]!}`)).find((match) => match !== null) ?? null;
  if (around !== undefined && !grouped)
    return {
      match: null,
      text,
      by,
      why: `it stands under “${around}”, which is not the whole of what the metric measures`,
    };
  const match = joined ?? (alone !== null && own.length === 1 ? alone : null) ?? grouped ?? alone;
  if (match) return { match, text, by, why: `“${match.name}”, from the column's heading` };
  const sectioned = words.section === null ? null : exact(`${words.section} ${own[0]!}`);
  if (sectioned)
    return { match: sectioned, text, by, why: `“${sectioned.name}”, from the column's heading and the section's` };
  return guess(own[0]!, text, by, labels);
}

function fromAbove(words: MetricWords, labels: LabelReader): ResolvedMetric {
  for (const group of words.column.groups) {
    if (group.role !== null || group.name === "") continue;
    const match = labels.metrics.exact(group.name);
    if (match)
      return { match, text: group.text, by: "column", why: `“${match.name}”, from the heading over the column` };
  }
  const section = words.section === null ? null : labels.metrics.exact(words.section);
  if (section)
    return { match: section, text: words.section!, by: "title", why: `“${section.name}”, from the section's heading` };
  const text = words.titleText ?? words.column.text;
  return {
    match: words.title,
    text,
    by: "title",
    why: words.title ? `“${words.title.name}”, from the title` : "no heading names a metric",
  };
}

function guess(name: string, text: string, by: "row" | "column", labels: LabelReader): ResolvedMetric {
  const match = labels.metrics.guess(name);
  if (match) return { match, text, by, why: `near to “${match.name}”` };
  return { match: null, text, by, why: `“${text}” is not the name of a metric of the plan` };
}

function namesOf(groups: readonly Label[]): string[] {
  return groups.filter(({ role, name }) => role === null && name !== "").map(({ name }) => name);
}
