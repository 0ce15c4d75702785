import type { ActionAssessment, Assessment } from "../../assessment/assessment";
import { isDone } from "../../assessment/actions/urgency";
import { COMPLETE, NO_DATA, ratingStates } from "./states";

/** The state of a target that no formula can tell. */
export function targetState({ rag, actual }: Pick<Assessment, "rag" | "actual">): string {
  return actual === null ? NO_DATA : ratingStates[rag];
}

export function actionState(action: Pick<ActionAssessment, "rag" | "status">): string {
  if (isDone(action)) return COMPLETE;
  return action.status === "no return" ? NO_DATA : ratingStates[action.rag];
}
