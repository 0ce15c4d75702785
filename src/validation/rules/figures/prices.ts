import { keyOf } from "../../../collections/keys";
import type { NonEmpty } from "../../../collections/non-empty";
import { pricedTerms } from "../../../plan/metric-facts";
import { formatQuantity, periodWords, plural, possessive, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf, placesOf, type Point } from "../../context/figure-series";
import { groupBy } from "../../../collections/groups";
import { materialityOf, type Materiality } from "../../evidence/figures/materiality";
import { median } from "../../../collections/median";
import { figureName, where } from "../../findings/phrases";
import {
  allPrices,
  bandWords,
  comparable,
  isPlausible,
  paidWords,
  pricePer,
  type Price,
} from "../../evidence/figures/prices";
import { findingAt, ofOne, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { allSlips } from "../../evidence/figures/slips";

/** Prices an organisation does not pay elsewhere (validation-rules.md DQ16). */
export const price: Rule = {
  code: "DQ16",
  name: "price",
  severity: "warning",
  looksFor: "A cost divided by its consumption that is far from the organisation’s other sites and years.",
  why: "An impossible price shows at once that a cost was copied into a consumption, or that one of the two slipped.",
  thresholds: ({ priceRatio }) => [
    `more than ${priceRatio} times, or less than one part in ${priceRatio} of, the usual price; at least two others to compare with`,
    `without others to compare with, ${pricedTerms()
      .map(({ name, unit, band }) => `${bandWords(band, unit)} for ${name}`)
      .join(", ")}`,
    "and out by more than the metric’s materiality amount; a cost and a consumption that are the same number always",
  ],
  check(context) {
    const materiality = context.once(materialityOf);
    const slipped = new Set(context.once(allSlips).map(({ point }) => point));
    return context.once(allPrices).flatMap((prices) => {
      const groups = ofOneKind(prices);
      return groups.flatMap((group) => oddPrices(context, group, slipped, materiality));
    });
  },
};

function ofOneKind(prices: readonly Price[]): Price[][] {
  return comparable(prices, ({ series, point }) => keyOf(series.organisation, point.period.kind));
}

/** A price out of line, and what was expected of it: the usual one, or null where there is none to say. */
interface Odd {
  readonly price: Price;
  readonly usual: number | null;
  /** How large the mistake would be, in the consumption's unit. */
  readonly size: number;
}

/** Least figure that is not the same as its cost by chance [ours]. */
const SAME_BY_CHANCE = 100;

/** Each price against the middle of the others: the same sites in other years, other sites in the same. */
function oddPrices(
  context: CheckContext,
  prices: readonly Price[],
  slipped: ReadonlySet<Point>,
  materiality: Materiality,
): Candidate[] {
  const odd = outOfLine(prices, context).filter(({ price, usual }) => {
    const { point, cost } = price;
    if (slipped.has(point) || slipped.has(cost)) return false;
    return usual === null || isSame(price) || isMaterial(price, usual, materiality);
  });
  const groups = groupBy(odd, ({ price }) => price.point.period.label);
  return [...groups.values()].map((group) => finding(context, group, materiality));
}

function outOfLine(prices: readonly Price[], { thresholds }: CheckContext): Odd[] {
  const usual = prices.length < 3 ? null : median(prices.map(({ value }) => value));
  const limit = thresholds.priceRatio;
  return prices.flatMap((price): Odd[] => {
    const { series, point, cost, value } = price;
    if (isSame(price)) return [{ price, usual, size: point.value }];
    if (usual === null)
      return isPlausible(series.metric, value, point.period) ? [] : [{ price, usual, size: point.value }];
    const far = value > usual * limit || value < usual / limit;
    return far ? [{ price, usual, size: Math.abs(point.value - cost.value / usual) }] : [];
  });
}

/** A cost and a consumption that are the same number. */
function isSame({ point, cost }: Price): boolean {
  return cost.value === point.value && point.value >= SAME_BY_CHANCE;
}

/** Whether putting right the consumption, or the cost, would change the organisation's own by more than its materiality. */
function isMaterial({ series, point, costSeries, cost }: Price, usual: number, materiality: Materiality): boolean {
  return (
    Math.abs(point.value - cost.value / usual) > materiality.amount(series, point) &&
    Math.abs(cost.value - point.value * usual) > materiality.amount(costSeries, cost)
  );
}

function finding(context: CheckContext, group: NonEmpty<Odd>, materiality: Materiality): Candidate {
  const worst = group.reduce((most, each) => (each.size > most.size ? each : most));
  const others = group.filter((each) => each !== worst).sort((a, b) => b.size - a.size);
  const all: NonEmpty<Odd> = [worst, ...others];
  const { series, point } = worst.price;
  return findingAt(series, point, {
    severity: "warning",
    cells: all.flatMap((each) => placesOf(each.price.point)),
    also: all.flatMap((each) => placesOf(each.price.cost)),
    label: ofOne(all, () => point.observations[0].label),
    site: ofOne(all, () => series.site),
    message: others.length === 0 ? one(context, worst) : several(context, all),
    figure: others.length === 0 ? point.value : all.length,
    effect: materiality.effect(series, point, worst.size),
  });
}

function one(context: CheckContext, { price, usual }: Odd): string {
  const { series, point, cost, value } = price;
  const unit = series.metric.unit;
  const head = `${figureName(context, series, point)} ${where(context, series, point)} and its cost (${placeOf(cost).cell}, ${formatQuantity(cost.value, "£")})`;
  if (cost.value === point.value)
    return `${head} are the same number, so one was probably copied into the other. Put in the right figure for each.`;
  const paid = paidWords(series.metric);
  const expected =
    usual === null
      ? `where trusts pay ${paid ?? ""}`
      : `where about ${pricePer(usual, unit)} was expected from ${possessive(context.nameOf(series.organisation))} other figures`;
  return `${head} make ${pricePer(value, unit)}, ${expected}. Check both figures for ${periodWords(point.period)} and their units.`;
}

/** Several sites of one organisation with odd prices in one period are one finding, the largest first. */
function several(context: CheckContext, group: NonEmpty<Odd>): string {
  const [{ price, usual }] = group;
  const { series, point } = price;
  const unit = series.metric.unit;
  const prices = group.map(
    ({ price: each }) => `${pricePer(each.value, unit).replace(/ a .*/, "")} (${placeOf(each.point).cell})`,
  );
  const expected =
    usual === null ? `what trusts pay, ${paidWords(series.metric) ?? ""}` : `the usual ${pricePer(usual, unit)}`;
  return `${context.nameOf(series.organisation)} has ${plural(group.length, "figure")} for ${context.titleOf(series.metric.id)} in ${periodWords(point.period)} whose cost makes a price far from ${expected}: ${someOf(prices)}. Check each consumption and its cost, and their units.`;
}
