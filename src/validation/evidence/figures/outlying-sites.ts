import type { MetricId } from "../../../plan/schema";
import type { CheckContext } from "../../context/check-context";
import { materialityOf, type Materiality } from "./materiality";
import { floorArea, siteGroups, type SiteFigure } from "./site-groups";

/** Meters: every building is lit, heated and watered. Waste and costs may fall where they are dealt with. */
const METERED: ReadonlySet<string> = new Set(["kWh", "m³"]);

/** How many times the metric's materiality amount an outlier must be out; sites differ more in waste and cost [ours]. */
export const LEAST_AMOUNTS = { metered: 1, other: 5 } as const;

/** A site may make most of a total where it is most of the trust: its share must be this many times its share of the floor [ours]. */
export const TIMES_ITS_FLOOR = 2;

/** A site that makes most of its organisation's total. */
export interface Dominant {
  readonly figure: SiteFigure;
  /** In percent of the total. */
  readonly share: number;
  /** In percent of the organisation's floor area; null where no areas are known. */
  readonly ofFloor: number | null;
  /** In the metric's unit. */
  readonly total: number;
}

export function isMetered({ series }: SiteFigure): boolean {
  return METERED.has(series.metric.unit);
}

/** Whether a site's figure is out by enough to matter to its organisation. `by` is in the metric's unit. */
export function isMaterial(figure: SiteFigure, by: number, materiality: Materiality): boolean {
  const times = isMetered(figure) ? LEAST_AMOUNTS.metered : LEAST_AMOUNTS.other;
  return Math.abs(by) > times * materiality.amount(figure.series, figure.point);
}

/** Whether there are enough sites that use any of it: a fuel only two sites burn has no outliers. */
export function isCrowd(context: CheckContext, members: readonly SiteFigure[]): boolean {
  const least = context.thresholds.outlierMinimumLines;
  return members.length >= least && members.filter(({ point }) => point.value > 0).length >= least;
}

/** Every site that makes most of a total. */
export function dominants(context: CheckContext): Dominant[] {
  return context.once(siteGroups).flatMap((members) => dominantIn(context, members) ?? []);
}

/** The site of a group that makes most of the total and far more than its share of the floor, or null. */
export function dominantIn(context: CheckContext, members: readonly SiteFigure[]): Dominant | null {
  if (!isCrowd(context, members)) return null;
  const figure = members.reduce((best, each) => (each.point.value > best.point.value ? each : best));
  const { series, point, area } = figure;
  const known = (metric: MetricId): number => context.knownTotal(metric, series.organisation, point.period.label) ?? 0;
  const ofSites = members.reduce((sum, each) => sum + Math.max(0, each.point.value), 0);
  const total = Math.max(ofSites, known(series.metric.id));
  const share = total === 0 ? 0 : (point.value / total) * 100;
  if (share <= context.thresholds.dominantSharePercent) return null;
  const ofAreas = members.reduce((sum, each) => sum + (each.area ?? 0), 0);
  const floorMetric = context.once(floorArea);
  const floor = ofAreas === 0 || floorMetric === null ? 0 : Math.max(ofAreas, known(floorMetric));
  const ofFloor = area === null || floor === 0 ? null : (area / floor) * 100;
  if (ofFloor !== null && share < ofFloor * TIMES_ITS_FLOOR) return null;
  const expected = total * (ofFloor === null ? 1 / members.length : ofFloor / 100);
  const material = isMaterial(figure, point.value - expected, context.once(materialityOf));
  return material ? { figure, share, ofFloor, total } : null;
}
