import { wordTable } from "../../../collections/word-table";
import { cellAddress, cellKey } from "../../../snapshot/addresses";
import type { Area } from "../../../snapshot/snapshot";
import type { BookState, ConditionalFormatState, SheetState } from "../../../workbook-file/book/book";
import { evaluate, shift } from "../../calc";

/** What the formats of a cell's rules that hold change of its style. */
export interface Overlay {
  fill?: string;
  color?: string;
  bold?: boolean;
}

/** Past this many cells under rules a sheet's conditional formats are not drawn. */
const most = 6000;

const comparisons: Readonly<Record<string, string>> = wordTable({
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  LessThan: "<",
  GreaterThanOrEqual: ">=",
  LessThanOrEqual: "<=",
});

const operand = (text: string | undefined): string => (text ?? "0").replace(/^=/u, "");
const quoted = (text: string): string => `"${text.replace(/"/gu, '""')}"`;

/** A rule as a formula that is true where it holds, for the first cell of its range; null for one not drawn. */
function condition(format: ConditionalFormatState, first: string): string | null {
  const { formula, operator = "", formula1, formula2, text = "" } = format.rule;
  if (format.type === "Custom") return formula === undefined ? null : `=${operand(formula)}`;
  if (format.type === "CellValue") {
    const between = `AND(${first}>=${operand(formula1)},${first}<=${operand(formula2)})`;
    if (operator === "Between") return `=${between}`;
    if (operator === "NotBetween") return `=NOT(${between})`;
    const sign = comparisons[operator];
    return sign === undefined ? null : `=${first}${sign}${operand(formula1)}`;
  }
  if (format.type !== "ContainsText") return null;
  if (operator === "BeginsWith") return `=LEFT(${first},${text.length})=${quoted(text)}`;
  if (operator === "EndsWith") return `=RIGHT(${first},${text.length})=${quoted(text)}`;
  const contains = `ISNUMBER(SEARCH(${quoted(text)},${first}))`;
  return operator === "NotContains" ? `=NOT(${contains})` : `=${contains}`;
}

function* cellsIn(rects: readonly Area[], rows: number): Generator<[number, number]> {
  for (const rect of rects) {
    for (let row = rect.top; row <= Math.min(rect.bottom, rows - 1); row++) {
      for (let column = rect.left; column <= rect.right; column++) yield [row, column];
    }
  }
}

interface Asked {
  readonly key: number;
  readonly format: ConditionalFormatState;
  readonly formula: string;
}

function questions(sheet: SheetState): Asked[] {
  const asked: Asked[] = [];
  const formats = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  for (const format of formats) {
    const rect = format.rects[0];
    if (!rect) continue;
    const formula = condition(format, cellAddress(rect.top, rect.left));
    if (formula === null) continue;
    for (const [row, column] of cellsIn(format.rects, sheet.cells.length)) {
      if (asked.length >= most) return [];
      asked.push({ key: cellKey(row, column), format, formula: shift(formula, row - rect.top, column - rect.left) });
    }
  }
  return asked;
}

/** The conditional formats that hold at present, by cell key; those of higher priority win. */
export async function overlaysOf(book: BookState, sheet: SheetState): Promise<Map<number, Overlay>> {
  const overlays = new Map<number, Overlay>();
  const asked = questions(sheet);
  const answers = await evaluate(
    book,
    asked.map(({ formula }) => ({ sheet, formula })),
  );
  const stopped = new Set<number>();
  asked.forEach(({ key, format }, i) => {
    const answer = answers[i];
    const holds = answer === true || (typeof answer === "number" && answer !== 0);
    if (!holds || stopped.has(key)) return;
    const { fill, fontColor, bold } = format.format;
    const overlay = overlays.get(key) ?? {};
    if (fill !== null) overlay.fill ??= fill;
    if (fontColor !== null) overlay.color ??= fontColor;
    if (bold !== null) overlay.bold ??= bold;
    overlays.set(key, overlay);
    if (format.stopIfTrue) stopped.add(key);
  });
  return overlays;
}
