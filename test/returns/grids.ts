import type { CellValue, SheetSnapshot, SheetVisibility, Snapshot, TableSnapshot } from "../../src/snapshot/snapshot";

/** A cell of a fixture: a value, or a value with its number format or formula. */
export type GridCell =
  CellValue | undefined | { readonly value: CellValue; readonly format?: string; readonly formula?: string };
export type Grid = readonly (readonly GridCell[])[];

export interface SheetOptions {
  readonly visibility?: SheetVisibility;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly tables?: readonly TableSnapshot[];
  /** Where the grid's first cell stands. */
  readonly at?: { readonly row: number; readonly column: number };
  readonly ours?: boolean;
}

function parts(cell: GridCell): { value: CellValue; format: string; formula: string | null } {
  if (cell === null || cell === undefined) return { value: null, format: "General", formula: null };
  if (typeof cell !== "object") return { value: cell, format: "General", formula: null };
  return { value: cell.value, format: cell.format ?? "General", formula: cell.formula ?? null };
}

/** A sheet from rows of cells, the first at A1 unless told otherwise. */
export function sheet(name: string, grid: Grid, options: SheetOptions = {}): SheetSnapshot {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const cells = grid.map((row) => Array.from({ length: width }, (_, column) => parts(row[column])));
  const { row, column } = options.at ?? { row: 0, column: 0 };
  const empty = grid.length === 0 || width === 0;
  return {
    name,
    visibility: options.visibility ?? "visible",
    used: empty ? null : { top: row, left: column, bottom: row + grid.length - 1, right: column + width - 1 },
    values: empty ? [] : cells.map((each) => each.map(({ value }) => value)),
    formulas: empty ? [] : cells.map((each) => each.map(({ formula }) => formula)),
    numberFormats: empty ? [] : cells.map((each) => each.map(({ format }) => format)),
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
    tables: options.tables ?? [],
    own: options.ours ? { kind: "board-report", version: "1", title: name } : null,
  };
}

export function workbook(
  sheets: readonly SheetSnapshot[],
  options: { fileName?: string | null; dateSystem?: 1900 | 1904 } = {},
): Snapshot {
  return {
    fileName: options.fileName ?? null,
    dateSystem: options.dateSystem ?? 1900,
    calculation: "automatic",
    sheets,
    names: [],
  };
}
