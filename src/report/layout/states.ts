import type { Rag } from "../../assessment/assessment";
import { RAG_ORDER } from "../../assessment/targets/rag";
import type { StateColour } from "../sheet";
import { ragShapes, ragWords } from "./palette";

/** The states of targets and actions: each is one cell, mark and word together, coloured by a rule on that very cell. */

function ratingState(rag: Rag): string {
  return `${ragShapes[rag]} ${ragWords[rag]}`;
}

/** "◆ Off track": each rating as its cell has it. */
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
