import { groupBy } from "../../../collections/groups";
import { formatNumber, someOf } from "../../../plan/wording";
import { findingIn } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { PERIODS } from "../codes";
import type { Rule } from "../rule";

/** "2021" among financial years: the reader leaves such figures out and says so, and the check repeats it (DQ11). */
export const ambiguousYears: Rule = {
  ...PERIODS,
  severity: "warning",
  looksFor: "A year that may be a calendar year or a financial one.",
  check(context) {
    const unread = context.input.reading.notUnderstood.flatMap(({ place, raw, reason }) => {
      const heading = /^["“](.+?)["”] can be read as/.exec(reason)?.[1];
      return heading === undefined || typeof raw !== "number" ? [] : [{ place, heading }];
    });
    return [...groupBy(unread, ({ place, heading }) => `${place.sheet}|${heading}`)].map(([subject, group]) => {
      const [{ place, heading }] = group;
      const cells = group.map((each) => each.place);
      const [figures, stand, are] = group.length === 1 ? ["figure", "stands", "is"] : ["figures", "stand", "are"];
      return findingIn(cells, {
        severity: "warning",
        label: heading,
        message: `${formatNumber(group.length)} ${figures} on ${place.sheet} (${someOf(references(cells))}) ${stand} under ${quoted(heading)}, which may be a calendar year or a financial one, and ${are} left out. Write the period in full, such as 2021/22.`,
        effect: 0.05,
        subject,
      });
    });
  },
};
