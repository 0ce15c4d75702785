import { keyOf } from "../../../collections/keys";
import type { Metric, OrganisationCode } from "../../../plan/schema";
import type { CheckContext } from "../../context/check-context";
import { getOrMake } from "../../../collections/collect";
import type { FigureSeries, Point } from "../../context/figure-series";

/**
 * The second key of the double-key rule (validation-rules.md DQ03): a change counts only when it is
 * large for the organisation as well as for its own series.
 */
export class Materiality {
  private readonly wholes = new Map<string, number>();
  private readonly parts: ReadonlySet<string>;

  constructor(private readonly context: CheckContext) {
    const { metrics, identities } = context.pack;
    this.parts = new Set([
      ...metrics.flatMap((each) => each.ofWhich ?? []),
      ...identities.flatMap((identity) => identity.parts),
    ]);
  }

  /** The least change that matters for a series, in the metric's unit, measured in the period of `point`. */
  amount(series: FigureSeries, point: Point): number {
    return (series.metric.materiality.ofOrganisationTotal / 100) * this.whole(series, point);
  }

  /** A change as a share of the organisation's whole, 0 and up: ranks findings by the size of their effect. */
  effect(series: FigureSeries, point: Point, change: number): number {
    const whole = this.whole(series, point);
    return whole === 0 ? Math.abs(change) : Math.abs(change) / whole;
  }

  /**
   * What the organisation has in all of the metric's kind in a period: all its energy for an energy
   * metric, all its waste for a waste stream, its largest footprint for an emission, else the metric's own total.
   */
  private whole(series: FigureSeries, point: Point): number {
    const { metric, organisation } = series;
    const key = keyOf(metric.id, organisation, point.period.label);
    return getOrMake(this.wholes, key, () => this.measure(metric, organisation, point));
  }

  private measure(metric: Metric, organisation: OrganisationCode, point: Point): number {
    if (metric.unit === "%") return 100;
    const own = this.context.knownTotal(metric.id, organisation, point.period.label) ?? point.value;
    const kin = this.context.pack.metrics.filter(
      (each) => each.unit === metric.unit && each.additive && each.area === metric.area && !this.parts.has(each.id),
    );
    const values = kin.map((each) => Math.abs(this.context.knownTotal(each.id, organisation, point.period.label) ?? 0));
    const all = metric.unit === "tCO2e" ? Math.max(0, ...values) : values.reduce((sum, value) => sum + value, 0);
    return Math.max(Math.abs(own), all);
  }
}

export function materialityOf(context: CheckContext): Materiality {
  return new Materiality(context);
}
