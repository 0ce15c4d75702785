import { costMetrics, priceBandOf } from "../../../plan/metric-facts";
import type { Metric, MetricId } from "../../../plan/schema";
import type { PriceBand } from "../../../plan/vocabulary/vocabulary";
import { financialYearOf } from "../../../plan/time/periods";
import type { Period } from "../../../plan/time/periods";
import { formatNumber } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import type { Line, LineBlock, Point } from "../../context/lines";

/** The metric of the plan that a cost pays for, or null where the metric is no such cost. */
export function consumptionOf(context: CheckContext, cost: MetricId): MetricId | null {
  for (const [metric, its] of context.once(costsOf)) if (its === cost) return metric;
  return null;
}

function costsOf({ pack }: CheckContext): ReadonlyMap<MetricId, MetricId> {
  return costMetrics(pack);
}

/** One line's price per unit in one period. */
export interface Price {
  readonly line: Line;
  readonly point: Point;
  readonly costLine: Line;
  readonly cost: Point;
  /** £ for one of the consumption's unit. */
  readonly value: number;
}

/** Every price that a return's costs and consumptions give, of one consumption metric. */
function pricesOf([first]: LineBlock, context: CheckContext): readonly Price[] {
  const metric = first?.metric.id;
  const costMetric = metric === undefined ? undefined : context.once(costsOf).get(metric);
  if (metric === undefined || costMetric === undefined) return [];
  const prices: Price[] = [];
  for (const line of context.lineBlocksOf(metric).flat()) {
    const costs = context.line(costMetric, line);
    if (costs === undefined) continue;
    for (const [index, point] of line.points.entries()) {
      const { label } = point.period;
      const beside = costs.points[index];
      const cost = beside?.period.label === label ? beside : costs.points.find((each) => each.period.label === label);
      if (cost === undefined || point.value <= 0 || cost.value <= 0) continue;
      prices.push({ line, point, costLine: costs, cost, value: cost.value / point.value });
    }
  }
  return prices;
}

/** The prices of each consumption metric of the pack that has a cost metric beside it. */
export function allPrices(context: CheckContext): readonly (readonly Price[])[] {
  const pairs = context.once(costsOf);
  return [...context.metrics.keys()].flatMap((metric) => {
    const cost = pairs.get(metric);
    if (cost === undefined) return [];
    const [first, ...rest] = context.lineBlocksOf(metric);
    const costs = context.lineBlocksOf(cost);
    return first === undefined ? [] : [context.of(first, pricesOf, [...rest, ...costs])];
  });
}

/**
 * Prices that can be compared, put together by a key: sites' where there are any, since an organisation's own
 * price is its sites' put together, and would only repeat what they say.
 */
export function comparable(prices: readonly Price[], key: (price: Price) => string): Price[][] {
  return [...groupBy(prices, key).values()].map((group) => {
    const sites = group.filter(({ line }) => line.site !== null);
    return sites.length > 0 ? sites : group;
  });
}

/** The price that a consumption's figure has part in. */
export function priceOf(context: CheckContext, point: Point): Price | undefined {
  for (const prices of context.once(allPrices)) {
    const price = context.of(prices, byPoint).get(point);
    if (price !== undefined) return price;
  }
  return undefined;
}

function byPoint(prices: readonly Price[]): ReadonlyMap<Point, Price> {
  return new Map(prices.map((price) => [price.point, price]));
}

/**
 * Whether a price, in £ for one of the metric's unit, is one that a trust can have paid in a period. Bands are
 * wide, so that what lies outside is a mistake in the cost or the consumption and not a dear contract.
 */
export function isPlausible(metric: Metric, price: number, period: Period): boolean {
  const band = priceBandOf(metric, financialYearOf(period).label);
  return band === null || (band.least <= price && price <= band.most);
}

/** What trusts pay for one of a metric's unit: "1p to 25p a kWh"; null where no prices are known. */
export function paidWords(metric: Metric): string | null {
  const band = priceBandOf(metric);
  return band === null ? null : bandWords(band, metric.unit);
}

/** "1p to 25p a kWh". */
export function bandWords({ least, most }: PriceBand, unit: string): string {
  return `${pricePer(least, unit).replace(/ a .*/, "")} to ${pricePer(most, unit)}`;
}

/** "4.5p a kWh", "£1.62 a m³": pence below a pound, as energy is priced. */
export function pricePer(value: number, unit: string): string {
  const one = unit === "t" ? "tonne" : unit;
  const pence = value * 100;
  return value < 1
    ? `${formatNumber(pence, pence < 1 ? undefined : 1)}p a ${one}`
    : `£${formatNumber(value, 2)} a ${one}`;
}
