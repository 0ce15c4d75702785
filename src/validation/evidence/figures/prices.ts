import { costMetrics, priceBandOf } from "../../../plan/metric-facts";
import type { Metric, MetricId } from "../../../plan/schema";
import type { PriceBand } from "../../../plan/vocabulary/vocabulary";
import { financialYearOf, type Period } from "../../../plan/time/periods";
import { formatNumber } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import type { FigureSeries, Point } from "../../context/figure-series";

/** The metric of the plan that a cost pays for, or null where the metric is no such cost. */
export function consumptionOf(context: CheckContext, cost: MetricId): MetricId | null {
  for (const [metric, its] of context.once(costsOf)) if (its === cost) return metric;
  return null;
}

function costsOf({ pack }: CheckContext): ReadonlyMap<MetricId, MetricId> {
  return costMetrics(pack);
}

/** Price per unit that a cost and its consumption make in one period. */
export interface Price {
  readonly series: FigureSeries;
  readonly point: Point;
  readonly costSeries: FigureSeries;
  readonly cost: Point;
  /** £ for one of the consumption's unit. */
  readonly value: number;
}

/** Every price that a return's costs and consumptions give, of one consumption metric. */
function pricesOf(context: CheckContext, metric: MetricId, costMetric: MetricId): readonly Price[] {
  const prices: Price[] = [];
  for (const series of context.seriesOfMetric(metric)) {
    const costs = context.seriesBeside(costMetric, series);
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
  const pairs = context.once(costsOf);
  return [...context.metrics.keys()].flatMap((metric) => {
    const cost = pairs.get(metric);
    return cost === undefined ? [] : [pricesOf(context, metric, cost)];
  });
}

/**
 * Prices that can be compared, grouped by a key: sites' where there are any, since an organisation's own
 * price is the mean of theirs and would only repeat them.
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
