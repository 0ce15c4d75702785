import type { ActionAssessment, Assessment, Rag } from "../../assessment/assessment";
import { isDone } from "../../assessment/actions/urgency";
import { RAG_ORDER } from "../../assessment/targets/rag";
import type { StateColour } from "../sheet";
import { ragShapes, ragWords } from "./palette";

/** The states of targets and actions: each is one cell, mark and word together, coloured by a rule on that very cell. */

/** "◆ Off track": a rating as its cell has it. */
export function ratingState(rag: Rag): string {
  return `${ragShapes[rag]} ${ragWords[rag]}`;
}

export const ratingStates: Readonly<Record<Rag, string>> = {
  green: ratingState("green"),
  amber: ratingState("amber"),
  red: ratingState("red"),
  grey: ratingState("grey"),
};

/** What has no figure is apart from what has one that cannot be judged. */
export const NO_DATA = `${ragShapes.grey} No data`;

/** Done is neither on track nor off it. */
export const COMPLETE = "■ Complete";

/** Every state a cell may hold, and its colour. */
export const colourOfState: Readonly<Record<string, StateColour>> = {
  ...Object.fromEntries(RAG_ORDER.map((rag) => [ratingStates[rag], rag])),
  [NO_DATA]: "grey",
  [COMPLETE]: "blue",
};

/** The state of a target that no formula can tell. */
export function targetState({ rag, actual }: Pick<Assessment, "rag" | "actual">): string {
  return actual === null ? NO_DATA : ratingStates[rag];
}

export function actionState(action: Pick<ActionAssessment, "rag" | "status">): string {
  if (isDone(action)) return COMPLETE;
  return action.status === "no return" ? NO_DATA : ratingStates[action.rag];
}
