import { formatNumber, formatPercent, formatQuantity, joinWords, periodWords } from "../../plan/wording";
import type { CheckContext } from "../context";
import { placesOf } from "../context";
import { groupBy } from "../groups";
import { siteGroups } from "../site-groups";
import type { SiteFigure } from "../site-groups";
import { median, medianDeviation } from "../median";
import { figureName, where } from "../phrases";
import type { Candidate, Rule } from "../rule";

/** Turns a median absolute deviation into what a standard deviation would be (Iglewicz and Hoaglin). */
const NORMAL = 0.6745;

/**
 * Sites of one trust differ by nature: a use per square metre must be this many times its peers'
 * middle one, or one part in so many, besides its deviation, before it is called an outlier. A low
 * one may be heated by another fuel, so more is asked of it [ours].
 */
const LEAST_TIMES = { above: 5, below: 10 } as const;

/** A site may make most of a total where it is most of the trust: its share must be this many times its share of the floor [ours]. */
const TIMES_ITS_FLOOR = 2;

/** Lines unlike their like (validation-rules.md DQ17). */
export const outlier: Rule = {
  code: "DQ17",
  name: "outlier",
  reach: "figures",
  severity: "warning",
  looksFor:
    "Among many like lines, one far from the rest by median absolute deviation, or one that makes most of the total.",
  why: "One site that makes a trust’s whole total is either the place to act or a mistake.",
  thresholds: ({ outlierMad, outlierMinimumLines, dominantSharePercent }) => [
    `among ${outlierMinimumLines} lines or more`,
    `over ${outlierMad} by median absolute deviation, of the use per square metre where floor areas are known, on a scale of times`,
    `or more than ${dominantSharePercent}% of the total, and ${TIMES_ITS_FLOOR} times the line’s share of the floor`,
  ],
  mends: null,
  check(context) {
    return oneForEachSite(context.once(siteGroups).flatMap((group) => context.of(group, outliers)));
  },
};

function outliers(members: readonly SiteFigure[], context: CheckContext): Candidate[] {
  // A site that uses none of it is no like line: a fuel only two sites burn has no outliers.
  if (members.length < context.thresholds.outlierMinimumLines) return [];
  const users = members.filter(({ point }) => point.value > 0).length;
  if (users < context.thresholds.outlierMinimumLines) return [];
  const largest = dominant(context, members);
  if (largest !== null) return [largest];
  return deviant(context, members);
}

function dominant(context: CheckContext, members: readonly SiteFigure[]): Candidate | null {
  const total = members.reduce((sum, { point }) => sum + Math.max(0, point.value), 0);
  const most = members.reduce((best, each) => (each.point.value > best.point.value ? each : best));
  const share = total === 0 ? 0 : (most.point.value / total) * 100;
  if (share <= context.thresholds.dominantSharePercent) return null;
  const floor = members.reduce((sum, { area }) => sum + (area ?? 0), 0);
  const ofFloor = most.area === null || floor === 0 ? null : (most.area / floor) * 100;
  if (ofFloor !== null && share < ofFloor * TIMES_ITS_FLOOR) return null;
  const { line, point } = most;
  const besides = ofFloor === null ? "" : `, though it has ${formatPercent(ofFloor)} of the floor area`;
  return {
    ...about(most),
    message: `${figureName(context, line, point)} ${where(context, line, point)} makes ${formatPercent(share)} of the total of ${formatQuantity(total, line.metric.unit)} for ${formatNumber(members.length)} sites${besides}. A more even spread was expected; check whether other sites’ figures were put there, or explain it.`,
    effect: share / 100,
  };
}

function deviant(context: CheckContext, members: readonly SiteFigure[]): Candidate[] {
  const used = members.filter(({ point }) => point.value > 0);
  const withArea = used.filter(({ area }) => area !== null && area > 0);
  // Without floor areas sites of all sizes stand together, and only their scale can be compared.
  const group = withArea.length >= context.thresholds.outlierMinimumLines ? withArea : used;
  if (group.length < context.thresholds.outlierMinimumLines) return [];
  const perArea = group === withArea;
  const uses = group.map(({ point, area }) => point.value / (perArea ? (area as number) : 1));
  if (Math.max(...uses) < LEAST_TIMES.above * Math.min(...uses)) return [];
  const scales = uses.map(Math.log10);
  const [middle, deviation] = [median(scales), medianDeviation(scales)];
  if (deviation === 0) return [];
  return group.flatMap((member, index) => {
    const away = (scales[index] as number) - middle;
    const score = (NORMAL * Math.abs(away)) / deviation;
    if (
      score <= context.thresholds.outlierMad ||
      Math.abs(away) < Math.log10(away > 0 ? LEAST_TIMES.above : LEAST_TIMES.below)
    )
      return [];
    return isSmall(member, group) ? [] : [deviantCandidate(context, member, perArea, away, middle, group.length)];
  });
}

/** One site that stands out in several waste streams, say, stands out once: what is put there is one question. */
function oneForEachSite(candidates: readonly Candidate[]): Candidate[] {
  const groups = groupBy(candidates, ({ organisation, site, period }) => `${organisation}|${site}|${period}`);
  return [...groups.values()].map((group) => {
    const [first, ...rest] = [...group].sort((a, b) => b.effect - a.effect) as [Candidate, ...Candidate[]];
    if (rest.length === 0) return first;
    const cells = rest.flatMap((each) => each.cells);
    const message = `${first.message} So ${rest.length === 1 ? "does its figure" : "do its figures"} in ${joinWords(cells.map(({ cell }) => cell))}.`;
    return { ...first, message, also: cells };
  });
}

/** A low outlier that hardly counts is a store room or a car park, not a mistake worth a line. */
function isSmall({ point }: SiteFigure, group: readonly SiteFigure[]): boolean {
  const total = group.reduce((sum, each) => sum + each.point.value, 0);
  return point.value < total / (group.length * 20);
}

function deviantCandidate(
  context: CheckContext,
  member: SiteFigure,
  perArea: boolean,
  away: number,
  middle: number,
  count: number,
): Candidate {
  const { line, point } = member;
  const times = 10 ** Math.abs(away);
  const per = perArea ? ` per m² of floor` : "";
  const usual = `${formatQuantity(10 ** middle, line.metric.unit)}${per}`;
  const compared = away > 0 ? `${formatNumber(times, 1)} times` : `1/${formatNumber(times, 1)} of`;
  return {
    ...about(member),
    message: `${figureName(context, line, point)} ${where(context, line, point)} is ${compared} the middle one of ${formatNumber(count)} sites${per === "" ? "" : ", for its floor area"} (${usual}). Something nearer to the others was expected for ${periodWords(point.period)}; check the figure and its unit, or explain it.`,
    effect: Math.min(1, Math.abs(away) / 3),
  };
}

function about({ line, point }: SiteFigure) {
  return {
    severity: "warning" as const,
    cells: placesOf(point),
    label: point.observations[0]?.label ?? null,
    metric: line.metric.id,
    organisation: line.organisation,
    site: line.site,
    period: point.period.label,
    mend: null,
    figure: point.value,
  };
}
