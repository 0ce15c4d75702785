import type { SheetGrid } from "../tables/grid";
import type { Caption } from "../tables/raw-table";
import type { Label, LabelReader } from "../words/labels";
import type { MetricMatch } from "../words/metric-names";
import { fold } from "../words/text";
import { sectionAfter, type Section } from "./sections";

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
  }

  /** The section that speaks for a row; call it once a row, top to bottom. */
  of(row: RowInSection): Section {
    if (this.metric === null) return this.section;
    const isAfterBlank = this.lastRow >= 0 && row.row > this.lastRow + 1;
    this.lastRow = row.row;
    if (isAfterBlank && this.parts.length > 0) this.end();
    const speaks = !this.hasEnded && this.speaksFor(row, this.metric);
    if (row.total) this.hasEnded = true;
    return speaks ? this.section : { ...this.section, name: null };
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
