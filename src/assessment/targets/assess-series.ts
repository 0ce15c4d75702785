import { previous, type Period } from "../../plan/time/periods";
import { lastOf } from "../../collections/non-empty";
import { getOrMake } from "../../collections/collect";
import type { Assessment, Unreported } from "../assessment";
import { gapPercentOf } from "../paths/gap";
import type { SeriesCase } from "../cases/series-cases";
import { isJudged } from "../paths/due";
import { historyOf, type History } from "../outlook/history";
import { NO_OUTLOOK, outlookFrom, type Outlook } from "../outlook/outlook";
import { readyPathway, type ReadyTarget, type ReadyPathway } from "../paths/ready-pathway";
import { changeBetween } from "../method/method-changes";
import { againstBase, againstPrevious, ofTarget } from "../paths/reductions";
import type { SeriesPoint } from "../../series/series";
import { chartedFigures, spcReading } from "../spc/spc-reading";
import { periodHolding, position, type Rhythm } from "../../series/axis";
import { workingOf } from "./working";
import { PERIODS_TO_STALE, unreportedAfter, unreportedSentence } from "./unreported";
import { judgementOf, pathAt, targetAt, type Judgement } from "./judgement";

/** The assessments of one metric of one organisation, in order of period. */
export function assessSeries(each: SeriesCase): Assessment[] {
  const { points } = each.series;
  const history = historyOf(each.series, each.pathway.metric, each.settings.leaveOutPandemic, each.methodChanges);
  const paths = new Map<Rhythm, ReadyPathway>();
  const pathFor = (rhythm: Rhythm): ReadyPathway =>
    getOrMake(paths, rhythm, () => readyPathway(each.pathway, each.baseline, rhythm));
  const latest = latestOf(points);
  if (latest !== null)
    return points.map((point) => assessPoint(each, pathFor(point.rhythm), point, history, point === latest));
  const missing = missingPeriod(each);
  const row = missing === null ? null : assessMissing(each, pathFor("year"), missing);
  return row === null ? [] : [row];
}

/** The last figure that can be compared, however late; where none can, the last figure. */
function latestOf(points: readonly SeriesPoint[]): SeriesPoint | null {
  return points.findLast(({ wholeYear }) => wholeYear) ?? points.at(-1) ?? null;
}

function assessPoint(
  each: SeriesCase,
  path: ReadyPathway,
  point: SeriesPoint,
  history: History,
  latest: boolean,
): Assessment {
  const target = targetAt(path, point.at, { first: point.first, last: point.period.last });
  const unreported = latest ? unreportedAfter(point.period, each.series, each.settings.asOf) : [];
  const judgement = staleAfter(unreported, judgementOf(each, path, target, point));
  // Before the base year there is no path, so nothing is said of the years ahead.
  const compared = judgement.path.late !== null && (judgement.why === null || judgement.why === "not yet due");
  const whole = point.wholeYear && !point.partial;
  // What another method gave is no figure to count a reduction from.
  const isComparable = (earlier: { readonly period: Period } | null | undefined) =>
    whole && earlier && changeBetween(each.methodChanges, earlier.period, point.period) === null;
  const yearBefore = history.yearBefore(point);
  const before = isComparable(yearBefore) ? (yearBefore?.value ?? null) : null;
  const fromBase = judgement.why !== "no baseline" && isComparable(each.baseline);
  const base = fromBase ? (each.baseline?.value ?? null) : null;
  const changed = each.methodChanges.filter((change) => change.before.last < point.period.last);
  return assessmentOf(each, path, target, {
    period: point.period,
    latest,
    actual: point.value,
    places: point.places,
    judgement,
    outlook: compared && whole ? outlookFrom(each, path, point, target, history) : NO_OUTLOOK,
    reductions: {
      againstBase: againstBase(base, point.value),
      againstPrevious: path.metric.nature === "answer" ? null : againstPrevious(before, point.value),
      ofTarget: ofTarget(base, target.level, point.value),
    },
    partial: point.partial,
    missing: point.missing,
    unreported: unreported[0] ?? null,
    working: [workingOf(each, path, target, point, judgement), unreportedSentence(unreported)]
      .filter(Boolean)
      .join(" "),
    ...(changed.length > 0 ? { methodChanges: changed } : {}),
    ...(point.rolling ? { rolling: true } : {}),
    ...(latest && chartedFigures(each.series).length > 0 ? { spc: spcReading(each, target, path.moving) } : {}),
  });
}

/** What differs from period to period of one series. */
interface PeriodParts extends Pick<
  Assessment,
  | "period"
  | "latest"
  | "actual"
  | "places"
  | "reductions"
  | "partial"
  | "missing"
  | "unreported"
  | "working"
  | "rolling"
  | "methodChanges"
  | "spc"
> {
  readonly judgement: Judgement;
  readonly outlook: Outlook;
}

function assessmentOf(
  { pathway, organisation, baseline }: SeriesCase,
  { targets }: ReadyPathway,
  { plan, shown }: ReadyTarget,
  { judgement, outlook, ...parts }: PeriodParts,
): Assessment {
  const { gap, path } = judgement;
  return {
    metric: pathway.metric.id,
    target: plan.target.id,
    organisation,
    unit: pathway.metric.unit,
    baseline,
    goal: { ...shown, final: lastOf(targets).shown.due },
    ...judgement,
    gapPercent: gap === null || path.late === null ? null : gapPercentOf(gap, path.late),
    ...outlook,
    ...parts,
    ...(plan.alternative === null ? {} : { basis: plan.alternative.id }),
  };
}

/** A grey figure of which two later periods have ended without one; a reason that is grey already stays. */
function staleAfter(unreported: readonly Unreported[], judgement: Judgement): Judgement {
  const isJudgedNow = judgement.why === null || judgement.why === "not yet due";
  if (unreported.length < PERIODS_TO_STALE || !isJudgedNow) return judgement;
  return { ...judgement, rag: "grey", why: "stale", word: "stale" };
}

/**
 * The last period whose figure is due by the reporting date; null where none is asked for: before the plan, or of an
 * organisation that is not in the return.
 */
function missingPeriod({ series, expected, settings }: SeriesCase): Period | null {
  if (!expected && series.withoutValue.length === 0) return null;
  const holding = periodHolding(settings.asOf, "year");
  const due = holding.last <= settings.asOf ? holding : previous(holding);
  return due.last < settings.planStart ? null : due;
}

/** A grey row for a figure that is not there; null where its target is history, said to be achieved, or not yet due. */
function assessMissing(each: SeriesCase, path: ReadyPathway, period: Period): Assessment | null {
  const at = position(period.last);
  const target = targetAt(path, at, period);
  if (target.plan.target.history === true || isNotAskedYet(each, path, target, period)) return null;
  const judgement: Judgement = {
    path: pathAt(path, target, at),
    gap: null,
    rag: "grey",
    why: "no data",
    word: "no data",
  };
  return assessmentOf(each, path, target, {
    period,
    latest: true,
    actual: null,
    places: [],
    judgement,
    outlook: NO_OUTLOOK,
    reductions: { againstBase: null, againstPrevious: null, ofTarget: null },
    partial: false,
    missing: [],
    unreported: null,
    working: workingOf(each, path, target, { period }, judgement),
  });
}

/** A level whose date is still to come, never reported: no figure of it is due. */
function isNotAskedYet({ series }: SeriesCase, path: ReadyPathway, target: ReadyTarget, period: Period): boolean {
  return !path.moving && series.withoutValue.length === 0 && !isJudged(target.plan.due, period);
}
