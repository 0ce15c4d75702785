import { financialYearOf, range, type Period, type PeriodReading } from "../../../plan/time/periods";
import { getOrMake } from "../../../collections/collect";
import { keyOf } from "../../../collections/keys";
import { isCorner, type Column } from "../columns";
import type { TableContext } from "../table-context";
import { resolvePeriod, type ResolvedPeriod } from "../resolve-period";
import type { RowKeys } from "../rows";

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
    this.overKeys = columns.filter(isCorner).flatMap(({ periods }) => periods);
  }

  /** All the periods that the table's headings or rows name, as one: what a total over them is of. */
  useRows(rows: readonly RowKeys[]): void {
    const readings = [...this.figures, ...rows].map(({ periods }) => periods[0]);
    const [one, ...others] = readings.flatMap((reading) => (reading?.kind === "period" ? [reading.period] : []));
    if (one === undefined || others.length === 0) return;
    const first = others.reduce((least, each) => (each.first < least ? each.first : least), one.first);
    const last = others.reduce((most, each) => (each.last > most ? each.last : most), one.last);
    const year = financialYearOf(last);
    this.span = year.first === first && year.last === last ? year : range(first, last);
  }

  of(keys: RowKeys, column: Column, total: boolean): ResolvedPeriod {
    const found = this.found(keys, column);
    return total && found.kind === "none" && this.span !== null ? { kind: "period", period: this.span } : found;
  }

  private found(keys: RowKeys, column: Column): ResolvedPeriod {
    const resolve = () => this.resolved(this.near(keys, column));
    const isRows = keys.periods.length > 0 || keys.section.period !== null;
    return isRows ? resolve() : getOrMake(this.byColumn, column.column, resolve);
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
    const key = keyOf(...near.flatMap(partsOfKey));
    return getOrMake(this.cache, key, () => resolvePeriod(near, this.context.periods));
  }
}

function partsOfKey(reading: PeriodReading): string[] {
  return reading.kind === "none" ? [] : [reading.kind, reading.kind === "period" ? reading.period.label : reading.text];
}
