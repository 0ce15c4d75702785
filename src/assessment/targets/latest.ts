import type { Assessment } from "../assessment";

/**
 * Where each metric of each organisation stands now: of the rows marked latest the one of the last
 * period, so that a missing figure is seen rather than the one before it. In the order given.
 */
export function standingsOf(assessments: readonly Assessment[]): Assessment[] {
  const standings = new Map<string, Assessment>();
  for (const each of assessments) {
    if (!each.latest) continue;
    const key = `${each.metric}\n${each.organisation}`;
    const known = standings.get(key);
    if (known === undefined || known.period.last <= each.period.last) standings.set(key, each);
  }
  return [...standings.values()];
}
