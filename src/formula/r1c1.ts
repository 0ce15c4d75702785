import { type Corner, cornerText, isCornerOnSheet, withCorners } from "./references";
import { tokenize } from "./tokens";

/**
 * A formula with its references relative to its own cell: "=A1" in B2 is "=R[-1]C[-1]". Formulas that do the same in two
 * places are the same text, which is how Excel's own check finds one unlike its neighbours.
 *
 * @param row of the formula's own cell, counted from 0, as `column` is
 */
export function toR1C1(formula: string, row: number, column: number): string {
  return withCorners(
    tokenize(formula),
    (corner) => part("R", corner.row, row, corner.fixedRow) + part("C", corner.column, column, corner.fixedColumn),
  );
}

function part(letter: "R" | "C", index: number | null, own: number, fixed: boolean): string {
  if (index === null) return "";
  if (fixed) return `${letter}${index + 1}`;
  return index === own ? letter : `${letter}[${index - own}]`;
}

/** The reverse of `toR1C1`; null where a reference lies off the sheet. */
export function fromR1C1(formula: string, row: number, column: number): string | null {
  const pieces: string[] = [];
  for (const token of tokenize(formula, "R1C1")) {
    if (token.kind !== "reference") {
      pieces.push(token.text);
      continue;
    }
    const corners = token.body.split(":").map((text) => cornerOf(text, row, column));
    if (!corners.every(isCornerOnSheet)) return null;
    const [first, last = first] = corners.map(cornerText);
    const isWhole = corners.some((corner) => corner.row === null || corner.column === null);
    const prefix = token.text.slice(0, token.text.length - token.body.length);
    pieces.push(prefix + (isWhole || corners.length > 1 ? `${first}:${last}` : first));
  }
  return pieces.join("");
}

function cornerOf(text: string, row: number, column: number): Corner {
  const [, down, across] = /^(?:R(\[-?\d+\]|\d*))?(?:C(\[-?\d+\]|\d*))?$/i.exec(text) ?? [];
  const isFixed = (place: string | undefined) => /^\d/.test(place ?? "");
  return {
    row: indexOf(down, row),
    column: indexOf(across, column),
    fixedRow: isFixed(down),
    fixedColumn: isFixed(across),
  };
}

/** The index that "[-1]", "3" or nothing means beside the formula's own; null where the corner has no such part. */
function indexOf(place: string | undefined, own: number): number | null {
  if (place === undefined || place === "") return place === undefined ? null : own;
  return place.startsWith("[") ? own + Number(place.slice(1, -1)) : Number(place) - 1;
}
