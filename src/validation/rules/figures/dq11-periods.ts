import { next, previous } from "../../../plan/time/periods";
import type { Period } from "../../../plan/time/periods";
import { formatDate } from "../../../plan/time/periods";
import { formatNumber, periodWords, plural, possessive, sentenceCase, someOf } from "../../../plan/wording";
import { cellPlace } from "../../../snapshot/addresses";
import type { Observation } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { placeOf } from "../../context/figure-series";
import { common, groupBy } from "../../../collections/groups";
import { getOrMake } from "../../../collections/collect";
import type { FigureSeries, Point } from "../../context/figure-series";
import { references } from "../../findings/references";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** Periods that are missing, mixed or still to come (validation-rules.md DQ11). */
export const periods: Rule = {
  code: "DQ11",
  name: "periods",
  severity: "warning",
  looksFor:
    "Periods missing in the middle; calendar and financial years mixed; actual figures for a time still to come; academic years.",
  why: "Figures of different periods cannot be compared, and a year left out hides what happened in it.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return [...gaps(context), ...mixedYears(context), ...twoWays(context), ...academic(context), ...future(context)];
  },
};

interface Gap {
  readonly series: FigureSeries;
  readonly before: Point;
  readonly after: Point;
}

/** Periods that follow one another without end: a range or a single date has no neighbour to miss. */
const REGULAR = new Set([
  "financial-year",
  "financial-quarter",
  "month",
  "calendar-year",
  "calendar-quarter",
  "academic-year",
]);

function gaps(context: CheckContext): Candidate[] {
  const given = new Map<string, Map<string, Period>>();
  for (const { organisation, period } of context.observations)
    getOrMake(given, organisation, () => new Map<string, Period>()).set(period.label, period);
  // A period in which the organisation gives other figures is not missing: single blanks are DQ05's to tell.
  const isWhole = ({ series, before, after }: Gap): boolean => {
    const others = [...(given.get(series.organisation)?.values() ?? [])];
    for (let at = next(before.period); at.last < after.period.last; at = next(at)) {
      // Nor is a year of which some quarters are given: the missing quarter is the gap.
      if (others.some((other) => other.label === at.label || isPartly(other, at))) return false;
    }
    return true;
  };
  const found = context.allSeries
    .filter(({ site }) => site === null)
    .flatMap(gapsOf)
    .filter(isWhole);
  // A year that no organisation gives is one year missing, not one for each.
  const groups = groupBy(found, ({ before, after }) => `${before.period.label}|${after.period.label}`);
  return [...groups.values()].map((group) => {
    const [{ before, after }] = group as [Gap];
    const [from, to] = [next(before.period), previous(after.period)];
    const missing =
      from.label === to.label ? `${periodWords(from)} is` : `${periodWords(from)} to ${periodWords(to)} are`;
    const metrics = [...new Set(group.map((each) => context.titleOf(each.series.metric.id)))];
    const owners = [...new Set(group.map((each) => possessive(context.nameOf(each.series.organisation))))];
    const cells = group.map((each) => placeOf(each.after));
    return {
      ...about(
        common(group, (each) => each.series.organisation),
        after.period,
      ),
      cells,
      involves: group.flatMap(between),
      message: `${sentenceCase(missing)} missing from ${someOf(owners)} figures for ${someOf(metrics)}, between ${periodWords(before.period)} (${placeOf(before).cell}) and ${periodWords(after.period)} (${placeOf(after).cell}). Give the missing figures, or say why there are none.`,
      figure: group.length,
      effect: 0.02,
      subject: `gap after ${before.period.label}`,
    };
  });
}

/** Whether another kind of period is of the same time: quarters of the year, a calendar year that overlaps it. */
function isPartly(other: Period, of: Period): boolean {
  return other.kind !== of.kind && other.first <= of.last && other.last >= of.first;
}

/** The cells of a row between the figures on either side of a gap: what stands there unread is its cause. */
function between({ before, after }: Gap): CellPlace[] {
  const [from, to] = [placeOf(before), placeOf(after)];
  if (from.sheet !== to.sheet || from.row !== to.row) return [to];
  const count = Math.max(0, to.column - from.column);
  return Array.from({ length: count }, (_, index) => cellPlace(to.sheet, to.row, from.column + 1 + index));
}

function gapsOf(series: FigureSeries): Gap[] {
  return series.points.flatMap((after, index) => {
    const before = series.points[index - 1];
    const gap =
      before !== undefined && REGULAR.has(after.period.kind) && previous(after.period).label !== before.period.label;
    return gap ? [{ series, before, after }] : [];
  });
}

function mixedYears(context: CheckContext): Candidate[] {
  const annual = context.allSeries.filter(
    ({ site, points }) => site === null && /^(financial|calendar)-year$/.test(points[0]?.period.kind ?? ""),
  );
  const groups = groupBy(annual, (series) => `${series.metric.id}|${series.organisation}`);
  const mixed = [...groups.values()].filter(
    (allSeries) => new Set(allSeries.map((each) => each.points[0]?.period.kind)).size > 1,
  );
  return [...groupBy(mixed, (allSeries) => allSeries[0]?.organisation ?? "").values()].map((group) => {
    const allSeries = group.flat();
    const calendar = allSeries.filter((each) => each.points[0]?.period.kind === "calendar-year");
    const cells = calendar.flatMap((each) => each.points.map(placeOf));
    const [first] = calendar as [FigureSeries];
    const period = (first.points[0] as Point).period;
    return {
      ...about(first.organisation, period),
      cells,
      message: `${context.nameOf(first.organisation)}’s figures mix calendar years (${someOf(references(cells))}) with financial years, for ${someOf([...new Set(calendar.map((each) => context.titleOf(each.metric.id)))])}. Financial years, April to March, were expected throughout; restate the others, or say which they are.`,
      figure: cells.length,
      effect: 0.05,
      subject: "mixed years",
    };
  });
}

/** "2021" among financial years: the reader leaves such figures out and says so; whoever checks must hear it too. */
function twoWays(context: CheckContext): Candidate[] {
  const unread = context.input.reading.notUnderstood.flatMap(({ place, raw, reason }) => {
    const heading = /^["“](.+?)["”] can be read as/.exec(reason)?.[1];
    return heading === undefined || typeof raw !== "number" ? [] : [{ place, heading }];
  });
  return [...groupBy(unread, ({ place, heading }) => `${place.sheet}|${heading}`).values()].map((group) => {
    const [{ place, heading }] = group as [(typeof group)[number]];
    const cells = group.map((each) => each.place);
    const are = group.length === 1 ? ["figure", "stands", "is"] : ["figures", "stand", "are"];
    return {
      severity: "warning" as const,
      cells,
      label: heading,
      metric: null,
      organisation: null,
      site: null,
      period: null,
      message: `${formatNumber(group.length)} ${are[0]} on ${place.sheet} (${someOf(references(cells))}) ${are[1]} under ${quoted(heading)}, which may be a calendar year or a financial one, and ${are[2]} left out. Write the period in full, such as 2021/22.`,
      mend: null,
      figure: group.length,
      effect: 0.05,
      subject: `${place.sheet}|${heading}`,
    };
  });
}

function academic(context: CheckContext): Candidate[] {
  const found = context.observations.filter(({ period, value }) => period.kind === "academic-year" && value !== null);
  return [...groupBy(found, ({ organisation }) => organisation).values()].map((group) =>
    many(
      context,
      group,
      "academic year",
      (cells, count) =>
        `${count} for an academic year, August to July (${cells}). Financial years, April to March, were expected; restate them.`,
    ),
  );
}

function future(context: CheckContext): Candidate[] {
  const { asOf } = context.input;
  const found = context.observations.filter(
    ({ kind, period, value }) => kind === "actual" && value !== null && period.first > asOf,
  );
  return [...groupBy(found, ({ organisation, period }) => `${organisation}|${period.label}`).values()].map((group) =>
    many(
      context,
      group,
      `future ${group[0]?.period.label ?? ""}`,
      (cells, count) =>
        `${count} as actual for ${periodWords((group[0] as Observation).period)} (${cells}), which begins after the reporting date of ${formatDate(asOf)}. Mark them as a forecast or a plan, or correct the period.`,
    ),
  );
}

function many(
  context: CheckContext,
  group: readonly Observation[],
  subject: string,
  say: (cells: string, count: string) => string,
): Candidate {
  const [first] = group as [Observation];
  const cells = group.map((each) => each.place);
  const count = `${context.nameOf(first.organisation)} gives ${plural(group.length, "figure")}`;
  return {
    ...about(first.organisation, first.period),
    cells,
    message: say(someOf(references(cells)), count),
    figure: formatNumber(group.length),
    effect: 0.05,
    subject,
  };
}

function about(organisation: string | null, period: Period) {
  return {
    severity: "warning" as const,
    label: null,
    metric: null,
    organisation,
    site: null,
    period: period.label,
    mend: null,
  };
}
