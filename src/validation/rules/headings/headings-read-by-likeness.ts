import { groupBy } from "../../../collections/groups";
import { plural, someOf } from "../../../plan/wording";
import { firstPlace, headingCell, misspeltMetric } from "../../evidence/sheets/headings";
import { findingIn, ofOne } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { INCORRECT_LABEL } from "../codes";
import type { Rule } from "../rule";

/** Headings in words of their own that were read all the same: to be looked over, not corrected; one finding a sheet. */
export const headingsReadByLikeness: Rule = {
  ...INCORRECT_LABEL,
  severity: "info",
  looksFor: "Headings in words of their own that were read as a metric because they are like its name.",
  check(context) {
    const read = context.input.reading.mapping.filter(
      (row) => row.metric !== null && !row.byHand && /^near to/.test(row.why) && misspeltMetric(context, row) === null,
    );
    return [...groupBy(read, ({ sheet }) => sheet)].map(([sheet, rows]) => {
      const readings = rows.map((row) => `${quoted(row.label)} as ${context.titleOf(row.metric ?? "")}`);
      const cells = rows.flatMap((row) => headingCell(context, row) ?? firstPlace(row) ?? []);
      return findingIn(cells, {
        severity: "info",
        label: ofOne(rows, ({ label }) => label),
        message: `${plural(rows.length, "heading")} on ${sheet} ${rows.length === 1 ? "was" : "were"} read by likeness (${someOf(references(cells))}): ${someOf(readings)}. Check the mapping, and set right what is not meant.`,
        figure: rows.length,
        subject: sheet,
      });
    });
  },
};
