import { getOrMake } from "../../../collections/collect";
import { keyOf } from "../../../collections/keys";
import type { RawTable } from "../../tables/raw-table";
import { isSiteName } from "../../words/site-names";
import { isCorner, type Column } from "../columns";
import { resolveMetric, type ResolvedMetric } from "../resolve-metric";
import type { RowKeys, RowLabel } from "../rows";
import type { TableContext } from "../table-context";

/** The metric of each figure of a table, from its row, its column, the section, the corner and the title. */
export class MetricsOfTable {
  /** True where columns, not rows, name the metrics. */
  readonly areAcross: boolean;
  private readonly figures: readonly Column[];
  /** Headings over keys, which may say whose or what the whole table is: "UHL | 2022/23 | 2023/24". */
  private readonly corner: readonly Column[];
  /** Where no word of the row counts, the column alone tells. */
  private readonly byColumn = new Map<number, ResolvedMetric>();
  private readonly byWords = new Map<string, ResolvedMetric>();

  constructor(
    private readonly table: RawTable,
    columns: readonly Column[],
    private readonly context: TableContext,
  ) {
    this.figures = columns.filter(({ role }) => role === "figures");
    this.corner = columns.filter(isCorner);
    const isNamed = this.figures.some(
      (column) => column.names.some((name) => table.grid.labels.metrics.exact(name)) || isNamedByGroup(column),
    );
    const hasMetricKey = columns.some(({ role }) => role === "metric");
    const hasSitesDown = columns.some(({ role }) =>
      ["site", "siteCode", "organisation", "organisationCode"].includes(role),
    );
    this.areAcross = !hasMetricKey && (isNamed || (table.headerRows.length > 0 && hasSitesDown));
  }

  of(keys: RowKeys, column: Column, labels: readonly RowLabel[]): ResolvedMetric {
    const resolve = () => this.fromWords(keys, column, labels);
    const byColumnAlone = labels.length === 0 && !keys.total && keys.section.name === null;
    return byColumnAlone ? getOrMake(this.byColumn, column.column, resolve) : resolve();
  }

  /** The row's headings that speak for one column: those to its left; in a form only the nearest. Null where a form's number has none. */
  labelsFor(keys: RowKeys, { column }: Column): readonly RowLabel[] | null {
    const { row, labels, total, section } = keys;
    const left = labels.filter((each) => each.column < column);
    if (this.table.headerRows.length > 0) {
      if (left.length > 0) return left;
      return labels.length > 0 ? labels : this.misplaced(row, column);
    }
    if (total) return left;
    const nearest = left.at(-1);
    if (nearest === undefined) return this.areAcross || this.context.metric || section.name !== null ? [] : null;
    if (this.areSeveral(keys, nearest.column)) return null;
    const figuresBefore = this.figures.filter((other) => other.column < column);
    const between = left.filter((each) => !figuresBefore.some((other) => other.column > each.column));
    if (between.length > 0) return between;
    return figuresBefore.length > 0 ? [nearest] : left;
  }

  /** Words that a row without a heading has in a column of figures: "Last updated" beside a date under the years. */
  private misplaced(row: number, column: number): RowLabel[] {
    if (this.areAcross || this.corner.every(({ role }) => role === "period")) return [];
    const { grid } = this.table;
    return this.figures.flatMap((each) => {
      if (each.column > column || !["text", "signal"].includes(grid.look(row, each.column))) return [];
      const label = grid.label(row, each.column);
      return label === null ? [] : [{ column: each.column, label }];
    });
  }

  /** Whether several figures of a form stand beside the same words, so that those name none of them. */
  private areSeveral({ row, labels }: RowKeys, nearest: number): boolean {
    const next = labels.find(({ column }) => column > nearest)?.column ?? Infinity;
    const beside = this.figures.filter(({ column }) => column > nearest && column < next);
    return beside.filter(({ column }) => this.table.grid.isFigure(row, column)).length > 1;
  }

  /** The site that heads a column, or the group it stands in, where metrics stand down and sites across. */
  siteOf(column: Column, keys: RowKeys): string | null {
    if (this.areAcross || keys.labels.length === 0) return null;
    const { labels } = this.table.grid;
    const heading = column.names.length > 0 ? labels.read(column.text) : null;
    const named = heading === null ? column.groups : [heading, ...column.groups];
    return named.find((label) => isSiteName(label, labels))?.text ?? null;
  }

  private fromWords(keys: RowKeys, column: Column, labels: readonly RowLabel[]): ResolvedMetric {
    const { section, total, heading } = keys;
    const texts = labels.map(({ label }) => label.text);
    const key = keyOf(
      column.column,
      total || labels.every(({ label }) => label.name === "") ? heading : "",
      section.name,
      ...texts,
    );
    return getOrMake(this.byWords, key, () => {
      const words = {
        row: labels.map(({ label }) => label),
        column: this.siteOf(column, keys) === null ? column : { ...column, names: [] },
        section: section.name ?? this.corner.find(({ names }) => names.length > 0)?.names[0] ?? null,
        title: this.context.metric,
        titleText: this.context.metricText ?? (heading || null),
        over: [this.context.title ?? "", this.table.grid.name],
      };
      return resolveMetric(words, this.table.grid.labels);
    });
  }
}

function isNamedByGroup({ names, groups }: Column): boolean {
  return names.length === 0 && groups.some(({ metric }) => metric !== null);
}
