import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import { financialYear, financialYearOf, type Period } from "../../plan/time/periods";
import type { Due, Goal, Metric, OrganisationCode, Pack, Target } from "../../plan/schema";
import { dueDate } from "./due";

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

/** A target that an organisation set itself, where the plan lets a greater one stand (plan TT2). */
export interface OwnTarget {
  readonly goal: Extract<Goal, { kind: "change" | "level" }>;
  /** Where it is written: a cell of the return, or the settings sheet. */
  readonly from: string;
}

/** Targets that stand one after the other for one metric. */
export interface Pathway {
  readonly metric: Metric;
  /** In order of date. */
  readonly targets: NonEmpty<PlanTarget>;
}

/** The pathways of a pack, in the order of its targets, under the plan's reading or an alternative's. */
export function pathwaysOf(pack: Pack, basis?: string): Pathway[] {
  const metrics = new Map(pack.metrics.map((metric) => [metric.id, metric]));
  const groups = groupBy(pack.targets, (target) => keyOf(target.pathway, target.metric));
  return [...groups.values()].flatMap(([first, ...others]) => {
    const metric = metrics.get(first.metric);
    if (metric === undefined) return [];
    const targets: [PlanTarget, ...PlanTarget[]] = [
      readTarget(first, basis),
      ...others.map((target) => readTarget(target, basis)),
    ];
    return [{ metric, targets: targets.sort(byDueDate) }];
  });
}

function byDueDate(a: PlanTarget, b: PlanTarget): number {
  const [first, second] = [dueDate(a.due), dueDate(b.due)];
  return first < second ? -1 : first > second ? 1 : 0;
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
  return isNonEmpty(targets) ? { metric: pathway.metric, targets } : null;
}

/** A pathway with a path between its targets, not only levels that hold from their dates. */
export function isMoving(pathway: Pathway): boolean {
  return pathway.targets.some(({ target }) => target.path !== "step");
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
