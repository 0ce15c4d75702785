import { previous } from "../../plan/time/periods";
import type { Period } from "../../plan/time/periods";
import type { Assessment, GreyReason, Rag } from "../assessment";
import { gapOf, gapPercentOf } from "../paths/gap";
import type { SeriesCase } from "../cases/series-cases";
import { isJudged } from "../paths/due";
import { historyOf, yearBefore } from "../outlook/history";
import type { History } from "../outlook/history";
import { NO_OUTLOOK, outlookFrom } from "../outlook/outlook";
import type { Outlook } from "../outlook/outlook";
import { pathValue } from "../paths/paths";
import { readyPathway } from "../paths/ready-pathway";
import type { ReadyTarget } from "../paths/ready-pathway";
import type { ReadyPathway } from "../paths/ready-pathway";
import { ragOf } from "./rag";
import { againstBase, againstPrevious, ofTarget } from "../paths/reductions";
import type { SeriesPoint } from "../../series/series";
import { chartedFigures, spcReading } from "../spc/spc-reading";
import { periodHolding, position } from "../../series/axis";
import type { Rhythm } from "../../series/axis";
import { wordOf } from "./word";
import { howWorkedOut } from "./working";
import type { Standing } from "./working";

/** Every row of one metric of one organisation, in order of period. */
export function assessSeries(each: SeriesCase): Assessment[] {
  const { points } = each.series;
  const history = historyOf(each.series, each.pathway.metric, each.settings.leaveOutPandemic);
  const paths = new Map<Rhythm, ReadyPathway>();
  const pathFor = (rhythm: Rhythm): ReadyPathway => {
    const known = paths.get(rhythm) ?? readyPathway(each.pathway, each.baseline, rhythm);
    paths.set(rhythm, known);
    return known;
  };
  const latest = latestOf(points);
  const rows = points.map((point) => rowOf(each, pathFor(point.rhythm), point, history, point === latest));
  const missing = missingPeriod(each, latest);
  if (missing !== null) {
    const path = pathFor(latest?.rhythm ?? "year");
    const row = missingRow(each, path, missing, latest);
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** The last figure that can be compared; where none can, the last figure. */
function latestOf(points: readonly SeriesPoint[]): SeriesPoint | null {
  for (let index = points.length - 1; index >= 0; index--) {
    const point = points[index] as SeriesPoint;
    if (point.wholeYear) return point;
  }
  return points[points.length - 1] ?? null;
}

function rowOf(
  each: SeriesCase,
  path: ReadyPathway,
  point: SeriesPoint,
  history: History,
  latest: boolean,
): Assessment {
  const target = targetAt(path, point.at, { first: point.first, last: point.period.last });
  const standing = standingOf(each, path, target, point);
  // Before the base year there is no path, so nothing is said of the years ahead.
  const compared = standing.path.late !== null && (standing.why === null || standing.why === "not yet due");
  const whole = point.wholeYear && !point.partial;
  const before = whole ? yearBefore(history, point) : null;
  const base = whole && standing.why !== "no baseline" ? (each.baseline?.value ?? null) : null;
  return assessmentOf(each, target, {
    period: point.period,
    latest,
    actual: point.value,
    places: point.places,
    standing,
    outlook: compared && whole ? outlookFrom(each, path, point, target, history) : NO_OUTLOOK,
    reductions: {
      againstBase: againstBase(base, point.value),
      againstPrevious: path.metric.nature === "answer" ? null : againstPrevious(before, point.value),
      ofTarget: ofTarget(base, target.level, point.value),
    },
    partial: point.partial,
    missing: point.missing,
    working: howWorkedOut(each, path, target, point, standing),
    ...(point.rolling ? { rolling: true } : {}),
    ...(latest && chartedFigures(each.series).length > 0 ? { spc: spcReading(each, target, path.moving) } : {}),
  });
}

/** What differs from period to period of one series. */
interface PeriodParts extends Pick<
  Assessment,
  "period" | "latest" | "actual" | "places" | "reductions" | "partial" | "missing" | "working" | "rolling" | "spc"
> {
  readonly standing: Standing;
  readonly outlook: Outlook;
}

function assessmentOf(
  { pathway, organisation, baseline }: SeriesCase,
  { plan, shown }: ReadyTarget,
  { standing, outlook, ...parts }: PeriodParts,
): Assessment {
  const { gap, path } = standing;
  return {
    metric: pathway.metric.id,
    target: plan.target.id,
    organisation,
    unit: pathway.metric.unit,
    baseline,
    goal: shown,
    ...standing,
    gapPercent: gap === null || path.late === null ? null : gapPercentOf(gap, path.late),
    ...outlook,
    ...parts,
    ...(plan.alternative === null ? {} : { basis: plan.alternative.id }),
  };
}

/**
 * Of targets in sequence, the one a period is set against (calculations.md section 8): on a path the
 * next one not yet passed; of levels the one in force, before any is in force the first.
 */
function targetAt(path: ReadyPathway, at: number, window: Pick<Period, "first" | "last">): ReadyTarget {
  const { targets } = path;
  const last = targets[targets.length - 1] as ReadyTarget;
  if (path.moving) return targets.find((target) => target.late >= at - 1e-9) ?? last;
  let inForce = targets[0] as ReadyTarget;
  for (const target of targets) if (isJudged(target.plan.due, window)) inForce = target;
  return inForce;
}

/** Where a figure stands against its path, and with what colour and word. */
function standingOf(each: SeriesCase, path: ReadyPathway, target: ReadyTarget, point: SeriesPoint): Standing {
  if (point.partial) return grey("partial", "members missing");
  if (!point.wholeYear) return grey("partial", "part of a year");
  if (target.level === null || (path.moving && path.late === null)) return grey("no baseline", "no baseline");
  if (isOwnBaseline(each, point)) return grey("no baseline", "no earlier figure");
  const { late, early } = pathAt(path, target, point.at);
  if (late === null)
    return hasNoPath(each, point) ? grey("no baseline", "no path") : grey("not yet due", "before the base year");
  const gap = gapOf(point.value, late, path.metric.better);
  const window = { first: point.first, last: point.period.last };
  if (!path.moving && !isJudged(target.plan.due, window)) {
    return { path: { late, early }, gap, rag: "grey", why: "not yet due", word: "not yet due" };
  }
  const rag: Rag = ragOf(gap, late, { amberPercent: each.settings.amberPercent, strict: target.strict });
  return { path: { late, early }, gap, rag, why: null, word: wordOf(path, target, point.value, rag, { late, early }) };
}

/** The earliest figure, taken as baseline for want of another, says nothing of itself. */
function isOwnBaseline({ baseline }: SeriesCase, point: SeriesPoint): boolean {
  return baseline?.how === "earliest figure" && baseline.period.label === point.period.label;
}

/** A compound path cannot be drawn to 0 or from it (calculations.md section 1). */
function hasNoPath({ baseline }: SeriesCase, point: SeriesPoint): boolean {
  return baseline !== null && point.at >= baseline.at;
}

function grey(why: GreyReason, word: string): Standing {
  return { path: { late: null, early: null }, gap: null, rag: "grey", why, word };
}

/** A level is its own path, before its date as well, so that the gap to it can be shown. */
function pathAt(path: ReadyPathway, target: ReadyTarget, at: number): { late: number | null; early: number | null } {
  if (!path.moving) return { late: target.level, early: null };
  return {
    late: path.late === null ? null : pathValue(path.late, at),
    early: path.early === null ? null : pathValue(path.early, at),
  };
}

/**
 * The last period whose figure is due by the reporting date, where the series has none for it; null
 * where it has, or none is asked for: before the plan, or of an organisation that is not in the return.
 */
function missingPeriod({ series, expected, settings }: SeriesCase, latest: SeriesPoint | null): Period | null {
  if (!expected && series.points.length === 0 && series.withoutValue.length === 0) return null;
  const rhythm = latest?.rhythm ?? "year";
  const holding = periodHolding(settings.asOf, rhythm);
  const due = holding.last <= settings.asOf ? holding : previous(holding);
  if (due.last < settings.planStart) return null;
  return latest !== null && latest.wholeYear && latest.period.last >= due.last ? null : due;
}

/** A grey row for a figure that is not there; null where its target is history, said to be achieved, or not yet due. */
function missingRow(
  each: SeriesCase,
  path: ReadyPathway,
  period: Period,
  latest: SeriesPoint | null,
): Assessment | null {
  const at = position(period.last);
  const target = targetAt(path, at, period);
  if (target.plan.target.history === true || isNotAskedYet(each, path, target, period)) return null;
  const stale = latest !== null && latest.wholeYear && latest.period.last < previous(period).last;
  const why: GreyReason = stale ? "stale" : "no data";
  const standing: Standing = { path: pathAt(path, target, at), gap: null, rag: "grey", why, word: why };
  return assessmentOf(each, target, {
    period,
    latest: true,
    actual: null,
    places: [],
    standing,
    outlook: NO_OUTLOOK,
    reductions: { againstBase: null, againstPrevious: null, ofTarget: null },
    partial: false,
    missing: [],
    working: howWorkedOut(each, path, target, { period, last: latest }, standing),
  });
}

/** A level whose date is still to come, never reported: no figure of it is due. */
function isNotAskedYet({ series }: SeriesCase, path: ReadyPathway, target: ReadyTarget, period: Period): boolean {
  const reported = series.points.length > 0 || series.withoutValue.length > 0;
  return !path.moving && !reported && !isJudged(target.plan.due, period);
}
