import { financialYearOf, range } from "../../plan/time/periods";
import type { Period, PeriodReading } from "../../plan/time/periods";
import type { Column } from "./columns";
import type { TableContext } from "./table-context";
import { resolvePeriod } from "./resolve-period";
import type { ResolvedPeriod } from "./resolve-period";
import type { RowKeys } from "./rows";

/** The period of each figure of a table, from its row, its column, the corner and the surroundings. */
export class PeriodsOfTable {
  private readonly figures: readonly Column[];
  /** What the corner ("UHL 2023/24") and a heading over months ("Month 2024/25") say. */
  private readonly overKeys: readonly PeriodReading[];
  /** Where neither the row nor its section names a period, the column alone tells. */
  private readonly byColumn = new Map<number, ResolvedPeriod>();
  private readonly cache = new Map<string, ResolvedPeriod>();
  private span: Period | null = null;

  constructor(
    columns: readonly Column[],
    private readonly context: TableContext,
  ) {
    this.figures = columns.filter(({ role }) => role === "figures");
    const corner = columns.filter(({ role }) => role === "metric" || role === "label");
    const months = columns.filter(({ role }) => role === "period");
    this.overKeys = [...corner, ...months].flatMap(({ periods }) => periods);
  }

  /** All the periods that the table's headings or rows name, as one: what a total over them is of. */
  useRows(rows: readonly RowKeys[]): void {
    const readings = [...this.figures, ...rows].map(({ periods }) => periods[0]);
    const periods = readings.flatMap((reading) => (reading?.kind === "period" ? [reading.period] : []));
    if (periods.length < 2) return;
    const first = periods.reduce((least, { first: each }) => (each < least ? each : least), periods[0]!.first);
    const last = periods.reduce((most, { last: each }) => (each > most ? each : most), periods[0]!.last);
    const year = financialYearOf(last);
    this.span = year.first === first && year.last === last ? year : range(first, last);
  }

  of(keys: RowKeys, column: Column, total: boolean): ResolvedPeriod {
    const found = this.found(keys, column);
    return total && "reason" in found && this.span !== null
      ? { period: this.span, from: "the periods it adds up" }
      : found;
  }

  private found(keys: RowKeys, column: Column): ResolvedPeriod {
    if (keys.periods.length > 0 || keys.section.period !== null) return this.resolved(this.near(keys, column));
    let found = this.byColumn.get(column.column);
    if (found === undefined) {
      found = this.resolved(this.near(keys, column));
      this.byColumn.set(column.column, found);
    }
    return found;
  }

  private near(keys: RowKeys, column: Column): PeriodReading[] {
    const { period } = keys.section;
    const bySection =
      period !== null && column.periods.length === 0 && keys.periods.every(({ kind }) => kind === "ambiguous");
    return [...keys.periods, ...column.periods, ...(bySection ? [period] : []), ...this.overKeys].filter(
      ({ kind }) => kind !== "none",
    );
  }

  private resolved(near: readonly PeriodReading[]): ResolvedPeriod {
    let key = "";
    for (const reading of near)
      key +=
        reading.kind === "period" ? `${reading.period.label}|` : reading.kind === "none" ? "" : `?${reading.text}|`;
    let found = this.cache.get(key);
    if (found === undefined) {
      found = resolvePeriod(near, this.context.periods);
      this.cache.set(key, found);
    }
    return found;
  }
}
