import type { CheckContext } from "./context";
import { getOrMake } from "./lines";
import type { Line, Point } from "./lines";
import { siteNames } from "./site-names";

/** One site's figure of an additive flow, beside its floor area. */
export interface SiteFigure {
  readonly line: Line;
  readonly point: Point;
  /** Floor area of the site in the same period, in m², or null where it is not given. */
  readonly area: number | null;
}

/** Small sites put together on one row, as ERIC does: no like line among sites. */
const AGGREGATE = /^aggre|\b(aggregated?|(all )?other sites|small(er)? sites)\b/i;

/** The sites of one organisation in one period, for one metric: like lines that can be compared. */
export function siteGroups(context: CheckContext): SiteFigure[][] {
  const groups = new Map<Line["metric"], Map<string, Map<string, SiteFigure[]>>>();
  const names = context.once(siteNames);
  for (const line of context.lines) {
    if (line.site === null || !line.metric.additive || line.metric.nature !== "flow") continue;
    if (AGGREGATE.test(line.site) || AGGREGATE.test(names.get(`${line.organisation}|${line.site}`) ?? "")) continue;
    const ofMetric = getOrMake(groups, line.metric, () => new Map<string, Map<string, SiteFigure[]>>());
    const ofPeriods = getOrMake(ofMetric, line.organisation, () => new Map<string, SiteFigure[]>());
    const areas = context.line("GIA", line)?.points ?? [];
    line.points.forEach((point, index) => {
      const { label } = point.period;
      const beside =
        areas[index]?.period.label === label ? areas[index] : areas.find((each) => each.period.label === label);
      getOrMake(ofPeriods, label, () => []).push({ line, point, area: beside?.value ?? null });
    });
  }
  return [...groups.values()].flatMap((ofMetric) => [...ofMetric.values()].flatMap((each) => [...each.values()]));
}
