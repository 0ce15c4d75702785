/**
 * A formula with its references written as offsets from its own cell, so that two formulas that
 * do the same in two places are the same text: R1C1, as Excel's own "unlike its neighbours" check uses.
 */
export function formulaShape(formula: string, row: number, column: number): string {
  if (!HAS_REFERENCE.test(formula)) return formula;
  return formula.replace(TOKEN, (token, text, columnAbsolute, letters, rowAbsolute, digits) => {
    if (letters === undefined || text !== undefined) return token;
    const c = columnNumber(letters);
    const r = Number(digits) - 1;
    return `${rowAbsolute === "$" ? `R${r}` : `R[${r - row}]`}${columnAbsolute === "$" ? `C${c}` : `C[${c - column}]`}`;
  });
}

const HAS_REFERENCE = /[A-Z]\$?\d/i;
/** Quoted text and quoted sheet names whole, names and functions whole, then cell references. */
const TOKEN = /("[^"]*"|'[^']*'!?|[A-Z_.][A-Z0-9_.]*(?=\())|(\$?)\b([A-Z]{1,3})(\$?)(\d{1,7})\b(?![A-Z_(.!])/gi;

function columnNumber(letters: string): number {
  let number = 0;
  for (let index = 0; index < letters.length; index++) number = number * 26 + (letters.charCodeAt(index) & 31);
  return number - 1;
}

/** A block of cells a formula adds up, as rows and columns counted from 0. */
export interface SumRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The ranges of a formula that only adds up cells of its own sheet, =SUM(C5:C9,C11) or =C5+C6; null for any other. */
export function sumRanges(formula: string): SumRange[] | null {
  const sum = /^=\s*SUM\(([^()]*)\)\s*$/i.exec(formula);
  const pieces =
    sum?.[1]?.split(",") ??
    (/^=\s*\+?\s*[$A-Z0-9]+(\s*\+\s*[$A-Z0-9]+)+\s*$/i.test(formula) ? formula.slice(1).split("+") : null);
  if (pieces === null) return null;
  const ranges = pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
    .map(rangeOf);
  return ranges.every((each) => each !== null) && ranges.length > 0 ? ranges : null;
}

function rangeOf(text: string): SumRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(text);
  if (match === null) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { left: columnNumber(left), top: Number(top) - 1, right: columnNumber(right), bottom: Number(bottom) - 1 };
}
