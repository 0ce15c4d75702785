import type { Assessment } from "../../assessment/assessment";
import type { ReportSource } from "../source/source";

/** Latest figures as the page shows them: the footprints, and every other target, the worst first. */
export interface Ordered {
  readonly footprints: readonly Assessment[];
  readonly others: readonly Assessment[];
}

/** What the plan's carbon area measures stands apart from its other targets. */
export function footprintsFirst(source: ReportSource, rows: readonly Assessment[]): Ordered {
  const isFootprint = ({ metric }: Assessment) => source.metric(metric)?.area === "carbon";
  return {
    footprints: rows.filter(isFootprint),
    others: rows.filter((row) => !isFootprint(row)).sort((a, b) => source.bySeverity(a, b)),
  };
}
