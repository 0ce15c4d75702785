import { someOf } from "../../plan/wording";
import { contentWords, placeOfChange } from "../../report/words/change-words";
import type { CellChange } from "../../validation/finding";
import { textEntry } from "./entry";
import { runExcel, type ExcelNamespace } from "../host/run";
import { ExcelTrouble } from "../host/trouble";

/** A mend whose answer was lost, and which is written in part, or may be. */
export class MendUnsettled extends ExcelTrouble {
  constructor(
    message: string,
    /** The changes that undo what is or may be written: each is made only where its cell holds what was written. */
    readonly undo: readonly CellChange[],
    options: { cause: unknown },
  ) {
    super(message, "MendUnsettled", options);
  }
}

/**
 * Writes the cells of a mend and nothing else, at a person's press. Each cell must still hold what
 * it held when the finding was made: else nothing is written at all. Where Excel gives no answer the
 * cells are read again, to say what was done.
 *
 * @returns the changes that undo it.
 * @throws {ExcelTrouble} "CellChanged" where a cell holds something else by now.
 * @throws {MendUnsettled} where only a part is written, or the cells cannot be read again.
 */
export async function applyChanges(excel: ExcelNamespace, changes: readonly CellChange[]): Promise<CellChange[]> {
  let isSent = false;
  try {
    await runExcel(excel, async (context) => {
      const cells = await readCells(context, changes);
      for (const { change, range } of cells) requireUnchanged(change, range);
      for (const { change, range } of cells) range.values = [[entryFor(change.after)]];
      isSent = true;
      await context.sync();
    });
  } catch (error) {
    if (!isSent) throw error;
    await requireWritten(excel, changes, error);
  }
  return changes.map(undone);
}

const undone = ({ sheet, address, before, after }: CellChange): CellChange => ({
  sheet,
  address,
  before: after,
  after: before,
});

async function readCells(context: Excel.RequestContext, changes: readonly CellChange[]) {
  const { worksheets } = context.workbook;
  const cells = changes.map((change) => {
    const range = worksheets.getItem(change.sheet).getRange(change.address);
    range.load("values,formulas");
    return { change, range };
  });
  await context.sync();
  return cells;
}

/** Ends in the error of a writing, unless all of it turns out to be written. */
async function requireWritten(excel: ExcelNamespace, changes: readonly CellChange[], error: unknown): Promise<void> {
  const cells = await runExcel(excel, (context) => readCells(context, changes)).catch(() => null);
  const list = (of: readonly CellChange[]) => someOf(of.map(placeOfChange));
  const unsettled = (sentence: string, of: readonly CellChange[]) =>
    new MendUnsettled(sentence, of.map(undone), { cause: error });
  if (cells === null)
    throw unsettled(
      `Excel did not say whether ${list(changes)} ${changes.length === 1 ? "was" : "were"} changed. Look there before you mend again; Undo puts back what was changed.`,
      changes,
    );
  const written = cells.filter(({ change, range }) => holds(range, change.after)).map(({ change }) => change);
  if (written.length === 0) throw error;
  if (written.length < changes.length)
    throw unsettled(
      `Excel stopped half-way: ${list(written)} ${written.length === 1 ? "was" : "were"} changed, the other ${changes.length - written.length} of ${changes.length} cells were not. Undo puts back what was changed; then mend again.`,
      written,
    );
}

type Held = CellChange["before"];

function requireUnchanged({ sheet, address, before }: CellChange, range: Excel.Range): void {
  if (holds(range, before)) return;
  const held = heldIn(range);
  const now = held.formula === null ? contentWords(held.value) : "a formula";
  throw new ExcelTrouble(
    `${sheet}!${address} was changed since: it holds ${now} now and held ${contentWords(before)} before, so nothing was written. Check the return again, or write in the cell yourself.`,
    "CellChanged",
  );
}

function holds(range: Excel.Range, wanted: Held): boolean {
  const { value, formula } = heldIn(range);
  return value === wanted && formula === null;
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
