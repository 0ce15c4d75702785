import { comparePeriods } from "../plan/periods";
import type { Period } from "../plan/periods";
import type { Metric, OrganisationCode } from "../plan/schema";
import type { Observation, Total } from "../returns/observation";

/** A line's figure for one period. */
export interface Point {
  readonly period: Period;
  /** In the metric's unit. */
  readonly value: number;
  /** What it was made from; the first is where a finding points. Never empty. */
  readonly observations: readonly Observation[];
  /** The organisation's own stated figure, where its total was made from sites and it says the same. */
  readonly stated: Observation | null;
}

/** One metric of one organisation, or of one of its sites, period after period of one kind. */
export interface Line {
  readonly metric: Metric;
  readonly organisation: OrganisationCode;
  /** Null for the organisation's own total. */
  readonly site: string | null;
  /** In order of period, one for each, all of one kind of period. */
  readonly points: readonly Point[];
  /** The points' values side by side: most lines can be passed over by these alone. */
  readonly values: Float64Array;
}

type Key = { metric: string; organisation: string; site: string | null };

/** Whether a figure says what happened: only such figures form lines. */
export function isOutturn(observation: Observation): boolean {
  return observation.kind === "actual" || observation.kind === "estimate";
}

/** Gathers points under metric, organisation and site without building a text key for each figure. */
class Gathering {
  private readonly groups = new Map<string, Map<string, Map<string | null, Point[]>>>();
  private last: { key: Key; points: Point[] } | null = null;

  add(key: Key, point: Point): void {
    this.pointsOf(key).push(point);
  }

  pointsOf(key: Key): Point[] {
    const last = this.last;
    if (
      last !== null &&
      last.key.metric === key.metric &&
      last.key.organisation === key.organisation &&
      last.key.site === key.site
    )
      return last.points;
    const organisations = getOrMake(this.groups, key.metric, () => new Map<string, Map<string | null, Point[]>>());
    const sites = getOrMake(organisations, key.organisation, () => new Map<string | null, Point[]>());
    const points = getOrMake(sites, key.site, () => []);
    this.last = { key, points };
    return points;
  }

  *all(): Generator<{ key: Key; points: Point[] }> {
    for (const [metric, organisations] of this.groups)
      for (const [organisation, sites] of organisations)
        for (const [site, points] of sites) yield { key: { metric, organisation, site }, points };
  }
}

export function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Figures that claim the same metric, organisation, site and period, as stated on the sheets. */
export type Claims = readonly Observation[];

/**
 * The lines of a return: an organisation's from its totals, a site's from its own figures.
 * A partial roll-up is left out: its steps come from who reported, not from what happened.
 * And every set of two or more figures that claim the same place.
 */
export function linesOf(
  observations: readonly Observation[],
  totals: readonly Total[],
  metrics: ReadonlyMap<string, Metric>,
): { lines: Line[]; rivals: Claims[] } {
  const stated = statedPoints(observations);
  const lines: Line[] = [];
  const rivals: Claims[] = [];
  for (const { key, points } of totalPoints(totals, stated).all()) addLines(lines, metrics, key, points);
  for (const { key, points } of stated.all()) {
    const sorted = inOrder(points);
    rivals.push(...rivalsIn(sorted));
    if (key.site !== null) addLines(lines, metrics, key, firstOfEach(sorted));
  }
  return { lines, rivals };
}

function totalPoints(totals: readonly Total[], stated: Gathering): Gathering {
  const gathering = new Gathering();
  for (const total of totals) {
    if (total.value === null || total.partial) continue;
    const observations = total.observations.filter(
      (each) => each.metric === total.metric && each.raw !== null && isOutturn(each),
    );
    if (observations.length === 0) continue;
    const { metric, organisation, period, value } = total;
    const key = { metric, organisation, site: null };
    const own = observations[0]?.site === null ? [] : stated.pointsOf(key);
    const same = own.find((each) => each.period.label === period.label && sameFigure(each.value, value));
    gathering.add(key, { period, value, observations, stated: same?.observations[0] ?? null });
  }
  return gathering;
}

/** Equal but for the rounding of parts: a sum of sites is seldom exact to the unit. */
function sameFigure(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));
}

function statedPoints(observations: readonly Observation[]): Gathering {
  const gathering = new Gathering();
  for (const each of observations) {
    if (each.value === null || !isOutturn(each)) continue;
    gathering.add(each, { period: each.period, value: each.value, observations: [each], stated: null });
  }
  return gathering;
}

function addLines(lines: Line[], metrics: ReadonlyMap<string, Metric>, key: Key, points: readonly Point[]): void {
  const metric = metrics.get(key.metric);
  if (metric === undefined) return;
  const { organisation, site } = key;
  for (const ofKind of byPeriodKind(points)) {
    const inTurn = inOrder(ofKind);
    lines.push({ metric, organisation, site, points: inTurn, values: Float64Array.from(inTurn, ({ value }) => value) });
  }
}

/** Workbooks mostly have their periods in order already. */
function inOrder(points: readonly Point[]): readonly Point[] {
  for (let index = 1; index < points.length; index++) {
    const [before, now] = [points[index - 1] as Point, points[index] as Point];
    if (!(before.period.last < now.period.last) && comparePeriods(before.period, now.period) > 0)
      return [...points].sort((a, b) => comparePeriods(a.period, b.period));
  }
  return points;
}

function byPeriodKind(points: readonly Point[]): (readonly Point[])[] {
  const first = points[0]?.period.kind;
  if (points.every((each) => each.period.kind === first)) return [points];
  const kinds = new Map<string, Point[]>();
  for (const each of points) getOrMake(kinds, each.period.kind, () => []).push(each);
  return [...kinds.values()];
}

/** The first of those that claim one period (rule primary-key reports the rest). */
function firstOfEach(sorted: readonly Point[]): readonly Point[] {
  if (sorted.every((each, index) => each.period.label !== sorted[index - 1]?.period.label)) return sorted;
  return sorted.filter((each, index) => each.period.label !== sorted[index - 1]?.period.label);
}

function rivalsIn(sorted: readonly Point[]): Claims[] {
  const rivals: Observation[][] = [];
  for (let index = 1; index < sorted.length; index++) {
    const [before, now] = [sorted[index - 1] as Point, sorted[index] as Point];
    if (before.period.label !== now.period.label) continue;
    const last = rivals[rivals.length - 1];
    if (last !== undefined && last[last.length - 1] === before.observations[0]) last.push(...now.observations);
    else rivals.push([...before.observations, ...now.observations]);
  }
  return rivals;
}
