import { lastOf } from "../../collections/non-empty";
import type { Period } from "../../plan/time/periods";
import type { SeriesPoint } from "../../series/series";
import type { Assessment, GreyReason, Rag } from "../assessment";
import type { SeriesCase } from "../cases/series-cases";
import { isJudged } from "../paths/due";
import { gapOf } from "../paths/gap";
import { pathValue } from "../paths/paths";
import type { ReadyPathway, ReadyTarget } from "../paths/ready-pathway";
import { ragOf } from "./rag";
import { wordOf } from "./word";

/** What is said of a figure beside its target: path and gap in the metric's unit, colour, reason for a grey one, word. */
export type Judgement = Pick<Assessment, "path" | "gap" | "rag" | "why" | "word">;

/**
 * Of targets in sequence, the one a period is set against (calculations.md section 8): on a path the
 * next one not yet passed; of levels the one in force, before any is in force the first.
 */
export function targetAt(path: ReadyPathway, at: number, window: Pick<Period, "first" | "last">): ReadyTarget {
  const { targets } = path;
  if (path.moving) return targets.find((target) => target.late >= at - 1e-9) ?? lastOf(targets);
  return targets.findLast((target) => isJudged(target.plan.due, window)) ?? targets[0];
}

/** A figure against its path: how far it is from it, and with what colour and word. */
export function judgementOf(each: SeriesCase, path: ReadyPathway, target: ReadyTarget, point: SeriesPoint): Judgement {
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

function grey(why: GreyReason, word: string): Judgement {
  return { path: { late: null, early: null }, gap: null, rag: "grey", why, word };
}

/** Where the path stands at a point of the year axis. A level is its own path, before its date as well, so that the gap to it can be shown. */
export function pathAt(
  path: ReadyPathway,
  target: ReadyTarget,
  at: number,
): { late: number | null; early: number | null } {
  if (!path.moving) return { late: target.level, early: null };
  return {
    late: path.late === null ? null : pathValue(path.late, at),
    early: path.early === null ? null : pathValue(path.early, at),
  };
}
