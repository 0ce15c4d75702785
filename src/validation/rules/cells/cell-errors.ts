import { wordTable } from "../../../collections/word-table";
import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { plural, someOf } from "../../../plan/wording";
import type { NotUnderstood, Observation } from "../../../returns/observation";
import { isText } from "../../context/text-cells";
import type { CellError } from "../../context/grid-scan";
import { findingIn, type Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { CELL_ERROR } from "../codes";
import type { Rule } from "../rule";

/** Excel's own errors in cells (validation-rules.md DQ02). */
export const cellErrors: Rule = {
  ...CELL_ERROR,
  severity: "error",
  looksFor: "#REF!, #DIV/0!, #N/A and Excel’s other errors.",
  check(context) {
    const errors = context.scans.flatMap((scan) => scan.errors);
    if (errors.length === 0) return [];
    const figures = [...context.observations.filter(isText), ...context.input.reading.notUnderstood];
    const byCell = new Map(figures.map((each) => [each.place.cell, each]));
    const groups = groupBy(errors, ({ place, text }) => `${place.sheet}|${text}`);
    return [...groups].map(([subject, group]) => finding(subject, group, byCell.get(group[0].place.cell)));
  },
};

const MEANINGS: Readonly<Record<string, string>> = wordTable({
  "#REF!": "a formula there points at a cell that is gone",
  "#DIV/0!": "a formula there divides by nothing",
  "#N/A": "a look-up there finds nothing",
  "#VALUE!": "a formula there meets a text where it needs a number",
  "#NAME?": "a formula there uses a name Excel does not know",
  "#NUM!": "a formula there has no number for an answer",
  "#NULL!": "two ranges in a formula there do not meet",
});

/** @param known what was read of the first cell, where it stands in a figure's place. */
function finding(
  subject: string,
  group: NonEmpty<CellError>,
  known: Observation | NotUnderstood | undefined,
): Candidate {
  const [{ place, text }] = group;
  const places = group.map((each) => each.place);
  const meaning = MEANINGS[text] ?? "a formula there has no answer";
  const label = known === undefined || known.label === "" ? "" : ` (${quoted(known.label)})`;
  const which =
    group.length === 1
      ? `${place.cell}${label} shows ${text}`
      : `${plural(group.length, "cell")} of ${place.sheet} show ${text} (${someOf(references(places))})`;
  const figure = group.length === 1 && known !== undefined && "metric" in known ? known : null;
  return findingIn(places, {
    severity: "error",
    label: known?.label ?? null,
    metric: figure?.metric ?? null,
    organisation: figure?.organisation ?? null,
    period: figure?.period.label ?? null,
    message: `${which}: ${meaning}. A number was expected; mend the formula, or type the figure.`,
    figure: text,
    effect: group.length / 1e6,
    subject,
  });
}
