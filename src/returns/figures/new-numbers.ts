import { cellKey } from "../../snapshot/addresses";
import { isPlainNumber } from "../tables/grid";
import type { SheetSnapshot, Snapshot } from "../../snapshot/snapshot";

/** By sheet, then by `cellKey`: plain numbers that took the place of other plain numbers. */
export type NewNumbers = ReadonlyMap<string, ReadonlyMap<number, number>>;

/**
 * What an edit changed, where a snapshot was made from an earlier one and shares with it whatever
 * stayed: only what is not the very same is looked at.
 *
 * @returns null where anything has changed but plain numbers. Sheets of ours are passed over: they are no part of the return.
 */
export function newNumbers(before: Snapshot, now: Snapshot): NewNumbers | null {
  const same =
    before.fileName === now.fileName &&
    before.dateSystem === now.dateSystem &&
    before.calculation === now.calculation &&
    before.names === now.names &&
    before.sheets.length === now.sheets.length;
  if (!same) return null;
  const changed = new Map<string, ReadonlyMap<number, number>>();
  for (const [index, sheet] of now.sheets.entries()) {
    const old = before.sheets[index]!;
    if (old === sheet || (old.own !== null && sheet.own !== null)) continue;
    const numbers = isSameButForValues(old, sheet) ? numbersIn(old, sheet, now.dateSystem) : null;
    if (numbers === null) return null;
    changed.set(sheet.name, numbers);
  }
  return changed;
}

function isSameButForValues(before: SheetSnapshot, now: SheetSnapshot): boolean {
  const keys = Object.keys(now) as (keyof SheetSnapshot)[];
  return (
    before.used !== null &&
    before.own === null &&
    before.values.length === now.values.length &&
    keys.length === Object.keys(before).length &&
    keys.every((key) => key === "values" || now[key] === before[key])
  );
}

function numbersIn(before: SheetSnapshot, now: SheetSnapshot, dateSystem: 1900 | 1904): Map<number, number> | null {
  const { top, left } = now.used!;
  const numbers = new Map<number, number>();
  for (const [r, row] of now.values.entries()) {
    const old = before.values[r]!;
    if (old === row) continue;
    if (old.length !== row.length) return null;
    for (const [c, value] of row.entries()) {
      if (old[c] === value) continue;
      const format = now.numberFormats[r]?.[c] ?? "General";
      if (!isPlainNumber(old[c] ?? null, format, dateSystem) || !isPlainNumber(value, format, dateSystem)) return null;
      numbers.set(cellKey(top + r, left + c), value);
    }
  }
  return numbers;
}
