import type { Assessment, SpcReading } from "../assessment";
import { gapPercentOf } from "../paths/gap";
import type { SeriesCase } from "./gather";
import type { Outlook } from "../outlook/outlook";
import type { ReadyTarget } from "../paths/pathway";
import type { Standing } from "./working";

/** What differs from row to row of one series. */
export interface RowParts extends Pick<
  Assessment,
  "period" | "latest" | "actual" | "places" | "reductions" | "partial" | "missing"
> {
  readonly standing: Standing;
  readonly outlook: Outlook;
  /** Puts "how was this worked out" into words, when somebody reads it. */
  readonly working: () => string;
}

/** One row of a series, its sentence made only when it is read: it costs more than all the rest of the row. */
export function rowFrom(series: SeriesCase, target: ReadyTarget, parts: RowParts): Row {
  return new Row(series, target, parts);
}

/**
 * Written field by field: parts spread together would make each row a slow dictionary, and a large
 * return has a million of them.
 */
export class Row implements Assessment {
  readonly metric: Assessment["metric"];
  readonly target: Assessment["target"];
  readonly organisation: Assessment["organisation"];
  readonly period: Assessment["period"];
  readonly latest: boolean;
  readonly actual: number | null;
  readonly unit: Assessment["unit"];
  readonly places: Assessment["places"];
  readonly baseline: Assessment["baseline"];
  readonly goal: Assessment["goal"];
  readonly path: Assessment["path"];
  readonly gap: number | null;
  readonly gapPercent: number | null;
  readonly rag: Assessment["rag"];
  readonly why: Assessment["why"];
  readonly word: string;
  readonly assurance: Assessment["assurance"];
  readonly projection: Assessment["projection"];
  readonly neededPerYear: number | null;
  readonly neededPercentPerYear: number | null;
  readonly attains: string | null;
  readonly reductions: Assessment["reductions"];
  readonly budget: Assessment["budget"];
  readonly partial: boolean;
  readonly missing: readonly string[];
  declare readonly working: string;
  declare readonly basis?: string;
  declare rolling?: boolean;
  declare spc?: SpcReading | null;
  readonly #working: () => string;

  constructor({ pathway, organisation, baseline }: SeriesCase, target: ReadyTarget, parts: RowParts) {
    const { standing, outlook } = parts;
    const { gap, path } = standing;
    this.metric = pathway.metric.id;
    this.target = target.plan.target.id;
    this.organisation = organisation;
    this.period = parts.period;
    this.latest = parts.latest;
    this.actual = parts.actual;
    this.unit = pathway.metric.unit;
    this.places = parts.places;
    this.baseline = baseline;
    this.goal = target.shown;
    this.path = path;
    this.gap = gap;
    this.gapPercent = gap === null || path.late === null ? null : gapPercentOf(gap, path.late);
    this.rag = standing.rag;
    this.why = standing.why;
    this.word = standing.word;
    this.assurance = outlook.assurance;
    this.projection = outlook.projection;
    this.neededPerYear = outlook.neededPerYear;
    this.neededPercentPerYear = outlook.neededPercentPerYear ?? null;
    this.attains = outlook.attains;
    this.reductions = parts.reductions;
    this.budget = outlook.budget;
    this.partial = parts.partial;
    this.missing = parts.missing;
    this.#working = parts.working;
    Object.defineProperty(this, "working", Row.sentence);
    if (target.plan.alternative !== null) this.basis = target.plan.alternative.id;
  }

  /** An own property, so that a copy of a row keeps its sentence. */
  private static readonly sentence: PropertyDescriptor & ThisType<Row> = {
    enumerable: true,
    get() {
      return this.#working();
    },
  };
}
