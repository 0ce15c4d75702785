import { plural, someOf } from "../../plan/wording";
import { cleanText } from "../cell-text";
import { common, groupBy } from "../groups";
import { references } from "../places";
import { quoted } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";
import { textCells } from "../text-cells";
import type { TextCell } from "../text-cells";

/** Words, where a number was expected, that no number can be read from (frictionless-py's type-error). */
export const typeError: Rule = {
  code: "type-error",
  name: "type-error",
  reach: "layout",
  severity: "error",
  looksFor: "Words in a number column from which no number can be read.",
  why: "A figure that is not a number is in no total, so the return says less than it seems to.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const words = context.once(textCells).filter(({ read }) => read.kind === "words");
    const groups = groupBy(words, ({ place, text }) => `${place.sheet}|${cleanText(text).toLowerCase()}`);
    return [...groups.values()].map(candidate);
  },
};

function candidate(group: readonly TextCell[]): Candidate {
  const [first] = group as [TextCell];
  const places = group.map(({ place }) => place);
  const expected =
    first.observation?.unit === "yes/no"
      ? "yes or no was expected. Write one of the two, and put the words in a note beside it."
      : "a number was expected. Give the figure alone, and put the words in a note beside it.";
  return {
    severity: "error",
    cells: places,
    label: common(group, ({ label }) => label),
    metric: common(group, ({ observation }) => observation?.metric ?? null),
    organisation: common(group, ({ observation }) => observation?.organisation ?? null),
    site: null,
    period: common(group, ({ observation }) => observation?.period.label ?? null),
    message:
      group.length === 1
        ? `${first.place.cell} (${quoted(first.label)}) says ${quoted(first.text)} where ${expected}`
        : `${plural(group.length, "cell")} say ${quoted(first.text)} (${someOf(references(places))}) where ${expected}`,
    mend: null,
    figure: first.text,
    effect: group.length / 1e6,
    subject: `${first.place.sheet}|${cleanText(first.text).toLowerCase()}`,
  };
}
