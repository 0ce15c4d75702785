import type { MetricId } from "../../../plan/schema";
import { formatNumber } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import type { FigureSeries, Point } from "../../context/figure-series";

/** A cost metric's id ends so by the pack's own naming: "GAS-COST" is what GAS cost. */
const COST = "-COST";

/** The metric a cost is the cost of, by its id, or null where the metric is no cost. */
export function consumptionOf(cost: MetricId): MetricId | null {
  return cost.endsWith(COST) ? cost.slice(0, -COST.length) : null;
}

/** One line's price per unit in one period. */
export interface Price {
  readonly series: FigureSeries;
  readonly point: Point;
  readonly costSeries: FigureSeries;
  readonly cost: Point;
  /** £ for one of the consumption's unit. */
  readonly value: number;
}

/** Every price that a return's costs and consumptions give, of one consumption metric. */
function pricesOf(context: CheckContext, metric: MetricId): readonly Price[] {
  const prices: Price[] = [];
  for (const series of context.seriesOfMetric(metric)) {
    const costs = context.seriesBeside(`${metric}${COST}`, series);
    if (costs === undefined) continue;
    for (const [index, point] of series.points.entries()) {
      const { label } = point.period;
      const beside = costs.points[index];
      const cost = beside?.period.label === label ? beside : costs.points.find((each) => each.period.label === label);
      if (cost === undefined || point.value <= 0 || cost.value <= 0) continue;
      prices.push({ series, point, costSeries: costs, cost, value: cost.value / point.value });
    }
  }
  return prices;
}

/** The prices of each consumption metric of the pack that has a cost metric beside it. */
export function allPrices(context: CheckContext): readonly (readonly Price[])[] {
  const priced = [...context.metrics.keys()].filter((id) => context.metrics.has(`${id}${COST}`));
  return priced.map((metric) => pricesOf(context, metric));
}

/**
 * Prices that can be compared, put together by a key: sites' where there are any, since an organisation's own
 * price is its sites' put together, and would only repeat what they say.
 */
export function comparable(prices: readonly Price[], key: (price: Price) => string): Price[][] {
  return [...groupBy(prices, key).values()].map((group) => {
    const sites = group.filter(({ series }) => series.site !== null);
    return sites.length > 0 ? sites : group;
  });
}

/** The price that a consumption's figure has part in. */
export function priceOf(context: CheckContext, point: Point): Price | undefined {
  return context.once(pricesByPoint).get(point);
}

function pricesByPoint(context: CheckContext): ReadonlyMap<Point, Price> {
  return new Map(context.once(allPrices).flatMap((prices) => prices.map((price) => [price.point, price] as const)));
}

/**
 * What a trust can have paid for one unit, in £: wide bands around the prices of the last ten years, so that what lies
 * outside is a mistake in the cost or the consumption and not a dear contract [ours].
 */
const PAID: Readonly<Record<MetricId, readonly [least: number, most: number]>> = {
  ELEC: [0.03, 0.8],
  GAS: [0.01, 0.25],
  OIL: [0.02, 0.4],
  WATER: [0.3, 20],
};

export function isPlausible(metric: MetricId, price: number): boolean {
  const [least, most] = PAID[metric] ?? [0, Infinity];
  return least <= price && price <= most;
}

/** "1p to 25p a kWh", or null where we know of none. */
export function paidWords(metric: MetricId, unit: string): string | null {
  const paid = PAID[metric];
  if (paid === undefined) return null;
  const [least, most] = paid.map((price) => pricePer(price, unit)) as [string, string];
  return `${least.replace(/ a .*/, "")} to ${most}`;
}

/** "4.5p a kWh", "£1.62 a m³": pence below a pound, as energy is priced. */
export function pricePer(value: number, unit: string): string {
  const one = unit === "t" ? "tonne" : unit;
  const pence = value * 100;
  return value < 1
    ? `${formatNumber(pence, pence < 1 ? undefined : 1)}p a ${one}`
    : `£${formatNumber(value, 2)} a ${one}`;
}
