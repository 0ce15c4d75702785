import { groupBy } from "../../../collections/groups";
import { keyOf } from "../../../collections/keys";
import type { NonEmpty } from "../../../collections/non-empty";
import { floorAreaMetric } from "../../../plan/metric-facts";
import type { MetricId } from "../../../plan/schema";
import type { CheckContext } from "../../context/check-context";
import type { FigureSeries, Point } from "../../context/figure-series";
import { siteNames } from "./site-names";

/** One site's figure of an additive flow, beside its floor area. */
export interface SiteFigure {
  readonly series: FigureSeries;
  readonly point: Point;
  /** Floor area of the site in the same period, in m², or null where it is not given. */
  readonly area: number | null;
}

/** Small sites on one row together, as ERIC has them: not a site to compare others with. */
const AGGREGATE = /^aggre|\b(aggregated?|(all )?other sites|small(er)? sites)\b/i;

/** Peer sites: those of one organisation with a figure of one metric for one period. */
export function siteGroups(context: CheckContext): readonly NonEmpty<SiteFigure>[] {
  const floor = context.once(floorArea);
  const figures = context.allSeries
    .filter((each) => isSiteFlow(each) && !isAggregate(context, each))
    .flatMap((series) => {
      const areas = floor === null ? [] : (context.seriesBeside(floor, series)?.points ?? []);
      return series.points.map((point): SiteFigure => {
        const beside = areas.find(({ period }) => period.label === point.period.label);
        return { series, point, area: beside?.value ?? null };
      });
    });
  const key = ({ series, point }: SiteFigure) => keyOf(series.metric.id, series.organisation, point.period.label);
  return [...groupBy(figures, key).values()];
}

/** The plan's metric of floor area, or null where it has none. */
export function floorArea({ pack }: CheckContext): MetricId | null {
  return floorAreaMetric(pack);
}

function isSiteFlow({ site, metric }: FigureSeries): boolean {
  return site !== null && metric.additive && metric.nature === "flow";
}

function isAggregate(context: CheckContext, { organisation, site }: FigureSeries): boolean {
  const name = context.once(siteNames).get(keyOf(organisation, site));
  return AGGREGATE.test(site ?? "") || (name !== undefined && AGGREGATE.test(name));
}
