import { cellKey } from "../../../src/snapshot/addresses";
import { noEdits } from "../../../src/workbook-file/book/blank-book";
import { blank, errorOf } from "../support";

/** Runs a batch on the first sheet of a blank workbook and gives what it returns. */
async function onSheet<T>(batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) {
  const excel = await blank();
  const result = await excel.Excel.run((context) => batch(context.workbook.worksheets.getFirst(), context));
  return { result, excel, sheet: excel.book.sheets[0]! };
}

describe("a range", () => {
  test("leads to others, by place, size and content", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:D5");
      const cases: [Excel.Range, string][] = [
        [range.getCell(1, 2), "D3"],
        [range.getRow(1), "B3:D3"],
        [range.getColumn(0), "B2:B5"],
        [range.getLastRow(), "B5:D5"],
        [range.getLastColumn(), "D2:D5"],
        [range.getLastCell(), "D5"],
        [range.getOffsetRange(1, -1), "A3:C6"],
        [range.getResizedRange(-2, 1), "B2:E3"],
        [range.getAbsoluteResizedRange(1, 1), "B2"],
        [range.getRowsBelow(2), "B6:D7"],
        [range.getRowsAbove(1), "B1:D1"],
        [range.getColumnsAfter(1), "E2:E5"],
        [range.getColumnsBefore(1), "A2:A5"],
        [range.getEntireRow(), "2:5"],
        [range.getEntireColumn(), "B:D"],
        [range.getBoundingRect("F9"), "B2:F9"],
        [range.getIntersection("C4:Z99"), "C4:D5"],
        [sheet.getRangeByIndexes(4, 1, 2, 3), "B5:D6"],
        [sheet.getRange("3:4"), "3:4"],
        [sheet.getRange(), "1:1048576"],
        [sheet.getUsedRange(), "A1"],
      ];
      for (const [found] of cases) found.load("address");
      const none = range.getIntersectionOrNullObject("F9");
      await context.sync();
      expect(cases.map(([found]) => found.address)).toEqual(cases.map(([, address]) => `Sheet1!${address}`));
      expect(none.isNullObject).toBe(true);
    });
  });

  test("refuses to leave the sheet", async () => {
    const excel = await blank();
    const first = (c: Excel.RequestContext) => c.workbook.worksheets.getFirst().getRange("A1");
    expect((await errorOf(excel, (c) => first(c).getOffsetRange(-1, 0))).code).toBe("InvalidArgument");
    expect((await errorOf(excel, (c) => first(c).getResizedRange(1048576, 0))).code).toBe("InvalidArgument");
  });

  test("counts its rows, columns and cells, and its points from the corner", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("C3:D4");
      sheet.getRange("A:A").format.columnWidth = 100;
      sheet.getRange("1:1").format.rowHeight = 40;
      range.load("rowIndex,columnIndex,rowCount,columnCount,cellCount,top,left,width,height");
      const all = sheet.getRange();
      all.load("cellCount");
      await context.sync();
      expect(range.toJSON()).toMatchObject({
        rowIndex: 2, columnIndex: 2, rowCount: 2, columnCount: 2, cellCount: 4,
        top: 55, width: 96, height: 30,
      }); // prettier-ignore
      expect(range.left).toBeCloseTo(148, 0);
      expect(all.cellCount).toBe(-1);
    });
  });

  test("the used range follows values and formats, or values alone", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("B2").values = [["x"]];
      sheet.getRange("D9").format.fill.color = "yellow";
      const [used, valued] = [sheet.getUsedRange(), sheet.getUsedRange(true)];
      const none = sheet.getRange("F1:G2").getUsedRangeOrNullObject();
      used.load("address");
      valued.load("address");
      await context.sync();
      expect([used.address, valued.address, none.isNullObject]).toEqual(["Sheet1!B2:D9", "Sheet1!B2", true]);
    });
  });
});

describe("writing", () => {
  test("null leaves a cell, an empty text clears it, one value fills all", async () => {
    const { sheet } = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[1, 2, 3]];
      range.values = [[null, "", "x"]] as never;
      sheet.getRange("A2:C3").values = 7 as never;
      await context.sync();
    });
    expect(sheet.cells[0]?.map((cell) => cell?.value)).toEqual([1, null, "x"]);
    expect(sheet.cells[2]?.map((cell) => cell?.value)).toEqual([7, 7, 7]);
  });

  test("marks the cells written, and nothing else", async () => {
    const { sheet, excel } = await onSheet(async (sheet, context) => {
      sheet.getRange("B2:C2").values = [[1, null]] as never;
      sheet.getRange("D4").format.font.bold = true;
      await context.sync();
    });
    expect([...sheet.edits.values]).toEqual([cellKey(1, 1)]);
    expect([...sheet.edits.styles]).toEqual([cellKey(3, 3)]);
    expect(sheet.edits).toEqual({ ...noEdits(), values: sheet.edits.values, styles: sheet.edits.styles });
    expect(excel.book.namesEdited).toBe(false);
  });

  test("reading marks nothing", async () => {
    const { sheet } = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C3");
      range.load();
      range.format.load("fill/color,font/name,columnWidth");
      sheet.load();
      await context.sync();
    });
    expect(sheet.edits.values.size + sheet.edits.styles.size + sheet.edits.columns.size).toBe(0);
    expect(sheet.cells).toEqual([]);
  });

  test("a formula is kept as text and read back in both notations", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:B3");
      range.formulas = [["=A1+$C$4"], ["plain"]];
      sheet.getRange("D4").formulasR1C1 = [["=R[-1]C[-1]*R1C1"]];
      const other = sheet.getRange("D4");
      range.load("formulas,formulasR1C1");
      other.load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([["=A1+$C$4"], ["plain"]]);
      expect(range.formulasR1C1).toEqual([["=R[-1]C[-1]+R4C3"], ["plain"]]);
      expect(other.formulas).toEqual([["=C3*$A$1"]]);
    });
  });

  test("text, types and formats of what was written are Excel's", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:H1");
      range.values = [["12%", "1/2/2024", "'007", "=1", true, 1234.5, "#N/A", ""]];
      sheet.getRange("F1").numberFormat = [["#,##0.00"]];
      range.load("values,text,valueTypes,numberFormat");
      await context.sync();
      expect(range.values).toEqual([[0.12, 45293, "007", "", true, 1234.5, "#N/A", ""]]);
      expect(range.text).toEqual([["12%", "1/2/2024", "007", "", "TRUE", "1,234.50", "#N/A", ""]]);
      expect(range.valueTypes[0]).toEqual([
        "Double", "Double", "String", "Empty", "Boolean", "Double", "Error", "Empty",
      ]); // prettier-ignore
      expect(range.numberFormat[0]?.[0]).toBe("0%");
    });
  });

  test("clear takes contents, formats, or all", async () => {
    const { sheet } = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [["a", "b", "c"]];
      range.format.font.bold = true;
      sheet.getRange("A1").clear("Contents");
      sheet.getRange("B1").clear("Formats");
      sheet.getRange("C1").clear();
      await context.sync();
    });
    const cells = sheet.cells[0]?.map((cell) => [cell?.value, cell?.style === 0]);
    expect(cells).toEqual([[null, false], ["b", true], [null, true]]); // prettier-ignore
  });

  test("copyFrom moves a formula's references along", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1").formulas = [["=C1*$D$1", 5]];
      sheet.getRange("A2:B3").copyFrom("A1:B1");
      const range = sheet.getRange("A2:B3");
      range.load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([["=C2*$D$1", 5], ["=C3*$D$1", 5]]); // prettier-ignore
    });
  });
});

describe("hidden rows and columns", () => {
  test("are told as true, false, or null where mixed; the shown part is rectangles", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("2:3").rowHidden = true;
      sheet.getRange("C:C").columnHidden = true;
      const [mixed, all, none] = [sheet.getRange("A1:D5"), sheet.getRange("A2:A3"), sheet.getRange("A5:B6")];
      for (const range of [mixed, all, none]) range.load("rowHidden,columnHidden,hidden");
      const shown = mixed.getSpecialCells("Visible");
      shown.load("address,areaCount,cellCount");
      shown.areas.load("items/address");
      const nothing = all.getSpecialCellsOrNullObject("Visible");
      await context.sync();
      expect([mixed.rowHidden, mixed.columnHidden, mixed.hidden]).toEqual([null, null, null]);
      expect([all.rowHidden, all.columnHidden, all.hidden]).toEqual([true, false, true]);
      expect([none.rowHidden, none.hidden]).toEqual([false, false]);
      expect(shown.areas.items.map((area) => area.address)).toEqual([
        "Sheet1!A1:B1", "Sheet1!D1", "Sheet1!A4:B5", "Sheet1!D4:D5",
      ]); // prettier-ignore
      expect(shown.cellCount).toBe(9);
      expect(nothing.isNullObject).toBe(true);
    });
  });

  test("formulas and constants are found as areas", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B3").formulas = [["Gas", "=1"], ["Oil", "=2"], [3, "x"]]; // prettier-ignore
      const formulas = sheet.getRange("A1:C9").getSpecialCellsOrNullObject("Formulas");
      const texts = sheet.getRange("A1:C9").getSpecialCellsOrNullObject("Constants", "Text");
      formulas.load("address");
      texts.load("address");
      await context.sync();
      expect(formulas.address).toBe("Sheet1!B1:B2");
      expect(texts.address).toBe("Sheet1!A1:A2,Sheet1!B3");
    });
  });
});

describe("links", () => {
  test("go to a place in the workbook, show their text, and can be taken away", async () => {
    const { sheet } = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.hyperlink = { documentReference: "Sheet1!B9", screenTip: "The cell", textToDisplay: "B9" };
      range.load("values,hyperlink");
      await context.sync();
      expect(range.values).toEqual([["B9"]]);
      expect(range.hyperlink).toEqual({ documentReference: "Sheet1!B9", screenTip: "The cell", textToDisplay: "B9" });
      range.clear("Hyperlinks");
      range.load("hyperlink");
      await context.sync();
      expect(range.hyperlink).toBeNull();
    });
    expect(sheet.edits.hyperlinks).toBe(true);
    expect(sheet.hyperlinks).toEqual([]);
  });
});
