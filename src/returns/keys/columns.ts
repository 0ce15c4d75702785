import { hintsOf, mayBeSettled, settleReadings, underHeading, type PeriodReading } from "../../plan/time/periods";
import type { Organisation } from "../../plan/schema";
import type { Unit } from "../../plan/quantity/units";
import { contentOf } from "../tables/column-content";
import { headingsOver, unknownNames, type Heading } from "./column-headings";
import { roleOf, type ColumnRole } from "./column-role";
import type { Label } from "../words/labels";
import type { ObservationKind } from "../observation";
import type { RawTable } from "../tables/raw-table";
import { baseYear, baseYearNote, targetYear, targetYearNote } from "./resolve-period";
import { regionsAcross } from "./regions";
import { isTotalHeading } from "../words/heading-words";
import { fold } from "../words/text";

/** What one column of a table holds, by its heading and, where that says nothing, by its cells. */
export interface Column {
  readonly column: number;
  readonly role: ColumnRole;
  /** The heading as a person reads it, groups first: "Gas – Cost (£)". */
  readonly text: string;
  /** Heading words that may name a metric, the lowest first; the rest of its groups after. */
  readonly names: readonly string[];
  readonly groups: readonly Label[];
  readonly unit: Unit | null;
  /** What stands over it in a row of units and is none that is known, or null. */
  readonly unknownUnit: string | null;
  /** The lowest first. */
  readonly periods: readonly PeriodReading[];
  readonly organisation: Organisation | null;
  /** The site, or other part of its organisation, that it is headed by. */
  readonly site: string | null;
  readonly kind: ObservationKind | null;
  readonly total: boolean;
  readonly headed: boolean;
  /** A convention that its heading was read by, or null. */
  readonly note: string | null;
}

const sampled = 60;

/** Whether what heads a column of keys may speak of the whole table: "UHL | 2022/23 | 2023/24", "Gas (kWh) | Apr | May". */
export function isCorner({ role }: Pick<Column, "role">): boolean {
  return role === "metric" || role === "label" || role === "period";
}

/** Understands every column of a table. */
export function understandColumns(table: RawTable): readonly Column[] {
  const rows = table.dataRows;
  const sample =
    rows.length <= sampled ? rows : rows.filter((_, index) => index % Math.ceil(rows.length / sampled) === 0);
  const columns: Column[] = [];
  for (let column = table.left; column <= table.right; column++) {
    const understood = understand(table, column, sample);
    if (understood) columns.push(understood);
  }
  const labelled = withoutRegionCorner(withLabels(withoutScopes(columns, table, sample), table, sample), table);
  const keyed = withMetrics(labelled, table, sample);
  return settled(withoutLoneTotals(keyed), table).map(asWhole);
}

/** "Region" in the corner over London, Midlands and England across names those, and not what its rows are. */
function withoutRegionCorner(columns: readonly Column[], table: RawTable): readonly Column[] {
  const isCorner = ({ role, text }: Column) => role === "organisation" && regionHeading.test(text);
  if (!columns.some(isCorner) || regionsAcross(table, columns).size === 0) return columns;
  return columns.map((column) => (isCorner(column) ? { ...column, role: "label" } : column));
}

const scopeHeading = /^(carbon |ghg |emissions? )?scopes?( number| no)?$/;

/** Whether a column says to which scope of a footprint its rows belong. */
export function isScope({ text }: Pick<Column, "text">): boolean {
  return scopeHeading.test(fold(text));
}

/** "Scope" beside names ("Gas | 1", "Fleet | Scope 1") says to which part of a footprint a row belongs; by itself it names the rows. */
function withoutScopes(columns: readonly Column[], { grid }: RawTable, sample: readonly number[]): Column[] {
  const names = columns.some(
    (column) =>
      !isScope(column) &&
      ["metric", "label", "note"].includes(column.role) &&
      contentOf(grid, column.column, sample) === "text",
  );
  return columns.map((column) => (isScope(column) && names ? { ...column, role: "attribute" } : column));
}

/** "Total" over the only figures of a table heads values: nothing beside it is a part of it. */
function withoutLoneTotals(columns: readonly Column[]): readonly Column[] {
  const isLone = columns.every(({ role, total }) => role !== "figures" || total);
  return isLone ? columns.map((column) => ({ ...column, total: false })) : columns;
}

/** "UHL total" that follows no column of nobody and has no part of that trust beside it is its own figure and sums nothing of the table. */
function asWhole(column: Column, index: number, columns: readonly Column[]): Column {
  const { organisation, total } = column;
  if (!total || organisation === null || organisation.role === "system") return column;
  const before = columns.slice(0, index).findLast(({ role }) => role === "figures");
  const hasPart = columns.some(
    (other) =>
      other.role === "figures" &&
      other.organisation === organisation &&
      (other.site !== null || other.names.length > 0 || other.periods.length > 0),
  );
  return hasPart || before?.organisation === null ? column : { ...column, total: false };
}

const regionHeading = /^(?:(?:nhs|nhse|nhs england|commissioning) )?regions?$/i;

/**
 * Where no column holds keys, the first column of texts does, whatever it is headed ("Source", "Area").
 * Regions are organisations of their own: the plan has one of them, and none is the system.
 */
function withLabels(columns: readonly Column[], table: RawTable, sample: readonly number[]): Column[] {
  const keys = ["metric", "label", "site", "siteCode", "organisation", "organisationCode", "period"];
  if (columns.some(({ role }) => keys.includes(role))) return [...columns];
  const first = columns.findIndex(
    ({ role, column }) => role !== "figures" && role !== "unit" && contentOf(table.grid, column, sample) === "text",
  );
  const figures = columns.findIndex(({ role }) => role === "figures");
  return columns.map((column, index) => {
    if (index !== first || index >= figures) return column;
    return { ...column, role: regionHeading.test(column.text) ? "organisation" : "label" };
  });
}

/** Where no heading names a metric, the first column that mostly does is the list's: "Code | ELEC | GAS". */
function withMetrics(columns: readonly Column[], { grid }: RawTable, sample: readonly number[]): readonly Column[] {
  const exact = (name: string) => grid.labels.metrics.exact(name) !== null;
  const named = columns.some(
    ({ role, names, groups }) =>
      role === "metric" || (role === "figures" && (names.some(exact) || groups.some(({ metric }) => metric !== null))),
  );
  if (named) return columns;
  const first = columns.findIndex(({ role, column, headed }) => {
    const filled = sample.filter((row) => !grid.blank(row, column));
    const metrics = filled.filter((row) => (grid.label(row, column)?.metric ?? null) !== null);
    return headed && role === "label" && metrics.length * 2 > filled.length;
  });
  return columns.map((column, index) => (index === first ? { ...column, role: "metric" } : column));
}

function understand(table: RawTable, column: number, sample: readonly number[]): Column | null {
  const { own, groups } = headingsOver(table, column);
  const content = contentOf(table.grid, column, sample);
  if (own.length === 0 && content === "blank") return null;
  const unknownUnit =
    own.slice(1).find(({ label, row }) => isUnknownUnit(table, label, row, own[0]?.label.name ?? ""))?.label ?? null;
  const leafFirst = own.filter(({ label }) => label !== unknownUnit).reverse();
  const every = [...leafFirst, ...groups].map(({ label }) => label);
  const role = roleOf(
    { table, column, sample, content },
    leafFirst.map(({ label }) => label),
  );
  const names = leafFirst
    .map(({ label }) => (label.role === null || label.role === "note" ? label.name : ""))
    .filter((name) => name !== "");
  return {
    column,
    role,
    text: displayText(own, groups),
    names: names.length > 0 ? names : unknownNames(groups, table.grid.labels),
    groups: groups.map(({ label }) => label),
    unit: every.find(({ unit }) => unit !== null)?.unit ?? null,
    unknownUnit: unknownUnit?.text ?? null,
    periods: every.flatMap(({ period }) => (period ? [period] : [])),
    organisation: every.find(({ organisation }) => organisation !== null)?.organisation ?? null,
    site: every.find(({ site }) => site !== null)?.site ?? null,
    kind: kindOf(every),
    total: leafFirst.some(
      ({ label }) => label.total || (label.metric === null && isTotalHeading(label.folded, label.name)),
    ),
    headed: own.length > 0,
    note: null,
  };
}

/** A name of nothing known in a row of the header that holds units otherwise: "in crates" beside "MWh". */
function isUnknownUnit(
  { grid, headerRows, left, right }: RawTable,
  { name, metric, unit }: Label,
  row: number,
  over: string,
): boolean {
  if (headerRows.length < 2 || name === "" || metric !== null || unit !== null) return false;
  // "Cost" under "Gas" is a metric of its own.
  if (grid.labels.metrics.exact(`${over} ${name}`) !== null) return false;
  const others = grid.cells(row).filter((column) => column >= left && column <= right);
  const units = others.filter((column) => isBareUnit(grid.label(row, column)));
  return units.length > 0 && units.length * 2 >= others.length - 1;
}

function isBareUnit(label: Label | null): boolean {
  return label !== null && label.unit !== null && label.name === "";
}

/** The heading as the return writes it: its lowest line, with what stands over it where that line alone names nothing. */
function displayText(own: readonly Heading[], groups: readonly Heading[]): string {
  const leaf = own.at(-1)?.label;
  if (leaf === undefined) return "";
  if (leaf.metric !== null || (leaf.name !== "" && own.length === 1)) return leaf.text;
  return [...own.slice(0, -1), ...[...groups].reverse(), ...own.slice(-1)].map(({ label }) => label.text).join(" – ");
}

/** A heading or group that says "target" outweighs one that says "actual". */
function kindOf(labels: readonly Label[]): ObservationKind | null {
  const kinds = labels.flatMap(({ kind }) => (kind ? [kind] : []));
  return kinds.find((kind) => kind !== "actual") ?? kinds[0] ?? null;
}

/**
 * "Target 2032" and "Baseline 1990": a convention reads such a bare year, and says so.
 * @param beside true where another column is headed "Current": what stands before it is a base year.
 */
function byConvention(column: Column, beside: boolean): Column {
  const [first, ...over] = column.periods;
  if (first === undefined) return column;
  const target = targetYear(first, column.kind);
  if (target !== null) return { ...column, periods: [target, ...over], note: targetYearNote };
  const base = baseYear(first, beside || column.kind === "baseline");
  return base === null ? column : { ...column, periods: [base, ...over], note: baseYearNote };
}

const currentHeading = /^(?:current|latest|now|today|most recent)\b/i;

/** Settles ambiguous headings and days of one header by the headings over and before them, and by the others of the row ("2009-10" beside "2012-13"). */
function settled(columns: readonly Column[], { captions }: RawTable): readonly Column[] {
  if (!columns.some(({ periods }) => periods.some(mayBeSettled))) return columns;
  const corner = columns.filter(isCorner).map(({ text }) => text);
  const groups = columns.flatMap(({ groups: over }) => over.map(({ text }) => text));
  const hints = hintsOf(
    [...new Set([...groups, ...corner])],
    captions.map(({ text }) => text),
  );
  const dated = columns.flatMap((column) => {
    const [lowest, ...over] = column.role === "figures" ? column.periods : [];
    return lowest === undefined ? [] : [{ column, lowest, over }];
  });
  const readings = settleReadings(
    dated.map(({ lowest }) => lowest),
    hints,
  );
  const periods = new Map(
    dated.map(({ column, lowest, over }, index) => [
      column,
      [readings[index] ?? lowest, ...over.map((reading) => underHeading(reading, hints))],
    ]),
  );
  const beside = columns.some(({ text }) => text.split(" – ").some((line) => currentHeading.test(line)));
  return columns.map((column) => {
    const own = periods.get(column);
    return own === undefined ? column : byConvention({ ...column, periods: own }, beside);
  });
}
