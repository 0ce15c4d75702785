import { tokenize } from "../../formula/tokens";
import { columnLetters, parseArea } from "../../snapshot/addresses";
import type { BookState, Cell, Scalar, SheetState } from "../../workbook-file/book/book";
import { engine } from "./engine";
import { type Formula, objection, Run } from "./run";
import { translate, Vocabulary } from "./translate";

/** Beyond any used cell, so that no formula of the workbook reads it. */
const scratchRow = 1_048_000;
const scratchColumn = 16_000;
const perRow = 300;
const most = 3000;

/**
 * The values of formulas that stand in no cell, such as the rules of conditional formats.
 * @returns one value each, null where the engine cannot do it
 */
export async function evaluate(
  book: BookState,
  formulas: readonly { sheet: SheetState; formula: string }[],
): Promise<Scalar[]> {
  if (formulas.length === 0) return [];
  const calculator = await engine();
  const words = new Vocabulary(book);
  const run = new Run(book, calculator, new Map());
  const cells = formulas.map((): Cell => ({ value: null, style: 0 }));
  const asked = formulas.map(({ sheet, formula }, i): Formula => {
    const row = scratchRow + Math.floor((i % most) / perRow);
    const column = scratchColumn + (i % perRow);
    const translated = translate(formula, { sheet, row, column }, words);
    return { sheet: sheet.id, state: sheet, row, column, cell: cells[i] as Cell, text: formula, translated };
  });
  for (let from = 0; from < asked.length; from += most) {
    run.batch(asked.slice(from, from + most).filter((formula) => objection(formula, calculator, book) === null));
  }
  return cells.map((cell) => cell.value);
}

/** A formula as it reads when moved: references without "$" move along. */
export function shift(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return tokenize(formula)
    .map((token) => {
      if (token.kind !== "reference") return token.text;
      const prefix = token.text.slice(0, token.text.length - token.body.length);
      return (
        prefix +
        token.body
          .split(":")
          .map((part) => move(part, rows, columns))
          .join(":")
      );
    })
    .join("");
}

function move(part: string, rows: number, columns: number): string {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/u.exec(part);
  const rect = match && parseArea(part);
  if (!match || !rect) return part;
  const row = rect.top + (match[3] ? 0 : rows);
  const column = rect.left + (match[1] ? 0 : columns);
  if (row < 0 || column < 0) return "#REF!";
  return `${match[1]}${columnLetters(column)}${match[3]}${row + 1}`;
}
