import { derivationsOf } from "../plan/metric-facts";
import type { MetricId, OrganisationCode, Pack } from "../plan/schema";
import type { Period } from "../plan/time/periods";
import { decidedRows, type DecidedTable } from "../snapshot/kept-words";
import type { TableRecord } from "../snapshot/own-tables";
import type { CellValue, Snapshot } from "../snapshot/snapshot";
import { dayReader, saysSomethingIn, textOf } from "./cells";
import { metricIn, organisationIn, periodIn } from "./decision-rows";

/** Where each footprint comes from and how it was made, as people write it on the settings sheet. */

export const sourcesTable: DecidedTable = {
  name: "GreenPlan_FootprintSources",
  about: ["Metric", "Organisation", "Period"],
  headers: ["Metric", "Supplied by", "Method or factor set", "Organisation", "Period", "Note", "State"],
  isWritten: (row) => saysSomethingIn(row, ["Supplied by", "Method or factor set", "Note"]),
};

/** The footprints of a plan: its figures of carbon but those that the report derives from energy itself. */
export function footprintMetrics(pack: Pack): MetricId[] {
  const derived = new Set(derivationsOf(pack).map(({ metric }) => metric.id));
  return pack.metrics.filter(({ area, id }) => area === "carbon" && !derived.has(id)).map(({ id }) => id);
}

/** What the table proposes to write under Supplied by. */
export const suppliers = ["nationally supplied", "own", "consultant"] as const;

/** A row of the table that can be used: null stands for every metric, organisation or period that has no row of its own. */
export interface FootprintSource {
  readonly metric: MetricId | null;
  readonly organisation: OrganisationCode | null;
  readonly period: Period | null;
  readonly suppliedBy: string | null;
  readonly method: string | null;
}

/** A row as it is written: the source it is, or a sentence on why it is none. */
export interface SourceRow {
  readonly cells: TableRecord;
  readonly read: FootprintSource | string;
}

type Workbook = Pick<Snapshot, "sheets" | "dateSystem">;

/** The rows of the table in which people wrote. */
export function sourceRowsIn({ sheets, dateSystem }: Workbook, pack: Pack): SourceRow[] {
  const day = dayReader(dateSystem);
  const period = (cell: CellValue | undefined) => periodIn(cell, day);
  return decidedRows(sheets, sourcesTable)
    .filter(sourcesTable.isWritten)
    .map((cells) => ({ cells, read: readSource(cells, pack, period) }));
}

/** The sources among the rows of the table. */
export function footprintSourcesIn(snapshot: Workbook, pack: Pack): FootprintSource[] {
  return sourceRowsIn(snapshot, pack).flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
}

function readSource(
  cells: TableRecord,
  pack: Pack,
  periodOf: (cell: CellValue | undefined) => Period | null,
): FootprintSource | string {
  const text = (header: string) => textOf(cells.get(header));
  const [metric, organisation] = [metricIn(pack, text("Metric")), organisationIn(pack, text("Organisation"))];
  const period = periodOf(cells.get("Period"));
  if (metric === undefined && text("Metric") !== "")
    return `not used: the plan has no metric "${text("Metric")}"; write its id or its title, or leave it blank for all footprints`;
  if (organisation === undefined && text("Organisation") !== "")
    return `not used: the plan has no organisation "${text("Organisation")}"; leave it blank for all`;
  if (period === null && text("Period") !== "")
    return `not used: "${text("Period")}" cannot be read as a year; write it like 2024/25, or leave it blank for all`;
  return {
    metric: metric?.id ?? null,
    organisation: organisation?.code ?? null,
    period,
    suppliedBy: text("Supplied by") || null,
    method: text("Method or factor set") || null,
  };
}

/** One figure: a metric of an organisation in a year. */
export interface FigureOf {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly period: Period;
}

/** Who supplied a figure and by which method, as far as they are recorded: a row for the very figure before one for many. */
export function sourceOf(
  sources: readonly FootprintSource[],
  figure: FigureOf,
): Pick<FootprintSource, "suppliedBy" | "method"> {
  const fitting = sources.filter((each) => fits(each, figure)).sort((a, b) => exactness(a) - exactness(b));
  const last = (of: "suppliedBy" | "method") => fitting.findLast((each) => each[of] !== null)?.[of] ?? null;
  return { suppliedBy: last("suppliedBy"), method: last("method") };
}

function fits({ metric, organisation, period }: FootprintSource, figure: FigureOf): boolean {
  return (
    (metric === null || metric === figure.metric) &&
    (organisation === null || organisation === figure.organisation) &&
    (period === null || period.label === figure.period.label)
  );
}

/** A row that names the figure's year is nearer to it than one that names its metric, and that than one that names whose it is. */
function exactness({ metric, organisation, period }: FootprintSource): number {
  return Number(period !== null) * 4 + Number(metric !== null) * 2 + Number(organisation !== null);
}
