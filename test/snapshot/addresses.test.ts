import {
  cellAddress,
  cellPlace,
  columnIndex,
  columnLetters,
  parseRange,
  quoteSheetName,
  rangeAddress,
  sheetReference,
} from "../../src/snapshot/addresses";

describe("Excel's addresses", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [57, "BF"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("column %i is %s, there and back", (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(columnIndex(letters)).toBe(index);
  });

  test("cells and ranges count from 1 for people", () => {
    expect(cellAddress(811, 57)).toBe("BF812");
    expect(rangeAddress({ top: 4, left: 0, bottom: 30, right: 7 })).toBe("A5:H31");
    expect(rangeAddress({ top: 4, left: 2, bottom: 4, right: 2 })).toBe("C5");
    expect(parseRange("$C$5:H9")).toEqual({ top: 4, left: 2, bottom: 8, right: 7 });
    expect(parseRange("C5")).toEqual({ top: 4, left: 2, bottom: 4, right: 2 });
    expect(parseRange("Sheet1")).toBeNull();
  });

  test("a place is told with the sheet's name as its tab shows it, a reference with Excel's quotes", () => {
    expect(cellPlace("Site Data", 811, 57).cell).toBe("Site Data!BF812");
    expect(sheetReference("Site Data", { top: 0, left: 0, bottom: 1, right: 0 })).toBe("'Site Data'!A1:A2");
    expect(["UHL", "O'Brien", "2023", "A1", "R1C1", "Data_1", "TRUE"].map(quoteSheetName)).toEqual([
      "UHL",
      "'O''Brien'",
      "'2023'",
      "'A1'",
      "'R1C1'",
      "Data_1",
      "'TRUE'",
    ]);
  });
});
