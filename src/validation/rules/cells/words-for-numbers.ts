import { plural, someOf } from "../../../plan/wording";
import { references } from "../../findings/references";
import { quoted } from "../../findings/phrases";
import { TYPE_ERROR } from "../codes";
import type { Rule } from "../rule";
import { textCells } from "../../context/text-cells";
import { sameTextFindings } from "./text-findings";

/** Words, where a number was expected, that no number can be read from (frictionless-py's type-error). */
export const wordsForNumbers: Rule = {
  ...TYPE_ERROR,
  severity: "error",
  looksFor: "Words in a number column from which no number can be read.",
  check(context) {
    const words = context.once(textCells).filter(({ read }) => read.kind === "words");
    return sameTextFindings(words, (group) => {
      const [first] = group;
      const expected =
        first.observation?.unit === "yes/no"
          ? "yes or no was expected. Write one of the two, and put the words in a note beside it."
          : "a number was expected. Give the figure alone, and put the words in a note beside it.";
      return group.length === 1
        ? `${first.place.cell} (${quoted(first.label)}) says ${quoted(first.text)} where ${expected}`
        : `${plural(group.length, "cell")} (${someOf(references(group.map(({ place }) => place)))}) say ${quoted(first.text)} where ${expected}`;
    });
  },
};
