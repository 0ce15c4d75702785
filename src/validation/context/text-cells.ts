import type { Observation } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";
import { isCellError } from "../../snapshot/cell-errors";
import { readCellText, type CellText } from "./cell-text";
import type { CheckContext } from "./check-context";

/** A text where a number should stand. */
export interface TextCell {
  readonly place: CellPlace;
  readonly text: string;
  readonly read: CellText;
  readonly label: string;
  /** The figure in whose cell it stands; null where the reader found none. */
  readonly observation: Observation | null;
}

/** Whether a figure's cell holds a text. */
export function isText(each: Observation): each is Observation & { readonly raw: string } {
  return typeof each.raw === "string";
}

/** Every text in a number's place, and every answer that is neither yes nor no. */
export function textCells(context: CheckContext): TextCell[] {
  const cells: TextCell[] = [];
  for (const observation of context.observations.filter(isText)) {
    const isAnswer = context.metrics.get(observation.metric)?.nature === "answer";
    if (isAnswer && (observation.value !== null || readCellText(observation.raw).kind !== "words")) continue;
    add(cells, observation.raw, observation.place, observation.label, observation);
  }
  const known = new Set(cells.map(({ place }) => place.cell));
  for (const { raw, place, label, asks } of context.input.reading.notUnderstood) {
    // Only a text with no figure behind it; of a line that nobody knows, no cell is to be mended yet.
    if (typeof raw === "string" && asks === "other" && !known.has(place.cell)) add(cells, raw, place, label, null);
  }
  return cells;
}

function add(cells: TextCell[], text: string, place: CellPlace, label: string, observation: Observation | null): void {
  if (text.trim() === "" || isCellError(text)) return;
  cells.push({ place, text, read: readCellText(text), label, observation });
}
