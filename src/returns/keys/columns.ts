import { hintsOf, mayBeSettled, settleReadings, underHeading } from "../../plan/time/periods";
import type { PeriodReading } from "../../plan/time/periods";
import type { Organisation } from "../../plan/schema";
import type { Unit } from "../../plan/quantity/units";
import { contentOf, keyByContent } from "../tables/column-content";
import type { Content } from "../tables/column-content";
import type { Label } from "../words/labels";
import type { ObservationKind } from "../observation";
import type { RawTable } from "../tables/raw-table";
import { targetYear, targetYearNote } from "./resolve-period";
import { isTotalHeading } from "../words/heading-words";
import type { KeyRole } from "../words/heading-words";

/** What one column of a table holds, by its heading and, where that says nothing, by its cells. */
export interface Column {
  readonly column: number;
  readonly role: KeyRole | "figures" | "label";
  /** The heading as a person reads it, groups first: "Gas – Cost (£)". */
  readonly text: string;
  /** Heading words that may name a metric, the lowest first; the rest of its groups after. */
  readonly names: readonly string[];
  readonly groups: readonly Label[];
  readonly unit: Unit | null;
  /** The lowest first. */
  readonly periods: readonly PeriodReading[];
  readonly organisation: Organisation | null;
  readonly kind: ObservationKind | null;
  readonly total: boolean;
  readonly headed: boolean;
  /** A convention that its heading was read by, or null. */
  readonly note: string | null;
}

const sampled = 60;

/** Understands every column of a table. */
export function understandColumns(table: RawTable): Column[] {
  const rows = table.body.filter(({ kind }) => kind === "data").map(({ row }) => row);
  const sample =
    rows.length <= sampled ? rows : rows.filter((_, index) => index % Math.ceil(rows.length / sampled) === 0);
  const columns: Column[] = [];
  for (let column = table.left; column <= table.right; column++) {
    const understood = understand(table, column, sample);
    if (understood) columns.push(understood);
  }
  return settled(withMetrics(withLabels(columns, table, sample), table, sample), table);
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

interface Heading {
  readonly label: Label;
  readonly row: number;
}

function understand(table: RawTable, column: number, sample: readonly number[]): Column | null {
  const own = ownHeadings(table, column);
  const content = contentOf(table.grid, column, sample);
  if (own.length === 0 && content === "blank") return null;
  const groups = own.length > 0 ? groupHeadings(table, column, own) : [];
  const leafFirst = [...own].reverse();
  const every = [...leafFirst, ...groups].map(({ label }) => label);
  const role = roleOf(
    table,
    column,
    sample,
    leafFirst.map(({ label }) => label),
    content,
  );
  return {
    column,
    role,
    text: displayText(own, groups),
    names: leafFirst
      .map(({ label }) => (label.role === null || label.role === "note" ? label.name : ""))
      .filter((name) => name !== ""),
    groups: groups.map(({ label }) => label),
    unit: every.find(({ unit }) => unit !== null)?.unit ?? null,
    periods: every.flatMap(({ period }) => (period ? [period] : [])),
    organisation: every.find(({ organisation }) => organisation !== null)?.organisation ?? null,
    kind: kindOf(every),
    total: leafFirst.some(
      ({ label }) => label.total || (label.metric === null && isTotalHeading(label.folded, label.name)),
    ),
    headed: own.length > 0,
    note: null,
  };
}

/** The heading as the return writes it: its lowest line, with what stands over it where that line alone names nothing. */
function displayText(own: readonly Heading[], groups: readonly Heading[]): string {
  const leaf = own[own.length - 1]?.label;
  if (leaf === undefined) return "";
  if (leaf.metric !== null || (leaf.name !== "" && own.length === 1)) return leaf.text;
  return [...own.slice(0, -1), ...[...groups].reverse(), ...own.slice(-1)].map(({ label }) => label.text).join(" – ");
}

/** A heading or group that says "target" outweighs one that says "actual". */
function kindOf(labels: readonly Label[]): ObservationKind | null {
  const kinds = labels.flatMap(({ kind }) => (kind ? [kind] : []));
  return kinds.find((kind) => kind !== "actual") ?? kinds[0] ?? null;
}

function ownHeadings(table: RawTable, column: number): Heading[] {
  return table.headerRows.flatMap((row) => {
    if (table.grid.blank(row, column)) return [];
    const label = table.grid.label(row, column);
    return label ? [{ label, row }] : [];
  });
}

/** Merged headings are filled to the right: a group reaches to the next one, where a heading of its own stands below it. Lowest first. */
function groupHeadings(table: RawTable, column: number, own: readonly Heading[]): Heading[] {
  const leaf = own[own.length - 1]!.row;
  const groups: Heading[] = [];
  for (const row of table.headerRows) {
    if (row >= leaf || !table.grid.blank(row, column)) continue;
    const group = nearestLeft(table, row, column);
    if (group) groups.unshift(group);
  }
  return groups;
}

function nearestLeft(table: RawTable, row: number, column: number): Heading | null {
  for (let left = column - 1; left >= table.left; left--) {
    if (table.grid.blank(row, left)) continue;
    const label = table.grid.label(row, left);
    const below = table.headerRows.filter((each) => each > row && !table.grid.blank(each, left));
    const overKeys = below.some((each) => {
      const role = table.grid.label(each, left)?.role ?? null;
      return role !== null && role !== "value";
    });
    return label && below.length > 0 && !overKeys ? { label, row } : null;
  }
  return null;
}

function roleOf(
  table: RawTable,
  column: number,
  sample: readonly number[],
  leafFirst: readonly Label[],
  content: Content,
): Column["role"] {
  const role = leafFirst.find((label) => label.role !== null)?.role ?? null;
  if (role === "value") return "figures";
  const corner = role === null ? null : cornerOf(role, table, column, sample);
  if (corner !== null) return corner;
  // "Sites" over numbers counts them; "Site" names each by its number.
  if (role === "site" && content === "figures" && leafFirst.some(({ folded }) => folded === "sites"))
    return "attribute";
  if (content !== "text" && role !== null && role !== "period" && headsFigures(role, leafFirst)) return "figures";
  if (role === "kind" && keyByContent(table.grid, column, sample) !== "kind")
    return content === "figures" ? "figures" : "attribute";
  if (role !== null) return role;
  if (content === "years") return ofYears(table, column, sample, leafFirst);
  if (content !== "text") return "figures";
  if (column > table.left && leafFirst.some((label) => label.metric || saysOnlyWhose(label))) {
    const named = leafFirst.some(({ metric }) => metric);
    if (named || sample.some((row) => ["figure", "answer", "year"].includes(table.grid.look(row, column))))
      return "figures";
  }
  return keyOfContent(table, column, sample, leafFirst.length > 0);
}

/** Numbers such as 2016 are periods where they lead their rows under no heading of figures. */
function ofYears(table: RawTable, column: number, sample: readonly number[], labels: readonly Label[]): Column["role"] {
  const ofFigures = labels.some(
    ({ metric, unit, period, kind, organisation, total }) =>
      metric !== null || unit !== null || period !== null || kind !== null || organisation !== null || total,
  );
  const key = keyOfContent(table, column, sample, true);
  return !ofFigures && key === "period" ? "period" : "figures";
}

/**
 * The corner of a table may name what stands across ("Month | Apr | May"), or one of its header rows
 * ("Unit | kWh | MWh"): what most cells below it are says what the column holds.
 */
function cornerOf(role: KeyRole, table: RawTable, column: number, sample: readonly number[]): KeyRole | null {
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
function headsFigures(role: KeyRole, labels: readonly Label[]): boolean {
  return role === "organisation" || labels.some(({ organisation }) => organisation !== null);
}

/** "2023/24", "UHL actual": a heading of figures, though most of them may be words. */
function saysOnlyWhose({ role, name, period, organisation }: Label): boolean {
  return role === null && name === "" && (period !== null || organisation !== null);
}

/**
 * What a column of texts holds by its cells. A heading of its own that says something unknown ("Review
 * year", "Main heating fuel") makes it a column of keys only where it leads the row.
 */
function keyOfContent(table: RawTable, column: number, sample: readonly number[], headed: boolean): Column["role"] {
  const key = keyByContent(table.grid, column, sample);
  if (key === "text") return "label";
  if (!headed) return key;
  const leads = sample.every((row) => !firstColumns(table, column).some((left) => table.grid.isFigure(row, left)));
  return leads && (key === "period" || key === "organisation") ? key : "label";
}

function firstColumns(table: RawTable, column: number): number[] {
  return Array.from({ length: column - table.left }, (_, index) => table.left + index);
}

/** "Target 2032": the plan's convention reads the bare year of a target as the financial year that ends in it, and says so. */
function asTarget(column: Column): Column {
  const [first, ...over] = column.periods;
  const reading = first === undefined ? null : targetYear(first, column.kind);
  return reading === null ? column : { ...column, periods: [reading, ...over], note: targetYearNote };
}

/** Ambiguous headings and days of one header are settled by the headings over and before them, and by their fellows ("2009-10" beside "2012-13"). */
function settled(columns: readonly Column[], { captions }: RawTable): Column[] {
  const first = columns.map(({ role, periods }) => (role === "figures" ? periods[0] : undefined));
  const readings = first.filter((reading): reading is PeriodReading => reading !== undefined);
  if (!columns.some(({ periods }) => periods.some(mayBeSettled))) return [...columns];
  const corner = columns.filter(({ role }) => role === "metric" || role === "label").map(({ text }) => text);
  const groups = columns.flatMap(({ groups: over }) => over.map(({ text }) => text));
  const hints = hintsOf(
    [...new Set([...groups, ...corner])],
    captions.map(({ text }) => text),
  );
  const settledReadings = settleReadings(readings, hints);
  let next = 0;
  return columns.map((column, index) => {
    if (first[index] === undefined) return column;
    const over = column.periods.slice(1).map((reading) => underHeading(reading, hints));
    return asTarget({ ...column, periods: [settledReadings[next++]!, ...over] });
  });
}
