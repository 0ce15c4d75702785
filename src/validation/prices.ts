import type { MetricId } from "../plan/schema";
import { formatNumber } from "../plan/wording";
import type { CheckContext } from "./context";
import type { Line, LineBlock, Point } from "./lines";

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

/** The prices of each consumption metric of the pack that has a cost metric beside it. */
export function allPrices(context: CheckContext): readonly (readonly Price[])[] {
  const priced = [...context.metrics.keys()].filter((id) => context.metrics.has(`${id}${COST}`));
  return priced.map((metric) => {
    const [first, ...rest] = context.lineBlocksOf(metric);
    const costs = context.lineBlocksOf(`${metric}${COST}`);
    return first === undefined ? [] : context.of(first, pricesOf, [...rest, ...costs]);
  });
}

/** Every price that a return's costs and consumptions give, of one consumption metric. */
function pricesOf([first]: LineBlock, context: CheckContext): readonly Price[] {
  const metric = first!.metric.id;
  const prices: Price[] = [];
  for (const line of context.lineBlocksOf(metric).flat()) {
    const costs = context.line(`${metric}${COST}`, line);
    if (costs === undefined) continue;
    for (const [index, point] of line.points.entries()) {
      const { label } = point.period;
      const beside = costs.points[index];
      const cost = beside?.period.label === label ? beside : costs.points.find((each) => each.period.label === label);
      if (cost === undefined || point.value <= 0 || cost.value <= 0) continue;
      prices.push({ line, point, cost, value: cost.value / point.value });
    }
  }
  return prices;
}

/** "4.5p a kWh", "£1.62 a m³": pence below a pound, as energy is priced. */
export function pricePer(value: number, unit: string): string {
  const one = unit === "t" ? "tonne" : unit;
  return value < 1 ? `${formatNumber(value * 100, 1)}p a ${one}` : `£${formatNumber(value, 2)} a ${one}`;
}
