import type { MetricId, Pack } from "../../plan/schema";
import { inSentence, joinWords, organisationName } from "../../plan/wording";
import { answeredBy, areaRollUps, unansweredGaps } from "../../assessment/targets/areas";
import { isOver } from "../../assessment/actions/urgency";
import type { ActionAssessment, Assessment } from "../../assessment/assessment";

/** What an area's gaps and its actions have to do with each other, in words: one place for the sheet and the pane. */

/** "Answered by EF1 (on track).", "No action of the plan answers it.", "M3 is over (complete), yet the gap stands." */
export function answerWords(pack: Pack, actions: readonly ActionAssessment[], metric: MetricId): string {
  const answers = answeredBy(pack, actions, metric);
  if (answers.length === 0) return "No action of the plan answers it.";
  const named = joinWords(answers.map(({ id, status }) => `${id} (${status})`));
  if (!answers.every(isOver)) return `Answered by ${named}.`;
  return answers.length === 1
    ? `Its one action, ${named}, is over, yet the gap stands.`
    : `Its actions, ${named}, are all over, yet the gap stands.`;
}

/** Metrics with the organisations that are behind on each: "gas consumed (UHL and LPT)". */
export function gapNames(pack: Pack, gaps: readonly Assessment[]): string {
  const whose = new Map<MetricId, string[]>();
  for (const { metric, organisation } of gaps) {
    whose.set(metric, [...(whose.get(metric) ?? []), organisation]);
  }
  const named = (codes: readonly string[]) =>
    pack.organisations.filter(({ code }) => codes.includes(code)).map(({ code }) => organisationName(pack, code));
  return joinWords([...whose].map(([metric, codes]) => `${title(pack, metric)} (${joinWords(named(codes))})`));
}

function title(pack: Pack, metric: MetricId): string {
  return inSentence(pack.metrics.find(({ id }) => id === metric)?.title ?? metric);
}

/** The gaps that stand in no area and that no action answers by itself: the footprints'. Null where there is none. */
export function gapsOfNoArea(
  pack: Pack,
  assessments: readonly Assessment[],
  actions: readonly ActionAssessment[],
): string | null {
  const placed = new Set(areaRollUps(pack, assessments, actions).flatMap(({ latest }) => latest));
  const gaps = unansweredGaps(pack, assessments).filter((gap) => !placed.has(gap));
  if (gaps.length === 0) return null;
  return `No single action answers the gap in ${gapNames(pack, gaps)}: a footprint falls as the gaps of the areas close.`;
}
