import { hintsOf, mayBeSettled, settleReadings } from "../../plan/time/periods";
import type { PeriodReading } from "../../plan/time/periods";
import type { Organisation } from "../../plan/schema";
import { readUnit } from "../../plan/quantity/units";
import type { Unit } from "../../plan/quantity/units";
import { cellKey } from "../../snapshot/addresses";
import { addTo } from "../../collections/collect";
import type { Column } from "./columns";
import type { Label } from "../words/labels";
import type { ObservationKind } from "../observation";
import type { Caption, RawTable } from "../tables/raw-table";
import { targetYear, targetYearNote } from "./resolve-period";
import { noSection, sectionAfter } from "./sections";
import type { Section } from "./sections";
import { isOdsSiteCode } from "../words/site-names";
import { fold, tidy } from "../words/text";
import { emptyWord, isTotalHeading } from "../words/heading-words";

/** A heading of a row, with its column. */
export interface RowLabel {
  readonly column: number;
  readonly label: Label;
}

/** What the keys of one row of data say. */
export interface RowKeys {
  readonly row: number;
  /** Headings of the row that may name its metric, left to right, with their columns. */
  readonly labels: readonly RowLabel[];
  /** The row's first heading as written, for a figure that nothing names. */
  readonly heading: string;
  readonly periods: readonly PeriodReading[];
  readonly organisation: Organisation | null;
  /** The code or name of an organisation that the plan does not have, or null. */
  readonly outside: string | null;
  readonly site: string | null;
  readonly siteName: string | null;
  /** Units in cells of their own, with their columns; null where the cell's text is no unit that is known. */
  readonly units: readonly { readonly column: number; readonly text: string; readonly unit: Unit | null }[];
  readonly kind: ObservationKind | null;
  readonly note: string | null;
  readonly total: boolean;
  readonly grandTotal: boolean;
  readonly section: Section;
}

const nothingKnown: Omit<RowKeys, "row" | "outside" | "section"> = {
  labels: [],
  heading: "",
  periods: [],
  organisation: null,
  site: null,
  siteName: null,
  units: [],
  kind: null,
  note: null,
  total: false,
  grandTotal: false,
};
/** Reads the keys of every row of data of a table, in order. */
export class RowReader {
  private readonly metricColumns: readonly number[];
  private readonly siteColumns: readonly Column[];
  private readonly keyColumns: readonly number[];
  private readonly organisationColumns: readonly number[];
  private readonly last = new Map<number, number>();
  private readonly periods = new Map<number, PeriodReading>();
  private readonly byRole = new Map<Column["role"], Column[]>();
  private section: Section = noSection;

  constructor(
    private readonly table: RawTable,
    private readonly columns: readonly Column[],
    metricsAcross: boolean,
  ) {
    for (const column of columns) addTo(this.byRole, column.role, column);
    const labelled = columns.filter(({ role }) => role === "label");
    const sites = columns.filter(({ role }) => role === "site");
    const explicit = columns.filter(({ role }) => role === "metric").map(({ column }) => column);
    const noSites = sites.length === 0 && this.of("siteCode").length === 0;
    this.siteColumns = metricsAcross && noSites ? labelled.slice(0, 1) : sites;
    const names = metricsAcross ? [] : labelled.map(({ column }) => column);
    const firstFigure = columns.find(({ role }) => role === "figures")?.column ?? Infinity;
    const before = names.filter(
      (column) => explicit.length === 0 || column < firstFigure || table.headerRows.length === 0,
    );
    this.metricColumns = [...explicit, ...(explicit.length === 0 || table.headerRows.length === 0 ? before : [])].sort(
      (a, b) => a - b,
    );
    const keys = ["organisation", "organisationCode", "site", "siteCode", "period", "kind", "metric", "label"];
    this.keyColumns = columns.filter(({ role }) => keys.includes(role)).map(({ column }) => column);
    this.organisationColumns = [...this.of("organisationCode"), ...this.of("organisation")].map(({ column }) => column);
    this.settlePeriods();
  }

  private of(role: Column["role"]): readonly Column[] {
    return this.byRole.get(role) ?? [];
  }

  /** Ambiguous periods and days of one column are settled by its heading and by their fellows. */
  private settlePeriods(): void {
    for (const { column, text } of this.of("period")) {
      const rows = this.table.body
        .filter(({ row, kind }) => kind === "data" && !this.table.grid.blank(row, column))
        .map(({ row }) => row);
      const read = rows.map((row): PeriodReading => this.table.grid.label(row, column)?.period ?? { kind: "none" });
      if (!read.some(mayBeSettled)) continue;
      const lines = this.table.captions.map((caption) => caption.text);
      const hints = hintsOf([text], lines);
      const distinct = settleReadings(read, hints);
      rows.forEach((row, index) => this.periods.set(cellKey(row, column), distinct[index]!));
    }
  }

  /** Takes in the captions of a section; the rows after it stand under it. */
  enterSection(captions: readonly Caption[]): void {
    for (const caption of captions) this.section = sectionAfter(this.section, caption, this.table.grid.labels);
  }

  read(row: number, totals: boolean): RowKeys {
    const stranger = totals ? null : this.stranger(row);
    return stranger === null ? this.readKeys(row, totals) : this.outsideKeys(row, stranger);
  }

  /** An organisation outside the plan, told from its own column alone: a national table has thousands of such rows. */
  private stranger(row: number): string | null {
    let strange: string | null = null;
    for (const column of this.organisationColumns) {
      const value = this.table.grid.value(row, column);
      if (typeof value !== "string") continue;
      const names = this.table.grid.labels.organisations;
      if (/total|result|sum/i.test(value) || names.whole(value) || names.partOf(value)) return null;
      const text = tidy(value);
      if (text !== "" && !saysNothing(text)) strange ??= text;
    }
    return strange;
  }

  private outsideKeys(row: number, outside: string): RowKeys {
    for (const column of this.keyColumns) if (!this.table.grid.blank(row, column)) this.last.set(column, row);
    return { ...nothingKnown, row, outside, section: this.section };
  }

  private readKeys(row: number, totals: boolean): RowKeys {
    const labels = this.metricColumns.flatMap((column) => {
      const label = this.labelOf(row, column);
      return label ? [{ column, label }] : [];
    });
    const keyLabels = this.keyColumns.flatMap((column) => {
      const value = this.table.grid.value(row, column);
      // A national table has thousands of names: only those that may speak of a total are taken apart.
      if (typeof value !== "string" || !/total|result|sum|overall|\ball\b/i.test(value)) return [];
      return [{ label: this.table.grid.labels.read(value), named: this.metricColumns.includes(column) }];
    });
    const total = totals || keyLabels.some(({ label, named }) => isTotalKey(label, named));
    const { organisation, outside, part } = this.organisation(
      row,
      total,
      labels.map(({ label }) => label),
    );
    const site = organisation?.site === true ? this.site(row) : { code: null, name: null };
    const isSite = !total && (site.code ?? site.name) !== null;
    const own = labels.map(({ label }) => label);
    const kind = this.kind(row, own);
    const said = this.rowPeriods(row, own);
    const periods = said.map((reading) => targetYear(reading, kind ?? this.section.kind) ?? reading);
    const keys: RowKeys = {
      row,
      labels: labels.filter(({ label }) => !label.total),
      heading: this.keyColumns.map((column) => this.table.grid.text(row, column)).find((text) => text !== "") ?? "",
      periods,
      organisation: organisation?.organisation ?? null,
      outside,
      site: isSite ? (site.code ?? site.name) : total ? null : (part ?? this.section.site),
      siteName: isSite ? site.name : null,
      units: this.units(row),
      kind,
      note: this.note(row) ?? (periods.some((reading, index) => reading !== said[index]) ? targetYearNote : null),
      total,
      grandTotal: keyLabels.some(({ label: { folded } }) => /\b(grand|overall)\b/.test(folded)),
      section: this.section,
    };
    for (const column of this.keyColumns) if (!this.table.grid.blank(row, column)) this.last.set(column, row);
    return keys;
  }

  private units(row: number): RowKeys["units"] {
    return this.of("unit").flatMap(({ column }) => {
      const text = this.textOf(row, column);
      if (text === "" || saysNothing(text)) return [];
      // In a cell of its own "staff" is a unit, and "No" counts.
      return [{ column, text, unit: this.labelOf(row, column)?.unit ?? readUnit(`(${text})`)?.unit ?? null }];
    });
  }

  /** A key left blank because the cell above it is merged down: it is filled where a key to its right is given. */
  private filledRow(row: number, column: number): number | null {
    const { grid } = this.table;
    if (!grid.blank(row, column)) return row;
    const toTheRight = this.keyColumns.some((other) => other > column && !grid.blank(row, other));
    return this.table.headerRows.length > 0 && toTheRight ? (this.last.get(column) ?? null) : null;
  }

  private labelOf(row: number, column: number): Label | null {
    const from = this.filledRow(row, column);
    const label = from === null ? null : this.table.grid.label(from, column);
    // "Utility" heads a column of metrics, but as a row's own heading it is a name like any other.
    return label !== null && label.role !== null && label.name === "" ? { ...label, name: label.folded } : label;
  }

  private textOf(row: number, column: number): string {
    const from = this.filledRow(row, column);
    return from === null ? "" : this.table.grid.text(from, column);
  }

  /** The organisation a row is of; `site` tells whether its site column may name a site (and does not name the organisation itself). */
  private organisation(
    row: number,
    total: boolean,
    labels: readonly Label[],
  ): {
    organisation: { organisation: Organisation | null; site: boolean } | null;
    outside: string | null;
    part?: string;
  } {
    const names = this.table.grid.labels.organisations;
    let strange: string | null = null;
    for (const { column } of [...this.of("organisationCode"), ...this.of("organisation")]) {
      const text = this.textOf(row, column);
      if (text === "" || saysNothing(text)) continue;
      const found = names.whole(text) ?? names.ofSite(text);
      if (found) return { organisation: { organisation: found, site: true }, outside: null };
      const member = total ? null : names.partOf(text);
      if (member) return { organisation: { organisation: member, site: true }, outside: null, part: text };
      const label = this.table.grid.labels.read(text);
      strange ??=
        label.total && label.name === "" && label.organisation === null && isBareTotal(label.folded) ? null : text;
    }
    if (strange !== null) return { organisation: null, outside: strange };
    for (const { column, role } of [...this.of("siteCode"), ...this.siteColumns]) {
      const text = this.textOf(row, column);
      if (text === "") continue;
      const own = names.whole(text);
      if (own) return { organisation: { organisation: own, site: false }, outside: null };
      const trust = names.ofSite(text);
      if (trust) return { organisation: { organisation: trust, site: true }, outside: null };
      if (!total && isOdsSiteCode(text, role === "siteCode"))
        return { organisation: null, outside: text.slice(0, 3).toUpperCase() };
    }
    const named = labels.map(({ organisation }) => organisation).find((organisation) => organisation !== null) ?? null;
    return { organisation: { organisation: named, site: true }, outside: null };
  }

  private site(row: number): { code: string | null; name: string | null } {
    const code =
      this.of("siteCode")
        .map(({ column }) => this.textOf(row, column))
        .find((text) => text !== "") ?? null;
    const name = this.siteColumns.map(({ column }) => this.textOf(row, column)).find((text) => text !== "") ?? null;
    return {
      code: code === null || saysNothing(code) ? null : code,
      name: name === null || saysNothing(name) ? null : name,
    };
  }

  private rowPeriods(row: number, labels: readonly Label[]): PeriodReading[] {
    const cells = this.of("period").flatMap(({ column }) => {
      const from = this.filledRow(row, column);
      if (from === null) return [];
      const settled = this.periods.get(cellKey(from, column)) ?? this.table.grid.label(from, column)?.period;
      return settled && settled.kind !== "none" ? [settled] : this.unreadPeriod(from, column);
    });
    const inLabels = labels.flatMap(({ period }) => (period && period.kind !== "none" ? [period] : []));
    return [...cells, ...inLabels];
  }

  /** What stands in a column of periods and is none ("4" under "Month") is never passed over for the title's year. */
  private unreadPeriod(row: number, column: number): PeriodReading[] {
    const text = this.table.grid.text(row, column);
    const folded = fold(text);
    if (text === "" || emptyWord(text, folded) !== null || isTotalHeading(folded, "")) return [];
    if (/^(annual|annually|yearly|year|full year|all year|whole year)$/.test(folded)) return [];
    const heading = this.columns.find((each) => each.column === column)?.text ?? "";
    if (/^[1-4]$/.test(text) && /\b(quarter|qtr)\b/i.test(heading))
      return [
        { kind: "ambiguous", readings: [], text: `Q${text}`, reason: `“${text}” under “${heading}” has no year.` },
      ];
    const reason = `“${text}” under “${heading}” is no period that can be read: write it in full, such as 2016/17, 2016/17 Q3 or Dec 2016.`;
    return [{ kind: "ambiguous", readings: [], text, reason }];
  }

  private kind(row: number, labels: readonly Label[]): ObservationKind | null {
    const cells = [...this.of("kind"), ...this.siteColumns.filter(({ role }) => role === "label")].map(
      ({ column }) => this.table.grid.label(row, column)?.kind ?? null,
    );
    const quality = this.of("quality").map(({ column }) => qualityOf(this.table.grid.text(row, column)));
    const found = [...cells, ...quality, ...labels.map(({ kind }) => kind)].filter((kind) => kind !== null);
    return found.find((kind) => kind !== "actual") ?? found[0] ?? null;
  }

  private note(row: number): string | null {
    const said = [...this.of("quality"), ...this.of("note")].map(({ column }) => this.table.grid.text(row, column));
    if (said.some((text) => /\bestimat|^\[?e\]?$|\bprovisional\b/i.test(text))) return "estimated";
    if (this.of("quality").some(({ column }) => qualityOf(this.table.grid.text(row, column)) !== null))
      return "estimated";
    const [shorthand] = said.filter((text) => /^\[[a-z]{1,2}\]$/i.test(text));
    return shorthand ?? null;
  }
}

/** A word that stands for no key ("n/a", "-"); none has a digit, as most codes and names of a large table do. */
function saysNothing(text: string): boolean {
  return !/\d/.test(text) && emptyWord(text, fold(text)) !== null;
}

/** "Total", "UHL total", and among organisations or sites also "R1A Result"; "Total gas" is a metric's name. */
function isTotalKey(label: Label, namesMetric: boolean): boolean {
  if (label.metric !== null) return false;
  if (label.total || isTotalHeading(label.folded, label.name)) return true;
  return !namesMetric && /^(grand |sub ?)?totals?\b|\b(totals?|subtotals?|results?)$/.test(label.folded);
}

function isBareTotal(folded: string): boolean {
  return isTotalHeading(folded, "");
}

function qualityOf(text: string): ObservationKind | null {
  return /^(e|est|estimated?|y|yes|\[e\]|provisional|part estimated)$/i.test(text.trim()) ? "estimate" : null;
}
