import { formatQuantity, joinWords, plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import type { Conflict } from "../../context/figure-series";
import { observationName, quoted } from "../../findings/phrases";
import { findingOf, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { disagree, repeatedRows, rowsKey } from "../../context/conflicts";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { groupBy } from "../../../collections/groups";
import { keyOf } from "../../../collections/keys";

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
    const matters = [...groups.values()].flatMap((group): Matter[] => {
      const differing = group.filter(disagree);
      return isNonEmpty(differing) ? [{ differing, all: group, of: "the same rows" }] : [];
    });
    return [...groupBy(matters, sheetsKey).values()].flatMap((ofSheets) =>
      (ofSheets.length > FEW ? [joined(ofSheets)] : ofSheets).map((matter) => finding(context, matter)),
    );
  },
};

/** A metric's conflicts between the same sheets up to which each is a matter of its own. */
const FEW = 5;

/** Conflicts that one slip can have made. */
interface Matter {
  readonly differing: NonEmpty<Conflict>;
  readonly all: readonly Conflict[];
  readonly of: "the same rows" | "the same sheets";
}

/** What the figures are of, and the sheets that state them. */
function sheetsKey({ differing: [[first, ...others]] }: Matter): string {
  const sheets = new Set([first, ...others].map(({ place }) => place.sheet));
  return keyOf(first.organisation, first.metric, ...[...sheets].sort());
}

/** Sheets that state many figures of a metric twice are one matter: most of one is a copy of the other. */
function joined([first, ...others]: NonEmpty<Matter>): Matter {
  const matters = [first, ...others];
  return {
    differing: [first.differing[0], ...matters.flatMap(({ differing }) => differing).slice(1)],
    all: matters.flatMap(({ all }) => all),
    of: "the same sheets",
  };
}

/** Two rows that differ in many figures are one mistake: the first figure is named, and how many more. */
function finding(context: CheckContext, { differing: group, all, of }: Matter): Candidate {
  const [conflict] = group;
  const [first] = conflict;
  const more =
    group.length === 1
      ? ""
      : ` ${plural(group.length - 1, "more figure")} of ${of} ${group.length === 2 ? "differs" : "differ"}.`;
  const labels = [...new Set(conflict.map((each) => each.label))].filter((each) => each !== "");
  const stated = conflict.map((each) => `${formatQuantity(each.value, each.unit)} in ${each.place.cell}`);
  const under = labels.length > 0 ? `, under ${joinWords(labels.slice(0, 3).map(quoted))}` : "";
  return findingOf(first, {
    severity: "error",
    cells: group.map((each) => each[0].place),
    also: group.flatMap((each) => each.slice(1).map(({ place }) => place)),
    causes: all.flatMap((each) => each.map(({ place }) => place)),
    message: `${observationName(context, first)} is stated more than once and not alike${under}: ${someOf(stated, 4)}. One figure was expected; keep the right one.${more}`,
    figure: conflict.length > FEW ? someOf(stated, FEW) : conflict.map((each) => each.value).join(" / "),
  });
}
