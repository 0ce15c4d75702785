import { keyOf } from "../../../collections/keys";
import { financialYearOf } from "../../../plan/time/periods";
import type { MetricId } from "../../../plan/schema";
import type { CheckContext } from "../../context/check-context";
import { consumptionOf } from "./prices";
import type { Point } from "../../context/figure-series";
import { isSeasonal, type SeriesStep } from "./steps";

/** A large change of a series from one period to another. */
export interface Change extends SeriesStep {
  /** In the metric's unit. */
  readonly delta: number;
}

/** How much of a change its one part must make to be called its cause [ours]. */
export const EXPLAINS = 0.6;

/**
 * Large changes with each cause once: where one site, one member or one scope makes most of a
 * change of the whole, the part is the root; where many parts moved together, the whole is. A cost that moved
 * with its consumption is no change of its own.
 */
export function rootChanges(context: CheckContext, changes: readonly Change[]): Change[] {
  const byKey = new Map(changes.map((each) => [changeKey(each, each.series), each]));
  const pairs = changes.flatMap((part) =>
    wholesOf(context, part).flatMap((key) => {
      const whole = byKey.get(key);
      return whole !== undefined && whole.delta * part.delta > 0 ? [{ part, whole }] : [];
    }),
  );
  const explained = new Set(
    pairs
      .filter(({ part, whole }) => Math.abs(part.delta) >= EXPLAINS * Math.abs(whole.delta))
      .map(({ whole }) => whole),
  );
  const inTheWhole = new Set(pairs.filter(({ whole }) => !explained.has(whole)).map(({ part }) => part));
  return changes.filter((each) => !explained.has(each) && !inTheWhole.has(each) && !follows(context, each, byKey));
}

type Who = { metric: { id: MetricId }; organisation: string; site: string | null };

function changeKey(step: SeriesStep, who: Who): string {
  return keyOf(who.metric.id, who.organisation, who.site, step.from.period.label, step.to.period.label);
}

/** The change of the whole financial year that a quarter's or month's is a part of. */
function yearsKey({ series, from, to }: Change): string {
  const year = ({ period }: Point): string => financialYearOf(period).label;
  return keyOf(series.metric.id, series.organisation, series.site, year(from), year(to));
}

/** Keys of the changes of the wholes that a series is a part of: a quarter's year, a site's organisation, a member's system, a footprint, a total it is "of which". */
function wholesOf(context: CheckContext, change: Change): string[] {
  const { metric, organisation, site } = change.series;
  const { identities, system, metrics } = context.pack;
  const key = (who: Partial<Who>): string => changeKey(change, { ...change.series, ...who });
  if (isSeasonal(change.series)) return [yearsKey(change)];
  if (site !== null) return [key({ site: null })];
  const wholes = [
    ...identities.filter((each) => each.parts.includes(metric.id)).map((each) => each.total),
    ...metrics.filter((each) => each.ofWhich?.includes(metric.id)).map((each) => each.id),
  ];
  return [
    ...wholes.map((id) => key({ metric: { id } })),
    ...(system === null || organisation === system ? [] : [key({ organisation: system })]),
  ];
}

/** Whether a change only follows another: a cost its consumption, a ratio its numerator or denominator. */
function follows(context: CheckContext, change: Change, byKey: ReadonlyMap<string, Change>): boolean {
  const { metric } = change.series;
  const other = (id: MetricId): Change | undefined =>
    byKey.get(changeKey(change, { ...change.series, metric: { id } }));
  const consumption = consumptionOf(context, metric.id);
  if (consumption !== null) {
    return (other(consumption)?.delta ?? 0) * change.delta > 0;
  }
  const ratio = metric.ratio;
  return ratio !== undefined && [ratio.numerator, ratio.denominator].some((id) => other(id) !== undefined);
}
