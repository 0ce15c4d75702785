import type { MetricId } from "../plan/schema";
import type { CheckContext } from "./context";
import type { Line, Point } from "./lines";

/** A cost metric's id ends so by the pack's own naming: "GAS-COST" is what GAS cost. */
const COST = "-COST";

/** The metric a cost is the cost of, by its id, or null where the metric is no cost. */
export function consumptionOf(cost: MetricId): MetricId | null {
  return cost.endsWith(COST) ? cost.slice(0, -COST.length) : null;
}

/** One line's price per unit in one period. */
export interface Price {
  readonly line: Line;
  readonly point: Point;
  readonly cost: Point;
  /** £ for one of the consumption's unit. */
  readonly value: number;
}

/** Every price that a return's costs and consumptions give, of one consumption metric. */
export function pricesOf(context: CheckContext, consumption: MetricId): Price[] {
  const prices: Price[] = [];
  for (const line of context.lines) {
    if (line.metric.id !== consumption) continue;
    const costs = context.line(`${consumption}${COST}`, line);
    if (costs === undefined) continue;
    for (const point of line.points) {
      const cost = costs.points.find((each) => each.period.label === point.period.label);
      if (cost === undefined || point.value <= 0 || cost.value <= 0) continue;
      prices.push({ line, point, cost, value: cost.value / point.value });
    }
  }
  return prices;
}

/** Consumption metrics of the pack that have a cost metric beside them. */
export function pricedMetrics(context: CheckContext): MetricId[] {
  return [...context.metrics.keys()].filter((id) => context.metrics.has(`${id}${COST}`));
}
