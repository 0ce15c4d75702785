import type { Assessment } from "./assessment";
import { gapPercentOf } from "./gap";
import type { SeriesCase } from "./gather";
import type { Outlook } from "./outlook";
import type { ReadyTarget } from "./pathway";
import type { Standing } from "./working";

/** What differs from row to row of one series. */
export interface RowParts extends Pick<
  Assessment,
  "period" | "latest" | "actual" | "places" | "reductions" | "partial" | "missing" | "working"
> {
  readonly standing: Standing;
  readonly outlook: Outlook;
}

type Writable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

/**
 * One row of a series. Written field by field: parts spread together would make each row a slow
 * dictionary, and a large return has a million of them.
 */
export function rowFrom(
  { pathway, organisation, baseline }: SeriesCase,
  target: ReadyTarget,
  parts: RowParts,
): Writable<Assessment> {
  const { standing, outlook } = parts;
  const { gap, path } = standing;
  const row: Writable<Assessment> = {
    metric: pathway.metric.id,
    target: target.plan.target.id,
    organisation,
    period: parts.period,
    latest: parts.latest,
    actual: parts.actual,
    unit: pathway.metric.unit,
    places: parts.places,
    baseline,
    goal: target.shown,
    path,
    gap,
    gapPercent: gap === null || path.late === null ? null : gapPercentOf(gap, path.late),
    rag: standing.rag,
    why: standing.why,
    word: standing.word,
    assurance: outlook.assurance,
    projection: outlook.projection,
    neededPerYear: outlook.neededPerYear,
    attains: outlook.attains,
    reductions: parts.reductions,
    budget: outlook.budget,
    partial: parts.partial,
    missing: parts.missing,
    working: parts.working,
  };
  if (target.plan.alternative !== null) row.basis = target.plan.alternative.id;
  return row;
}
