import type { SheetGrid } from "../tables/grid";
import { keyByContent, type Content } from "../tables/column-content";
import type { RawTable } from "../tables/raw-table";
import type { KeyRole } from "../words/heading-words";
import type { Label } from "../words/labels";

/** What a column holds: keys of some role, figures, or labels that nothing more is known of. */
export type ColumnRole = KeyRole | "figures" | "label";

/** A column with some rows of data, and what most of their cells hold. */
export interface SampledColumn {
  readonly table: RawTable;
  readonly column: number;
  readonly sample: readonly number[];
  readonly content: Content;
}

/** The role of a column by its headings, the lowest first, and, where those say nothing, by its cells. */
export function roleOf(cells: SampledColumn, headings: readonly Label[]): ColumnRole {
  const role = headings.find((label) => label.role !== null)?.role ?? null;
  return role === null ? roleByContent(cells, headings) : roleUnder(role, cells, headings);
}

/** The role of a column whose heading names one: its cells may tell otherwise. */
function roleUnder(role: KeyRole, cells: SampledColumn, headings: readonly Label[]): ColumnRole {
  if (role === "value") return "figures";
  const corner = cornerOf(role, cells);
  if (corner !== null) return corner;
  const isFigures = cells.content === "figures";
  if (role === "period" && isFigures && isAfterPeriods(cells)) return "figures";
  // "Sites" over numbers counts them; "Site" names each by its number.
  if (role === "site" && isFigures && headings.some(({ folded }) => folded === "sites")) return "attribute";
  if (cells.content !== "text" && role !== "period" && headsFigures(role, headings)) return "figures";
  if (role === "period" && isFigures && headings.some(({ folded }) => /^(year|years|full year)$/.test(folded)))
    return "figures";
  const isKind = role !== "kind" || keyByContent(cells.table.grid, cells.column, cells.sample) === "kind";
  return isKind ? role : isFigures ? "figures" : "attribute";
}

/** The role of a column whose headings name none. */
function roleByContent(cells: SampledColumn, headings: readonly Label[]): ColumnRole {
  const { table, column, sample, content } = cells;
  if (content === "years") return roleOfYears(cells, headings);
  if (content !== "text") return "figures";
  const mayHeadFigures = column > table.left && headings.some((label) => label.metric || saysOnlyWhose(label));
  if (
    mayHeadFigures &&
    (headings.some(({ metric }) => metric) || sample.some((row) => isNumberLike(table.grid, row, column)))
  )
    return "figures";
  const isOfSpan = headings.some(({ folded }) => /^(from|to|until|start|end)$/.test(folded));
  return isOfSpan && keyOfContent(cells, false) === "period" ? "period" : keyOfContent(cells, headings.length > 0);
}

/** "Year" after "Q1 | Q2 | Q3 | Q4": what the quarters add up to, and no year of its rows. */
function isAfterPeriods({ table, column }: SampledColumn): boolean {
  const before = Array.from({ length: column - table.left }, (_, index) => table.left + index);
  return table.headerRows.some((row) =>
    before.some((each) => {
      const label = table.grid.label(row, each);
      return label !== null && label.role === null && label.period !== null;
    }),
  );
}

function isNumberLike(grid: SheetGrid, row: number, column: number): boolean {
  // A number shown as a date too: under a heading of figures it is one, and no amount.
  return typeof grid.value(row, column) === "number" || ["figure", "answer"].includes(grid.look(row, column));
}

/** Numbers such as 2016 are periods where they lead their rows under no heading of figures. */
function roleOfYears(cells: SampledColumn, headings: readonly Label[]): ColumnRole {
  const isOfFigures = headings.some(
    ({ metric, unit, period, kind, organisation, total }) =>
      metric !== null || unit !== null || period !== null || kind !== null || organisation !== null || total,
  );
  return !isOfFigures && keyOfContent(cells, true) === "period" ? "period" : "figures";
}

/**
 * The corner of a table may name what stands across ("Month | Apr | May"), or one of its header rows
 * ("Unit | kWh | MWh"): what most cells below it are says what the column holds.
 */
function cornerOf(role: KeyRole, { table, column, sample }: SampledColumn): KeyRole | null {
  if (!mayBeCorner.has(role)) return null;
  const labels = sample.flatMap((row) => table.grid.label(row, column) ?? []);
  const found = (["metric", "period", "organisation"] as const).find(
    (key) => labels.filter((label) => isOnly(label, key)).length * 2 > labels.length,
  );
  return found === undefined || found === role || (role === "site" && found === "organisation") ? null : found;
}

const mayBeCorner: ReadonlySet<KeyRole> = new Set<KeyRole>([
  "metric",
  "period",
  "organisation",
  "site",
  "unit",
  "kind",
]);

function isOnly({ name, metric, period, organisation }: Label, key: "metric" | "period" | "organisation"): boolean {
  if (key === "metric") return metric !== null;
  return name === "" && (key === "period" ? period !== null : organisation !== null);
}

/** "ICB" or "PCN" over numbers heads that member's figures, as "Trust" heads the trust's own. */
function headsFigures(role: KeyRole, headings: readonly Label[]): boolean {
  return role === "organisation" || headings.some(({ organisation }) => organisation !== null);
}

/** "2023/24", "UHL actual": a heading of figures, though most of them may be words. */
function saysOnlyWhose({ role, name, period, organisation }: Label): boolean {
  return role === null && name === "" && (period !== null || organisation !== null);
}

/**
 * What a column of texts holds by its cells. A heading of its own that says something unknown ("Review
 * year", "Main heating fuel") makes it a column of keys only where it leads the row.
 */
function keyOfContent({ table, column, sample }: SampledColumn, isHeaded: boolean): ColumnRole {
  const key = keyByContent(table.grid, column, sample);
  if (key === "text") return "label";
  if (!isHeaded) return key;
  const columnsBefore = Array.from({ length: column - table.left }, (_, index) => table.left + index);
  // Under a heading that is no period's, "M1" and "Q1" are a meter and a query.
  const isCode = (text: string) => /^[MQPHTW] ?\d{1,2}$/i.test(text);
  if (key === "period" && sample.filter((row) => isCode(table.grid.text(row, column))).length * 2 > sample.length)
    return "label";
  const leads = sample.every((row) => !columnsBefore.some((before) => table.grid.isFigure(row, before)));
  return leads && (key === "period" || key === "organisation") ? key : "label";
}
