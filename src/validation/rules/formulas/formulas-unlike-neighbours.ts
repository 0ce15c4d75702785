import { keyOf } from "../../../collections/keys";
import { groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { plural, someOf } from "../../../plan/wording";
import { cellPlace } from "../../../snapshot/addresses";
import type { SheetSnapshot } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { oddCells, type OddCell } from "../../evidence/formulas/formula-runs";
import { misfitSums } from "../../evidence/formulas/misfit-sums";
import type { Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";
import { FORMULA } from "../codes";
import type { Rule } from "../rule";
import { figureAt, formulaFinding, labelOf } from "./formula-finding";

/** Cells that break the pattern of the formulas around them (validation-rules.md DQ13). */
export const formulasUnlikeNeighbours: Rule = {
  ...FORMULA,
  severity: "warning",
  looksFor: "A typed number inside a calculated column or row; a formula unlike its neighbours.",
  check(context) {
    // A total that sums the wrong cells is reported as that (wrong-sums).
    const wrong = new Set(context.once(misfitSums).map(({ sheet, row, column }) => keyOf(sheet.name, row, column)));
    return context.scans.flatMap(({ sheet, hasFormulas }) => {
      if (!hasFormulas) return [];
      const odd = oddCells(sheet).filter(({ row, column }) => !wrong.has(keyOf(sheet.name, row, column)));
      const groups = groupBy(odd, ({ kind, like }) => keyOf(kind, like.column));
      return [...groups.values()].map((group) => finding(context, sheet, group));
    });
  },
};

function finding(context: CheckContext, sheet: SheetSnapshot, group: NonEmpty<OddCell>): Candidate {
  const [{ kind, like }, ...others] = group;
  const first = cellPlace(sheet.name, group[0].row, group[0].column);
  const cells = [first, ...others.map(({ row, column }) => cellPlace(sheet.name, row, column))] as const;
  const neighbour = cellPlace(sheet.name, like.row, like.column);
  const label = labelOf(context, first);
  const usual = `the formula ${context.formulaAt(neighbour) ?? ""} of its neighbour ${neighbour.cell}`;
  const what = kind === "typed number" ? "a typed number" : `the formula ${context.formulaAt(first) ?? ""}`;
  const which =
    others.length === 0
      ? `${first.cell}${label === null ? "" : ` (${quoted(label)})`} holds ${what}`
      : `${plural(cells.length, "cell")} (${someOf(references(cells))}) hold ${what}`;
  return formulaFinding(context, cells, {
    label,
    message: `${which} where one like ${usual} was expected. Copy the neighbour’s formula into it, or say in a note why it differs.`,
    figure: others.length === 0 ? figureAt(context, first) : cells.length,
    effect: 0.03 * cells.length,
    // A total typed over that no longer adds up is a sum that fails (DQ06), and an error.
    causes: kind === "typed number" ? [] : cells,
    subject: `${sheet.name}|${kind}|${label ?? ""}`,
  });
}
