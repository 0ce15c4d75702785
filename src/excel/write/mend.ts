import { contentWords } from "../../report/words/change-words";
import type { CellChange } from "../../validation/finding";
import { textEntry } from "./entry";
import { ExcelTrouble } from "../host/trouble";

/**
 * Writes the cells of a mend and nothing else, at a person's press. Each cell must still hold what
 * it held when the finding was made: else nothing is written at all.
 *
 * @returns the changes that undo it.
 * @throws {ExcelTrouble} "CellChanged" where a cell holds something else by now.
 */
export async function applyChanges(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
): Promise<CellChange[]> {
  const { worksheets } = context.workbook;
  const cells = changes.map((change) => {
    const range = worksheets.getItem(change.sheet).getRange(change.address);
    range.load("values,formulas");
    return { change, range };
  });
  await context.sync();
  for (const { change, range } of cells) requireUnchanged(change, range);
  for (const { change, range } of cells) range.values = [[entryFor(change.after)]];
  await context.sync();
  return changes.map(({ sheet, address, before, after }) => ({ sheet, address, before: after, after: before }));
}

type Held = CellChange["before"];

function requireUnchanged({ sheet, address, before }: CellChange, range: Excel.Range): void {
  const held = heldIn(range);
  if (held.value === before && held.formula === null) return;
  const now = held.formula === null ? contentWords(held.value) : "a formula";
  throw new ExcelTrouble(
    `${sheet}!${address} was changed since: it holds ${now} now and held ${contentWords(before)} before, so nothing was written. Check the return again, or write in the cell yourself.`,
    "CellChanged",
  );
}

function heldIn({ values, formulas }: Excel.Range): { value: Held; formula: string | null } {
  const value: Held = values[0]?.[0] ?? "";
  const formula: unknown = formulas[0]?.[0];
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  return { value: value === "" ? null : value, formula: isFormula ? formula : null };
}

/** Text is written as text, whatever it begins with. */
function entryFor(value: Held): string | number | boolean {
  if (value === null) return "";
  return typeof value === "string" ? textEntry(value) : value;
}
