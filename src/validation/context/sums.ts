import type { CellPlace, CellValue, SheetSnapshot } from "../../snapshot/snapshot";
import { numberOf } from "./cell-text";
import type { SumRow } from "./repair";
import { decimalUnit } from "./rounding";

/** A total on a sheet and the cells it should be the sum of, all in the unit they are written in. */
export interface SheetSum {
  readonly total: CellPlace;
  readonly label: string;
  readonly parts: readonly CellPlace[];
}

/** How a sum stands: what it should be, and by how much parts and total differ. */
export interface SumCheck {
  readonly sum: number;
  readonly stated: number;
  /** Total less sum. */
  readonly missing: number;
  /** What rounding alone can make of it. */
  readonly tolerance: number;
  readonly values: readonly number[];
}

/**
 * Adds up the parts of a stated total as the cells have them.
 *
 * @param perPart how many units of the last digit each part, and the total, may be out: a half.
 * @returns null where the total or a part is no number (rule DQ01 reports text); blanks count as nothing.
 */
export function checkSum(valueAt: (place: CellPlace) => CellValue, sum: SheetSum, perPart: number): SumCheck | null {
  const stated = valueAt(sum.total);
  if (typeof stated !== "number") return null;
  const values: number[] = [];
  let unit = decimalUnit(stated);
  for (const place of sum.parts) {
    const value = valueAt(place);
    if (typeof value === "number") {
      values.push(value);
      unit = Math.max(unit, decimalUnit(value));
    } else if (value === null) values.push(0);
    else return null;
  }
  const total = values.reduce((so, each) => so + each, 0);
  const noise = 1e-9 * Math.max(Math.abs(total), Math.abs(stated));
  const tolerance = perPart * unit * (values.length + 1) + noise;
  return { sum: total, stated, missing: stated - total, tolerance, values };
}

/** How many neighbouring columns (or rows) are looked at for a ratio. */
const NEIGHBOURS = 12;

/**
 * Each part with what stands beside it: in its own row where the parts stand in a column, in its column where in a row.
 *
 * @param known figures known of each part from elsewhere, in one order for all parts.
 */
export function sumRows(
  sheet: SheetSnapshot,
  sum: SheetSum,
  values: readonly number[],
  known: readonly (readonly number[])[] = [],
): SumRow[] {
  const [first] = sum.parts;
  if (first === undefined) return [];
  const down = sum.parts.every((each) => each.column === first.column);
  const lane = down ? first.column : first.row;
  const lanes = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, index) => lane - NEIGHBOURS + index).filter(
    (each) => each !== lane && each >= 0,
  );
  const at = (place: CellPlace, other: number): number | null => {
    return numberOf(down ? valueIn(sheet, place.row, other) : valueIn(sheet, other, place.column));
  };
  return sum.parts.map((place, index) => ({
    value: values[index] ?? 0,
    beside: [...lanes.map((other) => at(place, other)), ...(known[index] ?? [])],
  }));
}

function valueIn(sheet: SheetSnapshot, row: number, column: number): CellValue {
  if (sheet.used === null) return null;
  return sheet.values[row - sheet.used.top]?.[column - sheet.used.left] ?? null;
}
