import type { MetricId, Pack } from "../../plan/schema";
import { isOver } from "../actions/urgency";
import { latestAssessments } from "./latest";
import { RAG_ORDER } from "./rag";
import type { ActionAssessment, Assessment } from "../assessment";

/** One of the plan's areas: what is to be done in it beside how far its figures are. */
export interface AreaRollUp {
  readonly prefix: string;
  readonly name: string;
  readonly section: string;
  readonly actions: readonly ActionAssessment[];
  /** The latest assessment of each metric of the area, the furthest behind first. */
  readonly latest: readonly Assessment[];
  /** Those that are behind. */
  readonly gaps: readonly Assessment[];
  /** Gaps on a metric that no action of the plan is linked to. */
  readonly unanswered: readonly Assessment[];
  /** Gaps whose every linked action is already complete, cancelled or not applicable, yet they stand. */
  readonly outlived: readonly Assessment[];
}

/**
 * The plan's areas in order, each with its actions beside its gaps. A metric belongs to the areas
 * whose actions name it and to the one whose group it is filed under.
 */
export function areaRollUps(
  pack: Pack,
  assessments: readonly Assessment[],
  actions: readonly ActionAssessment[],
): AreaRollUp[] {
  const latest = latestAssessments(assessments);
  const answers = answersTo(pack);
  const byId = new Map(actions.map((action) => [action.id, action]));
  return pack.areas.map(({ prefix, name, section, group }) => {
    const own = actions.filter(({ area }) => area === prefix);
    const named = new Set([
      ...own.flatMap(({ metrics }) => metrics),
      ...pack.metrics.filter(({ area }) => area === group || area === prefix).map(({ id }) => id),
    ]);
    const placed = latest.filter(({ metric }) => named.has(metric)).sort(furthestBehind);
    const gaps = placed.filter(({ rag }) => rag === "red" || rag === "amber");
    return {
      prefix,
      name,
      section,
      actions: own,
      latest: placed,
      gaps,
      unanswered: gaps.filter(({ metric }) => !answers.has(metric)),
      outlived: gaps.filter(({ metric }) => {
        const linked = (answers.get(metric) ?? []).map((id) => byId.get(id)).filter((each) => each !== undefined);
        return linked.length > 0 && linked.every(isOver);
      }),
    };
  });
}

/** The assessments of the plan's actions that answer a metric, of whatever area. */
export function answeredBy(pack: Pack, actions: readonly ActionAssessment[], metric: MetricId): ActionAssessment[] {
  const ids = answersTo(pack).get(metric) ?? [];
  return actions.filter(({ id }) => ids.includes(id));
}

/** Gaps that no action of the whole plan answers, wherever their metric is filed (the footprints are in no area). */
export function unansweredGaps(pack: Pack, assessments: readonly Assessment[]): Assessment[] {
  const answers = answersTo(pack);
  return latestAssessments(assessments)
    .filter(({ rag, metric }) => (rag === "red" || rag === "amber") && !answers.has(metric))
    .sort(furthestBehind);
}

/** The actions linked to each metric. */
function answersTo(pack: Pack): Map<MetricId, string[]> {
  const answers = new Map<MetricId, string[]>();
  for (const { id, metrics } of pack.actions) {
    for (const metric of metrics) answers.set(metric, [...(answers.get(metric) ?? []), id]);
  }
  return answers;
}

function furthestBehind(a: Assessment, b: Assessment): number {
  return RAG_ORDER.indexOf(a.rag) - RAG_ORDER.indexOf(b.rag) || (b.gapPercent ?? 0) - (a.gapPercent ?? 0);
}
