import { getOrMake } from "../../collections/collect";
import { comparePeriods } from "../../plan/time/periods";
import type { Period } from "../../plan/time/periods";
import type { Metric, MetricId, OrganisationCode } from "../../plan/schema";
import type { Observation, Total } from "../../returns/observation";

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
  readonly values: readonly number[];
}

type Key = { metric: string; organisation: string; site: string | null };

/** Whether a figure says what happened: only such figures form lines. */
export function isOutturn(observation: Observation): boolean {
  return observation.kind === "actual" || observation.kind === "estimate";
}

type Sites<T> = Map<string | null, T>;

/** Places under metric, organisation and site, without building a text key for each figure. */
class ByKey<T> {
  private readonly places = new Map<MetricId, Map<OrganisationCode, Sites<T>>>();
  /** The sites last asked for of each metric: tables go on about one organisation for many rows. */
  private readonly last = new Map<MetricId, { organisation: OrganisationCode; sites: Sites<T> }>();

  getOrMake(key: Key, make: () => T): T {
    const last = this.last.get(key.metric);
    return getOrMake(last?.organisation === key.organisation ? last.sites : this.sitesOf(key), key.site, make);
  }

  private sitesOf({ metric, organisation }: Key): Sites<T> {
    const organisations = getOrMake(this.places, metric, () => new Map<OrganisationCode, Sites<T>>());
    const sites = getOrMake(organisations, organisation, () => new Map<string | null, T>());
    this.last.set(metric, { organisation, sites });
    return sites;
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

/** `Array.flat` for blocks of thousands, which it is slow for. */
export function flat<T>(blocks: readonly (readonly T[])[]): readonly T[] {
  return ([] as T[]).concat(...blocks);
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

/** Lines that stand together: an edit of other metrics' figures lets the very same block stand. */
export type LineBlock = readonly Line[];

/** The lines of a return, and every set of two or more figures that claim the same place. */
export interface Lines {
  /** In the order of the blocks. */
  readonly lines: readonly Line[];
  /** Organisations' lines by metric; then sites' lines by metric. */
  readonly blocks: readonly LineBlock[];
  readonly rivals: readonly Claims[];
  readonly ofTotals: BlocksByMetric;
  readonly ofSites: BlocksByMetric;
  readonly stated: readonly Stated[];
  /** Where in `stated` each metric, organisation and site stands. */
  readonly places: Pick<ByKey<number>, "get">;
  readonly points: ReadonlyMap<Total, TotalPoint>;
}

/** What a total gives a line, beside what its organisation states itself; null for nothing. */
interface TotalPoint {
  readonly own: readonly Point[];
  readonly point: Point | null;
}

const nothingStated: readonly Point[] = [];

type BlocksByMetric = ReadonlyMap<MetricId, LineBlock>;
type Metrics = ReadonlyMap<MetricId, Metric>;

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
  const ofSites = new Map<MetricId, Line[]>();
  for (const { key, lines } of stated) {
    if (lines.length > 0) getOrMake(ofSites, key.metric, () => []).push(...lines);
  }
  return together({ stated, places, ofSites }, totals, metrics, null);
}

/** The lines where figures have given way to others of the same metric, organisation, site, period and kind. */
export function linesEdited(
  before: Lines,
  replaced: ReadonlyMap<Observation, Observation>,
  totals: readonly Total[],
  metrics: Metrics,
): Lines {
  const stated = [...before.stated];
  const edited = new Set<MetricId>();
  for (const [old, now] of replaced) {
    const place = before.places.get(old);
    const found = place === undefined ? undefined : stated[place];
    if (place === undefined || found === undefined) continue;
    const points = found.points.map((point) => (point.observations[0] === old ? pointOf(now) : point));
    stated[place] = statedOf(found.key, points, metrics);
    edited.add(found.key.metric);
  }
  const ofSites = new Map(before.ofSites);
  for (const metric of edited) {
    if (ofSites.has(metric)) ofSites.set(metric, linesOfMetric(stated, metric));
  }
  return together({ ...before, stated, ofSites }, totals, metrics, before);
}

function linesOfMetric(stated: readonly Stated[], metric: MetricId): Line[] {
  const lines: Line[] = [];
  for (const each of stated) if (each.key.metric === metric) lines.push(...each.lines);
  return lines;
}

/** @param before where they have been made before an edit: of its totals' lines those stay that say the same. */
function together(
  { stated, places, ofSites }: Pick<Lines, "stated" | "places" | "ofSites">,
  totals: readonly Total[],
  metrics: Metrics,
  before: Lines | null,
): Lines {
  const points = new Map<Total, TotalPoint>();
  const gathered = new ByKey<Point[]>();
  for (const total of totals) {
    const key = { metric: total.metric, organisation: total.organisation, site: null };
    const own = stated[places.get(key) ?? -1]?.points ?? nothingStated;
    const kept = before?.points.get(total);
    const point = kept?.own === own ? kept.point : totalPoint(total, own);
    points.set(total, { own, point });
    if (point !== null) gathered.getOrMake(key, () => []).push(point);
  }
  const ofTotals = totalLines(gathered, metrics, before?.ofTotals ?? new Map());
  const blocks = [...ofTotals.values(), ...ofSites.values()];
  const rivals: Claims[] = [];
  for (const each of stated) rivals.push(...each.rivals);
  return { lines: flat(blocks), blocks, rivals, ofTotals, ofSites, stated, places, points };
}

/** Organisations' lines by metric; a block of before stays where each of its points does. */
function totalLines(gathered: ByKey<Point[]>, metrics: Metrics, before: BlocksByMetric): BlocksByMetric {
  const blocks = new Map<MetricId, Line[]>();
  for (const [key, points] of gathered.all())
    addLines(
      getOrMake(blocks, key.metric, () => []),
      metrics,
      key,
      inOrder(points) ? points : sorted(points),
    );
  return new Map([...blocks].map(([metric, block]) => [metric, sameBlock(before.get(metric), block) ?? block]));
}

function sameBlock(before: LineBlock | undefined, now: LineBlock): LineBlock | null {
  const isSame =
    before?.length === now.length &&
    now.every(({ points }, index) => {
      const old = before[index]!.points;
      return points.length === old.length && points.every((point, at) => point === old[at]);
    });
  return isSame ? before : null;
}

function statedOf(key: Key, unsorted: readonly Point[], metrics: Metrics): Stated {
  const isInOrder = inOrder(unsorted);
  const points = isInOrder ? unsorted : sorted(unsorted);
  const rivals = isInOrder === "one each" ? noRivals : rivalsIn(points);
  const lines: Line[] = [];
  if (key.site !== null) addLines(lines, metrics, key, rivals.length === 0 ? points : firstOfEach(points));
  return { key, points, lines, rivals };
}

const noRivals: readonly Claims[] = [];

function pointOf(observation: Observation): Point {
  return {
    period: observation.period,
    value: observation.value as number,
    observations: [observation],
    stated: null,
  };
}

function totalPoint(total: Total, own: readonly Point[]): Point | null {
  const { metric, period, value } = total;
  if (value === null || total.partial) return null;
  const observations = total.observations.filter(
    (each) => each.metric === metric && each.raw !== null && isOutturn(each),
  );
  if (observations.length === 0) return null;
  const stated = observations[0]?.site === null ? nothingStated : own;
  const same = stated.find((each) => each.period.label === period.label && sameFigure(each.value, value));
  return { period, value, observations, stated: same?.observations[0] ?? null };
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
    lines.push({ metric, organisation, site, points: ofKind, values: ofKind.map(({ value }) => value) });
  }
}

/** Whether points stand in order of period, as in workbooks they mostly do; and whether each period ends later than the one before. */
function inOrder(points: readonly Point[]): boolean | "one each" {
  let isOneEach = true;
  for (let index = 1; index < points.length; index++) {
    const [before, now] = [points[index - 1]!.period, points[index]!.period];
    if (before.last < now.last) continue;
    if (comparePeriods(before, now) > 0) return false;
    isOneEach = false;
  }
  return isOneEach ? "one each" : true;
}

function sorted(points: readonly Point[]): readonly Point[] {
  return [...points].sort((a, b) => comparePeriods(a.period, b.period));
}

function byPeriodKind(points: readonly Point[]): (readonly Point[])[] {
  const first = points[0]?.period.kind;
  if (points.every((each) => each.period.kind === first)) return [points];
  const kinds = new Map<string, Point[]>();
  for (const each of points) getOrMake(kinds, each.period.kind, () => []).push(each);
  return [...kinds.values()];
}

/** The first of those that claim one period (rule primary-key reports the rest). */
function firstOfEach(points: readonly Point[]): readonly Point[] {
  return points.filter((each, index) => each.period.label !== points[index - 1]?.period.label);
}

function rivalsIn(points: readonly Point[]): Claims[] {
  const rivals: Observation[][] = [];
  for (let index = 1; index < points.length; index++) {
    const [before, now] = [points[index - 1] as Point, points[index] as Point];
    if (before.period.label !== now.period.label) continue;
    const last = rivals[rivals.length - 1];
    if (last !== undefined && last[last.length - 1] === before.observations[0]) last.push(...now.observations);
    else rivals.push([...before.observations, ...now.observations]);
  }
  return rivals;
}
