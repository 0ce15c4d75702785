import { lastOf, mapNonEmpty, type NonEmpty } from "../../collections/non-empty";
import type { Goal, Metric } from "../../plan/schema";
import type { Rhythm } from "../../series/axis";
import type { Assessment } from "../assessment";
import { dueIn, edges } from "./due";
import { gapOf } from "./gap";
import { ownTargetWords } from "./own-target";
import { isMoving, type Pathway, type PlanTarget } from "./pathway";
import type { Milestone } from "./paths";

/** The level a goal asks for, in the metric's unit; null for a change without a baseline. */
function levelOf(goal: Goal, baseline: number | null): number | null {
  switch (goal.kind) {
    case "level":
      return goal.value;
    case "change":
      return baseline === null ? null : baseline + (baseline * goal.percent) / 100;
    case "band":
      return goal.low;
    case "yes":
      return 1;
  }
}

/** A target ready to be compared with: its level for this organisation and where it stands on the axis. */
export interface ReadyTarget {
  readonly plan: PlanTarget;
  readonly level: number | null;
  /** True where the level is the organisation's own, which asks for more than the plan. */
  readonly ownUsed: boolean;
  readonly strict: boolean;
  readonly late: number;
  readonly early: number;
  /** As assessments show it. */
  readonly shown: Omit<Assessment["goal"], "final">;
}

/** A pathway with an organisation's own levels. */
export interface ReadyPathway {
  readonly metric: Metric;
  readonly targets: NonEmpty<ReadyTarget>;
  readonly moving: boolean;
  /** Null where levels hold from their dates, or where no baseline is known. */
  readonly late: readonly Milestone[] | null;
  /** Null where no target has a window. */
  readonly early: readonly Milestone[] | null;
}

/** A pathway with its levels worked out; `base` is in the metric's unit, at a point of the year axis. */
export function readyPathway(
  pathway: Pathway,
  base: { value: number; at: number } | null,
  rhythm: Rhythm,
): ReadyPathway {
  const targets = mapNonEmpty(pathway.targets, (plan) =>
    readyTarget(pathway.metric, plan, base?.value ?? null, rhythm),
  );
  const moving = isMoving(pathway);
  const drawn = moving && base !== null;
  const windowed = targets.some((each) => each.early !== each.late);
  return {
    metric: pathway.metric,
    targets,
    moving,
    late: drawn ? milestones(targets, base, (each) => each.late) : null,
    early: drawn && windowed ? milestones(targets, base, (each) => each.early) : null,
  };
}

function readyTarget(metric: Metric, plan: PlanTarget, baseline: number | null, rhythm: Rhythm): ReadyTarget {
  const { goal, due, own } = plan;
  const planned = levelOf(goal, baseline);
  const ownLevel = own === undefined ? null : levelOf(own.goal, baseline);
  const ownUsed = planned !== null && ownLevel !== null && gapOf(ownLevel, planned, metric.better) < 0;
  const level = ownUsed ? ownLevel : planned;
  return {
    plan,
    level,
    ownUsed,
    strict: goal.kind === "level" && goal.strict === true,
    ...edges(due, rhythm),
    shown: {
      kind: goal.kind,
      value: level,
      upper: goal.kind === "band" ? goal.high : null,
      by: due.as,
      due: dueIn(due, rhythm),
      ...(plan.target.ownIfGreater === true ? { own: ownTargetWords(own, ownUsed, metric.unit) } : {}),
    },
  };
}

/** From the baseline through every target after it; where all are before it, the last one's level holds. */
function milestones(
  targets: NonEmpty<ReadyTarget>,
  base: { value: number; at: number },
  edge: (target: ReadyTarget) => number,
): Milestone[] {
  const after = targets.flatMap((each) =>
    each.level !== null && edge(each) > base.at
      ? [{ at: edge(each), value: each.level, shape: each.plan.target.path }]
      : [],
  );
  const last = lastOf(targets).level ?? base.value;
  return [{ at: base.at, value: after.length > 0 ? base.value : last, shape: "linear" }, ...after];
}
