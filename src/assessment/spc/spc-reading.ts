import type { Period } from "../../plan/time/periods";
import type { SpcReading } from "../assessment";
import type { Decided } from "../../decisions/decisions";
import type { SeriesCase } from "../cases/series-cases";
import type { ReadyTarget } from "../paths/ready-pathway";
import type { Point } from "../../series/point";
import type { Series } from "../../series/series";
import { isNonEmpty, lastOf } from "../../collections/non-empty";
import { FIRM_SPC_POINTS, LEAST_SPC_POINTS, spcAssurance, specialCauses, variationOf, xmrLimits } from "./spc";

/**
 * Control limits of the monthly or quarterly figures as reported, and the words of their last
 * point; null for fewer than ten. After a rebase the latest limits are used, which stand on the
 * figures from then on; until there are ten of those the limits before it stay [ours]. A yearly
 * target of a flow is no fixed target for a month, so assurance is only for levels and shares, and
 * nothing firm is said while an error stands.
 */
export function spcReading(
  { series, pathway, settings, decided, errorStands }: SeriesCase,
  target: ReadyTarget,
  moving: boolean,
): SpcReading | null {
  const { since, figures } = underLatestLimits(chartedFigures(series), decided.limits);
  if (!isNonEmpty(figures) || figures.length < LEAST_SPC_POINTS) return null;
  const values = figures.map(({ value }) => value);
  const limits = xmrLimits(values, !settings.matchMdcTool);
  if (limits === null) return null;
  const { better, nature } = pathway.metric;
  const fixed = !moving && nature !== "flow" && target.level !== null;
  return {
    points: values.length,
    last: lastOf(figures).period,
    since,
    mean: limits.mean,
    lower: limits.lower,
    upper: limits.upper,
    trial: values.length < FIRM_SPC_POINTS,
    variation: variationOf(specialCauses(values, limits), better),
    assurance: fixed && target.level !== null ? (errorStands ? "?" : spcAssurance(limits, target.level, better)) : null,
  };
}

/** The figures that the latest limits stand on, and the period these begin with where a person decided on new ones. */
export function underLatestLimits(
  figures: readonly Point[],
  limits: Decided["limits"],
): { since: Period | null; figures: readonly Point[] } {
  for (const { period } of [...limits].reverse()) {
    const after = figures.filter((figure) => figure.period.first >= period.first);
    if (after.length >= LEAST_SPC_POINTS) return { since: period, figures: after };
  }
  return { since: null, figures };
}

/** What control limits are drawn of: months where there are enough of them, or no more quarters; else quarters. */
export function chartedFigures({ months, quarters }: Series): readonly Point[] {
  return months.length >= LEAST_SPC_POINTS || months.length >= quarters.length ? months : quarters;
}
