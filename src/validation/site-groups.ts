import type { CheckContext } from "./context";
import { getOrMake } from "./lines";
import type { Line, LineBlock, Point } from "./lines";

/** One site's figure of an additive flow, beside its floor area. */
export interface SiteFigure {
  readonly line: Line;
  readonly point: Point;
  /** Floor area of the site in the same period, in m², or null where it is not given. */
  readonly area: number | null;
}

/** The sites of one organisation in one period, for one metric: like lines that can be compared. */
export function siteGroups(context: CheckContext): readonly (readonly SiteFigure[])[] {
  return context.lineBlocks
    .filter(areSiteFlows)
    .flatMap((block) => context.of(block, groupsIn, context.lineBlocksOf("GIA")));
}

function areSiteFlows([line]: LineBlock): boolean {
  return line !== undefined && line.site !== null && line.metric.additive && line.metric.nature === "flow";
}

function groupsIn(block: LineBlock, context: CheckContext): SiteFigure[][] {
  const groups = new Map<string, Map<string, SiteFigure[]>>();
  for (const line of block) {
    const ofPeriods = getOrMake(groups, line.organisation, newPeriods);
    const areas = context.line("GIA", line)?.points ?? [];
    line.points.forEach((point, index) => {
      const { label } = point.period;
      const beside =
        areas[index]?.period.label === label ? areas[index] : areas.find((each) => each.period.label === label);
      getOrMake(ofPeriods, label, newGroup).push({ line, point, area: beside?.value ?? null });
    });
  }
  return [...groups.values()].flatMap((ofOne) => [...ofOne.values()]);
}

const newPeriods = () => new Map<string, SiteFigure[]>();
const newGroup = (): SiteFigure[] => [];
