import { monthOf, readPeriod, type IsoDate, type Period } from "../../plan/time/periods";
import type { Metric, Organisation, Pack } from "../../plan/schema";
import { periodWords } from "../../plan/wording";
import type { CellValue, SheetSnapshot } from "../../snapshot/snapshot";
import type { Decision } from "../../decisions/decisions";
import { register } from "../../assessment/targets/register";
import type { SheetLayout } from "../layout/layout";
import { cellsOf, isNamed } from "../layout/own-tables";
import type { ReportCell } from "../sheet";
import type { ReportSource } from "../source/source";

/**
 * The register of decisions on the settings sheet: baselines, own targets, control limits. People
 * write it, and what they write is written back as it stands, whether or not it can be used.
 */

export const decisionsTable = "GreenPlan_Decisions";

const headers = [
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
type Header = (typeof headers)[number];

/** Free rows at the end, to write a decision in. */
const FREE_ROWS = 3;

/** One row as it stands in the workbook: every cell by its header, a person's own columns among them. */
export type DecisionCells = ReadonlyMap<string, CellValue>;

/** A row that says something, and the decision it is, or a sentence on why it is none. */
export interface DecisionRow {
  readonly cells: DecisionCells;
  readonly read: Decision | string;
}

/** The rows of the register in a snapshot, blank ones passed over. A header row that was taken off is known by its order. */
export function decisionRows(sheets: readonly SheetSnapshot[], pack: Pack, day: Day): DecisionRow[] {
  for (const sheet of sheets.filter(({ own }) => own !== null)) {
    const table = sheet.tables.find((each) => isNamed(each, decisionsTable));
    if (table === undefined) continue;
    return recordsIn(sheet, table)
      .filter((cells) => [...cells].some(([header, value]) => header !== "State" && !isBlank(value)))
      .map((cells) => ({ cells, read: readDecision(cells, pack, day) }));
  }
  return [];
}

function recordsIn(sheet: SheetSnapshot, table: SheetSnapshot["tables"][number]): DecisionCells[] {
  const all = cellsOf(sheet, table);
  const [first = [], ...rest] = all;
  const names = table.showHeaders ? first.map(String) : first.map((_, at) => headers[at] ?? `Column ${at + 1}`);
  return (table.showHeaders ? rest : all).map((row) => new Map(names.map((name, at) => [name, row[at] ?? null])));
}

/** Reads a day as people write it. */
export type Day = (value: CellValue | undefined) => IsoDate | null;

function readDecision(cells: DecisionCells, pack: Pack, day: Day): Decision | string {
  const said = (header: Header) => textOf(cells.get(header));
  const kind = kindOf(said("Decision"));
  if (kind === null) return 'not used: under Decision write "new baseline", "own target" or "new limits"';
  const metric = metricIn(pack, said("Metric"));
  if (metric === undefined) return `not used: the plan has no metric "${said("Metric")}"; write its id or its title`;
  const organisation = organisationIn(pack, said("Organisation"));
  if (organisation === undefined) return `not used: the plan has no organisation "${said("Organisation")}"`;
  const period = periodIn(cells.get("Period"), day);
  const value =
    kind === "own target" ? changeIn(cells.get("New value") ?? null, metric) : numberIn(cells.get("New value"));
  if (kind !== "own target" && period === null) return "not used: write a period, such as 2019/20 or April 2023";
  if (kind === "own target" && value === null)
    return "not used: under New value write the change in percent, such as 25 for 25% less";
  if (kind === "baseline" && value === null) return "not used: under New value write the baseline";
  return {
    ...{ kind, metric: metric.id, organisation: organisation.code, period },
    ...{ old: numberIn(cells.get("Old value")), value },
    ...{ why: said("Why"), who: said("Who"), when: day(cells.get("When")) },
  };
}

function kindOf(text: string): Decision["kind"] | null {
  if (/own target/i.test(text)) return "own target";
  if (/limits|rebase(?!line)/i.test(text)) return "limits";
  return /base\s*-?line/i.test(text) ? "baseline" : null;
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "");

function metricIn({ metrics }: Pack, text: string): Metric | undefined {
  return metrics.find(({ id, title }) => [id, title].some((name) => plain(name) === plain(text)));
}

function organisationIn({ organisations }: Pack, text: string): Organisation | undefined {
  return organisations.find(({ code, name, shortName, aliases }) =>
    [code, name, shortName, ...aliases].some((each) => plain(each) === plain(text)),
  );
}

/** Numbers from here on are days of a date cell, not years. */
const FIRST_DAY = 20_000;

/** A day stands for its month: Excel makes one of "April 2023". */
function periodIn(value: CellValue | undefined, day: Day): Period | null {
  if (typeof value === "number") {
    const date = value >= FIRST_DAY ? day(value) : null;
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
function changeIn(value: CellValue, { better }: Metric): number | null {
  const text = typeof value === "number" ? null : /^[-+]?(\d+(?:\.\d+)?)\s*%?/.exec(textOf(value));
  const size = typeof value === "number" ? Math.abs(value) : Number(text?.[1] ?? NaN);
  const percent = typeof value === "number" && size < 1 ? size * 100 : size;
  if (!Number.isFinite(percent) || percent === 0 || (better === "lower" && percent > 100)) return null;
  return better === "lower" ? -percent : percent;
}

function textOf(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}

function isBlank(value: CellValue): boolean {
  return value === null || value === "";
}

/** A row to write. */
interface Written {
  readonly cells: ReadonlyMap<string, ReportCell>;
}

/** Puts the register below what stands on the sheet: every row a person wrote, what is asked for, and free rows. */
export function decisionsRegister(layout: SheetLayout, { outcome }: ReportSource, rows: readonly DecisionRow[]): void {
  const { totals, reading, pack, asOf } = outcome;
  const decisions = rows.flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
  const { kept, added } = register({ totals, reading, pack, asOf, decisions });
  let next = 0;
  const stood = rows.flatMap(({ cells, read }): Written[] => {
    if (typeof read === "string") return [{ cells: new Map([...cells, ["State", read]]) }];
    const row = kept[next++];
    if (row === null || row === undefined) return [];
    return [{ cells: new Map<string, ReportCell>([...cells, ...cellsFor(row.decision, row.state, cells)]) }];
  });
  const joined = added.map(({ decision, state }): Written => ({ cells: cellsFor(decision, state, new Map()) }));
  const free = Array.from({ length: FREE_ROWS }, (): Written => ({ cells: new Map() }));
  const theirs = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].filter(
    (header) => !(headers as readonly string[]).includes(header),
  );
  layout.heading("Decisions: baselines, own targets and control limits, with the reason, the name and the date");
  layout.line(
    'Write one in a free row. "new baseline": the old and new value. "own target": the change in percent, where the plan leaves room for one. "new limits": the month or quarter that control limits begin with.',
  );
  const column = (header: string) => ({ header, cell: ({ cells }: Written) => cells.get(header) ?? null });
  layout.table<Written>({
    name: decisionsTable,
    items: [...stood, ...joined, ...free],
    columns: [
      { ...column("Decision"), width: 34 },
      { ...column("Metric"), width: 18 },
      { ...column("Why"), width: 60 },
      { ...column("Organisation"), width: 15 },
      { ...column("Period"), width: 14 },
      { ...column("Old value"), width: 14, format: "figure" },
      { ...column("New value"), width: 14, format: "figure" },
      { ...column("Who"), width: 20 },
      { ...column("When"), width: 14, format: "date" },
      { ...column("State"), width: 60 },
      ...theirs.map((header) => ({ ...column(header), width: 26 })),
    ],
    code: () => "#,##0.######",
  });
}

const kindWords: Readonly<Record<Decision["kind"], string>> = {
  baseline: "baseline",
  "own target": "own target",
  limits: "new limits",
};

/** A decision's cells; what a person wrote stays in their own words where it says the same. */
function cellsFor(decision: Decision, state: string, before: DecisionCells): Map<string, ReportCell> {
  const { kind, metric, organisation, period, old, value, why, who, when } = decision;
  const own = kind === "own target";
  return new Map<string, ReportCell>([
    ["Decision", before.get("Decision") ?? kindWords[kind]],
    ["Metric", before.get("Metric") ?? metric],
    ["Why", before.get("Why") ?? (why || null)],
    ["Organisation", before.get("Organisation") ?? organisation],
    [
      "Period",
      own ? (before.get("Period") ?? null) : period === null ? null : periodText(before.get("Period"), period),
    ],
    ["Old value", own ? (before.get("Old value") ?? null) : old],
    ["New value", own ? (before.get("New value") ?? value) : (value ?? before.get("New value") ?? null)],
    ["Who", before.get("Who") ?? (who || null)],
    ["When", when === null ? (before.get("When") ?? null) : { date: when }],
    ["State", state],
  ]);
}

function periodText(before: CellValue | undefined, period: Period): string {
  return typeof before === "string" ? before : periodWords(period);
}
