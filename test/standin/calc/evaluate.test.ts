import { evaluate, shift } from "../../../src/standin/calc";
import { emptySheet, newBook, sheetId } from "../../../src/workbook-file/book/blank-book";

describe("a formula that stands in no cell", () => {
  it("is worked out over the workbook, and changes nothing in it", async () => {
    const book = newBook();
    const sheet = emptySheet(sheetId(7), "Data");
    sheet.cells[0] = [
      { value: 3, style: 0 },
      { value: "behind", style: 0 },
    ];
    book.sheets = [sheet];
    const before = structuredClone(sheet.cells);
    const values = await evaluate(book, [
      { sheet, formula: "=A1>2" },
      { sheet, formula: '=ISNUMBER(SEARCH("hind",B1))' },
      { sheet, formula: "=AGGREGATE(1,1,A1)" },
    ]);
    expect(values).toEqual([true, true, null]);
    expect(sheet.cells).toEqual(before);
    expect(sheet.edits.values.size).toBe(0);
  });
});

describe("a formula that is moved", () => {
  it.each([
    ["=$A1=B$2", 2, 1, "=$A3=C$2"],
    ['=AND(A1>0,"A1"<>B1)', 1, 1, '=AND(B2>0,"A1"<>C2)'],
    ["='My sheet'!A1:B2+SUM(C:C)", 1, 0, "='My sheet'!A2:B3+SUM(C:C)"],
    ["=A1", 0, 0, "=A1"],
    ["=A1", -1, 0, "=#REF!"],
  ])("%s by %i rows and %i columns reads %s", (formula, rows, columns, expected) => {
    expect(shift(formula, rows, columns)).toBe(expected);
  });
});
