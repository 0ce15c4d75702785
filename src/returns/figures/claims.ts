import type { Organisation } from "../../plan/schema";
import type { Unit } from "../../plan/quantity/units";
import { PeriodsOfTable } from "../keys/claim-periods";
import { UnitsOfTable } from "../keys/claim-units";
import { understandColumns } from "../keys/columns";
import type { Column } from "../keys/columns";
import type { TableContext } from "../keys/table-context";
import type { ObservationKind } from "../observation";
import type { RawTable } from "../tables/raw-table";
import { resolveMetric } from "../keys/resolve-metric";
import type { ResolvedMetric } from "../keys/resolve-metric";
import type { ResolvedPeriod } from "../keys/resolve-period";
import { RowReader } from "../keys/rows";
import type { RowKeys } from "../keys/rows";
import { isSiteName } from "../words/site-names";
import type { CellValue } from "../../snapshot/snapshot";

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
  /** The units a title names, of which one may be the figure's; empty where something nearer gives it. */
  readonly titleUnits: readonly Unit[];
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
  /** A number of a column that holds no figures (a reference, a meter): listed in the mapping, and asked about nowhere. */
  readonly aside: boolean;
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

const wordRoles: ReadonlySet<Column["role"]> = new Set([
  "label",
  "metric",
  "organisation",
  "organisationCode",
  "note",
  "attribute",
  "quality",
  "kind",
  "unit",
]);

class TableReader {
  private readonly columns: readonly Column[];
  private readonly figures: readonly Column[];
  /** Columns of words beside the figures; a number in one of them is accounted for too. */
  private readonly wordColumns: readonly Column[];
  /** Headings over keys that say whose or when the whole table is: "UHL | 2022/23 | 2023/24". */
  private readonly corner: readonly Column[];
  private readonly units: UnitsOfTable;
  private readonly periods: PeriodsOfTable;
  private readonly metricsAcross: boolean;
  private readonly longList: boolean;
  private readonly byColumn = new Map<number, ResolvedMetric>();
  private readonly cache = new Map<string, ResolvedMetric>();

  constructor(
    private readonly table: RawTable,
    private readonly index: number,
    private readonly context: TableContext,
  ) {
    this.columns = understandColumns(table);
    this.figures = this.columns.filter(({ role }) => role === "figures");
    this.wordColumns = this.columns.filter(({ role }) => wordRoles.has(role));
    this.corner = this.columns.filter(({ role }) => role === "metric" || role === "label");
    this.units = new UnitsOfTable(table, this.columns, context);
    this.periods = new PeriodsOfTable(this.columns, context);
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
    this.periods.useRows(rows);
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
      claims.push(...this.ofRow(keys));
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

  private ofRow(keys: RowKeys): Claim[] {
    const { grid, headerRows } = this.table;
    const figures = this.figures.filter(({ column }) => !grid.blank(keys.row, column));
    // Each row of a form is laid out by itself: an answer may stand where other rows have a unit.
    const alone = headerRows.length === 0 && figures.length === 0;
    const words = this.wordColumns.flatMap((column) => {
      const look = grid.look(keys.row, column.column);
      if (alone && (look === "figure" || look === "answer")) return [this.figure(keys, column)];
      return grid.isFigure(keys.row, column.column) ? [this.amongWords(keys, column)] : [];
    });
    return [...figures.map((column) => this.figure(keys, column)), ...words];
  }

  private figure(keys: RowKeys, column: Column): Claim {
    const labels = this.labelsFor(keys, column);
    return labels === null ? this.unlabelled(keys, column) : this.claim(keys, column, labels);
  }

  /** A number of a form with nothing to its left: the number of its question, or a figure that nothing names. */
  private unlabelled(keys: RowKeys, column: Column): Claim {
    const isReference = keys.labels.some((label) => label.column > column.column);
    const why = isReference
      ? "it stands before its row's own words, as a reference does"
      : "nothing beside it says what it is";
    return this.nameless(keys, column, why, isReference);
  }

  /** A number in a column of words: a reference, a meter, a comment; under a heading that says nothing of the kind, a question to the reader. */
  private amongWords(keys: RowKeys, column: Column): Claim {
    const why = column.headed
      ? `its column, “${column.text}”, holds words beside the figures`
      : "its column holds words beside the figures";
    const before = column.column < (this.figures[0]?.column ?? Infinity);
    return this.nameless(keys, column, why, (column.role !== "label" && column.role !== "unit") || before);
  }

  private nameless(keys: RowKeys, column: Column, why: string, aside: boolean): Claim {
    const text = column.text || keys.heading || "no heading";
    const metric: ResolvedMetric = { match: null, text, by: "column", why };
    return { ...this.claim(keys, column, []), metric, series: `${this.index}|w${column.column}|${aside}`, aside };
  }

  private claim(keys: RowKeys, column: Column, labels: RowKeys["labels"]): Claim {
    const { grid } = this.table;
    const metric = this.metricOf(keys, column, labels);
    const { unit, conflict, titleUnits } = this.units.of(keys, column, labels);
    const organisation = this.organisationOf(keys, column);
    const total = keys.total || this.addsUp(keys, column) ? "row" : column.total ? "column" : null;
    return {
      table: this.index,
      grid,
      row: keys.row,
      column: column.column,
      raw: grid.value(keys.row, column.column),
      metric,
      series: this.seriesOf(keys, column, metric),
      unit,
      unitFromTitle: titleUnits.length > 0,
      titleUnits,
      unitConflict: conflict,
      period: this.periods.of(keys, column, total !== null),
      organisation: organisation?.organisation ?? null,
      organisationFrom: organisation?.from ?? "",
      site: keys.site ?? (this.siteColumn(column, keys) ? column.text : null),
      kind: kindOf(keys, column, this.context.kind),
      note: keys.note ?? column.note,
      total,
      grandTotal: keys.grandTotal,
      covers: this.context.covers,
      aside: false,
    };
  }

  /** A row without any heading whose formula adds up the cells above it. */
  private addsUp(keys: RowKeys, column: Column): boolean {
    if (keys.labels.length > 0 || keys.site !== null || keys.periods.length > 0 || keys.organisation !== null)
      return false;
    return /^=(SUM|SUBTOTAL)\(/i.test(this.table.grid.formula(keys.row, column.column) ?? "");
  }

  /** The row's headings that speak for one column: those to its left; in a form only the nearest. Null where a form's number has none. */
  private labelsFor(keys: RowKeys, column: Column): RowKeys["labels"] | null {
    if (keys.labels.length === 0 && this.table.headerRows.length > 0) return keys.labels;
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
    const byColumnAlone = labels.length === 0 && !keys.total && keys.section.name === null;
    if (!byColumnAlone) return this.metricFrom(keys, column, labels);
    let metric = this.byColumn.get(column.column);
    if (metric === undefined) {
      metric = this.metricFrom(keys, column, labels);
      this.byColumn.set(column.column, metric);
    }
    return metric;
  }

  private metricFrom(keys: RowKeys, column: Column, labels: RowKeys["labels"]): ResolvedMetric {
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
    return isSiteName(this.table.grid.labels.read(column.text), this.table.grid.labels);
  }

  private organisationOf(keys: RowKeys, column: Column) {
    if (keys.organisation) return { organisation: keys.organisation, from: "its row" };
    if (column.organisation) return { organisation: column.organisation, from: "its column's heading" };
    if (keys.section.organisation) return { organisation: keys.section.organisation, from: "the line above its rows" };
    const corner = this.corner.find((each) => each.organisation !== null)?.organisation ?? null;
    if (corner) return { organisation: corner, from: "the table's corner" };
    const site = keys.site ?? keys.section.site;
    const { organisations } = this.table.grid.labels;
    const trust = site === null ? null : (organisations.ofSite(site) ?? organisations.ofSite(site.slice(0, 5)));
    if (trust) return { organisation: trust, from: "its site's code" };
    return this.context.organisations[0] ?? null;
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
