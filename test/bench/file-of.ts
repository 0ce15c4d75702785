import { saveBook } from "../../src/standin/file/save";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { DEFAULT_STYLE, emptySheet, newBook, sheetId } from "../../src/workbook-file/book/blank-book";
import type { Cell } from "../../src/workbook-file/book/book";

/** A made-up workbook as the bytes of an .xlsx; its formulas keep the values the snapshot gives them. */
export function fileOf({ sheets, fileName }: Snapshot): Promise<Uint8Array> {
  const book = newBook();
  const made = sheets.map(({ name, used, values, formulas, numberFormats }, index) => {
    const cells: (Cell | undefined)[][] = [];
    values.forEach((row, r) => {
      const at = (cells[(used?.top ?? 0) + r] ??= []);
      row.forEach((value, c) => {
        const formula = formulas[r]?.[c];
        if (value === null && !formula) return;
        const numberFormat = numberFormats[r]?.[c] ?? "General";
        const style = numberFormat === "General" ? 0 : book.styles.intern({ ...DEFAULT_STYLE, numberFormat });
        at[(used?.left ?? 0) + c] = { value, style, ...(formula && { formula }) };
      });
    });
    return { ...emptySheet(sheetId(index), name), cells };
  });
  return saveBook({ ...book, fileName, sheets: made, activeSheet: sheetId(0), selection: new Map() });
}
