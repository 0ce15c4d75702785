import type { Organisation } from "../../plan/schema";
import { readUnitCell, type Unit } from "../../plan/quantity/units";
import type { PeriodReading } from "../../plan/time/periods";
import type { ObservationKind } from "../observation";
import type { Caption, RawTable } from "../tables/raw-table";
import { isTotalHeading } from "../words/heading-words";
import type { Label } from "../words/labels";
import { isSiteName } from "../words/site-names";
import type { Column } from "./columns";
import { baseYear, baseYearNote, targetYear, targetYearNote } from "./resolve-period";
import { RowCells, saysNothing } from "./row-cells";
import { RowOwners, type RowOwner } from "./row-owner";
import { RowPeriods } from "./row-periods";
import { noSection, Sections, type Section } from "./sections";

/** A heading of a row, with its column. */
export interface RowLabel {
  readonly column: number;
  readonly label: Label;
}

/** A unit in a cell of its own; null where the cell's text is no unit that is known. */
export interface RowUnit {
  readonly column: number;
  readonly text: string;
  readonly unit: Unit | null;
}

/** What the keys of one row of data say. */
export interface RowKeys extends RowOwner {
  readonly row: number;
  /** Headings of the row that may name its metric, left to right. */
  readonly labels: readonly RowLabel[];
  /** Fallback label: the row's first heading as written, for a figure that nothing names. */
  readonly heading: string;
  readonly periods: readonly PeriodReading[];
  readonly organisation: Organisation | null;
  readonly units: readonly RowUnit[];
  readonly kind: ObservationKind | null;
  readonly note: string | null;
  readonly total: boolean;
  readonly grandTotal: boolean;
  readonly section: Section;
}

const nothingKnown: Omit<RowKeys, "row" | "outside" | "section"> = {
  unknown: null,
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
  /** Columns of words between those of metrics and the figures. */
  private readonly besides: readonly Column[];
  private readonly cells: RowCells;
  private readonly owners: RowOwners;
  private readonly periods: RowPeriods;
  private readonly sections: Sections;

  /**
   * @param metricsAcross true where columns, not rows, name the metrics.
   * @param opening what the lines over the table say of its first rows.
   */
  constructor(
    private readonly table: RawTable,
    columns: readonly Column[],
    metricsAcross: boolean,
    opening: Section,
  ) {
    const ofFigures = columns.filter(({ role }) => role === "figures").map(({ column }) => column);
    this.sections = new Sections(table.grid, ofFigures, opening);
    this.cells = new RowCells(table, columns, metricsAcross);
    this.owners = new RowOwners(this.cells);
    this.periods = new RowPeriods(this.cells);
    this.metricColumns = metricColumns(table, this.cells, metricsAcross);
    const figures = ofFigures[0] ?? Infinity;
    this.besides = metricsAcross
      ? []
      : this.cells.of("label").filter(({ column }) => !this.metricColumns.includes(column) && column < figures);
  }

  /** Takes in the captions of a section; the rows after it stand under it. */
  enterSection(captions: readonly Caption[]): void {
    this.sections.enter(captions);
  }

  /** @param totals true for the totals row of an Excel table. */
  read(row: number, totals: boolean): RowKeys {
    const outside = totals ? null : this.owners.outside(row);
    const keys = outside === null ? this.readKeys(row, totals) : { ...nothingKnown, row, outside, section: noSection };
    this.cells.pass(row);
    return keys;
  }

  private readKeys(row: number, totals: boolean): RowKeys {
    const { grid } = this.table;
    const headings = this.headings(row);
    const labels = headings.map(({ label }) => label);
    const mayNameSite = labels.length === 1 || labels.some(({ metric }) => metric !== null);
    const ownSite = mayNameSite ? (labels.find((label) => isSiteName(label, grid.labels)) ?? null) : null;
    const totalWords = this.totalWords(row);
    const grandTotal = totalWords.some(({ label: { folded } }) => /\b(grand|overall)\b/.test(folded));
    const totalKeys = totalWords.filter(({ label, namesMetric }) => isTotalKey(label, namesMetric));
    const isTotal = totals || totalKeys.length > 0;
    const section = this.sections.of({ row, labels, total: isTotal, grandTotal });
    const total = isTotal || section.total;
    const owner = this.owners.of(row, total, labels);
    const kind = this.kind(row, labels);
    // "UHL total 2024/25" is of that year, whichever column it stands in.
    const named = this.periods.of(row, [...new Set([...labels, ...totalKeys.map(({ label }) => label)])]);
    const said = kind ?? section.kind;
    const periods = named.map(
      (reading) => targetYear(reading, said) ?? baseYear(reading, said === "baseline") ?? reading,
    );
    const isConvention = periods.some((reading, index) => reading !== named[index]);
    const conventionNote = said === "baseline" ? baseYearNote : targetYearNote;
    return {
      ...owner,
      row,
      labels: headings.filter(({ label }) => !label.total && label !== ownSite),
      heading: this.cells.keyColumns.map((column) => grid.text(row, column)).find((text) => text !== "") ?? "",
      periods,
      site: total ? null : (owner.site ?? ownSite?.text ?? section.site),
      units: this.units(row),
      kind,
      note: this.note(row) ?? (isConvention ? conventionNote : null),
      total,
      grandTotal,
      section,
    };
  }

  /** The cells that may name the row's metric, with those of its subcategory: one headed so, or a metric under a name merged down. */
  private headings(row: number): RowLabel[] {
    const isMerged = this.metricColumns.every((column) => this.table.grid.blank(row, column));
    const parts = this.besides.filter(
      ({ column, text }) =>
        subcategory.test(text) || (isMerged && (this.table.grid.label(row, column)?.metric ?? null) !== null),
    );
    return [...this.metricColumns, ...parts.map(({ column }) => column)].flatMap((column) => {
      const label = this.cells.labelOf(row, column);
      return label ? [{ column, label }] : [];
    });
  }

  /** The row's keys that may speak of a total: a national table has thousands of names, and only these are taken apart. */
  private totalWords(row: number): { readonly label: Label; readonly namesMetric: boolean }[] {
    const { grid } = this.table;
    return this.cells.keyColumns.flatMap((column) => {
      const value = grid.value(row, column);
      if (typeof value !== "string" || !/total|result|sum|overall|\ball\b/i.test(value)) return [];
      return [{ label: grid.labels.read(value), namesMetric: this.metricColumns.includes(column) }];
    });
  }

  private units(row: number): RowUnit[] {
    const unheaded = this.besides.filter(({ column }) => isUnitAlone(this.table.grid.label(row, column)));
    return [...this.cells.of("unit"), ...unheaded].flatMap(({ column }) => {
      const text = this.cells.textOf(row, column);
      return text === "" || saysNothing(text) ? [] : [{ column, text, unit: readUnitCell(text) }];
    });
  }

  private kind(row: number, labels: readonly Label[]): ObservationKind | null {
    const { grid } = this.table;
    const sites = this.cells.siteColumns.filter(({ role }) => role === "label");
    const inCells = [...this.cells.of("kind"), ...this.cells.of("period"), ...sites].map(
      ({ column }) => grid.label(row, column)?.kind ?? null,
    );
    const quality = this.textsOf(row, "quality").map((text) => (saysEstimated(text) ? "estimate" : null));
    const found = [...inCells, ...quality, ...labels.map(({ kind }) => kind)].filter((kind) => kind !== null);
    return found.find((kind) => kind !== "actual") ?? found[0] ?? null;
  }

  private note(row: number): string | null {
    const quality = this.textsOf(row, "quality");
    const notes = [...quality, ...this.textsOf(row, "note")];
    const isEstimated =
      notes.some((text) => /\bestimat|^\[?e\]?$|\bprovisional\b/i.test(text)) || quality.some(saysEstimated);
    if (isEstimated) return "estimated";
    return notes.find((text) => /^\[[a-z]{1,2}\]$/i.test(text)) ?? null;
  }

  private textsOf(row: number, role: Column["role"]): string[] {
    return this.cells.of(role).map(({ column }) => this.table.grid.text(row, column));
  }
}

const subcategory = /\b(?:sub[ -]?(?:categor(?:y|ies)|type|group|stream|metric|indicator|heading)s?|breakdown)\b/i;

/** True for a cell that gives a unit and says no more, under whatever heading. */
function isUnitAlone(label: Label | null): boolean {
  return label !== null && label.unit !== null && label.name === "" && label.role === null;
}

/** The columns whose cells may name a row's metric: those of metrics, else, where metrics stand down, those of labels; in a form both. */
function metricColumns({ headerRows }: RawTable, cells: RowCells, metricsAcross: boolean): number[] {
  const explicit = cells.of("metric").map(({ column }) => column);
  const isForm = headerRows.length === 0;
  const labelled = metricsAcross || (explicit.length > 0 && !isForm) ? [] : cells.of("label");
  const all = [...explicit, ...labelled.map(({ column }) => column)].sort((a, b) => a - b);
  // Words after the last figure are remarks on it: "since 2019", "target agreed".
  const lastFigures = cells.of("figures").at(-1)?.column ?? Infinity;
  const leading = all.filter((column) => column < lastFigures);
  return leading.length > 0 ? leading : all;
}

/** "Total", "UHL total", and among organisations or sites also "R1A Result"; "Total gas" is a metric's name. */
function isTotalKey(label: Label, namesMetric: boolean): boolean {
  if (label.metric !== null) return false;
  if (label.total || isTotalHeading(label.folded, label.name)) return true;
  return !namesMetric && /^(grand |sub ?)?totals?\b|\b(totals?|subtotals?|results?)$/.test(label.folded);
}

/** A word of a column of data quality that marks a figure as estimated. */
function saysEstimated(text: string): boolean {
  return /^(e|est|estimated?|y|yes|\[e\]|provisional|part estimated)$/i.test(text.trim());
}
