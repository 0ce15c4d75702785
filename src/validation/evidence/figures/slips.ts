import { formatQuantity, periodWords } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf, type FigureSeries, type Point } from "../../context/figure-series";
import { materialityOf, type Materiality } from "./materiality";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { median } from "../../../collections/median";
import { allPrices, comparable, isPlausible, priceOf, pricePer, type Price } from "./prices";
import { offScale } from "./scale";
import { siteGroups, type SiteFigure } from "./site-groups";
import { isSeasonal, stepsOf } from "./steps";
import { canSlip, nearestSlip, slipFactors, type SlipFactor } from "./unit-slips";

/** A figure that is some unit's factor away from what it should be, and what shows it. */
export interface Slip {
  readonly series: FigureSeries;
  readonly point: Point;
  readonly slip: SlipFactor;
  /** What it was measured against, as the end of a sentence that begins "is about a tenth of ". */
  readonly against: string;
  readonly involves: readonly Point[];
  /** Shown by the price alone, so that the sentence need not speak of it again. */
  readonly byPrice: boolean;
}

/** Every slip of a return, each figure once: against its own series, else against its price, else against peer sites. */
export function allSlips(context: CheckContext): Slip[] {
  const materiality = context.once(materialityOf);
  const bySeries = context.allSeries.filter(couldSlip).flatMap((series) => slipsInTime(context, series, materiality));
  const seen = new Set(bySeries.map(({ point }) => point));
  const byPrice = slipsInPrice(context, seen).filter(({ point }) => !seen.has(point));
  for (const { point } of byPrice) seen.add(point);
  const byPeers = slipsAmongPeers(context, materiality).filter(({ point }) => !seen.has(point));
  return [...bySeries, ...byPrice, ...byPeers];
}

function slipsInTime(context: CheckContext, series: FigureSeries, materiality: Materiality): Slip[] {
  const factors = slipFactors(series.metric.unit, context.thresholds);
  const pairs = isSeasonal(series) ? seasonalSlips(series, factors) : offScale(series.points, factors);
  return pairs
    .map((pair) => theOneToBlame(context, series, pair, factors))
    .filter(({ point, reference }) => Math.abs(point.value - reference.value) > materiality.amount(series, reference))
    .map(({ point, reference, slip }) => ({
      series,
      point,
      slip,
      against: `${periodWords(reference.period)} (${placeOf(reference).cell}, ${formatQuantity(reference.value, series.metric.unit)})`,
      involves: [point, reference],
      byPrice: false,
    }));
}

/** Whether a series' own values leave room for a slip: most do not. */
function couldSlip(series: FigureSeries): boolean {
  return series.points.length >= 2 && !isSteady(series) && canSlip(series.metric.unit);
}

interface Pair {
  readonly point: Point;
  readonly reference: Point;
  readonly slip: SlipFactor;
}

/** Of two years that differ by a unit, the one with a price that nobody pays: a series of two has no other evidence. */
function theOneToBlame(context: CheckContext, series: FigureSeries, pair: Pair, factors: readonly SlipFactor[]): Pair {
  const { point, reference, slip } = pair;
  const fits = [point, reference].map((each) => {
    const price = priceOf(context, each);
    return price === undefined ? null : isPlausible(series.metric, price.value, each.period);
  });
  if (fits[0] !== true || fits[1] !== false) return pair;
  const back = nearestSlip(1 / slip.factor, factors);
  return back === null ? pair : { point: reference, reference: point, slip: back };
}

/** Whether no two figures of a series are far enough apart for the least factor of all (1.609, met closely). */
function isSteady(series: FigureSeries): boolean {
  let [least, most] = [Infinity, 0];
  for (const { value } of series.points) {
    if (value <= 0) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most < least * 1.5;
}

/**
 * Months and quarters are compared with the same ones of the years before and after, and must be out from both; where there
 * is but one, it must itself be level with its other neighbour. Without either, only the usual month is left, and only
 * factors no season makes.
 */
function seasonalSlips(series: FigureSeries, factors: readonly SlipFactor[]): Pair[] {
  const steps = stepsOf(series);
  const earlier = new Map(steps.map(({ from, to }) => [to, from]));
  const later = new Map(steps.map(({ from, to }) => [from, to]));
  const usual = median(series.points.map((each) => each.value));
  const typical = series.points.reduce((best, each) =>
    Math.abs(each.value - usual) < Math.abs(best.value - usual) ? each : best,
  );
  const slipFrom = (point: Point, reference: Point, among = factors): SlipFactor | null =>
    point === reference || point.value <= 0 || reference.value <= 0
      ? null
      : nearestSlip(point.value / reference.value, among);
  const isUnusual = (point: Point, { factor }: SlipFactor): boolean =>
    Math.abs(Math.log(point.value / usual)) > Math.abs(Math.log(factor)) / 2;
  return series.points.flatMap((point) => {
    const [before, after] = [earlier.get(point), later.get(point)];
    const reference = before ?? after ?? typical;
    const slip = slipFrom(point, reference, reference === typical ? factors.filter(isUnseasonal) : factors);
    if (slip === null) return [];
    const pair = [{ point, reference, slip }];
    if (before !== undefined && after !== undefined) return slipFrom(point, after)?.factor === slip.factor ? pair : [];
    const supporting = before === undefined ? later.get(reference) : earlier.get(reference);
    const isTested = reference !== typical && supporting !== undefined;
    return (isTested ? slipFrom(reference, supporting) === null : isUnusual(point, slip)) ? pair : [];
  });
}

function isUnseasonal({ factor }: SlipFactor): boolean {
  return factor >= 99 || factor <= 1 / 99;
}

/** Prices a power of ten away from what the organisation pays elsewhere, or that all are where no trust pays so. */
function slipsInPrice(context: CheckContext, seen: ReadonlySet<Point>): Slip[] {
  const groups = context.once(allPrices).flatMap(ofOrganisations);
  return groups.flatMap((group) => {
    const known = seen.size > 0 && group.some(({ cost }) => seen.has(cost));
    return slippedPrices(context, known ? group.filter(({ cost }) => !seen.has(cost)) : group);
  });
}

function ofOrganisations(prices: readonly Price[]): Price[][] {
  return comparable(prices, ({ series }) => series.organisation);
}

/** The usual one of some prices, and those far from it. */
function oddAmong(prices: readonly Price[]): { usual: number; odd: readonly Price[] } {
  const usual = median(prices.map((each) => each.value));
  return { usual, odd: prices.filter(({ value }) => value > usual * 2 || value < usual / 2) };
}

function slippedPrices(context: CheckContext, prices: readonly Price[]): Slip[] {
  if (!isNonEmpty(prices)) return [];
  const [first] = prices;
  const { usual, odd } = oddAmong(prices);
  if (!isPlausible(first.series.metric, usual, first.point.period)) return allSlipped(context, prices, usual);
  if (prices.length < 3) return [];
  return odd.flatMap((price) => {
    const slip = slipOf(context, price.series, usual / price.value);
    if (slip === null || Math.abs(Math.log10(slip.factor)) < 0.9) return [];
    return isCostsSlip(context, price, slip)
      ? costSlip(context, price, usual)
      : [consumptionSlip(price, slip, usual, "usual")];
  });
}

function slipOf(context: CheckContext, series: FigureSeries, ratio: number): SlipFactor | null {
  return nearestSlip(ratio, slipFactors(series.metric.unit, context.thresholds));
}

/** All consumption in MWh under a heading of kWh: all prices are about the same, and none is one that anyone pays. */
function allSlipped(context: CheckContext, prices: NonEmpty<Price>, usual: number): Slip[] {
  const [first] = prices;
  const [factor] = [1e3, 1e-3, 1e6, 1e-6].filter((each) =>
    isPlausible(first.series.metric, usual / each, first.point.period),
  );
  const slip = factor === undefined ? null : slipOf(context, first.series, 1 / factor);
  if (factor === undefined || slip === null) return [];
  const similar = prices.filter(({ value }) => isPlausible(first.series.metric, value / factor, first.point.period));
  return similar.map((price) => consumptionSlip(price, slip, price.value / factor, "more likely"));
}

function consumptionSlip({ series, point, cost }: Price, slip: SlipFactor, usual: number, which: string): Slip {
  const { unit } = series.metric;
  const bought = formatQuantity(cost.value / usual, unit, 0);
  const against = `what its cost of ${formatQuantity(cost.value, "£")} would buy at the ${which} ${pricePer(usual, unit)} (${bought})`;
  return { series, point, slip, against, involves: [point, cost], byPrice: true };
}

function costSlip(context: CheckContext, { series, point, costSeries, cost, value }: Price, usual: number): Slip[] {
  const slip = slipOf(context, costSeries, value / usual);
  if (slip === null) return [];
  const { unit } = series.metric;
  const against = `what its consumption of ${formatQuantity(point.value, unit)} costs at the usual ${pricePer(usual, unit)} (${formatQuantity(point.value * usual, "£", 0)})`;
  return [{ series: costSeries, point: cost, slip, against, involves: [point, cost], byPrice: true }];
}

/** Of a price that slipped, whether it is the cost that is unlike its other years and sites, and not the consumption. */
function isCostsSlip(context: CheckContext, { series, point, costSeries, cost }: Price, slip: SlipFactor): boolean {
  const half = Math.abs(Math.log10(slip.factor)) / 2;
  const [ofPoint, ofCost] = [farness(context, series, point), farness(context, costSeries, cost)];
  if (ofPoint !== null && ofCost !== null) return ofCost > ofPoint;
  return (ofCost !== null && ofCost > half) || (ofPoint !== null && ofPoint < half);
}

/** How far a figure is from its peers' per square metre, or from its own other years, as a power of ten; null where there are none. */
function farness(context: CheckContext, series: FigureSeries, point: Point): number | null {
  const group = context.once(siteGroups).find((each) => each.some((figure) => figure.point === point)) ?? [];
  const uses = usesOf(group);
  const own = uses.find((each) => each.point === point);
  if (own !== undefined && uses.length >= LEAST_PEERS)
    return Math.abs(own.intensity - median(uses.map((each) => each.intensity)));
  const others = series.points.filter((each) => each !== point && each.value > 0);
  if (others.length === 0 || point.value <= 0) return null;
  return Math.abs(Math.log10(point.value / median(others.map(({ value }) => value))));
}

/** How far a site's use per square metre may be from its peers' and still be its own way of working, as a power of ten [ours]. */
const PEER_SPREAD = 0.4;

/** How many similar sites it takes to say what one should use, and what share of the group they must be [ours]. */
const LEAST_PEERS = 4;
const MOST_ALIKE = 0.6;

/** A site with this much of the floor is what the others are measured by, not the other way round [ours]. */
const MAIN_SITE = 0.3;

/** A site's use for each square metre, as a power of ten. */
interface Use {
  readonly series: FigureSeries;
  readonly point: Point;
  readonly area: number;
  readonly intensity: number;
}

function usesOf(group: readonly SiteFigure[]): Use[] {
  return group.flatMap(({ series, point, area }): Use[] =>
    area === null || area <= 0 || point.value <= 0
      ? []
      : [{ series, point, area, intensity: Math.log10(point.value / area) }],
  );
}

/** Sites a thousand times away from their peers, per square metre. */
function slipsAmongPeers(context: CheckContext, materiality: Materiality): Slip[] {
  return context.once(siteGroups).flatMap((group) => {
    const { series } = group[0];
    if (group.length < LEAST_PEERS || !canSlip(series.metric.unit)) return [];
    return areFarApart(group) ? slippedPeers(context, usesOf(group), materiality) : [];
  });
}

/** Whether any two of the sites are a hundredfold apart per square metre: without that none slipped by a thousand. */
function areFarApart(group: readonly SiteFigure[]): boolean {
  let [least, most] = [Infinity, 0];
  for (const { point, area } of group) {
    const use = area === null || area <= 0 ? 0 : point.value / area;
    if (use <= 0) continue;
    if (use < least) least = use;
    if (use > most) most = use;
  }
  return most > least * 100;
}

function slippedPeers(context: CheckContext, group: readonly Use[], materiality: Materiality): Slip[] {
  const usual = median(group.map((each) => each.intensity));
  const similar = group.filter((each) => Math.abs(each.intensity - usual) <= PEER_SPREAD);
  if (similar.length < Math.max(LEAST_PEERS, MOST_ALIKE * group.length) || similar.length === group.length) return [];
  const floor = group.reduce((so, { area }) => so + area, 0);
  return group.flatMap(({ series, point, area, intensity }) => {
    const power = Math.round((intensity - usual) / 3) * 3;
    if (power === 0 || Math.abs(intensity - usual - power) > PEER_SPREAD || area > MAIN_SITE * floor) return [];
    const factor = 10 ** power;
    if (Math.abs(point.value - point.value / factor) <= materiality.amount(series, point)) return [];
    const slip = slipFactors(series.metric.unit, context.thresholds).find(
      (each) => Math.abs(each.factor / factor - 1) < 0.01,
    );
    const per = formatQuantity(10 ** usual, series.metric.unit);
    const against = `what its peer sites use for each square metre (${per})`;
    return slip === undefined ? [] : [{ series, point, slip, against, involves: [point], byPrice: false }];
  });
}
