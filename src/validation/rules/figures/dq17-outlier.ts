import { formatNumber, formatPercent, formatQuantity, joinWords, possessive } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placesOf } from "../../context/figure-series";
import { groupBy } from "../../../collections/groups";
import {
  dominantIn,
  isCrowd,
  isMaterial,
  isMetered,
  LEAST_AMOUNTS,
  TIMES_ITS_FLOOR,
} from "../../evidence/figures/outlying-sites";
import type { Dominant } from "../../evidence/figures/outlying-sites";
import { siteGroups } from "../../evidence/figures/site-groups";
import type { SiteFigure } from "../../evidence/figures/site-groups";
import { Materiality } from "../../evidence/figures/materiality";
import { median, medianDeviation } from "../../../collections/median";
import { figureName, where } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Turns a median absolute deviation into what a standard deviation would be (Iglewicz and Hoaglin). */
const NORMAL = 0.6745;

/**
 * Sites of one trust differ by nature: a use per square metre must be this many times its peers'
 * middle one, or one part in so many, besides its deviation, before it is called an outlier. A low
 * one may be heated by another fuel, so more is asked of it; and most of water, which people use and not floors: a
 * records store hardly needs any [ours].
 */
const LEAST_TIMES = { above: 5, below: 10, belowInWater: 20 } as const;

/** Lines unlike their like (validation-rules.md DQ17). */
export const outlier: Rule = {
  code: "DQ17",
  name: "outlier",
  severity: "warning",
  looksFor:
    "Among many like sites, one whose figure is far from the others’ for its floor area, or one that makes most of the total.",
  why: "One site that makes a trust’s whole total is either the place to act or a mistake.",
  thresholds: ({ outlierMad, outlierMinimumLines, dominantSharePercent }) => [
    `among ${outlierMinimumLines} lines or more`,
    `over ${outlierMad} times as far from the middle site as half of the sites are, on a scale of times; by the use per square metre where floor areas are known`,
    `or more than ${dominantSharePercent}% of the total, and ${TIMES_ITS_FLOOR} times the line’s share of the floor`,
    `and out by more than the metric’s materiality amount, ${LEAST_AMOUNTS.other} times that for waste and costs; low ones of energy and water alone`,
  ],
  mends: null,
  check(context) {
    const materiality = new Materiality(context);
    return oneForEachSite(context.once(siteGroups).flatMap((group) => outliers(context, group, materiality)));
  },
};

/** Whether a group holds so large a site, or so wide a spread, that any of it could be an outlier: most do not. */
function mayStandOut(members: readonly SiteFigure[], context: CheckContext): boolean {
  if (!isCrowd(context, members)) return false;
  let [most, sum, least, greatest] = [0, 0, Infinity, 0];
  for (const { point, area } of members) {
    if (point.value <= 0) continue;
    const use = area !== null && area > 0 ? point.value / area : null;
    [most, sum] = [Math.max(most, point.value), sum + point.value];
    if (use !== null) [least, greatest] = [Math.min(least, use), Math.max(greatest, use)];
  }
  const withoutArea = members.some(({ point, area }) => point.value > 0 && (area === null || area <= 0));
  const isLarge = most > (sum * context.thresholds.dominantSharePercent) / 100;
  return isLarge || withoutArea || greatest >= LEAST_TIMES.above * least;
}

function outliers(context: CheckContext, members: readonly SiteFigure[], materiality: Materiality): Candidate[] {
  if (!mayStandOut(members, context)) return [];
  const largest = dominantIn(context, members);
  if (largest !== null) return [dominantCandidate(context, largest)];
  return isCrowd(context, members) ? deviant(context, members, materiality) : [];
}

function dominantCandidate(context: CheckContext, { figure, share, ofFloor, total }: Dominant): Candidate {
  const { series, point } = figure;
  const besides = ofFloor === null ? "" : `, though it has ${formatPercent(ofFloor)} of its floor area`;
  return {
    ...about(figure),
    message: `${figureName(context, series, point)} ${where(context, series, point)} makes ${formatPercent(share)} of ${possessive(context.nameOf(series.organisation))} total of ${formatQuantity(total, series.metric.unit)}${besides}. A more even spread was expected; check whether other sites’ figures were put there, or explain it.`,
    effect: share / 100,
  };
}

function deviant(context: CheckContext, members: readonly SiteFigure[], materiality: Materiality): Candidate[] {
  const used = members.filter(({ point }) => point.value > 0);
  const withArea = used.filter(({ area }) => area !== null && area > 0);
  // Without floor areas sites of all sizes stand together, and only their scale can be compared.
  const group = withArea.length >= context.thresholds.outlierMinimumLines ? withArea : used;
  if (group.length < context.thresholds.outlierMinimumLines) return [];
  const perArea = group === withArea;
  const sizeOf = ({ area }: SiteFigure): number => (perArea ? (area as number) : 1);
  const uses = group.map((each) => each.point.value / sizeOf(each));
  if (Math.max(...uses) < LEAST_TIMES.above * Math.min(...uses)) return [];
  const scales = uses.map(Math.log10);
  const [middle, deviation] = [median(scales), medianDeviation(scales)];
  if (deviation === 0) return [];
  return group.flatMap((member, index) => {
    const away = (scales[index] as number) - middle;
    const score = (NORMAL * Math.abs(away)) / deviation;
    const below = member.series.metric.unit === "m³" ? LEAST_TIMES.belowInWater : LEAST_TIMES.below;
    const least = Math.log10(away > 0 ? LEAST_TIMES.above : below);
    if (score <= context.thresholds.outlierMad || Math.abs(away) < least) return [];
    if (away < 0 && !isMetered(member)) return [];
    const expected = 10 ** middle * sizeOf(member);
    if (!isMaterial(member, member.point.value - expected, materiality)) return [];
    return [deviantCandidate(context, member, { perArea, away, expected, count: group.length })];
  });
}

/** One site that stands out in several waste streams, say, stands out once: what is put there is one question. */
function oneForEachSite(candidates: readonly Candidate[]): Candidate[] {
  const groups = groupBy(candidates, ({ organisation, site, period }) => `${organisation}|${site}|${period}`);
  return [...groups.values()].map((group) => {
    const [first, ...rest] = [...group].sort((a, b) => b.effect - a.effect) as [Candidate, ...Candidate[]];
    if (rest.length === 0) return first;
    const cells = rest.flatMap((each) => each.cells);
    const message = `${first.message} Its ${rest.length === 1 ? "figure" : "figures"} in ${joinWords(cells.map(({ cell }) => cell))} ${rest.length === 1 ? "stands" : "stand"} out as well.`;
    return { ...first, message, also: cells };
  });
}

interface Deviation {
  /** Whether sites were compared by their use per square metre. */
  readonly perArea: boolean;
  /** From the middle one, as a power of ten. */
  readonly away: number;
  /** What the middle one would make for this site, in the metric's unit. */
  readonly expected: number;
  readonly count: number;
}

function deviantCandidate(context: CheckContext, member: SiteFigure, deviation: Deviation): Candidate {
  const { series, point } = member;
  const { perArea, away, expected, count } = deviation;
  const times = formatNumber(10 ** Math.abs(away), 0);
  const compared = away > 0 ? `${times} times` : `one part in ${times} of`;
  const basis = perArea ? "its floor area would lead one to expect" : "the middle one has";
  return {
    ...about(member),
    message: `${figureName(context, series, point)} ${where(context, series, point)} is about ${compared} what ${basis} among ${formatNumber(count)} sites, ${formatQuantity(expected, series.metric.unit)}. Check the figure, its unit${perArea ? " and the floor area" : ""}, or explain it.`,
    effect: Math.min(1, Math.abs(away) / 3),
  };
}

function about({ series, point }: SiteFigure) {
  return {
    severity: "warning" as const,
    cells: placesOf(point),
    label: point.observations[0]?.label ?? null,
    metric: series.metric.id,
    organisation: series.organisation,
    site: series.site,
    period: point.period.label,
    mend: null,
    figure: point.value,
  };
}
