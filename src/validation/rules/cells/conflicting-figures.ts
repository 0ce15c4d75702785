import { formatQuantity, joinWords, plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import type { Conflict } from "../../context/figure-series";
import { observationName, quoted } from "../../findings/phrases";
import { findingOf, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { disagree, repeatedRows, rowsKey } from "../../context/conflicts";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { groupBy } from "../../../collections/groups";

/** Two figures that differ for one metric, organisation, site and period (frictionless-py's primary-key). */
export const conflictingFigures: Rule = {
  code: "primary-key",
  name: "primary-key",
  severity: "error",
  looksFor: "One metric, organisation, site and period with two figures that differ.",
  why: "Of two figures for the same thing at most one is right, and no total can be made until one is chosen.",
  check(context) {
    // All that two rows of one table state twice is one matter, whether or not each figure differs.
    const groups = groupBy<Conflict, Conflict | string>(
      context.conflicts,
      (conflict) => repeatedRows(conflict).map(rowsKey)[0] ?? conflict,
    );
    return [...groups.values()].flatMap((group) => {
      const differing = group.filter(disagree);
      return isNonEmpty(differing) ? [finding(context, differing, group)] : [];
    });
  },
};

/** Two rows that differ in many figures are one mistake: the first figure is named, and how many more. */
function finding(context: CheckContext, group: NonEmpty<Conflict>, all: readonly Conflict[]): Candidate {
  const [conflict] = group;
  const [first] = conflict;
  const more =
    group.length === 1
      ? ""
      : ` ${plural(group.length - 1, "more figure")} of the same rows ${group.length === 2 ? "differs" : "differ"}.`;
  const labels = [...new Set(conflict.map((each) => each.label))].filter((each) => each !== "");
  const stated = conflict.map((each) => `${formatQuantity(each.value, each.unit)} in ${each.place.cell}`);
  const under = labels.length > 0 ? `, under ${joinWords(labels.slice(0, 3).map(quoted))}` : "";
  return findingOf(first, {
    severity: "error",
    cells: group.map((each) => each[0].place),
    also: group.flatMap((each) => each.slice(1).map(({ place }) => place)),
    causes: all.flatMap((each) => each.map(({ place }) => place)),
    message: `${observationName(context, first)} is stated more than once and not alike${under}: ${someOf(stated, 4)}. One figure was expected; keep the right one.${more}`,
    figure: conflict.map((each) => each.value).join(" / "),
  });
}
