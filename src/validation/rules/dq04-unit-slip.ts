import { formatNumber, formatQuantity, periodWords } from "../../plan/wording";
import type { CheckContext } from "../context";
import { placeOf, placesOf } from "../context";
import type { Mend } from "../finding";
import { groupBy } from "../groups";
import { getOrMake } from "../lines";
import { siteGroups } from "../site-groups";
import type { SiteFigure } from "../site-groups";
import type { Line, Point } from "../lines";
import { Materiality } from "../materiality";
import { median } from "../median";
import { addressOf } from "../places";
import { figureName, where } from "../phrases";
import { allPrices, pricePer } from "../prices";
import type { Price } from "../prices";
import type { Candidate, Rule } from "../rule";
import { offScale } from "../scale";
import { isSeasonal, stepsOf } from "../steps";
import { canSlip, nearestSlip, slipFactors } from "../unit-slips";
import type { SlipFactor } from "../unit-slips";

/** A figure that is some unit's factor away from what it should be, and what shows it. */
interface Slip {
  readonly line: Line;
  readonly point: Point;
  readonly slip: SlipFactor;
  /** What it was measured against, as the end of a sentence that begins "is about a tenth of ". */
  readonly against: string;
  readonly involves: readonly Point[];
}

/** Unit slips: ratios to the period before, to price or to peer sites near a unit's factor (validation-rules.md DQ04). */
export const unitSlip: Rule = {
  code: "DQ04",
  name: "unit-slip",
  reach: "figures",
  severity: "error where the ratio is 2 or more, or a half or less; else warning",
  looksFor:
    "A figure that is a power of ten, 1.609, 3.6 or 277.8 times its neighbour in time, in price or among peers.",
  why: "A figure in the wrong unit is wrong by its whole size, and carries every total above it with it.",
  thresholds: ({ unitSlipTolerancePercent }) => [
    `a ratio within ${unitSlipTolerancePercent}% of 1.609, twice that for 3.6 and 10, five times that for 100 and more`,
    "and a change larger than the metric’s materiality amount",
  ],
  mends: "convert the figure",
  check(context) {
    const materiality = new Materiality(context);
    const bySeries = context.linesThat(couldSlip).flatMap((line) => slipsInTime(context, line, materiality));
    const seen = new Set(bySeries.map(({ point }) => point));
    const byPrice = slipsInPrice(context).filter(({ point }) => !seen.has(point));
    for (const { point } of byPrice) seen.add(point);
    const byPeers = slipsAmongPeers(context).filter(({ point }) => !seen.has(point));
    return together([...bySeries, ...byPrice, ...byPeers]).map((slips) => candidate(context, slips, materiality));
  },
};

function slipsInTime(context: CheckContext, line: Line, materiality: Materiality): Slip[] {
  const factors = slipFactors(line.metric.unit, context.thresholds);
  const pairs = isSeasonal(line)
    ? seasonalSlips(line, factors)
    : offScale([...line.values], factors).map(({ index, against, slip }) => ({
        point: line.points[index] as Point,
        reference: line.points[against] as Point,
        slip,
      }));
  return pairs
    .filter(({ point, reference }) => Math.abs(point.value - reference.value) > materiality.amount(line, reference))
    .map(({ point, reference, slip }) => ({
      line,
      point,
      slip,
      against: `${periodWords(reference.period)} (${placeOf(reference).cell}, ${formatQuantity(reference.value, line.metric.unit)})`,
      involves: [point, reference],
    }));
}

/** Whether a line's own values leave room for a slip: most do not. */
function couldSlip(line: Line): boolean {
  return line.points.length >= 2 && !isSteady(line) && canSlip(line.metric.unit);
}

/** Whether no two figures of a line are far enough apart for the least factor of all (1.609, met closely). */
function isSteady(line: Line): boolean {
  let [least, most] = [Infinity, 0];
  for (const value of line.values) {
    if (value <= 0) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most < least * 1.5;
}

/** Months are compared with the year before; without one, only with the usual month, and only by factors no season makes. */
function seasonalSlips(line: Line, factors: readonly SlipFactor[]) {
  const stepped = new Map(stepsOf(line).map((step) => [step.to, step.from]));
  const usual = median(line.points.map((each) => each.value));
  const typical = line.points.reduce((best, each) =>
    Math.abs(each.value - usual) < Math.abs(best.value - usual) ? each : best,
  );
  const unseasonal = factors.filter(({ factor }) => factor >= 99 || factor <= 1 / 99);
  return line.points.flatMap((point) => {
    const reference = stepped.get(point) ?? typical;
    if (reference === point || reference.value <= 0 || point.value <= 0) return [];
    const slip = nearestSlip(point.value / reference.value, stepped.has(point) ? factors : unseasonal);
    const alsoUnusual = slip !== null && Math.abs(Math.log(point.value / usual)) > Math.abs(Math.log(slip.factor)) / 2;
    return alsoUnusual ? [{ point, reference, slip }] : [];
  });
}

/** Prices a power of ten away from what the organisation pays elsewhere. */
function slipsInPrice(context: CheckContext): Slip[] {
  return context.once(allPrices).flatMap((prices) => context.of(prices, slippedIn));
}

function slippedIn(prices: readonly Price[], context: CheckContext): Slip[] {
  const groups = groupBy(prices, ({ line }) => line.organisation);
  return [...groups.values()].flatMap((own) => slippedPrices(context, own));
}

function slippedPrices(context: CheckContext, prices: readonly Price[]): Slip[] {
  if (prices.length < 3) return [];
  const usual = median(prices.map((each) => each.value));
  const factors = slipFactors((prices[0] as Price).line.metric.unit, context.thresholds);
  const odd = prices.filter(({ value }) => value > usual * 2 || value < usual / 2);
  return odd.flatMap(({ line, point, cost, value }) => {
    const slip = nearestSlip(usual / value, factors);
    if (slip === null || Math.abs(Math.log10(slip.factor)) < 0.9) return [];
    const unit = line.metric.unit;
    const against = `what its cost of ${formatQuantity(cost.value, "£")} would buy at the usual £${formatNumber(usual)} per ${unit} (${formatQuantity(cost.value / usual, unit, 0)})`;
    return [{ line, point, slip, against, involves: [point, cost] }];
  });
}

/** How far a site's use per square metre may be from its peers' and still be its own way of working, as a power of ten [ours]. */
const PEER_SPREAD = 0.4;

/** A site's use for each square metre, as a power of ten. */
interface Use {
  readonly line: Line;
  readonly point: Point;
  readonly intensity: number;
}

/** Sites a thousand times away from their peers, per square metre. */
function slipsAmongPeers(context: CheckContext): Slip[] {
  return context.once(siteGroups).flatMap((group) => context.of(group, slipsIn));
}

function slipsIn(group: readonly SiteFigure[], context: CheckContext): Slip[] {
  const { line } = group[0] as SiteFigure;
  if (group.length < LEAST_PEERS || !canSlip(line.metric.unit)) return [];
  if (!areFarApart(group)) return [];
  const uses = group.flatMap(({ line: own, point, area }): Use[] =>
    area === null || area <= 0 || point.value <= 0
      ? []
      : [{ line: own, point, intensity: Math.log10(point.value / area) }],
  );
  return slippedPeers(context, uses);
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

/** Sites alike that it takes to say how one should be [ours]. */
const LEAST_PEERS = 4;

function slippedPeers(context: CheckContext, group: readonly Use[]): Slip[] {
  const usual = median(group.map((each) => each.intensity));
  const alike = group.filter((each) => Math.abs(each.intensity - usual) <= PEER_SPREAD);
  if (alike.length < LEAST_PEERS || alike.length === group.length) return [];
  return group.flatMap(({ line, point, intensity }) => {
    const power = Math.round((intensity - usual) / 3) * 3;
    if (power === 0 || Math.abs(intensity - usual - power) > PEER_SPREAD) return [];
    const factor = 10 ** power;
    const slip = slipFactors(line.metric.unit, context.thresholds).find(
      (each) => Math.abs(each.factor / factor - 1) < 0.01,
    );
    const against = `what its peer sites use for each square metre`;
    return slip === undefined ? [] : [{ line, point, slip, against, involves: [point] }];
  });
}

/** Slips of one metric, organisation, period and factor are one: a block of sites typed in the wrong unit. */
function together(slips: readonly Slip[]): Slip[][] {
  const groups = new Map<string, Slip[]>();
  for (const each of slips) {
    const { line, point, slip } = each;
    const key = `${line.metric.id}|${line.organisation}|${point.period.label}|${slip.factor}`;
    getOrMake(groups, key, () => []).push(each);
  }
  return [...groups.values()].map(sitesAlone);
}

/** Where sites slipped, the organisation's total only follows them. */
function sitesAlone(slips: Slip[]): Slip[] {
  const sites = slips.filter(({ line }) => line.site !== null);
  return sites.length > 0 ? sites : slips;
}

function candidate(context: CheckContext, slips: readonly Slip[], materiality: Materiality): Candidate {
  const { line, point, slip } = slips[0] as Slip;
  const alone = slips.length === 1;
  const size = Math.max(slip.factor, 1 / slip.factor);
  return {
    severity: size >= 2 ? "error" : "warning",
    cells: slips.flatMap((each) => placesOf(each.point)),
    involves: slips.flatMap((each) => each.involves.flatMap(placesOf)),
    label: alone ? (point.observations[0]?.label ?? null) : null,
    metric: line.metric.id,
    organisation: line.organisation,
    site: alone ? line.site : null,
    period: point.period.label,
    message: message(context, slips),
    mend: convert(context, slips),
    figure: alone ? point.value : slips.reduce((sum, each) => sum + each.point.value, 0),
    effect: materiality.effect(line, point, point.value - point.value / slip.factor),
  };
}

function message(context: CheckContext, slips: readonly Slip[]): string {
  const { line, point, slip, against } = slips[0] as Slip;
  const right = formatQuantity(point.value / slip.factor, line.metric.unit, 0);
  const others =
    slips.length > 1 ? ` So are ${formatNumber(slips.length - 1)} more of its figures for this period.` : "";
  const looks = slip.looksLike === null ? "a slip of the decimal point" : `a figure in ${slip.looksLike}`;
  return (
    `${figureName(context, line, point)} ${where(context, line, point)} is ${timesWords(slip.factor)} ${against}, ` +
    `which looks like ${looks} rather than a real change.${others}${against.includes("cost") ? "" : priceWords(context, point)} ` +
    `Check it against the source; if ${right} is meant, convert it.`
  );
}

/** " Its cost of £1,389,000 makes 65p a kWh, where 5p is usual.": what the price says, where it says the same. */
function priceWords(context: CheckContext, point: Point): string {
  const prices = context.once(allPrices).find((each) => each.some((price) => price.point === point)) ?? [];
  const own = prices.find((each) => each.point === point);
  const others = prices.filter((each) => each !== own);
  if (own === undefined || others.length === 0) return "";
  const [usual, unit] = [median(others.map(({ value }) => value)), own.line.metric.unit];
  const isOdd = own.value > usual * 2 || own.value < usual / 2;
  return isOdd
    ? ` Its cost of ${formatQuantity(own.cost.value, "£")} makes ${pricePer(own.value, unit)}, where ${pricePer(usual, unit)} is usual.`
    : "";
}

/** "about 1,000 times", "about a tenth of", "about 1/3.6 of". */
function timesWords(factor: number): string {
  if (factor >= 1) return `about ${formatNumber(factor, 3)} times`;
  const inverse = 1 / factor;
  const names: Readonly<Record<string, string>> = {
    "10": "a tenth",
    "100": "a hundredth",
    "1000": "a thousandth",
    "1000000": "a millionth",
  };
  return `about ${names[String(Math.round(inverse))] ?? `1/${formatNumber(inverse, 1)}`} of`;
}

/** The convert mend: typed numbers only, since a formula's own inputs are what must change. */
function convert(context: CheckContext, slips: readonly Slip[]): Mend | null {
  const changes = slips.flatMap(({ point, slip }) =>
    point.observations.flatMap(({ place, raw }) =>
      typeof raw !== "number" || context.formulaAt(place) !== null
        ? []
        : [{ sheet: place.sheet, address: addressOf(place), before: raw, after: tidy(raw / slip.factor, slip.factor) }],
    ),
  );
  const first = changes[0];
  if (first === undefined) return null;
  const label =
    changes.length === 1
      ? `Write ${formatNumber(first.after, 6)} in ${first.address}`
      : `Convert ${changes.length} cells`;
  return { label, kind: "convert", changes };
}

/** Without the last digits that dividing in binary leaves; a conversion that is no power of ten is no finer than the figure was. */
function tidy(value: number, factor: number): number {
  const isPower = Number.isInteger(Number(Math.log10(factor).toFixed(9)));
  return isPower || Math.abs(value) < 1000 ? Number(value.toPrecision(12)) : Math.round(value);
}
