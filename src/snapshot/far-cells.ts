import { cellPlace } from "./addresses";
import type { CellValue, FarCell, SheetSnapshot } from "./snapshot";

/** Blank rows, or columns, that part a stray cell from all else [ours]: no table has such a gap. */
export const farRows = 1000;
export const farColumns = 100;
/** More cells than this are no slip but a part of the sheet [ours]. */
const fewCells = 20;

type Cells = Pick<SheetSnapshot, "values" | "formulas" | "numberFormats">;

/** Takes stray cells off the end of a sheet's rows and columns, so that nothing after it walks the way to them. */
export function withoutFarCells(
  name: string,
  { top, left }: { readonly top: number; readonly left: number },
  cells: Cells,
): Cells & { readonly far: readonly FarCell[] } {
  const { rows: inRows, columns: inColumns } = counted(cells.values);
  const rows = lastNear(inRows, farRows);
  const columns = lastNear(inColumns, farColumns);
  const far = cellsBeyond(cells.values, rows, columns);
  if (far.length === 0 || far.length > fewCells) return { ...cells, far: [] };
  const holdsNear = (row: readonly CellValue[]) => row.some((value, column) => column <= columns && value !== null);
  const last = cells.values
    .slice(0, rows + 1)
    .map(holdsNear)
    .lastIndexOf(true);
  const near = <T>(all: readonly (readonly T[])[]) =>
    all.slice(0, last + 1).map((row) => (row.length > columns + 1 ? row.slice(0, columns + 1) : row));
  return {
    values: near(cells.values),
    formulas: near(cells.formulas),
    numberFormats: near(cells.numberFormats),
    far: far.map(([row, column]) => ({
      ...cellPlace(name, top + row, left + column),
      value: cells.values[row]?.[column] ?? null,
    })),
  };
}

/** How many cells hold something in each row, and in each column, that has any. */
function counted(values: Cells["values"]): { rows: Map<number, number>; columns: Map<number, number> } {
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (const [r, row] of values.entries()) {
    for (const [c, value] of row.entries()) {
      if (value === null) continue;
      rows.set(r, (rows.get(r) ?? 0) + 1);
      columns.set(c, (columns.get(c) ?? 0) + 1);
    }
  }
  return { rows, columns };
}

/** The last place before a wide gap that only a few cells lie beyond; the last of all where there is no such gap. */
function lastNear(counts: ReadonlyMap<number, number>, gap: number): number {
  const places = [...counts].sort(([a], [b]) => b - a);
  const [first = 0] = places.at(-1) ?? [];
  const [last = 0] = places[0] ?? [];
  let [beyond, after] = [0, last];
  for (const [place, cells] of places) {
    // Far is further than all the rest is long: a sheet that lies scattered has no stray cells.
    if (after - place > Math.max(gap, place - first)) return place;
    beyond += cells;
    if (beyond > fewCells) break;
    after = place;
  }
  return last;
}

function cellsBeyond(values: Cells["values"], rows: number, columns: number): [number, number][] {
  const found: [number, number][] = [];
  for (const [r, row] of values.entries()) {
    for (let c = r > rows ? 0 : columns + 1; c < row.length; c += 1) if (row[c] !== null) found.push([r, c]);
  }
  return found;
}
