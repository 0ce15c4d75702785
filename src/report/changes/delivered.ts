import type { ActionAssessment, Assessment } from "../../assessment/assessment";
import { areaRollUps, type AreaRollUp } from "../../assessment/targets/areas";
import { latestAssessments } from "../../assessment/targets/latest";
import type { Outcome } from "../../outcome";
import { changesIn, type Changes } from "./changes";
import type { ActionMove, FigureMove } from "./compare";
import { reportName } from "./since";

/** Where an area went since an earlier report. */
export type Direction = "improved" | "deteriorated" | "mixed" | "unchanged";

/** What was achieved since an earlier report. Nothing restated is among it. */
export interface Delivered {
  /** "the report to the Board, 12 December 2026 (figures as at 31 March 2025)" */
  readonly since: string;
  /** Newly complete. */
  readonly actions: readonly ActionAssessment[];
  /** The latest figures that reach their target's own level, which the figure before did not. */
  readonly targets: readonly Assessment[];
  /** By an area's prefix; null where the history cannot tell. */
  readonly areas: ReadonlyMap<string, Direction | null>;
}

/** What was delivered since the report that this one is set against; null where there is none. */
export function deliveredSince(outcome: Outcome): Delivered | null {
  const { moved } = changesIn(outcome);
  if (moved === null) return null;
  const completed = new Set(moved.actions.filter(({ kind }) => kind === "completed").map(({ action }) => action));
  const met = moved.figures.filter(({ newlyMet }) => newlyMet);
  const { pack, assessments, actions } = outcome;
  return {
    since: reportName(moved.since),
    actions: actions.filter(({ id }) => completed.has(id)),
    targets: latestAssessments(assessments).filter((row) => met.some((each) => isOf(each, row))),
    areas: new Map(areaRollUps(pack, assessments, actions).map((area) => [area.prefix, directionOf(area, moved)])),
  };
}

function isOf(
  { metric, organisation, target }: Pick<FigureMove, "metric" | "organisation" | "target">,
  row: Assessment,
) {
  return metric === row.metric && organisation === row.organisation && (target === null || target === row.target);
}

/** By ratings of a new period, actions done and actions newly late. A restated figure is no step in any direction. */
function directionOf({ latest, actions }: AreaRollUp, moved: NonNullable<Changes["moved"]>): Direction | null {
  const own = new Set(actions.map(({ id }) => id));
  const isHere = (each: Pick<FigureMove, "metric" | "organisation" | "target">) =>
    latest.some((row) => isOf(each, row));
  const unknown = moved.unknown.some((each) => (each.kind === "action" ? own.has(each.action) : isHere(each)));
  if (unknown || (latest.length === 0 && actions.length === 0)) return null;
  const figures = moved.figures.filter(isHere);
  const steps = moved.actions.filter(({ action }) => own.has(action));
  const better = figures.some(({ rating, newlyMet }) => rating === "better" || newlyMet) || steps.some(isStepOn);
  const worse = figures.some(({ rating }) => rating === "worse") || steps.some(isStepBack);
  if (better && worse) return "mixed";
  if (better || worse) return better ? "improved" : "deteriorated";
  const cannotTell = figures.some(({ kind }) => kind !== "new period" && kind !== "first figure");
  return cannotTell ? null : "unchanged";
}

const isStepOn = ({ kind }: ActionMove) => kind === "completed";
const isStepBack = ({ kind }: ActionMove) => kind === "newly overdue" || kind === "reopened";
