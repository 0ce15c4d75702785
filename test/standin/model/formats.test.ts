import { charactersToPoints, pointsToCharacters } from "../../../src/workbook-file/book/sizes";
import { blank, errorOf } from "../support";

describe("formats", () => {
  test("are set and read, null where cells differ", async () => {
    const { Excel } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const { format } = sheet.getRange("A1:B2");
      format.font.bold = true;
      format.font.color = "red";
      format.font.size = 14;
      format.font.name = "Arial";
      format.font.underline = "Single";
      format.fill.color = "#abcdef";
      format.wrapText = true;
      format.horizontalAlignment = "Right";
      format.verticalAlignment = "Top";
      format.indentLevel = 1;
      sheet.getRange("B2").format.fill.clear();
      sheet.getRange("B2").format.font.bold = false;
      const [one, mixed] = [sheet.getRange("A1"), sheet.getRange("A1:B2")];
      for (const range of [one, mixed]) {
        range.load("format/fill/color,format/font,format/wrapText,format/horizontalAlignment,format/indentLevel");
      }
      await context.sync();
      expect(one.format.font.toJSON()).toMatchObject({
        bold: true, color: "#FF0000", size: 14, name: "Arial", underline: "Single", italic: false,
      }); // prettier-ignore
      expect(one.format.toJSON()).toMatchObject({ wrapText: true, horizontalAlignment: "Right", indentLevel: 1 });
      expect([one.format.fill.color, mixed.format.fill.color]).toEqual(["#ABCDEF", ""]);
      expect([mixed.format.font.bold, mixed.format.font.size]).toEqual([null, 14]);
    });
  });

  test("of a whole column go to the column and to the cells it has", async () => {
    const { Excel, book } = await blank();
    const [sheet] = book.sheets;
    await Excel.run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      first.getRange("B2").values = [["x"]];
      first.getRange("B:C").numberFormat = "0.0" as never;
      first.getRange("C9").values = [[1]];
      const cells = [first.getRange("B2"), first.getRange("C9"), first.getRange("B1000000"), first.getRange("D1")];
      for (const cell of cells) cell.load("numberFormat");
      await context.sync();
      expect(cells.map((cell) => cell.numberFormat[0]?.[0])).toEqual(["0.0", "0.0", "0.0", "General"]);
    });
    expect([...(sheet?.edits.columns ?? [])]).toEqual([1, 2]);
    expect(sheet?.cells.length).toBeLessThan(20);
  });

  test("borders know their edges and the lines between", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const { borders } = context.workbook.worksheets.getFirst().getRange("A1:B2").format;
      const bottom = borders.getItem("EdgeBottom");
      bottom.style = "Continuous";
      bottom.weight = "Medium";
      bottom.color = "#112233";
      borders.getItem("InsideHorizontal").style = "Dot";
      bottom.load("style,weight,color");
      await context.sync();
      expect(bottom.toJSON()).toMatchObject({ style: "Continuous", weight: "Medium", color: "#112233" });
    });
    const borders = (row: number, column: number) =>
      book.styles.get(book.sheets[0]!.cells[row]![column]!.style).borders;
    expect(borders(1, 0)).toEqual({ bottom: { style: "medium", color: "#112233" } });
    expect(borders(0, 1)).toEqual({ bottom: { style: "dotted", color: "#000000" } });
  });

  test("widths are points here and characters in the file", async () => {
    expect(charactersToPoints(9.140625)).toBe(48);
    for (let pixels = 1; pixels < 400; pixels++) {
      expect(charactersToPoints(pointsToCharacters(pixels * 0.75))).toBe(pixels * 0.75);
    }
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A:B").format.columnWidth = 75;
      sheet.getRange("1:1").format.rowHeight = 30;
      const [same, mixed] = [sheet.getRange("A1:B1").format, sheet.getRange("B1:C2").format];
      same.load("columnWidth,rowHeight");
      mixed.load("columnWidth,rowHeight");
      await context.sync();
      expect([same.columnWidth, same.rowHeight]).toEqual([75, 30]);
      expect([mixed.columnWidth, mixed.rowHeight]).toEqual([null, null]);
    });
    expect(book.sheets[0]?.columns.get(0)?.width).toBeCloseTo(14.29, 1);
  });

  test("a column fits its longest text, a row its wrapped lines", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A2").values = [["short"], ["a much longer text than that"]];
      sheet.getRange("A1:A2").format.autofitColumns();
      sheet.getRange("B1").values = [["x".repeat(50)]];
      sheet.getRange("B1").format.wrapText = true;
      sheet.getRange("1:1").format.autofitRows();
      await context.sync();
    });
    const [sheet] = book.sheets;
    expect(sheet?.columns.get(0)?.width).toBeGreaterThan(28);
    expect(sheet?.rows.get(0)?.height).toBeGreaterThan(75);
  });

  test.each<[string, (format: Excel.RangeFormat) => unknown]>([
    ["a colour that is none", (format) => (format.fill.color = "#12")],
    ["a size beyond Excel's", (format) => (format.font.size = 500)],
    ["an alignment that is none", (format) => (format.horizontalAlignment = "Middle" as never)],
    ["a row higher than Excel's", (format) => (format.rowHeight = 500)],
  ])("InvalidArgument for %s", async (_, set) => {
    const error = await errorOf(await blank(), (c) => set(c.workbook.worksheets.getFirst().getRange("A1").format));
    expect(error.code).toBe("InvalidArgument");
  });

  test("a pattern, which the file would not keep, is NotImplemented", async () => {
    const error = await errorOf(await blank(), (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").format.fill.pattern = "Gray50";
    });
    expect(error).toMatchObject({ code: "NotImplemented", message: expect.stringContaining("RangeFill.pattern") });
  });
});

describe("conditional formats", () => {
  test("by formula, by value and by text, the newest first", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("B2:B9");
      const custom = range.conditionalFormats.add("Custom");
      custom.custom.rule.formula = '=$B2="Red"';
      custom.custom.format.fill.color = "#C00000";
      custom.custom.format.font.color = "#FFFFFF";
      const value = range.conditionalFormats.add("CellValue");
      value.cellValue.rule = { operator: "Between", formula1: "1", formula2: "=C1" };
      value.cellValue.format.font.bold = true;
      const text = range.conditionalFormats.add("ContainsText");
      text.textComparison.rule = { operator: "Contains", text: "late" };
      text.stopIfTrue = true;
      range.conditionalFormats.load("items/type,items/priority,items/stopIfTrue");
      custom.load("custom/rule/formula");
      await context.sync();
      expect(range.conditionalFormats.items.map((format) => format.type)).toEqual([
        "ContainsText",
        "CellValue",
        "Custom",
      ]);
      expect(custom.custom.rule.formula).toBe('=$B2="Red"');
    });
    const [text, value, custom] = book.sheets[0]!.conditionalFormats;
    expect(text).toMatchObject({ rule: { operator: "Contains", text: "late" }, stopIfTrue: true, priority: 1 });
    expect(value).toMatchObject({
      rule: { operator: "Between", formula1: "=1", formula2: "=C1" },
      format: { bold: true },
    });
    expect(custom).toMatchObject({ format: { fill: "#C00000", fontColor: "#FFFFFF" }, priority: 3 });
  });

  test("clearAll takes them from these cells alone", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A9").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      sheet.getRange("A1:A3").conditionalFormats.clearAll();
      await context.sync();
    });
    expect(book.sheets[0]?.conditionalFormats[0]?.rects).toEqual([{ top: 3, left: 0, bottom: 8, right: 0 }]);
  });

  test("kinds that cannot be made are named", async () => {
    const error = await errorOf(await blank(), (context) =>
      context.workbook.worksheets.getFirst().getRange("A1").conditionalFormats.add("IconSet"),
    );
    expect(error).toMatchObject({ code: "NotImplemented", message: expect.stringContaining("IconSet") });
  });
});

describe("data validation", () => {
  test("of a list, with its prompt and alert", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getFirst().getRange("A1:A5");
      dataValidation.rule = { list: { inCellDropDown: true, source: "Done,Late" } };
      dataValidation.prompt = { showPrompt: true, title: "Status", message: "Choose one" };
      dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "Status", message: "Not one of them" };
      dataValidation.load("type,rule,prompt");
      await context.sync();
      expect(dataValidation.type).toBe("List");
      expect(dataValidation.rule).toEqual({ list: { inCellDropDown: true, source: "Done,Late" } });
    });
    expect(book.sheets[0]?.validations).toMatchObject([
      {
        rects: [{ top: 0, left: 0, bottom: 4, right: 0 }],
        errorAlert: { style: "Warning" },
        prompt: { title: "Status" },
      },
    ]);
  });

  test("takes a range as the source of a list, and is cleared from some cells", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A5").dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange("D1:D3") } };
      sheet.getRange("A2").dataValidation.clear();
      const rest = sheet.getRange("A1:A5").dataValidation;
      rest.load("type");
      await context.sync();
    });
    const [validation] = book.sheets[0]!.validations;
    expect(validation?.rule).toEqual({ list: { inCellDropDown: true, source: "=Sheet1!$D$1:$D$3" } });
    expect(validation?.rects).toEqual([
      { top: 0, left: 0, bottom: 0, right: 0 },
      { top: 2, left: 0, bottom: 4, right: 0 },
    ]);
  });
});

describe("merged cells", () => {
  test("keep the first cell's value and come apart again", async () => {
    const { Excel, book } = await blank();
    const [sheet] = book.sheets;
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:B2");
      range.values = [["a", "b"], ["c", "d"]]; // prettier-ignore
      range.merge(true);
      await context.sync();
      expect(sheet?.merges).toHaveLength(2);
      expect(sheet?.cells.map((line) => line.map((cell) => cell?.value))).toEqual([["a", null], ["c", null]]); // prettier-ignore
      range.unmerge();
      await context.sync();
    });
    expect(sheet?.merges).toEqual([]);
    expect(sheet?.edits.merges).toBe(true);
  });
});

describe("a protected sheet", () => {
  test("can be written where cells are not locked, and nowhere else", async () => {
    const excel = await blank();
    const [sheet] = excel.book.sheets;
    const unlocked = excel.book.styles.intern({ ...excel.book.styles.get(0), locked: false });
    sheet!.cells[0] = [{ value: null, style: unlocked }];
    sheet!.protected = true;
    const write = (address: string) => (context: Excel.RequestContext) => {
      context.workbook.worksheets.getFirst().getRange(address).values = "x" as never;
    };
    await excel.Excel.run(async (context) => {
      write("A1")(context);
      await context.sync();
    });
    expect(sheet?.cells[0]?.[0]?.value).toBe("x");
    expect((await errorOf(excel, write("A1:B1"))).code).toBe("AccessDenied");
  });
});
