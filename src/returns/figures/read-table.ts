import { keyOf } from "../../collections/keys";
import { OwnersOfTable } from "../keys/claims/claim-owners";
import { ofCarbon } from "../../plan/quantity/units";
import { MetricsOfTable } from "../keys/claims/claim-metrics";
import { PeriodsOfTable } from "../keys/claims/claim-periods";
import { SitesOfTable } from "../keys/claims/claim-sites";
import { UnitsOfTable } from "../keys/claims/claim-units";
import { understandColumns, type Column } from "../keys/columns";
import { RegionsOfTable } from "../keys/regions";
import type { ResolvedMetric } from "../keys/resolve-metric";
import { RowReader, type RowKeys, type RowLabel } from "../keys/rows";
import type { TableContext } from "../keys/table-context";
import type { ObservationKind } from "../observation";
import type { RawTable } from "../tables/raw-table";
import type { Claim, TableReading } from "./claim";
import { OtherMeasures } from "./other-measure";
import { isCounted } from "./questions";

/**
 * Reads every figure of one table, with all that was found to say what it is.
 *
 * @param index of the table in `ReturnReading.tables`.
 * @param ofSheet all the tables of its sheet.
 */
export function readTable(
  table: RawTable,
  index: number,
  context: TableContext,
  ofSheet: readonly RawTable[],
): TableReading {
  return new TableReader(table, index, context, ofSheet).read();
}

/** Roles of columns of words beside the figures; a number in one of them is accounted for too. */
const wordRoles: ReadonlySet<Column["role"]> = new Set([
  "label",
  "metric",
  "organisation",
  "organisationCode",
  "note",
  "meter",
  "attribute",
  "quality",
  "kind",
  "unit",
]);

/** Fewer rows of others than this make no collection of many bodies. */
const fewestOthers = 10;

class TableReader {
  private readonly columns: readonly Column[];
  private readonly figures: readonly Column[];
  private readonly wordColumns: readonly Column[];
  private readonly metrics: MetricsOfTable;
  private readonly units: UnitsOfTable;
  private readonly periods: PeriodsOfTable;
  private readonly owners: OwnersOfTable;
  private readonly sites: SitesOfTable;
  private readonly others: OtherMeasures;
  private readonly regions: RegionsOfTable;
  private readonly isLongList: boolean;

  constructor(
    private readonly table: RawTable,
    private readonly index: number,
    private readonly context: TableContext,
    ofSheet: readonly RawTable[],
  ) {
    this.columns = understandColumns(table);
    this.figures = this.columns.filter(({ role }) => role === "figures");
    this.wordColumns = this.columns.filter(({ role }) => wordRoles.has(role));
    this.metrics = new MetricsOfTable(table, this.columns, context);
    this.units = new UnitsOfTable(table, this.columns, context);
    this.periods = new PeriodsOfTable(this.columns, context);
    this.owners = new OwnersOfTable(table, this.columns, context);
    this.sites = new SitesOfTable(table, this.columns, this.metrics, ofSheet);
    this.others = new OtherMeasures(table, this.columns);
    this.regions = new RegionsOfTable(table, this.columns);
    const hasOtherKeys = this.has("period", "organisation", "organisationCode", "kind");
    this.isLongList = this.has("metric") && table.headerRows.length > 0 && hasOtherKeys;
  }

  private has(...roles: Column["role"][]): boolean {
    return this.columns.some(({ role }) => roles.includes(role));
  }

  read(): TableReading {
    const rows = this.readRows();
    this.periods.useRows(rows);
    const data = rows.filter(({ total }) => !total);
    // In a collection of many bodies another system's is one of the others; in a return it is what it says.
    const others = data.filter(({ outside }) => outside !== null);
    const isCollection = others.length >= fewestOthers && others.length * 3 > data.length;
    const outside: string[] = [];
    let outsideCells = 0;
    let regionCells = 0;
    const claims: Claim[] = [];
    for (const keys of rows) {
      if (this.isOtherRegion(keys)) {
        if (keys.outside !== null) outside.push(keys.outside);
        regionCells += this.countedIn(keys.row, this.figures);
        continue;
      }
      const elsewhere = isCollection && keys.organisation?.role === "elsewhere" ? keys.organisation.code : null;
      const unknown = keys.outside ?? elsewhere;
      if (unknown === null) {
        const made = this.claimsOf(keys);
        const own = made.filter((claim) => !this.isUnasked(claim));
        regionCells += made.filter((claim) => isCounted(claim)).length - own.filter((claim) => isCounted(claim)).length;
        claims.push(...own);
      } else if (!keys.total) {
        outside.push(unknown);
        outsideCells += this.countedIn(keys.row, this.figures);
      }
    }
    const keyColumns = this.columns.filter(({ role }) => role !== "figures" && !wordRoles.has(role));
    return {
      claims,
      outside,
      outsideCells,
      regionCells,
      keyCells: rows.reduce((sum, { row }) => sum + this.countedIn(row, keyColumns), 0),
      dataRows: data.map(({ row }) => row),
      totalRows: rows.filter(({ total }) => total).map(({ row }) => row),
      shape: this.shape(),
      siteNames: rows.flatMap(({ organisation, site, siteName }) =>
        organisation && site && siteName && site !== siteName
          ? [{ organisation: organisation.code, code: site, name: siteName }]
          : [],
      ),
    };
  }

  /** A row of England, or of a region that the plan has no organisation for. */
  private isOtherRegion({ row, organisation }: RowKeys): boolean {
    return this.regions.ofRow(row) !== null && organisation?.role !== "region";
  }

  /** A figure of a table of regions that the plan does not ask of the region, where that is one of its organisations. */
  private isUnasked({ row, column, organisation, metric: { match } }: Claim): boolean {
    if (this.regions.of(row, column) === null) return false;
    const asked = match?.entries.some(({ metric }) => metric.reportedBy.some((code) => code === organisation?.code));
    return organisation?.role !== "region" || asked !== true;
  }

  /** How many figures and answers stand in a row's cells of some columns. */
  private countedIn(row: number, columns: readonly Column[]): number {
    const { grid } = this.table;
    return columns.filter(({ column }) => isCounted({ raw: grid.value(row, column) }) && !grid.isDate(row, column))
      .length;
  }

  private readRows(): RowKeys[] {
    const reader = new RowReader(this.table, this.columns, this.metrics.areAcross, this.sites.opening);
    const rows: RowKeys[] = [];
    for (const { row, kind, captions, totals } of this.table.body) {
      if (kind === "section") reader.enterSection(captions);
      else rows.push(reader.read(row, totals));
    }
    return rows;
  }

  private claimsOf(keys: RowKeys): Claim[] {
    const { grid, headerRows } = this.table;
    const filled = this.figures.filter(({ column }) => !grid.blank(keys.row, column));
    const figures = this.isRowOfDays(keys, filled) ? [] : filled;
    // Each row of a form is laid out by itself: an answer may stand where other rows have a unit.
    const isAlone = headerRows.length === 0 && figures.length === 0;
    const words = this.wordColumns.flatMap((column) => {
      const look = grid.look(keys.row, column.column);
      if (isAlone && (look === "figure" || look === "answer")) return [this.figure(keys, column)];
      return grid.isFigure(keys.row, column.column) ? [this.amongWords(keys, column)] : [];
    });
    return [...figures.map((column) => this.figure(keys, column)), ...words];
  }

  /** "Data as at" and its dates are said of the columns, not counted in them. */
  private isRowOfDays({ row, labels }: RowKeys, filled: readonly Column[]): boolean {
    const { grid } = this.table;
    if (labels.some(({ label }) => label.metric !== null)) return false;
    return (
      filled.length > 0 &&
      filled.every(
        ({ column }) => grid.look(row, column) === "signal" && grid.label(row, column)?.period?.kind === "period",
      )
    );
  }

  private figure(keys: RowKeys, column: Column): Claim {
    const labels = this.metrics.labelsFor(keys, column);
    return labels === null ? this.unlabelled(keys, column) : this.claim(keys, column, labels);
  }

  /** A number of a form with nothing to its left: the number of its question, or a figure that nothing names. */
  private unlabelled(keys: RowKeys, column: Column): Claim {
    const isReference = keys.labels.some((label) => label.column > column.column);
    const isOneOfSeveral = keys.labels.some((label) => label.column < column.column);
    const why = isOneOfSeveral
      ? "several figures stand beside the same words, and no heading says what each is"
      : isReference
        ? "it stands before its row's own words, as a reference does"
        : "nothing beside it says what it is";
    return this.nameless(keys, column, why, isReference && !isOneOfSeveral);
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
    const metric: ResolvedMetric = { match: null, suggestion: null, text, by: "column", why };
    const series = keyOf(this.index, "words", column.column, String(aside));
    return { ...this.claim(keys, column, []), metric, series, aside };
  }

  private claim(keys: RowKeys, column: Column, labels: readonly RowLabel[]): Claim {
    const { grid } = this.table;
    const metric = this.metrics.of(keys, column, labels);
    const { unit, conflict, titleUnits } = this.units.of(keys, column, labels);
    const total = keys.total || this.addsUp(keys, column) ? "row" : column.total ? "column" : null;
    return {
      table: this.index,
      grid,
      row: keys.row,
      column: column.column,
      raw: grid.value(keys.row, column.column),
      metric,
      series: this.seriesOf(keys, column, metric),
      over: keys.section.name ?? this.context.title,
      // "Tonnes" beside "Carbon footprint" are of CO2e, though they stand in a cell of their own.
      unit: unit && ofCarbon(unit, metric.text),
      unitFromTitle: titleUnits.length > 0,
      titleUnits,
      unitConflict: conflict ?? this.others.doubt(metric, unit === null ? titleUnits : [unit], keys.section.name),
      period: this.periods.of(keys, column, total !== null),
      ...this.owners.of(keys, column),
      site: this.sites.of(keys, column) ?? this.owners.siteAround(keys, column),
      kind: kindOf(keys, column, this.context.kind),
      note: keys.note ?? column.note,
      total,
      grandTotal: keys.grandTotal,
      covers: this.context.covers,
      aside: false,
    };
  }

  /** True in a row without any heading, for a formula that adds up the cells above it. */
  private addsUp(keys: RowKeys, column: Column): boolean {
    if (keys.labels.length > 0 || keys.site !== null || keys.periods.length > 0 || keys.organisation !== null)
      return false;
    return /^=(SUM|SUBTOTAL)\(/i.test(this.table.grid.formula(keys.row, column.column) ?? "");
  }

  private seriesOf(keys: RowKeys, column: Column, metric: ResolvedMetric): string {
    if (metric.by === "column" || this.metrics.areAcross) return keyOf(this.index, "column", column.column);
    if (this.isLongList) return keyOf(this.index, "list", column.column, metric.text);
    return keyOf(this.index, "row", keys.row, metric.text);
  }

  private shape(): TableReading["shape"] {
    if (this.table.headerRows.length === 0) return "form";
    if (this.isLongList && !this.figures.some(({ periods }) => periods.length > 0)) return "long-list";
    if (!this.metrics.areAcross) return this.has("period") && !this.has("metric") ? "periods-down" : "metrics-down";
    if (this.has("site", "siteCode", "organisation", "organisationCode")) return "row-per-site";
    return this.has("period") ? "periods-down" : "row-per-site";
  }
}

function kindOf(keys: RowKeys, column: Column, title: ObservationKind | null): ObservationKind {
  const nearest = [column.kind, keys.kind].filter((kind) => kind !== null);
  return nearest.find((kind) => kind !== "actual") ?? nearest[0] ?? keys.section.kind ?? title ?? "actual";
}
