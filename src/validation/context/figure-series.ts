import { keyOf } from "../../collections/keys";
import { isSameFigure } from "../../plan/quantity/same-figure";
import { groupBy } from "../../collections/groups";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import { comparePeriods, type Period } from "../../plan/time/periods";
import type { Metric, MetricId, OrganisationCode } from "../../plan/schema";
import type { Observation, Total } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";
import { isOutturn, isKnown, type KnownFigure } from "./figures";

/** A series' figure for one period. */
export interface Point {
  readonly period: Period;
  /** In the metric's unit. */
  readonly value: number;
  /** What it was made from; the first is where a finding points. */
  readonly observations: NonEmpty<Observation>;
  /** The organisation's own stated figure, where its total was made from sites and it says the same. */
  readonly stated: Observation | null;
}

/** One metric of one organisation, or of one of its sites, period after period of one kind. */
export interface FigureSeries {
  readonly metric: Metric;
  readonly organisation: OrganisationCode;
  /** Null for the organisation's own total. */
  readonly site: string | null;
  /** In order of period, one for each, all of one kind of period. */
  readonly points: NonEmpty<Point>;
}

/** Conflicting figures: two or more stated for the same metric, organisation, site and period. */
export type Conflict = NonEmpty<KnownFigure>;

/** The series of a return, and its conflicting figures. */
export interface AllSeries {
  /** Organisations' series metric by metric, then sites' series metric by metric. */
  readonly allSeries: readonly FigureSeries[];
  readonly conflicts: readonly Conflict[];
}

/** The figures stated for one metric, organisation and site, in order of period. */
interface Stated {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly site: string | null;
  readonly figures: NonEmpty<KnownFigure>;
}

/**
 * The series of a return: an organisation's from its totals, a site's from its own figures.
 * A partial roll-up is left out: its steps come from who reported, not from what happened.
 */
export function seriesOf(
  observations: readonly Observation[],
  totals: readonly Total[],
  metrics: ReadonlyMap<MetricId, Metric>,
): AllSeries {
  const stated = statedBySite(observations.filter(isKnown).filter(isOutturn));
  const own = new Map(
    stated.filter(({ site }) => site === null).map((each) => [keyOf(each.metric, each.organisation), each.figures]),
  );
  const seriesFrom = (
    metric: MetricId,
    organisation: OrganisationCode,
    site: string | null,
    points: readonly Point[],
  ) => {
    const found = metrics.get(metric);
    if (found === undefined) return [];
    const kinds = [...groupBy(points, ({ period }) => period.kind).values()];
    return kinds.map((ofKind): FigureSeries => ({ metric: found, organisation, site, points: ofKind }));
  };
  const made = totals.flatMap((total) => {
    const point = totalPoint(total, own.get(keyOf(total.metric, total.organisation)) ?? []);
    return point === null ? [] : [{ total, point }];
  });
  const ofTotals = [...groupBy(made, ({ total }) => total.metric)].flatMap(([metric, ofMetric]) =>
    [...groupBy(ofMetric, ({ total }) => total.organisation)].flatMap(([organisation, all]) =>
      seriesFrom(metric, organisation, null, inOrder(all.map(({ point }) => point))),
    ),
  );
  const ofSites = stated.flatMap(({ metric, organisation, site, figures }) =>
    site === null ? [] : seriesFrom(metric, organisation, site, firstOfEach(figures).map(pointOf)),
  );
  return { allSeries: [...ofTotals, ...ofSites], conflicts: stated.flatMap(({ figures }) => conflictsIn(figures)) };
}

function statedBySite(figures: readonly KnownFigure[]): Stated[] {
  return [...groupBy(figures, ({ metric }) => metric)].flatMap(([metric, ofMetric]) =>
    [...groupBy(ofMetric, (each) => each.organisation)].flatMap(([organisation, ofOrganisation]) =>
      [...groupBy(ofOrganisation, (each) => each.site)].flatMap(([site, ofSite]) => {
        const ordered = inOrder(ofSite);
        return isNonEmpty(ordered) ? [{ metric, organisation, site, figures: ordered }] : [];
      }),
    ),
  );
}

function inOrder<T extends { readonly period: Period }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => comparePeriods(a.period, b.period));
}

function pointOf(figure: KnownFigure): Point {
  return { period: figure.period, value: figure.value, observations: [figure], stated: null };
}

/** @param own what the total's organisation states itself. */
function totalPoint(total: Total, own: readonly KnownFigure[]): Point | null {
  const { metric, period, value } = total;
  if (value === null || total.partial) return null;
  const observations = total.observations.filter(
    (each) => each.metric === metric && each.raw !== null && isOutturn(each),
  );
  if (!isNonEmpty(observations)) return null;
  const stated = observations[0].site === null ? [] : own;
  const same = stated.find(
    (each) => each.period.label === period.label && isSameFigure(each.value, value, ROUNDING_OF_PARTS),
  );
  return { period, value, observations, stated: same ?? null };
}

/** What rounding the parts may change in their sum, as a share of it: a sum of sites is seldom exact to the unit. */
const ROUNDING_OF_PARTS = 1e-4;

/** The first of those that claim one period (rule primary-key reports the rest). */
function firstOfEach(figures: readonly KnownFigure[]): readonly KnownFigure[] {
  return figures.filter((each, index) => each.period.label !== figures[index - 1]?.period.label);
}

function conflictsIn(figures: readonly KnownFigure[]): Conflict[] {
  const periods = [...groupBy(figures, ({ period }) => period.label).values()];
  return periods.filter((conflict) => conflict.length > 1);
}

/** The cell of a point that a finding points at first. */
export function placeOf({ stated, observations }: Point): CellPlace {
  return (stated ?? observations[0]).place;
}

/** Every cell a point was made from. */
export function placesOf({ stated, observations }: Point): CellPlace[] {
  const all = stated === null ? observations : [stated, ...observations];
  return all.flatMap((each) => [each.place, ...(each.parts?.map((part) => part.place) ?? [])]);
}
