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

/** Places under metric, organisation and site, without building a text key for each figure. */
class ByKey<T> {
  private readonly places = new Map<string, Map<string, Map<string | null, T>>>();
  private last: { key: Key; place: T } | null = null;

  getOrMake(key: Key, make: () => T): T {
    const last = this.last;
    if (
      last !== null &&
      last.key.metric === key.metric &&
      last.key.organisation === key.organisation &&
      last.key.site === key.site
    )
      return last.place;
    const organisations = getOrMake(this.places, key.metric, () => new Map<string, Map<string | null, T>>());
    const sites = getOrMake(organisations, key.organisation, () => new Map<string | null, T>());
    const place = getOrMake(sites, key.site, make);
    this.last = { key, place };
    return place;
  }

  get({ metric, organisation, site }: Key): T | undefined {
    return this.places.get(metric)?.get(organisation)?.get(site);
  }

  *all(): Generator<[Key, T]> {
    for (const [metric, organisations] of this.places)
      for (const [organisation, sites] of organisations)
        for (const [site, place] of sites) yield [{ metric, organisation, site }, place];
  }
}

/** What a map, of whatever kind, has under a key, made and kept where it has nothing. */
export function getOrMake<K, V>(
  map: { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Figures that claim the same metric, organisation, site and period, as stated on the sheets. */
export type Claims = readonly Observation[];

/** What is stated of one metric, organisation and site, and what it gives. */
interface Stated {
  readonly key: Key;
  /** In order of period. */
  readonly points: readonly Point[];
  /** A site's; an organisation's are made of its totals. */
  readonly lines: readonly Line[];
  readonly rivals: readonly Claims[];
}

/** The lines of a return, and every set of two or more figures that claim the same place. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly rivals: readonly Claims[];
  readonly stated: readonly Stated[];
  /** Where in `stated` each metric, organisation and site stands. */
  readonly places: Pick<ByKey<number>, "get">;
}

type Metrics = ReadonlyMap<string, Metric>;

/**
 * The lines of a return: an organisation's from its totals, a site's from its own figures.
 * A partial roll-up is left out: its steps come from who reported, not from what happened.
 */
export function linesOf(observations: readonly Observation[], totals: readonly Total[], metrics: Metrics): Lines {
  const gathered = new ByKey<Point[]>();
  for (const each of observations) {
    if (each.value !== null && isOutturn(each)) gathered.getOrMake(each, () => []).push(pointOf(each));
  }
  const places = new ByKey<number>();
  const stated: Stated[] = [];
  for (const [key, points] of gathered.all()) {
    places.getOrMake(key, () => stated.length);
    stated.push(statedOf(key, points, metrics));
  }
  return together(stated, places, totals, metrics);
}

/** The lines where figures have given way to others of the same metric, organisation, site, period and kind. */
export function linesEdited(
  before: Lines,
  replaced: ReadonlyMap<Observation, Observation>,
  totals: readonly Total[],
  metrics: Metrics,
): Lines {
  const stated = [...before.stated];
  for (const [old, now] of replaced) {
    const place = before.places.get(old);
    const found = place === undefined ? undefined : stated[place];
    if (place === undefined || found === undefined) continue;
    const points = found.points.map((point) => (point.observations[0] === old ? pointOf(now) : point));
    stated[place] = statedOf(found.key, points, metrics);
  }
  return together(stated, before.places, totals, metrics);
}

function together(
  stated: readonly Stated[],
  places: Lines["places"],
  totals: readonly Total[],
  metrics: Metrics,
): Lines {
  const own = (key: Key): readonly Point[] => stated[places.get(key) ?? -1]?.points ?? [];
  const lines: Line[] = [];
  for (const [key, points] of totalPoints(totals, own).all()) addLines(lines, metrics, key, inOrder(points));
  for (const each of stated) lines.push(...each.lines);
  return { lines, rivals: stated.flatMap((each) => each.rivals), stated, places };
}

function statedOf(key: Key, unsorted: readonly Point[], metrics: Metrics): Stated {
  const points = inOrder(unsorted);
  const lines: Line[] = [];
  if (key.site !== null) addLines(lines, metrics, key, firstOfEach(points));
  return { key, points, lines, rivals: rivalsIn(points) };
}

function pointOf(observation: Observation): Point {
  return {
    period: observation.period,
    value: observation.value as number,
    observations: [observation],
    stated: null,
  };
}

function totalPoints(totals: readonly Total[], own: (key: Key) => readonly Point[]): ByKey<Point[]> {
  const gathered = new ByKey<Point[]>();
  for (const total of totals) {
    if (total.value === null || total.partial) continue;
    const observations = total.observations.filter(
      (each) => each.metric === total.metric && each.raw !== null && isOutturn(each),
    );
    if (observations.length === 0) continue;
    const { metric, organisation, period, value } = total;
    const key = { metric, organisation, site: null };
    const rivals = observations[0]?.site === null ? [] : own(key);
    const same = rivals.find((each) => each.period.label === period.label && sameFigure(each.value, value));
    gathered.getOrMake(key, () => []).push({ period, value, observations, stated: same?.observations[0] ?? null });
  }
  return gathered;
}

/** Equal but for the rounding of parts: a sum of sites is seldom exact to the unit. */
function sameFigure(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));
}

/** @param points in order of period. */
function addLines(lines: Line[], metrics: Metrics, key: Key, points: readonly Point[]): void {
  const metric = metrics.get(key.metric);
  if (metric === undefined) return;
  const { organisation, site } = key;
  for (const ofKind of byPeriodKind(points)) {
    const values = new Float64Array(ofKind.length);
    ofKind.forEach(({ value }, index) => (values[index] = value));
    lines.push({ metric, organisation, site, points: ofKind, values });
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
