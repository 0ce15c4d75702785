import { callName, tokenize } from "../../formula/tokens";
import { cellAddress, cellKey, quoteSheetName } from "../../snapshot/addresses";
import type { Area } from "../../snapshot/snapshot";
import type { BookState, Cell, Scalar, SheetState } from "../../workbook-file/book/book";
import type { Calculator, Outcome, Sheaf } from "./engine";
import type { Translated } from "./translate";

export interface NotCalculated {
  readonly sheet: string;
  /** "Sheet!B7" */
  readonly cell: string;
  readonly formula: string;
  /** Why, to follow "because". */
  readonly reason: string;
}

export interface Formula {
  readonly sheet: string;
  readonly state: SheetState;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly text: string;
  readonly translated: Translated;
}

/** A formula that keeps its old value, and why. */
export function refusal(formula: Formula, reason: string): NotCalculated {
  const cell = `${quoteSheetName(formula.state.name)}!${cellAddress(formula.row, formula.column)}`;
  return { sheet: formula.sheet, cell, formula: formula.text, reason };
}

/** INDIRECT and OFFSET need every cell; past this they are left alone. */
const dynamicLimit = 300_000;

/** Why the engine need not be asked; null when it is worth trying. */
export function objection(formula: Formula, calculator: Calculator, book: BookState): string | null {
  const { problem, text, dynamic } = formula.translated;
  if (problem !== null) return problem;
  if (calculator.broken) return "the engine broke down earlier";
  const lacking = tokenize(text).find((token) => token.kind === "call" && !calculator.has(callName(token)));
  if (lacking) return `the engine has no ${lacking.text}`;
  if (dynamic && cellCount(book) > dynamicLimit) return "it may read any cell, and there are too many";
  return null;
}

function cellCount(book: BookState): number {
  let count = 0;
  for (const sheet of book.sheets) for (const row of sheet.cells) count += row?.length ?? 0;
  return count;
}

/** One recalculation: gives batches to the engine and writes what comes back. */
export class Run {
  private readonly sheets: readonly SheetState[];
  private readonly numbers = new Map<string, number>();

  constructor(
    book: BookState,
    private readonly calculator: Calculator,
    private readonly changed: Map<string, Set<number>>,
  ) {
    this.sheets = book.sheets.filter((sheet) => sheet.kind === "worksheet");
    this.sheets.forEach((sheet, i) => this.numbers.set(sheet.id, i));
  }

  batch(formulas: readonly Formula[]): NotCalculated[] {
    if (this.calculator.broken) return formulas.map((formula) => refusal(formula, "the engine broke down earlier"));
    const sheaf = this.calculator.sheaf(this.sheets.map((sheet) => sheet.name));
    try {
      this.fill(sheaf, formulas);
      sheaf.evaluate();
      return formulas.flatMap((formula) => this.take(sheaf, formula));
    } catch {
      return formulas.map((formula) => refusal(formula, "the engine broke down on it"));
    } finally {
      sheaf.free();
    }
  }

  private fill(sheaf: Sheaf, formulas: readonly Formula[]): void {
    const filled = new Map<string, Set<number>>();
    for (const formula of formulas) keysOf(filled, formula.sheet).add(cellKey(formula.row, formula.column));
    const done = new Set<string>();
    const areas = formulas.some((formula) => formula.translated.dynamic)
      ? this.sheets.map((sheet) => ({ sheet, rect: { top: 0, left: 0, bottom: Infinity, right: Infinity } }))
      : formulas.flatMap((formula) => formula.translated.precedents);
    for (const { sheet, rect } of areas) {
      const name = `${sheet.id}${rect.top}:${rect.left}:${rect.bottom}:${rect.right}`;
      if (!done.has(name)) this.fillRect(sheaf, sheet, rect, keysOf(filled, sheet.id));
      done.add(name);
    }
    for (const { sheet, state, row, column, translated } of formulas) {
      const twin = `=${quoteSheetName(state.name)}!${cellAddress(row, column)}&""`;
      sheaf.setFormula(this.numbers.get(sheet) ?? 0, row, column, translated.text, twin);
    }
  }

  private fillRect(sheaf: Sheaf, sheet: SheetState, rect: Area, filled: Set<number>): void {
    const number = this.numbers.get(sheet.id) ?? 0;
    for (let row = rect.top; row <= Math.min(rect.bottom, sheet.cells.length - 1); row++) {
      const cells = sheet.cells[row] ?? [];
      for (let column = rect.left; column <= Math.min(rect.right, cells.length - 1); column++) {
        const value = cells[column]?.value ?? null;
        const key = cellKey(row, column);
        if (value === null || filled.has(key)) continue;
        filled.add(key);
        sheaf.setValue(number, row, column, input(value));
      }
    }
  }

  private take(sheaf: Sheaf, formula: Formula): NotCalculated[] {
    const number = this.numbers.get(formula.sheet) ?? 0;
    const outcome = sheaf.read(number, formula.row, formula.column);
    const reason =
      failure(outcome) ?? (sheaf.spills(number, formula.row, formula.column) ? "it fills several cells" : null);
    if (reason !== null) return [refusal(formula, reason)];
    const value = scalar(outcome);
    if (!same(value, formula.cell.value)) {
      formula.cell.value = value;
      keysOf(this.changed, formula.sheet).add(cellKey(formula.row, formula.column));
    }
    return [];
  }
}

function keysOf(map: Map<string, Set<number>>, sheet: string): Set<number> {
  let keys = map.get(sheet);
  if (!keys) map.set(sheet, (keys = new Set()));
  return keys;
}

/** Answers that speak of the engine's limits and not of the workbook. */
function failure(outcome: Outcome): string | null {
  if (outcome.kind !== "error") return null;
  if (outcome.text === "#ERROR!") return "the engine cannot read it";
  if (outcome.text === "#N/IMPL!") return "the engine does not do it yet";
  if (outcome.text === "#SPILL!") return "it fills several cells";
  if (outcome.text === "#CIRC!") return "it reads itself, directly or through others";
  return null;
}

/** A value as one would type it; an apostrophe keeps text from being read as anything else. */
function input(value: Exclude<Scalar, null>): string {
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return /^#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|CALC!|SPILL!)$/u.test(value.error) ? value.error : "#VALUE!";
}

function scalar(outcome: Outcome): Scalar {
  if (outcome.kind === "number") return Number(outcome.text) + 0;
  if (outcome.kind === "boolean") return outcome.text === "TRUE";
  if (outcome.kind === "error") return { error: outcome.text };
  return outcome.text;
}

function same(a: Scalar, b: Scalar): boolean {
  if (a !== null && b !== null && typeof a === "object" && typeof b === "object") return a.error === b.error;
  return a === b;
}
