import { cellPlace } from "../../../snapshot/addresses";
import type { CheckContext } from "../../context/check-context";
import { misfitSums, type MisfitSum } from "../../evidence/formulas/misfit-sums";
import type { Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { FORMULA } from "../codes";
import type { Rule } from "../rule";
import { figureAt, formulaFinding, labelOf } from "./formula-finding";

/** Totals whose formula adds up the wrong cells (validation-rules.md DQ13). */
export const wrongSums: Rule = {
  ...FORMULA,
  severity: "warning",
  looksFor: "A total that leaves a row out or counts a subtotal twice.",
  check(context) {
    return context.once(misfitSums).map((sum) => finding(context, sum));
  },
};

function finding(context: CheckContext, { sheet, row, column, kind, about }: MisfitSum): Candidate {
  const total = cellPlace(sheet.name, row, column);
  const other = cellPlace(sheet.name, about.row, about.column);
  const label = labelOf(context, total);
  const otherLabel = labelOf(context, other);
  const named = otherLabel === null ? other.cell : `${quoted(otherLabel)} in ${other.cell}`;
  const head = `The total in ${total.cell}${label === null ? "" : ` (${quoted(label)})`}, ${context.formulaAt(total) ?? ""},`;
  const message =
    kind === "leaves out"
      ? `${head} leaves out ${named}. It was expected to take in every row of its table; extend its range.`
      : `${head} counts ${named} as well as the rows that it already sums. Each row was expected once; leave the subtotal out.`;
  const said = { label, message, figure: figureAt(context, total), effect: 0.1 };
  const subject = `${sheet.name}|${kind}|${label ?? ""}`;
  return formulaFinding(context, [total], { ...said, subject, also: [other] }, other);
}
