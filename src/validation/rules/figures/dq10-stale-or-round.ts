import { previous } from "../../../plan/time/periods";
import type { Period } from "../../../plan/time/periods";
import { formatNumber, periodWords, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { placeOf } from "../../context/figure-series";
import { groupBy } from "../../../collections/groups";
import { getOrMake } from "../../../collections/collect";
import type { FigureSeries, Point } from "../../context/figure-series";
import { figureName, where } from "../../findings/phrases";
import { references } from "../../findings/references";
import { decimalUnit } from "../../context/rounding";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { isSeasonal, stepsOf } from "../../evidence/figures/steps";

/** Among thousands of lines a few repeat by chance: this share of them must [ours]. */
const CHANCE = 0.05;

/**
 * A small figure may be the same again by chance, 40.2 tonnes more easily than 402,117: one of fewer units of its last
 * digit than this does not count as a copied line, and must stay the same for longer before that says anything [ours].
 */
const TELLING_UNITS = 500;
const UNTELLING_PERIODS = 5;

/** Lines looked at for roundness, and the least of them that must be there [ours]. */
const ROUND_LINES = 6;

/** Figures copied from the last period, or all rounded (validation-rules.md DQ10). */
export const staleOrRound: Rule = {
  code: "DQ10",
  name: "stale-or-round",
  severity: "warning",
  looksFor:
    "Figures identical to the last period’s, to the unit, across several lines or several periods running; every figure round.",
  why: "Meters do not read the same twice: a repeated or rounded figure is usually last year’s, or a guess.",
  thresholds: ({ staleLines, stalePeriods }) => [
    `${staleLines} lines or more identical to the last period’s`,
    `or one line identical for ${stalePeriods} periods running`,
    `figures of fewer than ${TELLING_UNITS} units of their last digit may repeat by chance: for ${UNTELLING_PERIODS} periods, and as no copied line`,
    `all of ${ROUND_LINES} figures or more of 1,000 and over rounded to two digits`,
  ],
  mends: null,
  check(context) {
    const repeating = context.allSeries.filter(repeatsMetered);
    const copied = copiedSeries(context, repeating);
    const copiedPoints = new Set(copied.flatMap(({ repeats }) => repeats.map(({ point }) => point)));
    return [
      ...copied.map(({ candidate }) => candidate),
      ...repeating.flatMap((series) => stuck(context, series, copiedPoints)),
      ...allRound(context),
    ];
  },
};

/** How many metered lines each organisation has. */
function meteredSeries(context: CheckContext): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { organisation } of context.allSeries.filter(isMetered))
    counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  return counts;
}

/** Flows that are stated where they stand: sums of sites repeat only if their sites do. */
function isMetered(series: FigureSeries): boolean {
  return (
    series.metric.nature === "flow" &&
    series.metric.unit !== "%" &&
    series.points.every((each) => each.observations.length === 1)
  );
}

/** Whether a repeated figure has digits enough not to be the same by chance. */
function isTelling({ point }: Repeat): boolean {
  const raw = point.observations[0]?.raw;
  return typeof raw !== "number" || Math.abs(raw) / decimalUnit(raw) >= TELLING_UNITS;
}

interface Repeat {
  readonly series: FigureSeries;
  readonly point: Point;
  readonly before: Point;
}

function repeatsOf(series: FigureSeries): Repeat[] {
  const repeats: Repeat[] = [];
  series.points.forEach((point, index) => {
    const before = series.points[index - 1];
    if (before === undefined || point.value !== before.value || point.value === 0) return;
    if (previous(point.period).label === before.period.label) repeats.push({ series, point, before });
  });
  return repeats;
}

/** Months and quarters copied from the year before: with figures of their own in between, no period follows its like. */
function yearlyRepeatsOf(series: FigureSeries): Repeat[] {
  return stepsOf(series, (from, to) => to.value === from.value && to.value !== 0).map(({ from, to }) => ({
    series,
    point: to,
    before: from,
  }));
}

function repeatsMetered(series: FigureSeries): boolean {
  return isMetered(series) && repeatsAny(series);
}

function isSeasonalMetered(series: FigureSeries): boolean {
  return isSeasonal(series) && isMetered(series);
}

function repeatsAny({ points }: FigureSeries): boolean {
  return points.some(({ value }, index) => value === points[index - 1]?.value);
}

function copiedSeries(
  context: CheckContext,
  allSeries: readonly FigureSeries[],
): { repeats: Repeat[]; candidate: Candidate }[] {
  const repeats = [
    ...allSeries.flatMap(repeatsOf),
    ...context.allSeries.filter(isSeasonalMetered).flatMap(yearlyRepeatsOf),
  ];
  const groups = groupBy(
    repeats,
    ({ series, point, before }) => `${series.organisation}|${point.period.label}|${before.period.label}`,
  );
  const tooMany = (repeats: readonly Repeat[]): boolean => {
    const telling = repeats.filter(isTelling).length;
    if (telling < context.thresholds.staleLines) return false;
    return telling >= CHANCE * (context.once(meteredSeries).get(repeats[0]?.series.organisation ?? "") ?? 0);
  };
  return [...groups.values()].filter(tooMany).map((repeats) => ({ repeats, candidate: copied(context, repeats) }));
}

function copied(context: CheckContext, repeats: readonly Repeat[]): Candidate {
  const [{ series, point, before }] = repeats as [Repeat];
  const cells = repeats.map((each) => placeOf(each.point));
  const metrics = [...new Set(repeats.map((each) => context.titleOf(each.series.metric.id)))];
  return {
    ...about(series, point.period),
    cells,
    involves: [...cells, ...repeats.map((each) => placeOf(each.before))],
    label: null,
    message: `${formatNumber(repeats.length)} of ${context.nameOf(series.organisation)}’s figures for ${periodWords(point.period)} (${someOf(references(cells))}) are the same to the unit as those for ${periodWords(before.period)}: ${someOf(metrics)}. New figures were expected; replace what was carried over, or explain why it is the same.`,
    figure: repeats.length,
    effect: repeats.length / 100,
    subject: "copied",
  };
}

/** One line that stays the same period after period, where it is not already part of a copied block. */
function stuck(context: CheckContext, series: FigureSeries, copiedPoints: ReadonlySet<Point>): Candidate[] {
  let run: Repeat[] = [];
  const found: Candidate[] = [];
  const close = (): void => {
    const needed = (run.some(isTelling) ? context.thresholds.stalePeriods : UNTELLING_PERIODS) - 1;
    if (run.length >= needed && !run.every(({ point }) => copiedPoints.has(point))) found.push(stuckRun(context, run));
    run = [];
  };
  for (const repeat of repeatsOf(series)) {
    if (run.length > 0 && run[run.length - 1]?.point !== repeat.before) close();
    run.push(repeat);
  }
  close();
  return found;
}

function stuckRun(context: CheckContext, run: readonly Repeat[]): Candidate {
  const { series, point } = run[run.length - 1] as Repeat;
  const first = (run[0] as Repeat).before;
  const cells = [...run.map((each) => placeOf(each.point))].reverse();
  return {
    ...about(series, point.period),
    metric: series.metric.id,
    site: series.site,
    cells,
    involves: [...cells, placeOf(first)],
    label: point.observations[0]?.label ?? null,
    message: `${figureName(context, series, point)} ${where(context, series, point)} has been the same to the unit since ${periodWords(first.period)} (${placeOf(first).cell}), ${formatNumber(run.length + 1)} periods running. A new figure was expected; replace what was carried over, or explain why it is the same.`,
    figure: point.value,
    effect: run.length / 100,
  };
}

function allRound(context: CheckContext): Candidate[] {
  const groups = roundsIn(context.allSeries);
  const all = [...groups.values()].flatMap((periods) => [...periods.values()]);
  return all.filter(({ round, points }) => round && points.length >= ROUND_LINES).map((each) => round(context, each));
}

/** An organisation's figures of one period, for as long as they are all round. */
interface RoundGroup {
  readonly series: FigureSeries;
  readonly points: Point[];
  round: boolean;
}

/** Those of some lines, by organisation and period. */
function roundsIn(allSeries: readonly FigureSeries[]): Map<string, Map<string, RoundGroup>> {
  const groups = new Map<string, Map<string, RoundGroup>>();
  for (const series of allSeries) {
    if (!isMetered(series)) continue;
    const periods = getOrMake(groups, series.organisation, () => new Map<string, RoundGroup>());
    for (const point of series.points) {
      if (point.value === 0 || isSmall(point.observations[0]?.raw)) continue;
      const group = getOrMake(periods, point.period.label, () => ({ series, points: [], round: true }));
      if (group.round && isRound(point.observations[0]?.raw)) group.points.push(point);
      else group.round = false;
    }
  }
  return groups;
}

function round(context: CheckContext, { series, points }: RoundGroup): Candidate {
  const { period } = points[0] as Point;
  const cells = points.map(placeOf);
  return {
    ...about(series, period),
    cells,
    // Rounding a figure is not what makes it large or small.
    causes: [],
    label: null,
    message: `All ${formatNumber(points.length)} of ${context.nameOf(series.organisation)}’s figures of 1,000 or more for ${periodWords(period)} (${someOf(references(cells))}) are round numbers. Metered figures were expected; put them in, or mark them as estimates.`,
    figure: points.length,
    effect: 0.01,
    subject: "round",
  };
}

/** Too small for its roundness to say anything: 12, or 70.2 tonnes. */
function isSmall(raw: unknown): boolean {
  return typeof raw === "number" && Math.abs(raw) < 1000;
}

/** Two digits and then noughts: 12,000. */
function isRound(raw: unknown): boolean {
  if (typeof raw !== "number" || !Number.isInteger(raw)) return false;
  return raw % 10 ** (Math.floor(Math.log10(Math.abs(raw))) - 1) === 0;
}

function about(series: FigureSeries, period: Period) {
  return {
    severity: "warning" as const,
    metric: null as string | null,
    organisation: series.organisation,
    site: null as string | null,
    period: period.label,
    mend: null,
  };
}
