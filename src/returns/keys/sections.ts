import type { PeriodReading } from "../../plan/time/periods";
import type { Organisation } from "../../plan/schema";
import type { Unit } from "../../plan/quantity/units";
import type { Label, LabelReader } from "../words/labels";
import type { ObservationKind } from "../observation";
import type { SheetGrid } from "../tables/grid";
import type { Caption } from "../tables/raw-table";
import type { MetricMatch } from "../words/metric-names";
import { siteIn } from "../words/site-names";
import { fold } from "../words/text";
import { isNoteLine, isRemark, keyRole } from "../words/heading-words";

/** What the captions above a row, inside its table, say of the rows below them. */
export interface Section {
  readonly name: string | null;
  readonly organisation: Organisation | null;
  readonly period: PeriodReading | null;
  readonly kind: ObservationKind | null;
  readonly unit: Unit | null;
  readonly site: string | null;
  /** True below "Total" or "All sites": the rows are totals of those of other sections. */
  readonly total: boolean;
}

export const noSection: Section = {
  name: null,
  organisation: null,
  period: null,
  kind: null,
  unit: null,
  site: null,
  total: false,
};

/**
 * The section after a caption: what the caption says, and what still holds of the section before.
 *
 * @returns `before` itself after a caption that says nothing of the rows below it.
 */
export function sectionAfter(before: Section, { heading, text }: Caption, labels: LabelReader): Section {
  const label = labels.read(text);
  if (heading === null && (isNoteLine(text) || isRemark(text) || label.folded === "")) return before;
  const role = heading === null ? null : keyRole(fold(heading));
  if (role === "metric") return { ...before, name: label.name };
  if (role === "site" || role === "siteCode") return { ...before, site: label.text, total: false };
  if (role === null && label.total) return { ...noSection, organisation: label.organisation, total: true };
  const mayNameOrganisation = role === null || role.startsWith("organisation");
  const organisation = mayNameOrganisation ? (label.organisation ?? labels.organisations.whole(text)) : null;
  const mayBeSite = role === null && (label.site !== null || organisation === null);
  const site = mayBeSite ? siteIn(label, labels) : null;
  const kept = keptAfter(before, label, organisation);
  return {
    name: role === null && site === null ? label.name || null : null,
    organisation: organisation ?? before.organisation,
    period: label.period ?? kept.period,
    kind: label.kind ?? kept.kind,
    unit: label.unit,
    site: site ?? kept.site,
    total: false,
  };
}

/** What still holds of a section: another organisation ends all of it, another name its kind and its site. */
function keptAfter(
  before: Section,
  { name, metric }: Label,
  organisation: Organisation | null,
): Pick<Section, "period" | "kind" | "site"> {
  if (organisation !== null && organisation.code !== before.organisation?.code)
    return { period: null, kind: null, site: null };
  return {
    period: before.period,
    kind: name === "" && organisation === null ? before.kind : null,
    site: name !== "" && metric === null ? null : before.site,
  };
}

/** A row under a section, before it is known whether the section speaks for it. */
export interface RowInSection {
  readonly row: number;
  readonly labels: readonly Label[];
  /** Its words, or a formula without words, say that it adds up others. */
  readonly total: boolean;
  readonly grandTotal: boolean;
}

/** Words by which a row speaks of more than the parts above it: "Total emissions", "Goal for emissions". */
const ofAll = /\b(totals?|sum|overall|all|grand|combined|gross|net|goals?|targets?|ambitions?)\b/;

/**
 * The section of each row of a table, and where it ends. A section under a metric's name ("Scope 1 emissions") gives
 * that name to the rows that say nothing of their own ("2023/24", "kWh", "Total"), and to no row after its parts that
 * may be of something wider: a row of another metric counted alike, a total that is not of its parts, a row after a
 * blank one. Sections of other words ("Costs") hold until the next.
 */
export class Sections {
  private section: Section;
  private metric: MetricMatch | null = null;
  /** Rows of the section's parts: those with a name that is not the section's. */
  private parts: number[] = [];
  private hasEnded = false;
  /** An earlier metric's section had no total of its own, so that a later total may be of both. */
  private isUnclosed = false;
  private lastRow = -1;
  /** The metrics that rows of the section have named. */
  private named = new Set<string>();

  /** @param figures the columns of figures. */
  constructor(
    private readonly grid: SheetGrid,
    private readonly figures: readonly number[],
    opening: Section,
  ) {
    this.section = opening;
  }

  private get labels(): LabelReader {
    return this.grid.labels;
  }

  enter(captions: readonly Caption[]): void {
    for (const caption of captions) {
      const next = sectionAfter(this.section, caption, this.labels);
      if (next !== this.section) this.begin(next);
    }
  }

  private begin(section: Section): void {
    if (this.metric !== null && this.parts.length > 0 && !this.hasEnded) this.isUnclosed = true;
    this.section = section;
    this.metric = section.name === null ? null : this.labels.metrics.exact(section.name);
    this.parts = [];
    this.hasEnded = false;
    this.lastRow = -1;
    this.named = new Set();
  }

  /** The section that speaks for a row; call it once a row, top to bottom. */
  of(row: RowInSection): Section {
    if (this.section.site !== null && this.isOverSites(row)) return { ...this.section, site: null, total: true };
    if (this.metric === null) return this.section;
    const isAfterBlank = this.lastRow >= 0 && row.row > this.lastRow + 1;
    this.lastRow = row.row;
    if (isAfterBlank && this.parts.length > 0) this.end();
    const speaks = !this.hasEnded && this.speaksFor(row, this.metric);
    if (row.total) this.hasEnded = true;
    return speaks ? this.section : { ...this.section, name: null };
  }

  /** "Total gas" below a site that has given its gas is of all sites. */
  private isOverSites({ labels }: RowInSection): boolean {
    const [match] = labels.flatMap(({ metric }) => metric ?? []);
    if (match === undefined) return false;
    const isRepeated = this.named.has(match.name);
    this.named.add(match.name);
    return isRepeated && labels.some(({ folded }) => /^(?:grand |overall )?totals?\b|\btotals?$/.test(folded));
  }

  /** Ends the section without a total of its own. */
  private end(): void {
    if (!this.hasEnded) this.isUnclosed = true;
    this.hasEnded = true;
  }

  private speaksFor(row: RowInSection, metric: MetricMatch): boolean {
    const named = row.labels.filter(({ name, total }) => name !== "" && !total);
    const own = named.flatMap((label) => label.metric ?? []);
    if (own.some((each) => isBeside(each, metric))) this.end();
    else if (named.length > 0 && this.isWider(row)) return false;
    else if (named.some((label) => this.isPart(label))) this.parts.push(row.row);
    else if (row.total) return this.isOwnTotal(row);
    else return this.parts.length === 0 || named.length > 0 || row.labels.some(({ unit }) => unit !== null);
    return true;
  }

  /** A name whose words the section's name has too, with one that says it is of more than the parts. */
  private isWider({ labels }: RowInSection): boolean {
    const ofSection = new Set(fold(this.section.name ?? "").split(" "));
    return labels.some(({ name, metric, folded }) => {
      if (metric !== null || name === "") return false;
      const rest = name.replace(new RegExp(ofAll.source, "g"), " ").split(" ");
      const isWithin = rest.every((word) => word === "" || ofSection.has(word) || word === "for");
      return isWithin && (ofAll.test(folded) || this.parts.length > 0);
    });
  }

  /** "Boilers" under "Scope 1 emissions", not "Cost" under "Electricity". */
  private isPart({ name }: Label): boolean {
    return this.labels.metrics.exact(`${this.section.name ?? ""} ${name}`) === null;
  }

  /** A total is the section's where it adds up the section's parts, or none but this section can be meant. */
  private isOwnTotal({ row, grandTotal }: RowInSection): boolean {
    if (this.parts.length === 0) return !this.isUnclosed;
    return this.addsUp(row) || (!this.isUnclosed && !grandTotal);
  }

  private addsUp(total: number): boolean {
    const columns = this.figures.filter((column) => typeof this.grid.value(total, column) === "number");
    const agree = columns.filter((column) => {
      const numbers = this.parts.flatMap((row) => this.grid.value(row, column) ?? []);
      const sum = numbers.reduce<number>((before, value) => before + (typeof value === "number" ? value : 0), 0);
      const value = Number(this.grid.value(total, column));
      return Math.abs(sum - value) <= Math.max(Math.abs(value) * 0.001, numbers.length * 0.5);
    });
    return columns.length > 0 && agree.length === columns.length;
  }
}

/** Another metric counted in the same unit: a row that stands beside the section, not in it. */
function isBeside(own: MetricMatch, section: MetricMatch): boolean {
  const units = new Set(section.entries.map(({ metric }) => metric.unit));
  const isOther = !own.entries.some(({ metric }) => section.entries.some((each) => each.metric.id === metric.id));
  return isOther && own.entries.every(({ metric }) => units.has(metric.unit));
}
