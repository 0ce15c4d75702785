import type { NonEmpty } from "../../../collections/non-empty";
import { plural } from "../../../plan/wording";
import { addressOf, cellPlace } from "../../../snapshot/addresses";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import { figuresOf } from "../../findings/phrases";
import { findingIn, ofOne, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { disagree, repeatedRows, rowsKey, type RepeatedRow } from "../../context/conflicts";

/** A row of a table that is there twice with the same figures (frictionless-py's duplicate-row). */
export const duplicateRows: Rule = {
  code: "duplicate-row",
  name: "duplicate-row",
  severity: "warning",
  looksFor: "The same metric, organisation, site and period twice in one table, with the same figures.",
  why: "A row copied down is counted twice by every sum over the table.",
  mends: "keep the first and empty the second",
  check(context) {
    // Where the two rows differ in one figure, that is the error to report (primary-key).
    const unequal = new Set(context.conflicts.filter(disagree).flatMap(repeatedRows).map(rowsKey));
    const equal = context.conflicts.filter((conflict) => !disagree(conflict)).flatMap(repeatedRows);
    const rows = groupBy(
      equal.filter((pair) => !unequal.has(rowsKey(pair))),
      rowsKey,
    );
    return [...rows.values()].map((pairs) => finding(context, pairs));
  },
};

function finding(context: CheckContext, pairs: NonEmpty<RepeatedRow>): Candidate {
  const [[first, second]] = pairs;
  const { sheet, row } = second.place;
  const typed = pairs.map((pair) => pair[1]).filter((each) => context.formulaAt(each.place) === null);
  const named =
    first.site === null ? figuresOf(context, first) : `${first.site}, ${context.nameOf(first.organisation)}`;
  return findingIn(
    pairs.map((pair) => pair[1].place),
    {
      severity: "warning",
      involves: pairs.flatMap((pair) => [pair[0].place, pair[1].place]),
      label: second.label,
      metric: ofOne(pairs, () => first.metric),
      organisation: first.organisation,
      site: first.site,
      period: first.period.label,
      message: `Row ${row + 1} of ${sheet} (${named}) repeats row ${first.place.row + 1} in ${plural(pairs.length, "figure")}, from ${cellPlace(sheet, row, second.place.column).cell}. Each was expected once; keep one.`,
      mend:
        typed.length === 0
          ? null
          : {
              label: `Empty ${plural(typed.length, "repeated cell")}`,
              kind: "keep one",
              changes: typed.map(({ place, raw }) => ({ sheet, address: addressOf(place), before: raw, after: null })),
            },
      figure: pairs.length === 1 ? second.value : pairs.length,
      effect: 0.5,
      subject: `row of ${first.label}`,
    },
  );
}
