import type { ActionAssessment, Assessment } from "../../assessment/assessment";
import { areaRollUps, type AreaRollUp } from "../../assessment/targets/areas";
import { latestAssessments } from "../../assessment/targets/latest";
import type { Outcome } from "../../outcome";
import { changesIn, type Moved } from "./changes";
import type { OfWhat } from "./reported";
import { reportName } from "./since";

/** Where an area went since an earlier report. */
type Direction = "improved" | "deteriorated" | "mixed" | "unchanged";

/** What was achieved since an earlier report. Nothing restated is among it. */
export interface Delivered {
  /** "the report to the Board, 12 December 2026 (figures as at 31 March 2025)" */
  readonly since: string;
  /** Newly complete. */
  readonly actions: readonly ActionAssessment[];
  /** The latest figures that reach their target's own level, which the figure before did not. */
  readonly targets: readonly Assessment[];
  /** By an area's prefix; null where it is not known. */
  readonly areas: ReadonlyMap<string, Direction | null>;
}

/** What was delivered since the report that this one is set against; null where there is none. */
export function deliveredSince(outcome: Outcome): Delivered | null {
  const { moved } = changesIn(outcome);
  if (moved === null) return null;
  const { pack, assessments, actions } = outcome;
  const completed = moved.actions.filter(({ kind }) => kind === "completed").map(({ action }) => action);
  const met = moved.figures.filter(({ newlyMet }) => newlyMet);
  return {
    since: reportName(moved.since),
    actions: actions.filter(({ id }) => completed.includes(id)),
    targets: latestAssessments(assessments).filter((row) => met.some((each) => isOf(each, row))),
    areas: new Map(areaRollUps(pack, assessments, actions).map((area) => [area.prefix, directionOf(area, moved)])),
  };
}

function isOf({ metric, organisation, target }: OfWhat, row: Assessment): boolean {
  return metric === row.metric && organisation === row.organisation && (target === null || target === row.target);
}

/** By ratings of a new period, actions done and actions newly late. A restated figure is no step in any direction. */
function directionOf({ latest, actions }: AreaRollUp, moved: Moved): Direction | null {
  const own = actions.map(({ id }) => id);
  const isHere = (each: OfWhat) => latest.some((row) => isOf(each, row));
  const unknown = moved.unknown.some((each) => (each.kind === "action" ? own.includes(each.action) : isHere(each)));
  if (unknown || (latest.length === 0 && actions.length === 0)) return null;
  const figures = moved.figures.filter(isHere);
  const steps = moved.actions.filter(({ action }) => own.includes(action)).map(({ kind }) => kind);
  const better = figures.some(({ rating, newlyMet }) => rating === "better" || newlyMet) || steps.includes("completed");
  const worse = [
    figures.some(({ rating }) => rating === "worse"),
    steps.includes("newly overdue"),
    steps.includes("reopened"),
  ];
  if (worse.includes(true)) return better ? "mixed" : "deteriorated";
  if (better) return "improved";
  return figures.some(({ kind }) => kind !== "new period" && kind !== "first figure") ? null : "unchanged";
}
