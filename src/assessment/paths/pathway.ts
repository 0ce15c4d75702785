import { financialYear, financialYearOf } from "../../plan/time/periods";
import type { Period } from "../../plan/time/periods";
import type { Due, Goal, Metric, OrganisationCode, Pack, Target } from "../../plan/schema";
import type { Assessment } from "../assessment";
import { gapOf } from "./gap";
import { dueDate, dueIn, edges } from "./judge";
import { ownTargetWords } from "./own-target";
import type { OwnTarget } from "./own-target";
import type { Milestone } from "./paths";
import type { Rhythm } from "../../series/time";

/** A target under the reading asked for: the plan's own, or an alternative's goal and date. */
export interface PlanTarget {
  readonly target: Target;
  readonly goal: Goal;
  readonly due: Due;
  /** The alternative's id and title, or null for the plan's own reading. */
  readonly alternative: { readonly id: string; readonly title: string } | null;
  readonly appliesTo: ReadonlySet<OrganisationCode>;
  /** The organisation's own target, where this one gives way to a greater one. */
  readonly own?: OwnTarget;
}

/** Targets that stand one after the other for one metric. */
export interface Pathway {
  readonly metric: Metric;
  /** In order of date. */
  readonly targets: readonly PlanTarget[];
}

/** The pathways of a pack, in the order of its targets, under the plan's reading or an alternative's. */
export function pathwaysOf(pack: Pack, basis?: string): Pathway[] {
  const metrics = new Map(pack.metrics.map((metric) => [metric.id, metric]));
  const groups = new Map<string, { metric: Metric; targets: PlanTarget[] }>();
  for (const target of pack.targets) {
    const metric = metrics.get(target.metric);
    if (metric === undefined) continue;
    const key = `${target.pathway}\n${target.metric}`;
    const group = groups.get(key) ?? { metric, targets: [] };
    group.targets.push(readTarget(target, basis));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ metric, targets }) => ({
    metric,
    targets: targets.sort((a, b) => (dueDate(a.due) < dueDate(b.due) ? -1 : dueDate(a.due) > dueDate(b.due) ? 1 : 0)),
  }));
}

function readTarget(target: Target, basis: string | undefined): PlanTarget {
  const chosen = basis === undefined ? undefined : target.alternatives.find((each) => each.id === basis);
  return {
    target,
    goal: chosen?.goal ?? target.goal,
    due: chosen?.due ?? target.due,
    alternative: chosen === undefined ? null : { id: chosen.id, title: chosen.title },
    appliesTo: new Set(target.appliesTo),
  };
}

/** The pathway as it stands for one organisation; null where none of its targets is judged for it. */
export function forOrganisation(pathway: Pathway, organisation: OrganisationCode): Pathway | null {
  const targets = pathway.targets.filter((each) => each.appliesTo.has(organisation));
  if (targets.length === pathway.targets.length) return pathway;
  return targets.length === 0 ? null : { metric: pathway.metric, targets };
}

/** A pathway with a path between its targets, not only levels that hold from their dates. */
export function isMoving(pathway: Pathway): boolean {
  return pathway.targets.some(({ target }) => target.path !== "step");
}

/** The level a goal asks for, in the metric's unit; null for a change without a baseline. */
export function levelOf(goal: Goal, baseline: number | null): number | null {
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
  readonly shown: Assessment["goal"];
}

/** A pathway with an organisation's own levels. */
export interface ReadyPathway {
  readonly metric: Metric;
  readonly targets: readonly ReadyTarget[];
  readonly moving: boolean;
  /** Null where levels hold from their dates, or where no baseline is known. */
  readonly late: readonly Milestone[] | null;
  /** Null where no target has a window. */
  readonly early: readonly Milestone[] | null;
}

/** `base` is in the metric's unit, at a point of the year axis. */
export function ready(pathway: Pathway, base: { value: number; at: number } | null, rhythm: Rhythm): ReadyPathway {
  const targets = pathway.targets.map((plan) => readyTarget(pathway.metric, plan, base?.value ?? null, rhythm));
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
  targets: readonly ReadyTarget[],
  base: { value: number; at: number },
  edge: (target: ReadyTarget) => number,
): Milestone[] {
  const after = targets.flatMap((each) =>
    each.level !== null && edge(each) > base.at
      ? [{ at: edge(each), value: each.level, shape: each.plan.target.path }]
      : [],
  );
  const last = targets[targets.length - 1]?.level ?? base.value;
  return [{ at: base.at, value: after.length > 0 ? base.value : last, shape: "linear" }, ...after];
}

/** The base year a pathway names, or the convention's 2019/20 (calculations.md section 8). */
export function baseYearOf(pathway: Pathway): Period {
  const named = pathway.targets.find(({ target }) => target.base !== null)?.target.base?.year;
  return named === undefined ? financialYear(2019) : financialYearOf(`${named.slice(0, 4)}-04-01`);
}

/** The baseline the plan itself states for an organisation, in the metric's unit. */
export function statedBaseline(pathway: Pathway, organisation: OrganisationCode): number | null {
  for (const { target } of pathway.targets) {
    const stated = target.base?.stated.find((each) => each.organisation === organisation);
    if (stated !== undefined) return stated.value;
  }
  return null;
}
