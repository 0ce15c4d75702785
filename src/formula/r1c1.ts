import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../snapshot/addresses";
import { invalidArgument } from "../standin/wire/errors";

const A1 =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/giu;
const R1C1 = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.])R(\[-?\d+\]|\d*)C(\[-?\d+\]|\d*)(?![\p{L}\p{N}_.(!])/giu;

/** A formula's cell references relative to its own cell: "=A1" in B2 is "=R[-1]C[-1]". Whole rows and columns stay. */
export function toR1C1(formula: string, row: number, column: number): string {
  return formula.replace(
    A1,
    (piece: string, fixColumn?: string, letters?: string, fixRow?: string, digits?: string) => {
      if (letters === undefined) return piece;
      return `R${part(Number(digits) - 1, row, fixRow === "$")}C${part(columnIndex(letters), column, fixColumn === "$")}`;
    },
  );
}

function part(index: number, own: number, fixed: boolean): string {
  if (fixed) return String(index + 1);
  return index === own ? "" : `[${index - own}]`;
}

/** The reverse of `toR1C1`. @throws InvalidArgument for a reference off the sheet. */
export function fromR1C1(formula: string, row: number, column: number): string {
  if (!formula.startsWith("=")) return formula;
  return formula.replace(R1C1, (piece: string, r?: string, c?: string) => {
    if (r === undefined || c === undefined) return piece;
    const down = place(r, row);
    const across = place(c, column);
    if (down.index < 0 || down.index >= MAX_ROWS || across.index < 0 || across.index >= MAX_COLUMNS) {
      throw invalidArgument(`"${piece}" lies outside the worksheet`);
    }
    return `${across.fixed}${columnLetters(across.index)}${down.fixed}${down.index + 1}`;
  });
}

function place(text: string, own: number): { index: number; fixed: "" | "$" } {
  if (text === "") return { index: own, fixed: "" };
  if (text.startsWith("[")) return { index: own + Number(text.slice(1, -1)), fixed: "" };
  return { index: Number(text) - 1, fixed: "$" };
}
