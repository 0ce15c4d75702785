import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { someOf } from "../../../plan/wording";
import type { MappingRow } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { firstPlace, headingCell, nameWithoutUnit } from "../../evidence/sheets/headings";
import { findingIn, type Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { INCORRECT_LABEL } from "../codes";
import type { Rule } from "../rule";

/** Headings no metric has, the same but for their unit: the size of a plant in W on one sheet, in kW on the next. */
export const headingUnits: Rule = {
  ...INCORRECT_LABEL,
  severity: "warning",
  looksFor: "One heading with different units on different sheets.",
  check(context) {
    const unread = context.input.reading.mapping.filter(
      ({ metric, label }) => metric === null && unitIn(label) !== null,
    );
    const groups = groupBy(unread, ({ label }) => nameWithoutUnit(label));
    return [...groups].flatMap(([name, rows]) => {
      const units = [...new Set(rows.map(({ label }) => unitIn(label) ?? ""))];
      return units.length < 2 || units.length > 3 ? [] : [finding(context, name, rows, units)];
    });
  },
};

function finding(context: CheckContext, name: string, rows: NonEmpty<MappingRow>, units: readonly string[]): Candidate {
  const cells = rows.flatMap((row) => headingCell(context, row) ?? firstPlace(row) ?? []);
  const places = someOf(
    rows.map(({ label }, index) => `${quoted(label)} in ${cells[index]?.cell ?? ""}`),
    6,
  );
  return findingIn(cells.slice(-1), {
    severity: "warning",
    also: cells.slice(0, -1),
    label: rows[rows.length - 1]?.label ?? null,
    message: `The same heading has different units: ${places}. One unit was expected throughout; convert the figures, and write the unit they are in.`,
    figure: units.join(", "),
    effect: 0.05,
    subject: name,
  });
}

function unitIn(label: string): string | null {
  return /[([]\s*([^)\]]{1,20})\s*[)\]]\s*\d*\s*$/.exec(label)?.[1]?.toLowerCase() ?? null;
}
