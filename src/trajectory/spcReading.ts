import type { SpcReading } from "./assessment";
import type { SeriesCase } from "./gather";
import type { ReadyTarget } from "./pathway";
import { FIRM_SPC_POINTS, LEAST_SPC_POINTS, spcAssurance, specialCauses, variationOf, xmrLimits } from "./spc";

/**
 * Control limits of the monthly or quarterly figures as reported, and the words of their last
 * point; null for fewer than ten. A yearly target of a flow is no fixed target for a month, so
 * assurance is only for levels and shares.
 */
export function spcReading(
  { series, pathway, settings }: SeriesCase,
  target: ReadyTarget,
  moving: boolean,
): SpcReading | null {
  const values = series.parts.map((part) => part.value);
  if (values.length < LEAST_SPC_POINTS) return null;
  const limits = xmrLimits(values, !settings.matchMdcTool);
  if (limits === null) return null;
  const { better, nature } = pathway.metric;
  const fixed = !moving && nature !== "flow" && target.level !== null;
  return {
    points: values.length,
    mean: limits.mean,
    lower: limits.lower,
    upper: limits.upper,
    trial: values.length < FIRM_SPC_POINTS,
    variation: variationOf(specialCauses(values, limits), better),
    assurance: fixed && target.level !== null ? spcAssurance(limits, target.level, better) : null,
  };
}
