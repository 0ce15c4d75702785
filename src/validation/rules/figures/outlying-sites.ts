import { keyOf } from "../../../collections/keys";
import { formatNumber, formatPercent, formatQuantity, possessive, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import {
  dominantIn,
  isCrowd,
  isMaterial,
  isMetered,
  LEAST_AMOUNTS,
  TIMES_ITS_FLOOR,
  type Dominant,
} from "../../evidence/figures/outlying-sites";
import { siteGroups, type SiteFigure } from "../../evidence/figures/site-groups";
import { materialityOf, type Materiality } from "../../evidence/figures/materiality";
import { median, medianDeviation } from "../../../collections/median";
import { figureName, where } from "../../findings/phrases";
import { findingAt, type Candidate } from "../../findings/candidate";
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
export const outlyingSites: Rule = {
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
  check(context) {
    const materiality = context.once(materialityOf);
    return oneForEachSite(context.once(siteGroups).flatMap((group) => outliers(context, group, materiality)));
  },
};

function outliers(context: CheckContext, members: readonly SiteFigure[], materiality: Materiality): Candidate[] {
  const largest = dominantIn(context, members);
  if (largest !== null) return [dominantFinding(context, largest)];
  return isCrowd(context, members) ? deviant(context, members, materiality) : [];
}

function dominantFinding(context: CheckContext, { figure, share, ofFloor, total }: Dominant): Candidate {
  const { series, point } = figure;
  const besides = ofFloor === null ? "" : `, though it has ${formatPercent(ofFloor)} of its floor area`;
  return findingAt(series, point, {
    severity: "warning",
    message: `${figureName(context, series, point)} ${where(context, series, point)} makes ${formatPercent(share)} of ${possessive(context.nameOf(series.organisation))} total of ${formatQuantity(total, series.metric.unit)}${besides}. A more even spread was expected; check whether other sites’ figures were put there, or explain it.`,
    effect: share / 100,
  });
}

function deviant(context: CheckContext, members: readonly SiteFigure[], materiality: Materiality): Candidate[] {
  const { outlierMinimumLines, outlierMad } = context.thresholds;
  const used = members.filter(({ point }) => point.value > 0);
  const withArea = used.filter(({ area }) => area !== null && area > 0);
  // Without floor areas sites of all sizes stand together, and only their scale can be compared.
  const perArea = withArea.length >= outlierMinimumLines;
  const sites = (perArea ? withArea : used).map((member) => {
    const size = perArea ? (member.area ?? 1) : 1;
    return { member, size, scale: Math.log10(member.point.value / size) };
  });
  if (sites.length < outlierMinimumLines) return [];
  const scales = sites.map(({ scale }) => scale);
  const [middle, deviation] = [median(scales), medianDeviation(scales)];
  if (deviation === 0) return [];
  return sites.flatMap(({ member, size, scale }) => {
    const away = scale - middle;
    const score = (NORMAL * Math.abs(away)) / deviation;
    const below = member.series.metric.unit === "m³" ? LEAST_TIMES.belowInWater : LEAST_TIMES.below;
    const least = Math.log10(away > 0 ? LEAST_TIMES.above : below);
    if (score <= outlierMad || Math.abs(away) < least) return [];
    if (away < 0 && !isMetered(member)) return [];
    const expected = 10 ** middle * size;
    if (!isMaterial(member, member.point.value - expected, materiality)) return [];
    return [deviantFinding(context, member, { perArea, away, expected, count: sites.length })];
  });
}

/** One site that stands out in several waste streams, say, stands out once: what is put there is one question. */
function oneForEachSite(candidates: readonly Candidate[]): Candidate[] {
  const groups = groupBy(candidates, ({ organisation, site, period }) => keyOf(organisation, site, period));
  return [...groups.values()].map((group) => {
    const first = group.reduce((most, each) => (each.effect > most.effect ? each : most));
    const rest = group.filter((each) => each !== first).sort((a, b) => b.effect - a.effect);
    if (rest.length === 0) return first;
    const cells = rest.flatMap((each) => each.cells);
    const message = `${first.message} Its ${rest.length === 1 ? "figure" : "figures"} in ${someOf(
      cells.map(({ cell }) => cell),
      6,
    )} ${rest.length === 1 ? "stands" : "stand"} out as well.`;
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

function deviantFinding(context: CheckContext, member: SiteFigure, deviation: Deviation): Candidate {
  const { series, point } = member;
  const { perArea, away, expected, count } = deviation;
  const times = formatNumber(10 ** Math.abs(away), 0);
  const compared = away > 0 ? `${times} times` : `one part in ${times} of`;
  const basis = perArea ? "its floor area would lead one to expect" : "the middle one has";
  return findingAt(series, point, {
    severity: "warning",
    message: `${figureName(context, series, point)} ${where(context, series, point)} is about ${compared} what ${basis} among ${formatNumber(count)} sites, ${formatQuantity(expected, series.metric.unit)}. Check the figure, its unit${perArea ? " and the floor area" : ""}, or explain it.`,
    effect: Math.min(1, Math.abs(away) / 3),
  });
}
