import type { Observation } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";
import { cleanText, readCellText } from "./cell-text";
import type { CellText } from "./cell-text";
import type { CheckContext } from "./check-context";
import { common, groupBy } from "../../collections/groups";
import type { Candidate } from "../findings/candidate";

/** A text where a number should stand. */
export interface TextCell {
  readonly place: CellPlace;
  readonly text: string;
  readonly read: CellText;
  readonly label: string;
  /** The figure it stands for, where the reader could tell which; null where it could not. */
  readonly observation: Observation | null;
}

/** Texts of Excel's own errors belong to DQ02. */
export const CELL_ERROR =
  /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|UNKNOWN!|CONNECT!|BUSY!)/;

export function isText(_: CheckContext, { raw }: Observation): boolean {
  return typeof raw === "string";
}

/** Every text in a number's place, and every answer that is neither yes nor no. */
export function textCells(context: CheckContext): TextCell[] {
  const cells: TextCell[] = [];
  for (const observation of context.observations.filter((each) => isText(context, each))) {
    if (typeof observation.raw !== "string") continue;
    const isAnswer = context.metrics.get(observation.metric)?.nature === "answer";
    if (isAnswer && (observation.value !== null || readCellText(observation.raw).kind !== "words")) continue;
    add(cells, observation.raw, observation.place, observation.label, observation);
  }
  for (const { raw, place, label } of context.input.reading.notUnderstood) {
    // Only a text with no figure behind it; a figure not understood is listed with its own reason.
    if (typeof raw === "string") add(cells, raw, place, label, null);
  }
  return cells;
}

function add(cells: TextCell[], text: string, place: CellPlace, label: string, observation: Observation | null): void {
  if (text.trim() === "" || CELL_ERROR.test(text)) return;
  cells.push({ place, text, read: readCellText(text), label, observation });
}

/** What a finding about a group of text cells is about: whatever they have in common. */
export function aboutTexts(group: readonly TextCell[]) {
  return {
    severity: "error" as const,
    cells: group.map(({ place }) => place),
    label: common(group, ({ label }) => label),
    metric: common(group, ({ observation }) => observation?.metric ?? null),
    organisation: common(group, ({ observation }) => observation?.organisation ?? null),
    site: null,
    period: common(group, ({ observation }) => observation?.period.label ?? null),
    effect: group.length / 1e6,
  };
}

/** One finding for all cells of a sheet that say the same, with no mend: only a person knows the figure. */
export function sameTextFindings(
  cells: readonly TextCell[],
  say: (group: readonly [TextCell, ...TextCell[]]) => string,
): Candidate[] {
  const groups = groupBy(cells, ({ place, text }) => `${place.sheet}|${cleanText(text).toLowerCase()}`);
  return [...groups].map(([subject, group]) => {
    const [first] = group as [TextCell];
    return {
      ...aboutTexts(group),
      message: say(group as [TextCell, ...TextCell[]]),
      mend: null,
      figure: first.text,
      subject,
    };
  });
}
