import { formatNumber, plural, someOf } from "../../../plan/wording";
import { cleanText } from "../../context/cell-text";
import type { CheckContext } from "../../context/check-context";
import { references } from "../../findings/references";
import { quoted } from "../../findings/phrases";
import type { Rule } from "../rule";
import { isText, textCells, type TextCell } from "../../context/text-cells";
import { sameTextFindings } from "./text-findings";

/** Numbers that systems write for "no answer". */
const FORBIDDEN_NUMBERS = new Set([-999, -9999, -99999, 99999, 999999, 9999999, 99999999, 999999999]);

/** List prompts left standing, and numbers that mean "missing" (frictionless-py's forbidden-value). */
export const forbiddenValues: Rule = {
  code: "forbidden-value",
  name: "forbidden-value",
  severity: "error",
  looksFor:
    "A prompt such as “< Select >” left in its cell, a filler such as “xxx”, or a number such as 999999 that means “missing”.",
  why: "A prompt is not an answer, and a number that means “missing” is added up like any other.",
  check(context) {
    const cells = [
      ...context.once(textCells).filter(({ read }) => read.kind === "forbidden"),
      ...sentinels(context),
      ...answers(context),
    ];
    return sameTextFindings(cells, (group) => {
      const [first] = group;
      const meaning = "which is no figure. Give the figure, or leave the cell blank and put the reason in a data note.";
      return group.length === 1
        ? `${first.place.cell} (${quoted(first.label)}) holds ${quoted(first.text)}, ${meaning}`
        : `${plural(group.length, "cell")} (${someOf(references(group.map(({ place }) => place)))}) hold ${quoted(first.text)}, ${meaning}`;
    });
  },
};

function sentinels(context: CheckContext): TextCell[] {
  return context.observations.flatMap((observation): TextCell[] => {
    const { raw, place, label } = observation;
    if (typeof raw !== "number" || !FORBIDDEN_NUMBERS.has(raw)) return [];
    return [{ place, text: formatNumber(raw), read: { kind: "forbidden" }, label, observation }];
  });
}

/** A yes-or-no list still showing its prompt. */
function answers(context: CheckContext): TextCell[] {
  return context.observations.filter(isText).flatMap((observation): TextCell[] => {
    const { raw, place, label, value, metric } = observation;
    if (value !== null || context.metrics.get(metric)?.nature !== "answer") return [];
    const prompt = /^<.*>$|^(please )?(select|choose)\b/i.test(cleanText(raw));
    return prompt ? [{ place, text: raw, read: { kind: "forbidden" }, label, observation }] : [];
  });
}
