import { formatNumber, formatQuantity, periodWords } from "../../plan/wording";
import type { CheckContext } from "../context";
import { placeOf, placesOf } from "../context";
import { groupBy } from "../groups";
import { median } from "../median";
import { figureName, where } from "../phrases";
import { allPrices, pricePer } from "../prices";
import type { Price } from "../prices";
import type { Candidate, Rule } from "../rule";

/** Prices an organisation does not pay elsewhere (validation-rules.md DQ16). */
export const price: Rule = {
  code: "DQ16",
  name: "price",
  reach: "figures",
  severity: "warning",
  looksFor: "A cost divided by its consumption that is far from the organisation’s other sites and years.",
  why: "An impossible price shows at once that a cost was copied into a consumption, or that one of the two slipped.",
  thresholds: ({ priceRatio }) => [
    `more than ${priceRatio} times, or less than one part in ${priceRatio} of, the usual price; at least two others to compare with`,
  ],
  mends: null,
  check(context) {
    return context.once(allPrices).flatMap((prices) => context.of(prices, oddIn));
  },
};

function oddIn(prices: readonly Price[], context: CheckContext): Candidate[] {
  const groups = groupBy(prices, ({ line, point }) => `${line.organisation}|${point.period.kind}`);
  return [...groups.values()].flatMap((group) => oddPrices(context, group));
}

/** Each price against the middle of the others: the same sites in other years, other sites in the same. */
function oddPrices(context: CheckContext, prices: readonly Price[]): Candidate[] {
  const sites = prices.filter(({ line }) => line.site !== null);
  // An organisation's own price is its sites' put together, and would only repeat what they say.
  const compared = sites.length > 0 ? sites : prices;
  if (compared.length < 3) return [];
  const usual = median(compared.map(({ value }) => value));
  const limit = context.thresholds.priceRatio;
  return compared
    .filter(({ value }) => value > usual * limit || value < usual / limit)
    .map((odd) => candidate(context, odd, usual));
}

function candidate(context: CheckContext, { line, point, cost, value }: Price, usual: number): Candidate {
  const unit = line.metric.unit;
  const copied =
    cost.value === point.value
      ? " The cost and the consumption are the same number, so one was probably copied into the other."
      : "";
  const times = value > usual ? value / usual : usual / value;
  return {
    severity: "warning",
    cells: placesOf(point),
    also: placesOf(cost),
    label: point.observations[0]?.label ?? null,
    metric: line.metric.id,
    organisation: line.organisation,
    site: line.site,
    period: point.period.label,
    message: `${figureName(context, line, point)} ${where(context, line, point)} and its cost (${placeOf(cost).cell}, ${formatQuantity(cost.value, "£")}) make ${pricePer(value, unit)}, where about ${pricePer(usual, unit)} was expected from ${context.nameOf(line.organisation)}’s other figures: ${formatNumber(times, 1)} times ${value > usual ? "too dear" : "too cheap"}.${copied} Check both figures for ${periodWords(point.period)} and their units.`,
    mend: null,
    figure: point.value,
    effect: Math.min(1, Math.log10(times) / 3),
  };
}
