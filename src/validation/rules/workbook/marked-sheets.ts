import { plural, someOf } from "../../../plan/wording";
import { isOwnTable } from "../../../snapshot/own-tables";
import { findingIn } from "../../findings/candidate";
import { HIDDEN } from "../codes";
import type { Rule } from "../rule";

/** Sheets that carry the report's mark and nothing that it wrote: a copy's, or a person's by mistake. They are left alone [ours]. */
export const markedSheets: Rule = {
  ...HIDDEN,
  severity: "warning",
  looksFor: "Sheets with the report’s hidden mark under another name, on which nothing of the report stands.",
  check({ input }) {
    const marked = input.snapshot.sheets.filter(
      ({ own, name, used, tables }) => own !== null && own.title !== name && used !== null && !tables.some(isOwnTable),
    );
    if (marked.length === 0) return [];
    return [
      findingIn([], {
        severity: "warning",
        message: `${plural(marked.length, "sheet carries", "sheets carry")} this report’s hidden mark but nothing it wrote, so ${marked.length === 1 ? "it was" : "they were"} neither read nor changed: ${someOf(marked.map(({ name }) => name))}. If figures of the return stand there, copy the cells to a new sheet.`,
        effect: 0.1,
        subject: "marked sheets",
      }),
    ];
  },
};
