import type { BookState, Cell, SheetState } from "./book";

/** The worksheet of a name, in whatever case; undefined where there is none. */
export function sheetNamed(book: BookState, name: string | null): SheetState | undefined {
  const wanted = name?.toLowerCase();
  return book.sheets.find((sheet) => sheet.kind === "worksheet" && sheet.name.toLowerCase() === wanted);
}

/** The style a cell without content of its own shows: its row's, else its column's, else the workbook's. */
export function styleAt(sheet: SheetState, row: number, column: number): number {
  return sheet.cells[row]?.[column]?.style ?? sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? 0;
}

/** Visits the cells a sheet holds, row by row. */
export function forEachCell(sheet: SheetState, visit: (cell: Cell, row: number, column: number) => void): void {
  sheet.cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (cell) visit(cell, row, column);
    });
  });
}
