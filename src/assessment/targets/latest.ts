import type { Assessment } from "../assessment";
import { seriesKey } from "../../series/series-key";

/**
 * The latest assessment of each metric of each organisation: of the rows marked latest the one of the
 * last period, so that a missing figure is seen rather than the one before it. In the order given.
 */
export function latestAssessments(assessments: readonly Assessment[]): Assessment[] {
  const latest = new Map<string, Assessment>();
  for (const each of assessments) {
    if (!each.latest) continue;
    const key = seriesKey(each);
    const known = latest.get(key);
    if (known === undefined || known.period.last <= each.period.last) latest.set(key, each);
  }
  return [...latest.values()];
}
