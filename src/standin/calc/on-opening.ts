import type { BookState } from "../../workbook-file/book/book";

/** Calculates, as Excel does on opening, the formulas that a file keeps no results of. The engine is loaded where there are any. */
export async function calculateOnOpening(book: BookState): Promise<void> {
  const isMissing = book.sheets.some(({ cells }) =>
    cells.some((row) => row?.some((cell) => cell?.formula !== undefined && cell.value === null)),
  );
  if (isMissing) await (await import("./index")).calculateMissing(book);
}
