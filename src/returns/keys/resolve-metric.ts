import { isNonEmpty, lastOf } from "../../collections/non-empty";
import type { MetricId } from "../../plan/schema";
import type { Label, LabelReader } from "../words/labels";
import type { MetricEntry, MetricMatch, MetricNamesOf } from "../words/metric-names";
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
  /** The table's title and the sheet's name, which may say how all that has no unit is measured: "Energy costs". */
  readonly over: readonly string[];
}

export interface ResolvedMetric {
  readonly match: MetricMatch | null;
  /** The likeliest metric where none is found: a question, never an answer. */
  readonly suggestion: MetricId | null;
  /** The label as the return writes it. */
  readonly text: string;
  /** Where the name stands: a row's heading, a column's, or the title over all. */
  readonly by: "row" | "column" | "title";
  readonly why: string;
}

/** A metric with how it was found, or none with why. */
type Resolution = Pick<ResolvedMetric, "match" | "suggestion" | "why">;

function found(match: MetricMatch, from: string): Resolution {
  const why = match.confidence < 1 ? `near to “${match.name}”` : `“${match.name}”, ${from}`;
  return { match, suggestion: null, why };
}

function notFound(why: string, suggestion: MetricId | null): Resolution {
  return { match: null, suggestion, why };
}

/**
 * Finds the metric that the words around a figure name. The row's and the column's own words must all be explained, by
 * themselves or with the headings over them; those headings may also turn them into something else ("Exported",
 * "Costs"). Only a figure without words of its own takes the metric of a heading above it, or of the title.
 */
export function resolveMetric(words: MetricWords, { metrics }: LabelReader): ResolvedMetric {
  const rows = words.row.filter(({ name }) => name !== "");
  const { names, groups, text } = words.column;
  const own = isNonEmpty(rows) ? rows.map(({ name }) => name) : [];
  const [lowest, ...over] = names;
  const around = [...over, ...namesOf(groups)];
  const section = words.section === null ? [] : [words.section];
  if (isNonEmpty(rows)) {
    const nearest = lastOf(rows);
    const pair = lowest !== undefined ? `${nearest.text} – ${text}` : nearest.text;
    const figure = { own, column: lowest ?? null, around, section, title: words.title, titles: words.over };
    return { text: pair, by: "row", ...fromWords(figure, pair, "row", metrics) };
  }
  if (lowest !== undefined) {
    const figure = { own: [], column: lowest, around, section, title: words.title, titles: words.over };
    return { text, by: "column", ...fromWords(figure, text, "column", metrics) };
  }
  return fromAbove(words, metrics);
}

/** The words of one figure, sorted by how they bind it. */
interface FigureWords {
  /** The row's, all of which count. */
  readonly own: readonly string[];
  /** The column's lowest heading, which counts. */
  readonly column: string | null;
  /** Headings over the column. */
  readonly around: readonly string[];
  readonly section: readonly string[];
  readonly title: MetricMatch | null;
  readonly titles: readonly string[];
}

function fromWords(figure: FigureWords, text: string, by: "row" | "column", metrics: MetricNamesOf): Resolution {
  const { around, section, title } = figure;
  const alone = bySelf(figure, metrics);
  const words = [...figure.own, ...(figure.column === null ? [] : [figure.column])].join(" ");
  const over = [...around, ...section];
  const joined = firstKnown([...over, ...(title === null ? [] : [title.name])], words, metrics);
  const turning = over.map((heading) => metrics.turning(heading)).find((word) => word !== null);
  if (turning !== undefined && !metrics.says(words, turning)) {
    if (joined) return found(joined, `from the ${by}’s heading and the one over it`);
    return notFound(
      `it stands under “${turning}”, which is something other than what the metric measures`,
      alone?.entries[0]?.metric.id ?? null,
    );
  }
  if (alone) return found(asMeasured(alone, words, [...over, ...figure.titles], metrics), `from the ${by}’s heading`);
  if (joined && !/\btotals?\b/.test(words)) return found(joined, `from the ${by}’s heading and the one over it`);
  const suggestion = metrics.suggestion(words) ?? metrics.suggestion([...over, words].join(" "));
  return notFound(`“${text}” is not the name of a metric of the plan`, suggestion);
}

/** The metric of the figure's own words: all of them, or all but those that only file it ("Energy", "Scope 1"). */
function bySelf({ own, column }: FigureWords, metrics: MetricNamesOf): MetricMatch | null {
  const ofColumn = column === null ? [] : [column];
  const whole = metrics.exact([...own, ...ofColumn].join(" "));
  const telling = own.filter((text) => !metrics.isContext(text));
  const filed =
    telling.length < own.length && telling.length > 0 ? metrics.exact([...telling, ...ofColumn].join(" ")) : null;
  if (whole === null || filed === null) return whole ?? filed;
  return { ...whole, entries: [...whole.entries, ...unplain(filed.entries, whole.entries)] };
}

/** The first heading with which some words are the name of a metric. */
function firstKnown(headings: readonly string[], words: string, metrics: MetricNamesOf): MetricMatch | null {
  for (const heading of headings) {
    const match = metrics.exact(`${heading} ${words}`);
    if (match) return match;
  }
  return null;
}

/**
 * "Electricity" under a heading of costs is its cost, where no unit says otherwise; under one of emissions, or of use and
 * costs, only a unit can tell.
 */
function asMeasured(alone: MetricMatch, words: string, over: readonly string[], metrics: MetricNamesOf): MetricMatch {
  const said = ["cost", "emissions", "used"].filter((measure) => over.some((text) => metrics.says(text, measure)));
  const [measure = "used", ...others] = said;
  if (measure === "used" || said.some((each) => metrics.says(words, each))) return alone;
  const measured = others.length > 0 ? [] : (metrics.exact(`${words} ${measure}`)?.entries ?? []);
  return { ...alone, entries: [...measured, ...unplain(alone.entries, measured)] };
}

/** Metrics that only a unit can choose, those left out that are there already. */
function unplain(entries: readonly MetricEntry[], but: readonly MetricEntry[]): MetricEntry[] {
  const others = entries.filter(({ metric }) => but.every((entry) => entry.metric.id !== metric.id));
  return others.map((entry) => ({ ...entry, plain: false }));
}

function fromAbove({ column, section, title, titleText }: MetricWords, metrics: MetricNamesOf): ResolvedMetric {
  for (const group of column.groups) {
    if (group.role !== null || group.name === "") continue;
    const match = metrics.exact(group.name);
    if (match) return { text: group.text, by: "column", ...found(match, "from the heading over the column") };
  }
  const sectioned = section === null ? null : metrics.exact(section);
  if (section !== null && sectioned)
    return { text: section, by: "title", ...found(sectioned, "from the section’s heading") };
  const resolution = title ? found(title, "from the title") : notFound("no heading names a metric", null);
  return { text: titleText ?? column.text, by: "title", ...resolution };
}

function namesOf(groups: readonly Label[]): string[] {
  return groups.filter(({ role, name }) => role === null && name !== "").map(({ name }) => name);
}
