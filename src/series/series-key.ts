import { keyOf } from "../collections/keys";
import type { MetricId, OrganisationCode } from "../plan/schema";

/** One metric of one organisation, whatever the period: what a series, its decisions and its errors are kept under. */
export function seriesKey({ metric, organisation }: { metric: MetricId; organisation: OrganisationCode }): string {
  return keyOf(metric, organisation);
}
