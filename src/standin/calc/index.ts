/**
 * Recalculation over the workbook state, by IronCalc. Only formulas that were written or that an edit
 * reaches are calculated, from the values around them; everything else keeps the value the file gave it.
 * What the engine cannot do keeps its old value too, and is counted.
 */
import { cellKey, cellOfKey } from "../../snapshot/addresses";
import type { BookState } from "../../workbook-file/book/book";
import { Dependents, type Extent } from "./dependents";
import { engine } from "./engine";
import { type Formula, type NotCalculated, objection, refusal, Run } from "./run";
import { translate, Vocabulary } from "./translate";

export { evaluate, shift } from "./evaluate";
export type { NotCalculated } from "./run";

export interface CalculationResult {
  /** Sheet id to keys (`cellKey`) of cells whose value is another than before. */
  readonly changed: ReadonlyMap<string, ReadonlySet<number>>;
  readonly calculated: number;
  readonly notCalculated: readonly NotCalculated[];
}

/** Formulas given to the engine at once: its cost grows with the square, its stack with their depth. */
const most = 3000;
const deepest = 100;
/** Cells of each workbook that are not calculated at present. */
const failing = new WeakMap<BookState, Set<string>>();

/**
 * Calculates the formulas written and those that read the changed cells, directly or not; also the volatile
 * ones of the sheets that changed. Values are written to the book and told in each sheet's edits.
 * @param changed sheet id to keys (`cellKey`) of cells whose value or formula was edited
 */
export async function recalculate(
  book: BookState,
  changed: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<CalculationResult> {
  const { formulas, index } = read(book, changed);
  const roots = formulas.flatMap((formula, i) => {
    const edited = changed.get(formula.sheet);
    if (!edited) return [];
    return edited.has(cellKey(formula.row, formula.column)) || formula.translated.volatile ? [i] : [];
  });
  const result = await calculate(book, formulas, index, index.reach(roots, cellsOf(changed)));
  for (const [id, keys] of result.changed) {
    const values = book.sheets.find((sheet) => sheet.id === id)?.edits.values;
    for (const key of keys) values?.add(key);
  }
  return result;
}

/**
 * Calculates formulas that came without a value, as a program other than Excel may have written them.
 * Nothing counts as edited: Excel would do the same on opening. What cannot be calculated, and what reads it, is an
 * error and not a blank that would count as nothing.
 */
export async function calculateMissing(book: BookState): Promise<CalculationResult> {
  const { formulas, index } = read(book, new Map());
  const missing = new Set(formulas.flatMap((formula, i) => (formula.cell.value === null ? [i] : [])));
  const result = await calculate(book, formulas, index, missing);
  const left = [...missing].filter((i) => formulas[i]?.cell.value === null);
  for (const i of index.reach(left, [])) {
    const formula = formulas[i];
    if (formula && missing.has(i)) formula.cell.value = { error: "#CALC!" };
  }
  return result;
}

function* cellsOf(changed: ReadonlyMap<string, ReadonlySet<number>>) {
  for (const [sheet, keys] of changed) {
    for (const key of keys) {
      const [row, column] = cellOfKey(key);
      yield { sheet, row, column };
    }
  }
}

function read(book: BookState, changed: ReadonlyMap<string, ReadonlySet<number>>) {
  const words = new Vocabulary(book);
  const formulas: Formula[] = [];
  const extents = new Map<string, Extent>();
  for (const state of book.sheets) {
    if (state.kind !== "worksheet") continue;
    let columns = 0;
    state.cells.forEach((cells, row) => {
      columns = Math.max(columns, cells.length);
      cells.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        const translated = translate(cell.formula, { sheet: state, row, column }, words);
        formulas.push({ sheet: state.id, state, row, column, cell, text: cell.formula, translated });
      });
    });
    extents.set(state.id, reachOf(state.cells.length, columns, changed.get(state.id)));
  }
  const none: Extent = { rows: 0, columns: 0 };
  const precedents = (i: number) => formulas[i]?.translated.precedents ?? [];
  return { formulas, index: new Dependents(formulas, precedents, (sheet) => extents.get(sheet) ?? none) };
}

/** A cell that was emptied at the end of a sheet still has readers. */
function reachOf(rows: number, columns: number, keys: ReadonlySet<number> | undefined): Extent {
  for (const key of keys ?? []) {
    const [row, column] = cellOfKey(key);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return { rows, columns };
}

async function calculate(
  book: BookState,
  formulas: readonly Formula[],
  index: Dependents,
  wanted: ReadonlySet<number>,
): Promise<CalculationResult> {
  const changed = new Map<string, Set<number>>();
  const refused: NotCalculated[] = [];
  if (wanted.size === 0) return { changed, calculated: 0, notCalculated: refused };
  const calculator = await engine();
  const run = new Run(book, calculator, changed);
  const order = index.order(wanted);
  const possible: number[] = [];
  for (const i of wanted) {
    const formula = formulas[i] as Formula;
    const reason = order.has(i) ? objection(formula, calculator, book) : "it reads itself, directly or through others";
    if (reason === null) possible.push(i);
    else refused.push(refusal(formula, reason));
  }
  possible.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || a - b);
  for (const batch of batches(possible, order)) {
    refused.push(...run.batch(batch.map((i) => formulas[i] as Formula)));
  }
  count(
    book,
    [...wanted].map((i) => formulas[i] as Formula),
    refused,
  );
  return { changed, calculated: wanted.size - refused.length, notCalculated: refused };
}

function* batches(sorted: readonly number[], order: ReadonlyMap<number, number>): Generator<number[]> {
  let batch: number[] = [];
  let from = 0;
  for (const i of sorted) {
    const level = order.get(i) ?? 0;
    if (batch.length > 0 && (batch.length >= most || level - from >= deepest)) {
      yield batch;
      batch = [];
    }
    if (batch.length === 0) from = level;
    batch.push(i);
  }
  if (batch.length > 0) yield batch;
}

function count(book: BookState, tried: readonly Formula[], refused: readonly NotCalculated[]): void {
  let set = failing.get(book);
  if (!set) failing.set(book, (set = new Set()));
  for (const formula of tried) set.delete(`${formula.sheet} ${refusal(formula, "").cell}`);
  for (const { sheet, cell } of refused) set.add(`${sheet} ${cell}`);
  book.notCalculated = set.size;
}
