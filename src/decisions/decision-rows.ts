import type { Metric, Organisation, Pack } from "../plan/schema";
import { monthOf, readPeriod, type Period } from "../plan/time/periods";
import { periodWords } from "../plan/wording";
import { decidedRows, type DecidedTable } from "../snapshot/kept-words";
import type { TableRecord } from "../snapshot/own-tables";
import type { CellValue, Snapshot } from "../snapshot/snapshot";
import { dayReader, plainText, saysSomething, saysSomethingIn, textOf, type DecisionCell, type ReadDay } from "./cells";
import type { Decision } from "./decisions";

/**
 * The table of decisions on figures: baselines, own targets, control limits. People write it, and
 * what they write is written back as it stands, whether or not it can be used.
 */

/** The columns in order. */
export const decisionHeaders = [
  "Decision",
  "Metric",
  "Why",
  "Organisation",
  "Period",
  "Old value",
  "New value",
  "Who",
  "When",
  "State",
] as const;
type Header = (typeof decisionHeaders)[number];

const kindWords: Readonly<Record<Decision["kind"], string>> = {
  baseline: "baseline",
  "own target": "own target",
  limits: "new limits",
  "in total": "count in total",
};

export const decisionsTable: DecidedTable = {
  name: "GreenPlan_Decisions",
  about: [],
  // A baseline is taken down without a person when it is first used.
  isWritten: (row) =>
    saysSomethingIn(row, ["Why", "Who", "When"]) || !["", kindWords.baseline].includes(textOf(row.get("Decision"))),
  isRecord: (row) => textOf(row.get("New value")) !== "",
  headers: decisionHeaders,
};

/** A row that says something. */
export interface DecisionRow {
  /** Every cell by its header, a person's own columns among them. */
  readonly cells: TableRecord;
  /** The decision it is, or a sentence on why it is none. */
  readonly read: Decision | string;
}

/** The rows of the table, read with the plan's own names; blank ones are passed over. */
export function decisionRowsIn({ sheets, dateSystem }: Snapshot, pack: Pack): DecisionRow[] {
  const day = dayReader(dateSystem);
  return decidedRows(sheets, decisionsTable)
    .filter((cells) => saysSomething(cells, ["State"]))
    .map((cells) => ({ cells, read: readDecision(cells, pack, day) }));
}

/** The decisions among the rows of the table. */
export function decisionsIn(snapshot: Snapshot, pack: Pack): Decision[] {
  return decisionRowsIn(snapshot, pack).flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
}

function readDecision(cells: TableRecord, pack: Pack, day: ReadDay): Decision | string {
  const text = (header: Header) => textOf(cells.get(header));
  const kind = kindOf(text("Decision"));
  if (kind === null)
    return 'not used: under Decision write "new baseline", "own target", "new limits" or "count in total"';
  const metric = metricIn(pack, text("Metric"));
  if (metric === undefined) return `not used: the plan has no metric "${text("Metric")}"; write its id or its title`;
  const organisation = organisationIn(pack, text("Organisation"));
  if (organisation === undefined) return `not used: the plan has no organisation "${text("Organisation")}"`;
  const period = periodIn(cells.get("Period"), day);
  const newValue = cells.get("New value");
  const value = kind === "own target" ? changeIn(newValue, metric) : numberIn(newValue);
  if ((kind === "baseline" || kind === "limits") && period === null)
    return "not used: write a period, such as 2019/20 or April 2023";
  if (kind === "own target" && value === null)
    return "not used: under New value write the change in percent, such as 25 for 25% less";
  if (kind === "baseline" && value === null) return "not used: under New value write the baseline";
  return {
    kind,
    metric: metric.id,
    organisation: organisation.code,
    period,
    old: numberIn(cells.get("Old value")),
    value,
    why: text("Why"),
    who: text("Who"),
    when: day(cells.get("When")),
  };
}

function kindOf(text: string): Decision["kind"] | null {
  if (/own target/i.test(text)) return "own target";
  if (/\btotals?\b/i.test(text)) return "in total";
  if (/limits|rebase(?!line)/i.test(text)) return "limits";
  return /base\s*-?line/i.test(text) ? "baseline" : null;
}

/** The plan's metric of this id or title. */
export function metricIn({ metrics }: Pack, text: string): Metric | undefined {
  return metrics.find(({ id, title }) => [id, title].some((name) => plainText(name) === plainText(text)));
}

/** The plan's organisation of this code or name. */
export function organisationIn({ organisations }: Pack, text: string): Organisation | undefined {
  return organisations.find(({ code, name, shortName, aliases }) =>
    [code, name, shortName, ...aliases].some((each) => plainText(each) === plainText(text)),
  );
}

/** A day stands for its month: Excel makes one of "April 2023". */
export function periodIn(value: CellValue | undefined, day: ReadDay): Period | null {
  if (typeof value === "number") {
    const date = day(value);
    return date === null ? null : monthOf(date);
  }
  const reading = readPeriod(textOf(value));
  if (reading.kind !== "period") return null;
  return reading.period.kind === "date" ? monthOf(reading.period.first) : reading.period;
}

function numberIn(value: CellValue | undefined): number | null {
  if (typeof value === "number") return value;
  const text = textOf(value).replace(/[,\s]/g, "");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** "25", "25%", "25% less" and Excel's own 0.25 are one change, in the direction that is better. */
function changeIn(value: CellValue | undefined, { better }: Metric): number | null {
  const text = typeof value === "number" ? null : /^[-+]?(\d+(?:\.\d+)?)\s*%?/.exec(textOf(value));
  const size = typeof value === "number" ? Math.abs(value) : Number(text?.[1] ?? NaN);
  const percent = typeof value === "number" && size < 1 ? size * 100 : size;
  if (!Number.isFinite(percent) || percent === 0 || (better === "lower" && percent > 100)) return null;
  return better === "lower" ? -percent : percent;
}

/**
 * A decision's cells to write; what a person wrote stays in their own words where it says the same.
 *
 * @param before the row as the workbook has it; empty for a new one.
 */
export function decisionCells(decision: Decision, state: string, before: TableRecord): Map<string, DecisionCell> {
  const { kind, metric, organisation, period, old, value, why, who, when } = decision;
  // Neither rests on a period or replaces a value.
  const own = kind === "own target" || kind === "in total";
  const written = (header: Header) => before.get(header) ?? null;
  const cells: Readonly<Record<Header, DecisionCell>> = {
    Decision: written("Decision") ?? kindWords[kind],
    Metric: written("Metric") ?? metric,
    Why: written("Why") ?? (why || null),
    Organisation: written("Organisation") ?? organisation,
    Period: own ? written("Period") : period && periodText(written("Period"), period),
    "Old value": own ? written("Old value") : old,
    "New value": own ? (written("New value") ?? value) : (value ?? written("New value")),
    Who: written("Who") ?? (who || null),
    When: when === null ? written("When") : { date: when },
    State: state,
  };
  return new Map(Object.entries(cells));
}

function periodText(before: CellValue, period: Period): string {
  return typeof before === "string" ? before : periodWords(period);
}
