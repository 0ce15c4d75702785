import { addressOf } from "../../../snapshot/addresses";
import type { UnitId } from "../../../plan/schema";
import { formatNumber, formatQuantity, someOf } from "../../../plan/wording";
import type { CellPlace } from "../../../snapshot/snapshot";
import { cleanText, numberOf } from "../../context/cell-text";
import type { CheckContext } from "../../context/check-context";
import type { RegionalSum } from "../../context/regional-tables";
import { findRepair, type Repair } from "../../context/repair";
import { sumRows, type SheetSum, type SumCheck } from "../../context/sums";
import type { Mend } from "../../finding";
import { findingIn, type Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";

/** What a failing sum is of, where that is known. */
export interface SumSubject {
  readonly metric: string | null;
  readonly organisation: string | null;
  readonly period: string | null;
  /** What the cells are in, where that is the metric's own unit. */
  readonly unit: UnitId | null;
}

const NO_SUBJECT: SumSubject = { metric: null, organisation: null, period: null, unit: null };

/** An error about a total on a sheet that its parts do not add up to: at the part whose repair mends it, else at the total. */
export function sumFinding(
  context: CheckContext,
  sum: SheetSum,
  check: SumCheck,
  { subject = NO_SUBJECT, known = [] }: { subject?: SumSubject; known?: RegionalSum["beside"] } = {},
): Candidate {
  const sheet = context.sheet(sum.total.sheet);
  const repair = sheet === undefined ? null : findRepair(sumRows(sheet, sum, check.values, known), check.missing);
  const wrong = repair === null ? undefined : sum.parts[repair.index];
  return findingIn([wrong ?? sum.total], {
    severity: "error",
    also: wrong === undefined ? sum.parts : [sum.total],
    causes: wrong === undefined ? [sum.total, ...sum.parts] : [wrong],
    involves: [sum.total, ...sum.parts],
    label: wrong === undefined ? sum.label : labelOf(context, wrong, runsAcross(sum)),
    metric: subject.metric,
    organisation: subject.organisation,
    period: subject.period,
    message: sheetMessage(context, sum, check, repair, subject),
    mend: repair === null || wrong === undefined ? null : write(context, wrong, repair.value),
    figure: check.stated,
    effect: check.stated === 0 ? 1 : Math.min(1, Math.abs(check.missing / check.stated)),
    subject: sum.label,
  });
}

function sheetMessage(
  context: CheckContext,
  sum: SheetSum,
  check: SumCheck,
  repair: Repair | null,
  subject: SumSubject,
): string {
  const ofWhat =
    subject.metric === null
      ? ""
      : ` of ${context.titleOf(subject.metric)}${subject.period === null ? "" : ` for ${subject.period}`}`;
  const inUnit = (value: number): string =>
    subject.unit === null ? formatNumber(value, 6) : formatQuantity(value, subject.unit, 6);
  const head = `The figures${ofWhat} (${someOf(references(sum.parts))}) add up to ${inUnit(check.sum)}, where ${quoted(labelOf(context, sum.total, runsAcross(sum)))} in ${sum.total.cell} says ${inUnit(check.stated)}, a difference of ${inUnit(Math.abs(check.missing))}.`;
  const wrong = repair === null ? undefined : sum.parts[repair.index];
  if (repair === null || wrong === undefined)
    return `${head} Find the figure that is wrong or left out, and correct it.`;
  const stands = check.values[repair.index] ?? 0;
  return `${head} ${inUnit(repair.value)} in ${wrong.cell} (${quoted(labelOf(context, wrong, runsAcross(sum)))}), where ${inUnit(stands)} stands, would mend both the sum and its row’s ratio; check it against the source.`;
}

/** The nearest words to the left of a cell, or above it where the sum runs across: a number typed as text is no label. */
function labelOf(context: CheckContext, place: CellPlace, across = false): string {
  for (let back = 1; back <= (across ? place.row : place.column); back++) {
    const at = across ? { ...place, row: place.row - back } : { ...place, column: place.column - back };
    const value = context.valueAt(at);
    if (typeof value === "string" && cleanText(value) !== "" && numberOf(value) === null) return value;
  }
  return addressOf(place);
}

function runsAcross({ total, parts }: SheetSum): boolean {
  return parts.every(({ row }) => row === total.row);
}

function write(context: CheckContext, place: CellPlace, after: number): Mend | null {
  const before = context.valueAt(place);
  if (context.formulaAt(place) !== null || before === null) return null;
  const address = addressOf(place);
  return {
    label: `Write ${formatNumber(after, 6)} in ${address}`,
    kind: "repair",
    changes: [{ sheet: place.sheet, address, before, after }],
  };
}
