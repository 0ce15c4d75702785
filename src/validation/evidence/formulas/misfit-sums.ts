import { readUnit } from "../../../plan/quantity/units";
import { cellPlace } from "../../../snapshot/addresses";
import type { SheetSnapshot } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { wrongSums, type WrongSum } from "./sum-formulas";

/** A total whose formula adds up the wrong cells, and its sheet. */
export interface MisfitSum extends WrongSum {
  readonly sheet: SheetSnapshot;
}

/** Totals of the return whose formulas leave out a cell they should have, or count a subtotal twice. */
export function misfitSums(context: CheckContext): MisfitSum[] {
  return context.scans
    .filter(({ hasFormulas }) => hasFormulas)
    .flatMap(({ sheet }) => wrongSums(sheet).map((sum) => ({ ...sum, sheet })))
    .filter((sum) => belongs(context, sum));
}

/**
 * Whether the cell left out is one the total should have: not where it is of another period or organisation than the
 * cells summed, of another unit, nor where the plan says what the total is made of (S1 + S2 + S3-CF = CF) and it is no part of that.
 */
function belongs(context: CheckContext, sum: MisfitSum): boolean {
  if (sum.kind !== "leaves out") return true;
  const at = (cell: { row: number; column: number }) =>
    context.observationAt(cellPlace(sum.sheet.name, cell.row, cell.column));
  const [missed, like, total] = [at(sum.about), at(sum.like), at(sum)];
  if (areOfOtherUnits(context, sum)) return false;
  if (!missed) return true;
  if (like && (like.period.label !== missed.period.label || like.organisation !== missed.organisation)) return false;
  const identity = context.pack.identities.find((each) => each.total === total?.metric);
  return identity === undefined || identity.parts.includes(missed.metric);
}

/** Whether the rows' own headings give the cell left out and the cells summed in different units: a factor is no part of a sum. */
function areOfOtherUnits(context: CheckContext, { sheet, about, like }: MisfitSum): boolean {
  const [ours, theirs] = [about, like].map(({ row }) => unitOfRow(context, sheet.name, row, about.column));
  return ours !== null && theirs !== null && ours !== theirs;
}

/** What the headings to the left of a cell say it is measured in: "energy", "CO2e/energy"; null where they do not. */
function unitOfRow(context: CheckContext, sheet: string, row: number, column: number): string | null {
  for (let left = column - 1; left >= 0; left--) {
    const value = context.valueAt(cellPlace(sheet, row, left));
    const unit = typeof value === "string" ? readUnit(value)?.unit : undefined;
    if (unit !== undefined) return unit.dimension;
  }
  return null;
}
