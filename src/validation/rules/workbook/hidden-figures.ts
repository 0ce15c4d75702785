import { groupBy } from "../../../collections/groups";
import { plural, someOf } from "../../../plan/wording";
import { columnLetters } from "../../../snapshot/addresses";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { findingIn } from "../../findings/candidate";
import { references } from "../../findings/references";
import { HIDDEN } from "../codes";
import type { Rule } from "../rule";

/** Figures in hidden rows and columns of visible sheets (validation-rules.md DQ14). */
export const hiddenFigures: Rule = {
  ...HIDDEN,
  severity: "info",
  looksFor: "Hidden rows or columns that hold figures.",
  check(context) {
    const visible = new Set(
      context.userSheets.filter((each) => each.visibility === "visible").map((each) => each.name),
    );
    const found = context.observations
      .filter((each) => each.hidden && visible.has(each.place.sheet))
      .map((each) => each.place);
    return [...groupBy(found, ({ sheet }) => sheet)].map(([sheet, places]) =>
      findingIn(places, {
        severity: "info",
        message: `${plural(places.length, "figure")} on ${sheet} ${places.length === 1 ? "stands" : "stand"} in hidden ${rowsOrColumns(context, sheet, places)} and ${places.length === 1 ? "is" : "are"} counted all the same: ${someOf(references(places))}. Show them, or take them out.`,
        subject: sheet,
      }),
    );
  },
};

function rowsOrColumns(context: CheckContext, name: string, places: readonly CellPlace[]): string {
  const rows = new Set(context.sheet(name)?.hiddenRows ?? []);
  const columns = [...new Set(places.filter((each) => !rows.has(each.row)).map((each) => each.column))];
  return columns.length === 0 ? "rows" : `columns ${someOf(columns.map(columnLetters))}`;
}
