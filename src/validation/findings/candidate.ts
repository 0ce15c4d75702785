import type { MetricId, OrganisationCode } from "../../plan/schema";
import type { Observation } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";
import { placesOf, type FigureSeries, type Point } from "../context/figure-series";
import type { Mend, Severity } from "../finding";

/** What a rule saw, before findings that share a cause are made one. */
export interface Candidate {
  readonly severity: Severity;
  /** What is wrong, the worst first; empty only where the whole workbook is meant. */
  readonly cells: readonly CellPlace[];
  /** What it is wrong against, named after `cells`: a failing total's parts. */
  readonly also?: readonly CellPlace[];
  readonly label: string | null;
  readonly metric: MetricId | null;
  readonly organisation: OrganisationCode | null;
  readonly site: string | null;
  /** The period's label. */
  readonly period: string | null;
  readonly message: string;
  readonly mend: Mend | null;
  readonly figure: number | string | null;
  /** All source cells, if more than `cells`; used to attribute this finding to a root cause. */
  readonly involves?: readonly CellPlace[];
  /** Cells of the wrong figures it accounts for, if not `cells`: the figures under a heading. */
  readonly causes?: readonly CellPlace[];
  /** How much is at stake, as a share of the organisation's total or of the series looked at; used to rank. */
  readonly effect: number;
  /** Tells apart findings of one code that share metric, organisation, site and period: a sheet, an action's id. */
  readonly subject?: string;
}

/** What a rule says of what it saw, and whatever it knows better than the defaults. */
type Said = Pick<Candidate, "severity" | "message"> & Partial<Candidate>;

/**
 * A finding about cells that belong to no one metric.
 *
 * @param cells none where the whole workbook is meant.
 */
export function findingIn(cells: readonly CellPlace[], said: Said): Candidate {
  return {
    cells,
    label: null,
    metric: null,
    organisation: null,
    site: null,
    period: null,
    mend: null,
    figure: cells.length,
    effect: 0,
    ...said,
  };
}

/** A finding about one figure as stated in its cell. */
export function findingOf(figure: Observation, said: Said): Candidate {
  const { place, label, metric, organisation, site, period, value } = figure;
  const subject = { label, metric, organisation, site, period: period.label, figure: value, effect: 1 };
  return findingIn([place], { ...subject, ...said });
}

/** A finding about one period of a series. */
export function findingAt({ metric, organisation, site }: FigureSeries, point: Point, said: Said): Candidate {
  const { label } = point.observations[0];
  const subject = { label, metric: metric.id, organisation, site, period: point.period.label, figure: point.value };
  return findingIn(placesOf(point), { ...subject, ...said });
}

/** What a finding says of several things: the one's own where there is but one, else null. */
export function ofOne<T, V>(all: readonly [T, ...T[]] | readonly T[], of: (one: T) => V): V | null {
  const [first, ...others] = all;
  return first !== undefined && others.length === 0 ? of(first) : null;
}
