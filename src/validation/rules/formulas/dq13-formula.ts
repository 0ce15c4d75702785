import { plural, someOf } from "../../../plan/wording";
import { cellPlace } from "../../../snapshot/addresses";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { SheetSnapshot } from "../../../snapshot/snapshot";
import { readCellText } from "../../context/cell-text";
import type { CheckContext } from "../../context/check-context";
import { oddCells } from "../../evidence/formulas/formula-runs";
import type { OddCell } from "../../evidence/formulas/formula-runs";
import { groupBy } from "../../../collections/groups";
import { references } from "../../findings/references";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";
import { siteNames } from "../../evidence/figures/site-names";
import { wrongSums } from "../../evidence/formulas/sum-formulas";
import type { WrongSum } from "../../evidence/formulas/sum-formulas";

/** Formulas that break their own pattern (validation-rules.md DQ13). */
export const formula: Rule = {
  code: "DQ13",
  name: "formula",
  severity: "warning",
  looksFor:
    "A typed number inside a calculated column or row; a formula unlike its neighbours; a total that leaves a row out or counts a subtotal twice.",
  why: "A formula overtyped once stays wrong every year after, and nothing on the sheet shows it.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return context.scans
      .filter(({ hasFormulas }) => hasFormulas)
      .flatMap(({ sheet }) => {
        const sums = wrongSums(sheet).filter((each) => belongs(context, sheet, each));
        return [...strangers(context, sheet, sums), ...sums.map((each) => wrongSum(context, sheet, each))];
      });
  },
};

/**
 * Whether the cell left out is one the total should have: not where it is of another period or organisation than the
 * cells summed, nor where the plan says what the total is made of (S1 + S2 + S3-CF = CF) and it is no part of that.
 */
function belongs(context: CheckContext, sheet: SheetSnapshot, sum: WrongSum): boolean {
  if (sum.kind !== "leaves out") return true;
  const at = (cell: { row: number; column: number }) =>
    context.observationAt(cellPlace(sheet.name, cell.row, cell.column));
  const [missed, like, total] = [at(sum.about), at(sum.like), at(sum)];
  if (!missed) return true;
  if (like && (like.period.label !== missed.period.label || like.organisation !== missed.organisation)) return false;
  const identity = context.pack.identities.find((each) => each.total === total?.metric);
  return identity === undefined || identity.parts.includes(missed.metric);
}

function strangers(context: CheckContext, sheet: SheetSnapshot, sums: readonly WrongSum[]): Candidate[] {
  const wrong = new Set(sums.map(({ row, column }) => `${row}|${column}`));
  const odd = oddCells(sheet).filter(({ row, column }) => !wrong.has(`${row}|${column}`));
  return [...groupBy(odd, ({ kind, like }) => `${kind}|${like.column}`).values()].map((group) =>
    stranger(context, sheet, group),
  );
}

function stranger(context: CheckContext, sheet: SheetSnapshot, group: readonly OddCell[]): Candidate {
  const [first] = group as readonly [OddCell];
  const cells = group.map(({ row, column }) => cellPlace(sheet.name, row, column));
  const like = cellPlace(sheet.name, first.like.row, first.like.column);
  const label = labelOf(context, cells[0] as CellPlace);
  const called = label === null ? "" : ` (${quoted(label)})`;
  const usual = `the formula ${context.formulaAt(like) ?? ""} of its neighbour ${like.cell}`;
  const what =
    first.kind === "typed number" ? "a typed number" : `the formula ${context.formulaAt(cells[0] as CellPlace) ?? ""}`;
  const which =
    group.length === 1
      ? `${(cells[0] as CellPlace).cell}${called} holds ${what}`
      : `${plural(group.length, "cell")} (${someOf(references(cells))}) hold ${what}`;
  return {
    ...about(context, cells),
    label,
    message: `${which} where one like ${usual} was expected. Copy the neighbour’s formula into it, or say in a note why it differs.`,
    figure: group.length === 1 ? figureAt(context, cells[0] as CellPlace) : group.length,
    effect: 0.03 * group.length,
    // A total typed over that no longer adds up is a sum that fails (DQ06), and an error.
    causes: first.kind === "typed number" ? [] : cells,
    subject: `${sheet.name}|${first.kind}|${label ?? ""}`,
  };
}

function wrongSum(
  context: CheckContext,
  sheet: SheetSnapshot,
  { row, column, kind, about: other }: WrongSum,
): Candidate {
  const total = cellPlace(sheet.name, row, column);
  const about2 = cellPlace(sheet.name, other.row, other.column);
  const label = labelOf(context, total);
  const called = label === null ? "" : ` (${quoted(label)})`;
  const otherLabel = labelOf(context, about2);
  const named = otherLabel === null ? about2.cell : `${quoted(otherLabel)} in ${about2.cell}`;
  const sum = context.formulaAt(total) ?? "";
  const message =
    kind === "leaves out"
      ? `The total in ${total.cell}${called}, ${sum}, leaves out ${named}. It was expected to take in every row of its table; extend its range.`
      : `The total in ${total.cell}${called}, ${sum}, counts ${named} as well as the rows that it already sums. Each row was expected once; leave the subtotal out.`;
  return {
    ...about(context, [total], about2),
    also: [about2],
    label,
    message,
    figure: figureAt(context, total),
    effect: 0.1,
    subject: `${sheet.name}|${kind}|${label ?? ""}`,
  };
}

/** @param part one of the cells a total sums: a total is of what its parts are, whichever site each is of. */
function about(context: CheckContext, cells: readonly CellPlace[], part?: CellPlace) {
  const own = context.observationAt(cells[0] as CellPlace);
  const ofPart = own === undefined && part !== undefined ? context.observationAt(part) : undefined;
  const known = own ?? (ofPart === undefined ? undefined : { ...ofPart, site: null });
  return {
    severity: "warning" as const,
    cells,
    metric: known?.metric ?? null,
    organisation: known?.organisation ?? null,
    site: known?.site ?? null,
    period: known?.period.label ?? null,
    mend: null,
  };
}

function figureAt(context: CheckContext, place: CellPlace): number | string | null {
  const value = context.valueAt(place);
  return typeof value === "boolean" ? String(value) : value;
}

/** A site's name; else the label the figure was read by; else the longest text to its left, as a unit or a code is shorter than a name. */
function labelOf(context: CheckContext, place: CellPlace): string | null {
  const known = context.observationAt(place);
  if (known !== undefined && known.site !== null)
    return context.once(siteNames).get(`${known.organisation}|${known.site}`) ?? known.site;
  if (known !== undefined && known.label !== "") return known.label;
  let longest = "";
  for (let column = place.column - 1; column >= 0; column--) {
    const value = context.valueAt({ ...place, column });
    if (typeof value !== "string" || readCellText(value).kind === "placeholder") continue;
    if (value.trim().length > longest.length) longest = value.trim();
  }
  return longest === "" ? null : longest;
}
