import { keyOf } from "../../../collections/keys";
import { addressOf } from "../../../snapshot/addresses";
import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { plural, someOf } from "../../../plan/wording";
import { cleanText } from "../../context/cell-text";
import type { CheckContext } from "../../context/check-context";
import { isBlankCell } from "../../context/table-grid";
import { textCells, type TextCell } from "../../context/text-cells";
import { noteCell } from "../../evidence/sheets/data-notes";
import type { CellChange } from "../../finding";
import type { Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { NUMBER_AS_TEXT } from "../codes";
import type { Rule } from "../rule";
import { textFinding } from "./text-findings";

/** Words that stand for "nothing to report" in number cells (validation-rules.md DQ01). */
export const wordsForNothing: Rule = {
  ...NUMBER_AS_TEXT,
  severity: "error",
  looksFor: "A word for “nothing to report” in a number column: “n/a”, “-”, “TBC”, “Not Applicable”.",
  mends: "leave the cell blank, with the reason in the row’s own column of notes where it has room",
  check(context) {
    const words = context.once(textCells).filter(({ read }) => read.kind === "placeholder");
    const groups = groupBy(words, ({ place, text }) => keyOf(place.sheet, cleanText(text).toLowerCase()));
    return [...groups.values()].map((group) => finding(context, group));
  },
};

function finding(context: CheckContext, group: NonEmpty<TextCell>): Candidate {
  const [first] = group;
  const word = cleanText(first.text);
  const typed = group.filter(({ place }) => context.formulaAt(place) === null);
  const changes = [
    ...typed.map(({ place, text }) => ({ sheet: place.sheet, address: addressOf(place), before: text, after: null })),
    ...notes(context, typed),
  ];
  const message =
    group.length === 1
      ? `${first.place.cell} (${quoted(first.label)}) says ${quoted(word)} where a number was expected. Give the figure, or leave the cell blank and put the reason in a data note; write 0 only where nothing was used.`
      : `${quoted(word)} stands in ${plural(group.length, "number cell")} of ${first.place.sheet}: ${someOf(references(group.map(({ place }) => place)))}. Give the figures, or leave the cells blank and put the reason in a data note; write 0 only where nothing was used.`;
  return textFinding(group, {
    subject: `${first.place.sheet}|${word.toLowerCase()}`,
    message,
    mend: changes.length === 0 ? null : { label: blankLabel(typed), kind: "blank", changes },
    figure: word,
  });
}

function blankLabel(cells: readonly TextCell[]): string {
  const [first] = cells;
  return first !== undefined && cells.length === 1
    ? `Leave ${addressOf(first.place)} blank`
    : `Leave ${plural(cells.length, "cell")} blank`;
}

/** The words taken out of number cells, as a remark in each row that has room for one: "Not Applicable (2023/24)". */
function notes(context: CheckContext, cells: readonly TextCell[]): CellChange[] {
  const room = cells.flatMap((cell) => {
    const place = noteCell(context, cell.place);
    return place !== null && isBlankCell(context.valueAt(place)) && context.formulaAt(place) === null
      ? [{ place, cell }]
      : [];
  });
  return [...groupBy(room, ({ place }) => place.cell).values()].map((group) => {
    const [{ place, cell }] = group;
    const word = cleanText(cell.text);
    const reason = /[a-z]/i.test(word) ? word : "Not available";
    const periods = [...new Set(group.flatMap((each) => each.cell.observation?.period.label ?? []))];
    const after = periods.length === 0 ? reason : `${reason} (${someOf(periods, 12)})`;
    return { sheet: place.sheet, address: addressOf(place), before: null, after };
  });
}
