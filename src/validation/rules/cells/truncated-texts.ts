import { isNonEmpty } from "../../../collections/non-empty";
import { plural, someOf } from "../../../plan/wording";
import { findingIn } from "../../findings/candidate";
import { references } from "../../findings/references";
import { TRUNCATED_VALUE } from "../codes";
import type { Rule } from "../rule";

/** Texts cut off at Excel's old limit (frictionless-py's truncated-value). */
export const truncatedTexts: Rule = {
  ...TRUNCATED_VALUE,
  severity: "warning",
  looksFor: "Text of exactly 255 characters.",
  check(context) {
    const cut = context.scans.flatMap(({ cutTexts }) => cutTexts);
    if (!isNonEmpty(cut)) return [];
    const which =
      cut.length === 1
        ? `The text in ${cut[0].cell} is`
        : `${plural(cut.length, "text")} (${someOf(references(cut))}) are`;
    return [
      findingIn(cut, {
        severity: "warning",
        message: `${which} exactly 255 characters long, where older exports cut off. Read the end, and complete it from the source.`,
        subject: "texts",
      }),
    ];
  },
};
