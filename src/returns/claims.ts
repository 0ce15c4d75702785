import { financialYearOf, range } from "../plan/periods";
import type { Period } from "../plan/periods";
import type { Organisation } from "../plan/schema";
import { unitOfNumberFormat } from "../plan/units";
import type { Unit } from "../plan/units";
import { understandColumns } from "./columns";
import type { Column } from "./columns";
import type { TableContext } from "./context";
import type { RawTable } from "./find-tables";
import type { ObservationKind } from "./observation";
import { resolveMetric } from "./resolve-metric";
import type { ResolvedMetric } from "./resolve-metric";
import { resolvePeriod } from "./resolve-period";
import type { ResolvedPeriod } from "./resolve-period";
import { isSiteName, RowReader } from "./rows";
import type { RowKeys } from "./rows";
import type { CellValue } from "./snapshot";

/** One cell of figures with everything that was found to say what it is, before it is settled which metric it gives. */
export interface Claim {
  readonly table: number;
  readonly grid: RawTable["grid"];
  readonly row: number;
  readonly column: number;
  /** As the cell has it. */
  readonly raw: CellValue;
  readonly metric: ResolvedMetric;
  /** Figures that share their metric's heading: one row of the mapping. */
  readonly series: string;
  readonly unit: Unit | null;
  /** True where only the title or a line above the table gives the unit. */
  readonly unitFromTitle: boolean;
  /** Two headings that give units of different kinds. */
  readonly unitConflict: string | null;
  readonly period: ResolvedPeriod;
  readonly organisation: Organisation | null;
  readonly organisationFrom: string;
  readonly site: string | null;
  readonly kind: ObservationKind;
  readonly note: string | null;
  readonly total: "row" | "column" | null;
  readonly grandTotal: boolean;
  /** Words by which the table covers only a part ("PFI"), or null. */
  readonly covers: string | null;
}

/** What was read of one table. */
export interface TableReading {
  readonly claims: readonly Claim[];
  /** Rows of organisations outside the plan: their code or name, once for each row. */
  readonly outside: readonly string[];
  /** Rows of figures, for grand totals that add up more than the plan's organisations. */
  readonly dataRows: readonly number[];
  readonly totalRows: readonly number[];
  /** Columns of figures: in rows of data their plain numbers are looked at, never read, to find what the table is. */
  readonly figureColumns: readonly number[];
  readonly shape: "metrics-down" | "periods-down" | "long-list" | "row-per-site" | "form";
  /** Code and name of each site that has both. */
  readonly siteNames: readonly { readonly organisation: string; readonly code: string; readonly name: string }[];
}

/** Reads every figure of one table. */
export function readTable(table: RawTable, index: number, context: TableContext): TableReading {
  return new TableReader(table, index, context).read();
}

class TableReader {
  private readonly columns: readonly Column[];
  private readonly figures: readonly Column[];
  /** Headings over keys that say whose or when the whole table is: "UHL | 2022/23 | 2023/24". */
  private readonly corner: readonly Column[];
  private readonly metricsAcross: boolean;
  private readonly longList: boolean;
  private readonly cache = new Map<string, ResolvedMetric>();

  constructor(
    private readonly table: RawTable,
    private readonly index: number,
    private readonly context: TableContext,
  ) {
    this.columns = understandColumns(table);
    this.figures = this.columns.filter(({ role }) => role === "figures");
    this.corner = this.columns.filter(({ role }) => role === "metric" || role === "label");
    const named = this.figures.some(
      (column) => column.names.some((name) => table.grid.labels.metrics.exact(name)) || groupMetric(column),
    );
    const metricKey = this.columns.some(({ role }) => role === "metric");
    const sitesDown = this.columns.some(({ role }) =>
      ["site", "siteCode", "organisation", "organisationCode"].includes(role),
    );
    this.metricsAcross = !metricKey && (named || (table.headerRows.length > 0 && sitesDown));
    const keys = this.columns.filter(({ role }) =>
      ["period", "organisation", "organisationCode", "unit", "kind"].includes(role),
    );
    this.longList = metricKey && table.headerRows.length > 0 && keys.some(({ role }) => role !== "unit");
  }

  read(): TableReading {
    const rows = this.readRows();
    this.span = this.spanOf(rows);
    const strangers = new Set(rows.flatMap(({ outside, total }) => (outside !== null && !total ? [outside] : [])));
    const isOutside = (keys: RowKeys) =>
      keys.outside !== null || (strangers.size > 0 && keys.organisation?.role === "elsewhere");
    const outside: string[] = [];
    const claims: Claim[] = [];
    for (const keys of rows) {
      if (isOutside(keys)) {
        if (!keys.total) outside.push(keys.outside ?? keys.organisation!.code);
        continue;
      }
      for (const column of this.figures) {
        if (this.table.grid.blank(keys.row, column.column)) continue;
        const claim = this.claim(keys, column);
        if (claim) claims.push(claim);
      }
    }
    return {
      claims,
      outside,
      dataRows: rows.filter(({ total }) => !total).map(({ row }) => row),
      totalRows: rows.filter(({ total }) => total).map(({ row }) => row),
      figureColumns: this.figures.map(({ column }) => column),
      shape: this.shape(),
      siteNames: rows.flatMap(({ organisation, site, siteName }) =>
        organisation && site && siteName && site !== siteName
          ? [{ organisation: organisation.code, code: site, name: siteName }]
          : [],
      ),
    };
  }

  private readRows(): RowKeys[] {
    const reader = new RowReader(this.table, this.columns, this.metricsAcross);
    const rows: RowKeys[] = [];
    for (const { row, kind, lines, totals } of this.table.body) {
      if (kind === "section") reader.enterSection(lines);
      else rows.push(reader.read(row, totals));
    }
    return rows;
  }

  private claim(keys: RowKeys, column: Column): Claim | null {
    const { grid } = this.table;
    const labels = this.labelsFor(keys, column);
    if (labels === null) return null;
    const metric = this.metricOf(keys, column, labels);
    const { unit, conflict, fromTitle } = this.unitOf(keys, column, labels);
    const organisation = this.organisationOf(keys, column);
    const total = keys.total || this.addsUp(keys, column) ? "row" : column.total ? "column" : null;
    const nearPeriods = [
      ...keys.periods,
      ...column.periods,
      ...(keys.section.period && column.periods.length === 0 && keys.periods.every(({ kind }) => kind === "ambiguous")
        ? [keys.section.period]
        : []),
      ...this.corner.flatMap(({ periods }) => periods),
    ].filter(({ kind }) => kind !== "none");
    return {
      table: this.index,
      grid,
      row: keys.row,
      column: column.column,
      raw: grid.value(keys.row, column.column),
      metric,
      series: this.seriesOf(keys, column, metric),
      unit,
      unitFromTitle: fromTitle,
      unitConflict: conflict,
      period: this.periodOf(nearPeriods, total !== null),
      organisation: organisation?.organisation ?? null,
      organisationFrom: organisation?.from ?? "",
      site: keys.site ?? (this.siteColumn(column, keys) ? column.text : null),
      kind: kindOf(keys, column, this.context.kind),
      note: keys.note,
      total,
      grandTotal: keys.grandTotal,
      covers: this.context.covers,
    };
  }

  private readonly formatUnits = new Map<string, Unit | null>();
  private span: Period | null = null;
  private readonly periodCache = new Map<string, ResolvedPeriod>();

  /** A row without any heading whose formula adds up the cells above it. */
  private addsUp(keys: RowKeys, column: Column): boolean {
    if (keys.labels.length > 0 || keys.site !== null || keys.periods.length > 0 || keys.organisation !== null)
      return false;
    return /^=(SUM|SUBTOTAL)\(/i.test(this.table.grid.formula(keys.row, column.column) ?? "");
  }

  private periodOf(near: Parameters<typeof resolvePeriod>[0], total: boolean): ResolvedPeriod {
    const found = this.settledPeriod(near);
    return total && "reason" in found && this.span !== null
      ? { period: this.span, from: "the periods it adds up" }
      : found;
  }

  /** All the periods that the table's headings or rows name, as one. */
  private spanOf(rows: readonly RowKeys[]): Period | null {
    const readings = [...this.figures.map(({ periods }) => periods[0]), ...rows.map(({ periods }) => periods[0])];
    const periods = readings.flatMap((reading) => (reading?.kind === "period" ? [reading.period] : []));
    if (periods.length < 2) return null;
    const first = periods.reduce((least, { first: each }) => (each < least ? each : least), periods[0]!.first);
    const last = periods.reduce((most, { last: each }) => (each > most ? each : most), periods[0]!.last);
    const year = financialYearOf(last);
    return year.first === first && year.last === last ? year : range(first, last);
  }

  private settledPeriod(near: Parameters<typeof resolvePeriod>[0]): ResolvedPeriod {
    const key = near
      .map((reading) =>
        reading.kind === "period" ? reading.period.label : reading.kind === "none" ? "" : `?${reading.text}`,
      )
      .join("|");
    let found = this.periodCache.get(key);
    if (found === undefined) {
      found = resolvePeriod(near, this.context.periods);
      this.periodCache.set(key, found);
    }
    return found;
  }

  /** The row's headings that speak for one column: those to its left; in a form only the nearest. Null where a form's number has none. */
  private labelsFor(keys: RowKeys, column: Column): RowKeys["labels"] | null {
    const left = keys.labels.filter((each) => each.column < column.column);
    if (this.table.headerRows.length > 0) return left.length > 0 ? left : keys.labels;
    if (keys.total) return left;
    const nearest = left[left.length - 1];
    if (!nearest) return this.metricsAcross || this.context.metric || keys.section.name !== null ? [] : null;
    const between = left.filter(
      (each) => !this.figures.some((other) => other.column > each.column && other.column < column.column),
    );
    return between.length > 0 ? between : this.figures.some((other) => other.column < column.column) ? [nearest] : left;
  }

  private metricOf(keys: RowKeys, column: Column, labels: RowKeys["labels"]): ResolvedMetric {
    const row = this.siteColumn(column, keys) ? { ...column, names: [] } : column;
    const key = `${column.column}|${keys.total ? keys.heading : ""}|${keys.section.name ?? ""}|${labels.map(({ label }) => label.text).join("|")}`;
    let metric = this.cache.get(key);
    if (metric === undefined) {
      const words = {
        row: labels.map(({ label }) => label),
        column: row,
        section: keys.section.name ?? this.corner.find(({ names }) => names.length > 0)?.names[0] ?? null,
        title: this.context.metric,
        titleText: this.context.metricText ?? (keys.heading || null),
      };
      metric = resolveMetric(words, this.table.grid.labels);
      this.cache.set(key, metric);
    }
    return metric;
  }

  /** Metrics down and sites across: a column headed with a site's name. */
  private siteColumn(column: Column, keys: RowKeys): boolean {
    if (this.metricsAcross || column.names.length === 0 || keys.labels.length === 0) return false;
    return isSiteName(this.table, this.table.grid.labels.read(column.text));
  }

  private organisationOf(keys: RowKeys, column: Column) {
    if (keys.organisation) return { organisation: keys.organisation, from: "its row" };
    if (column.organisation) return { organisation: column.organisation, from: "its column's heading" };
    if (keys.section.organisation) return { organisation: keys.section.organisation, from: "the line above its rows" };
    const corner = this.corner.find((each) => each.organisation !== null)?.organisation ?? null;
    if (corner) return { organisation: corner, from: "the table's corner" };
    const siteCode = keys.site ?? keys.section.site;
    const trust = siteCode === null ? null : this.table.grid.labels.organisations.ofSiteCode(siteCode.slice(0, 5));
    if (trust) return { organisation: trust, from: "its site's code" };
    return this.context.organisations[0] ?? null;
  }

  /** The unit nearest the figure: its row's own cell, the row's heading, the column's, the section's, the number format, the title. */
  private unitOf(
    keys: RowKeys,
    column: Column,
    labels: RowKeys["labels"],
  ): { unit: Unit | null; conflict: string | null; fromTitle: boolean } {
    const row =
      this.rowUnit(keys, column) ?? [...labels].reverse().find(({ label }) => label.unit !== null)?.label.unit ?? null;
    if (row && column.unit && row.symbol !== column.unit.symbol) {
      const conflict = `its row gives ${row.symbol} and its column ${column.unit.symbol}`;
      return { unit: row, conflict, fromTitle: false };
    }
    const format = this.unitOfFormat(this.table.grid.format(keys.row, column.column));
    const corner = this.corner.find((each) => each.unit !== null)?.unit ?? null;
    const unit = row ?? column.unit ?? keys.section.unit ?? corner ?? format ?? null;
    return { unit: unit ?? this.context.unit, conflict: null, fromTitle: unit === null };
  }

  private unitOfFormat(format: string): Unit | null {
    let unit = this.formatUnits.get(format);
    if (unit === undefined) {
      unit = unitOfNumberFormat(format);
      this.formatUnits.set(format, unit);
    }
    return unit;
  }

  /** A unit in a cell of its own; of several, the one right after the figure, else the nearest before it. */
  private rowUnit({ units }: RowKeys, { column }: Column): Unit | null {
    if (units.length <= 1) return units[0]?.unit ?? null;
    const next = this.figures.find((other) => other.column > column)?.column ?? Infinity;
    const after = units.find((each) => each.column > column && each.column < next);
    return (after ?? [...units].reverse().find((each) => each.column < column))?.unit ?? null;
  }

  private seriesOf(keys: RowKeys, column: Column, metric: ResolvedMetric): string {
    if (metric.by === "column" || this.metricsAcross) return `${this.index}|c${column.column}`;
    if (this.longList) return `${this.index}|l${column.column}|${metric.text}`;
    return `${this.index}|r${keys.row}|${metric.text}`;
  }

  private shape(): TableReading["shape"] {
    if (this.table.headerRows.length === 0) return "form";
    if (this.longList && !this.figures.some(({ periods }) => periods.length > 0)) return "long-list";
    const has = (role: Column["role"]) => this.columns.some((column) => column.role === role);
    if (!this.metricsAcross) return has("period") && !has("metric") ? "periods-down" : "metrics-down";
    if (has("site") || has("siteCode") || has("organisation") || has("organisationCode")) return "row-per-site";
    return has("period") ? "periods-down" : "row-per-site";
  }
}

function groupMetric(column: Column): boolean {
  return column.names.length === 0 && column.groups.some(({ metric }) => metric !== null);
}

function kindOf(keys: RowKeys, column: Column, title: ObservationKind | null): ObservationKind {
  const nearest = [column.kind, keys.kind].filter((kind) => kind !== null);
  return nearest.find((kind) => kind !== "actual") ?? nearest[0] ?? keys.section.kind ?? title ?? "actual";
}
