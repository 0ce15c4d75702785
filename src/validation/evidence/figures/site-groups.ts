import { floorAreaMetric } from "../../../plan/metric-facts";
import type { MetricId } from "../../../plan/schema";
import type { CheckContext } from "../../context/check-context";
import { getOrMake } from "../../../collections/collect";
import { groupBy } from "../../../collections/groups";
import type { FigureSeries, Point } from "../../context/figure-series";
import { siteNames } from "./site-names";

/** One site's figure of an additive flow, beside its floor area. */
export interface SiteFigure {
  readonly series: FigureSeries;
  readonly point: Point;
  /** Floor area of the site in the same period, in m², or null where it is not given. */
  readonly area: number | null;
}

/** Small sites put together on one row, as ERIC does: no like line among sites. */
const AGGREGATE = /^aggre|\b(aggregated?|(all )?other sites|small(er)? sites)\b/i;

/** The sites of one organisation in one period, for one metric: like lines that can be compared. */
export function siteGroups(context: CheckContext): readonly (readonly SiteFigure[])[] {
  const flows = context.allSeries.filter(isSiteFlow);
  return [...groupBy(flows, ({ metric }) => metric.id).values()].flatMap((allSeries) => groupsIn(context, allSeries));
}

/** The plan's metric of floor area, or null where it has none. */
export function floorArea({ pack }: CheckContext): MetricId | null {
  return floorAreaMetric(pack);
}

function isSiteFlow({ site, metric }: FigureSeries): boolean {
  return site !== null && metric.additive && metric.nature === "flow";
}

function groupsIn(context: CheckContext, allSeries: readonly FigureSeries[]): SiteFigure[][] {
  const groups = new Map<string, Map<string, SiteFigure[]>>();
  const names = context.once(siteNames);
  const floor = context.once(floorArea);
  // Sites next to each other mostly have the same periods: then each figure joins the one above it.
  let above = { organisation: "", labels: [] as string[], groups: [] as SiteFigure[][] };
  for (const series of allSeries) {
    const { organisation, site, points } = series;
    if (AGGREGATE.test(site ?? "") || AGGREGATE.test(names.get(`${organisation}|${site}`) ?? "")) continue;
    const ofPeriods = getOrMake(groups, organisation, () => new Map<string, SiteFigure[]>());
    if (above.organisation !== organisation) above = { organisation, labels: [], groups: [] };
    const areas = (floor === null ? undefined : context.seriesBeside(floor, series))?.points ?? [];
    for (let index = 0; index < points.length; index++) {
      const point = points[index] as Point;
      const { label } = point.period;
      if (above.labels[index] !== label) {
        above.labels[index] = label;
        above.groups[index] = getOrMake(ofPeriods, label, () => []);
      }
      const beside =
        areas[index]?.period.label === label ? areas[index] : areas.find((each) => each.period.label === label);
      above.groups[index]!.push({ series, point, area: beside?.value ?? null });
    }
  }
  return [...groups.values()].flatMap((ofOne) => [...ofOne.values()]);
}
