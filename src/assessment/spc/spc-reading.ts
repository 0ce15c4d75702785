import type { Period } from "../../plan/time/periods";
import type { SpcReading } from "../assessment";
import type { Decided } from "../../decisions/decisions";
import type { SeriesCase } from "../targets/gather";
import type { ReadyTarget } from "../paths/pathway";
import type { Series } from "../../series/series";
import { FIRM_SPC_POINTS, LEAST_SPC_POINTS, spcAssurance, specialCauses, variationOf, xmrLimits } from "./spc";

/**
 * Control limits of the monthly or quarterly figures as reported, and the words of their last
 * point; null for fewer than ten. After a rebase the latest limits are used, which stand on the
 * figures from then on; until there are ten of those the limits before it stay [ours]. A yearly target of a flow is no fixed target for a month, so
 * assurance is only for levels and shares, and nothing firm is said while an error stands.
 */
export function spcReading(
  { series, pathway, settings, decided, errorStands }: SeriesCase,
  target: ReadyTarget,
  moving: boolean,
): SpcReading | null {
  const { since, parts } = underLatestLimits(series.parts, decided.limits);
  const values = parts.map((part) => part.value);
  if (values.length < LEAST_SPC_POINTS) return null;
  const limits = xmrLimits(values, !settings.matchMdcTool);
  if (limits === null) return null;
  const { better, nature } = pathway.metric;
  const fixed = !moving && nature !== "flow" && target.level !== null;
  return {
    points: values.length,
    last: (parts[parts.length - 1] as Series["parts"][number]).period,
    since,
    mean: limits.mean,
    lower: limits.lower,
    upper: limits.upper,
    trial: values.length < FIRM_SPC_POINTS,
    variation: variationOf(specialCauses(values, limits), better),
    assurance: fixed && target.level !== null ? (errorStands ? "?" : spcAssurance(limits, target.level, better)) : null,
  };
}

/** The figures that the latest limits stand on, and the period these begin with where a person drew them anew. */
export function underLatestLimits(
  parts: Series["parts"],
  limits: Decided["limits"],
): { since: Period | null; parts: Series["parts"] } {
  for (const { period } of [...limits].reverse()) {
    const after = parts.filter((part) => part.period.first >= period.first);
    if (after.length >= LEAST_SPC_POINTS) return { since: period, parts: after };
  }
  return { since: null, parts };
}
