import { seriesKey } from "../../series/series-key";
import type { Finding } from "../finding";

/** The keys (`seriesKey`) of the series that a finding of severity error stands against. */
export function seriesInError(
  findings: readonly Pick<Finding, "severity" | "metric" | "organisation">[],
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { severity, metric, organisation } of findings) {
    if (severity === "error" && metric !== null && organisation !== null) keys.add(seriesKey({ metric, organisation }));
  }
  return keys;
}
