import { previous } from "../plan/periods";
import type { Line, Point } from "./lines";

/** A point and the earlier one it is compared with. */
export interface Step {
  readonly line: Line;
  readonly from: Point;
  readonly to: Point;
  /** True where periods are missing between them. */
  readonly gap: boolean;
}

const PARTS_OF_A_YEAR = new Set(["month", "financial-quarter", "calendar-quarter"]);

/**
 * The steps of a line from period to period. Flows by month or quarter have seasons, so they are
 * compared with the same month or quarter a year before; everything else with the period before.
 */
export function stepsOf(line: Line): Step[] {
  const seasonal = line.metric.nature === "flow" && PARTS_OF_A_YEAR.has(line.points[0]?.period.kind ?? "");
  return seasonal ? yearSteps(line) : neighbourSteps(line);
}

function neighbourSteps(line: Line): Step[] {
  return line.points.slice(1).map((to, index) => {
    const from = line.points[index] as Point;
    return { line, from, to, gap: previous(to.period).label !== from.period.label };
  });
}

function yearSteps(line: Line): Step[] {
  const byLast = new Map(line.points.map((each) => [each.period.first, each]));
  return line.points.flatMap((to) => {
    const yearBefore = `${Number(to.period.first.slice(0, 4)) - 1}${to.period.first.slice(4)}`;
    const from = byLast.get(yearBefore);
    return from === undefined ? [] : [{ line, from, to, gap: false }];
  });
}
