import type { CellValue, SheetSnapshot, TableSnapshot } from "../../snapshot/snapshot";

/** True for a table of this name, or of it with the number that is added where the name was taken. */
export function isNamed(table: TableSnapshot, name: string): boolean {
  return table.name === name || table.name.replace(/_\d+$/, "") === name;
}

/** A table's cells, its header row first; a totals row, which is no record, is left out. */
export function cellsOf({ used, values }: SheetSnapshot, { area, showTotals }: TableSnapshot): CellValue[][] {
  if (!used) return [];
  const last = showTotals ? area.bottom - 1 : area.bottom;
  return Array.from({ length: last - area.top + 1 }, (_, row) =>
    Array.from(
      { length: area.right - area.left + 1 },
      (_, column) => values[area.top + row - used.top]?.[area.left + column - used.left] ?? null,
    ),
  );
}

/** The records of a table of ours, each by its headers; none where the workbook has no such table. */
export function recordsOf(sheets: readonly SheetSnapshot[], name: string): ReadonlyMap<string, CellValue>[] {
  for (const sheet of sheets.filter(({ own }) => own !== null)) {
    const table = sheet.tables.find((each) => each.showHeaders && isNamed(each, name));
    if (!table) continue;
    const [headers = [], ...rows] = cellsOf(sheet, table);
    return rows.map((row) => new Map(headers.map((header, at) => [String(header), row[at] ?? null])));
  }
  return [];
}
