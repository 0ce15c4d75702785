import { parseEntry } from "../../../src/standin/model/cells/entry";
import { blank, errorOf } from "../support";

const read = (text: unknown, format = "General", dates: 1900 | 1904 = 1900) => {
  const { content, numberFormat } = parseEntry(text, format, dates);
  return [content.formula ?? content.value, numberFormat];
};

describe("what Excel makes of what is typed", () => {
  // Excel for Windows in English (United States).
  test.each([
    ["12", 12, null],
    ["-1,234.5", -1234.5, "#,##0.00"],
    ["12%", 0.12, "0%"],
    ["12.5%", 0.125, "0.00%"],
    ["TRUE", true, null],
    ["31 March 2025", 45747, "d-mmm-yy"],
    ["2025-03-31", 45747, "m/d/yyyy"],
    ["2010/11", 40483, "mmm-yy"],
    ["2016/17", "2016/17", null],
    ["2023-24", "2023-24", null],
    ["12 kWh", "12 kWh", null],
    ["'12", "12", null],
    ["=A1", "=A1", null],
    ["=", "=", null],
    ["", null, null],
    ["Not Applicable", "Not Applicable", null],
  ])("%j is %j in the format %j", (given, value, format) => {
    expect(read(given)).toEqual([value, format]);
  });

  test("an error's name is that error", () => {
    expect(read("#DIV/0!")).toEqual([{ error: "#DIV/0!" }, null]);
  });

  test("in a cell of text everything is text", () => {
    expect(read("12%", "@")).toEqual(["12%", null]);
    expect(read("=A1", "@")).toEqual(["=A1", null]);
    expect(read(12, "@")).toEqual([12, null]);
  });

  test("dates count from 1904 where the workbook does", () => {
    expect(read("2025-03-31", "General", 1904)[0]).toBe(45747 - 1462);
  });

  test.each([[Number.NaN], [Infinity], [{}], [[]]])("%p is nothing a cell holds", (given) => {
    expect(() => read(given)).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
  });

  test("text ends at 32,767 characters, a formula at 8,192", () => {
    expect(() => read("x".repeat(32768))).toThrow("32767");
    expect(() => read(`=${"1+".repeat(4100)}1`)).toThrow("8192");
  });
});

describe("a formula or number format that Excel cannot read", () => {
  test("is refused in a cell, a name and a conditional format; a wrong number format, too", async () => {
    const excel = await blank();
    const code = async (batch: (sheet: Excel.Worksheet) => unknown) =>
      (await errorOf(excel, (context) => batch(context.workbook.worksheets.getFirst()))).code;
    expect(await code((sheet) => (sheet.getRange("A1").formulas = [["=SUM("]]))).toBe("InvalidArgument");
    expect(await code((sheet) => sheet.names.add("Total", "=SUM("))).toBe("InvalidArgument");
    expect(
      await code((sheet) => (sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=A1>")),
    ).toBe("InvalidArgument");
    expect(await code((sheet) => (sheet.getRange("A1").numberFormat = [["banana"]]))).toBe("InvalidArgument");
  });
});
