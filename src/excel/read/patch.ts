import type { CellValue, SheetSnapshot } from "../../snapshot/snapshot";

/** Cells of one sheet, read again; formulas and number formats only where they may have changed. */
export interface CellBlock {
  /** The first cell, by the sheet's own rows and columns counted from 0. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas?: readonly (readonly (string | null)[])[];
  readonly numberFormats?: readonly (readonly string[])[];
}

/** A sheet with some cells read again. Rows that did not change are shared with `sheet`; it is `sheet` itself where none did. */
export function patched(sheet: SheetSnapshot, blocks: readonly CellBlock[]): SheetSnapshot {
  const values = patchedRows(sheet, sheet.values, blocks, ({ values: block }) => block, null);
  const formulas = patchedRows(sheet, sheet.formulas, blocks, ({ formulas: block }) => block, null);
  const numberFormats = patchedRows(sheet, sheet.numberFormats, blocks, ({ numberFormats: block }) => block, "General");
  const same = values === sheet.values && formulas === sheet.formulas && numberFormats === sheet.numberFormats;
  return same ? sheet : { ...sheet, values, formulas, numberFormats };
}

type Rows<T> = readonly (readonly T[])[];

function patchedRows<T>(
  { used }: SheetSnapshot,
  rows: Rows<T>,
  blocks: readonly CellBlock[],
  of: (block: CellBlock) => Rows<T> | undefined,
  blank: T,
): Rows<T> {
  if (used === null) return rows;
  let all: (readonly T[])[] | null = null;
  for (const block of blocks) {
    of(block)?.forEach((cells, index) => {
      const at = block.top - used.top + index;
      const row = patchedRow((all ?? rows)[at]!, block.left - used.left, cells, blank);
      if (row === (all ?? rows)[at]) return;
      all ??= [...rows];
      all[at] = row;
    });
  }
  return all ?? rows;
}

function patchedRow<T>(row: readonly T[], from: number, cells: readonly T[], blank: T): readonly T[] {
  let copy: T[] | null = null;
  cells.forEach((cell, index) => {
    if (Object.is((copy ?? row)[from + index] ?? blank, cell)) return;
    copy ??= [...row];
    while (copy.length < from + index) copy.push(blank);
    copy[from + index] = cell;
  });
  return copy ?? row;
}
