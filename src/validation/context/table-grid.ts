import { cellPlace, parseRange } from "../../snapshot/addresses";
import type { FoundTable } from "../../returns/observation";
import type { CellPlace, Area, CellValue, SheetSnapshot } from "../../snapshot/snapshot";
import type { CheckContext } from "./check-context";

/** A table with the sheet it is on: cells by the sheet's rows and columns, counted from 0. */
export interface TableGrid {
  readonly table: FoundTable;
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  /** The first row below the headings. */
  readonly body: number;
}

export function tableGrids(context: CheckContext): TableGrid[] {
  return context.input.reading.tables.flatMap((table) => {
    const sheet = context.sheet(table.sheet);
    const area = parseRange(table.range);
    return sheet === undefined || area === null ? [] : [{ table, sheet, area, body: area.top + table.headerRows }];
  });
}

export function cellIn({ sheet }: TableGrid, row: number, column: number): CellValue {
  const { top, left } = sheet.used ?? { top: 0, left: 0 };
  return sheet.values[row - top]?.[column - left] ?? null;
}

export function isBlankCell(value: CellValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/**
 * A column's heading, its rows joined; a blank above takes the nearest heading to its left, as a
 * merged cell would show it. "" where the column has none of its own.
 */
export function headingOf(grid: TableGrid, column: number): string {
  const { area, body } = grid;
  const rows: string[] = [];
  for (let row = area.top; row < body; row++) {
    const own = cellIn(grid, row, column);
    const value = isBlankCell(own) && row < body - 1 ? leftOf(grid, row, column) : own;
    if (!isBlankCell(value)) rows.push(String(value).trim());
  }
  const last = cellIn(grid, body - 1, column);
  return isBlankCell(last) && rows.length === 0 ? "" : rows.join(" ");
}

function leftOf(grid: TableGrid, row: number, column: number): CellValue {
  for (let at = column - 1; at >= grid.area.left; at--) {
    const value = cellIn(grid, row, at);
    if (!isBlankCell(value)) return value;
  }
  return null;
}

/** The cells under a column's heading. */
export function columnCells(grid: TableGrid, column: number): CellPlace[] {
  const rows = Array.from({ length: grid.area.bottom - grid.body + 1 }, (_, index) => grid.body + index);
  return rows.map((row) => cellPlace(grid.table.sheet, row, column));
}
