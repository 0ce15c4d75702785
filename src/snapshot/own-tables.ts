import type { CellValue, SheetSnapshot, TableSnapshot } from "./snapshot";

/** One row of a table of ours: each cell by its column's header. */
export type TableRecord = ReadonlyMap<string, CellValue>;

/** What the names of all our tables begin with. */
const ownTablePrefix = "GreenPlan_";

/** Whether a table is one of ours, by its name. */
export function isOwnTable({ name }: { readonly name: string }): boolean {
  return name.startsWith(ownTablePrefix);
}

/** True for a table of this name, or of this name with the number Excel adds where the name was taken ("GreenPlan_Mapping_2"). */
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

/** Our own sheets, those that still have the name they were written under first: a copy that a person made stands behind. */
function ownSheets(sheets: readonly SheetSnapshot[]): SheetSnapshot[] {
  const ours = sheets.filter(({ own }) => own !== null);
  const isCopy = ({ own, name }: SheetSnapshot) => Number(own?.title !== name);
  return ours.sort((a, b) => isCopy(a) - isCopy(b));
}

/**
 * The rows of a table on one of our own sheets; none where no sheet of ours has it.
 *
 * @param usual the headers in order, by which columns are known where a person has taken the header row off; without
 *   them such a table is passed over.
 */
export function recordsOf(sheets: readonly SheetSnapshot[], name: string, usual?: readonly string[]): TableRecord[] {
  for (const sheet of ownSheets(sheets)) {
    const table = sheet.tables.find((each) => (each.showHeaders || usual !== undefined) && isNamed(each, name));
    if (!table) continue;
    const cells = cellsOf(sheet, table);
    const [first = [], ...rest] = cells;
    const headers = table.showHeaders ? first.map(String) : first.map((_, at) => usual?.[at] ?? `Column ${at + 1}`);
    return (table.showHeaders ? rest : cells).map(
      (row) => new Map(headers.map((header, at) => [header, row[at] ?? null])),
    );
  }
  return [];
}
