import { cellText } from "../../src/standin/model/cells/text";
import { columnPoints } from "../../src/workbook-file/book/sizes";
import { lettersWidth } from "../../src/snapshot/letter-widths";
import type { BookState, Cell, SheetState } from "../../src/workbook-file/book/book";
import { reported } from "./fitted";

/** Points that Excel leaves free beside a cell's text, and that a step of indent takes. */
const MARGIN = 3.75;
const INDENT = 6.75;

const spill = (book: BookState, sheet: SheetState, cell: Cell, column: number, text: string): number => {
  const { font, indent } = book.styles.get(cell.style);
  return lettersWidth(text, font.size, font.bold) - (columnPoints(sheet, column) - MARGIN - indent * INDENT);
};

/** The cells of our sheets, by sheet. */
function* ownCells(book: BookState): Generator<{ sheet: SheetState; cell: Cell; row: number; column: number }> {
  const own = new Set(book.names.flatMap(({ name, scope }) => (name === "_greenplan" ? [scope] : [])));
  for (const sheet of book.sheets.filter(({ id }) => own.has(id)))
    for (const [row, cells] of sheet.cells.entries())
      for (const [column, cell] of (cells ?? []).entries()) if (cell) yield { sheet, cell, row, column };
}

describe("every sheet of the report is wide enough", () => {
  test("for each number and date, so that Excel shows none as ####", async () => {
    const book = await reported();
    const cut = [...ownCells(book)].flatMap(({ sheet, cell, row, column }) => {
      if (typeof cell.value !== "number") return [];
      const text = cellText(book, cell.value, book.styles.get(cell.style).numberFormat);
      return spill(book, sheet, cell, column, text) > 0 ? [`${sheet.name} R${row + 1}C${column + 1}: ${text}`] : [];
    });
    expect(cut).toEqual([]);
  });

  test("for the longest word of each heading, so that none is broken within a word", async () => {
    const book = await reported();
    const headers = book.sheets.flatMap((sheet) =>
      sheet.tables.flatMap(({ rect }) =>
        (sheet.cells[rect.top] ?? []).flatMap((cell, column) =>
          cell && column <= rect.right ? [{ sheet, cell, column }] : [],
        ),
      ),
    );
    const broken = headers.flatMap(({ sheet, cell, column }) =>
      String(cell.value)
        .split(/[ -]/)
        .filter((word) => spill(book, sheet, cell, column, word) > 0)
        .map((word) => `${sheet.name}: ${word}`),
    );
    expect([...new Set(broken)]).toEqual([]);
  });
});
