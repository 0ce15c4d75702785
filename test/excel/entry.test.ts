import fc from "fast-check";
import { entryOf } from "../../src/excel/write/entry";
import { markFormula, readMark } from "../../src/excel/host/mark";
import { runExcel } from "../../src/excel/host/run";
import { openExcel } from "../../src/standin/index";

describe("a cell of the report as Excel is given it", () => {
  test.each([
    "=1+1",
    "+44 20",
    "-",
    "@SUM",
    "2010/11",
    "2016-12",
    "31 March 2025",
    "March 2031",
    "TRUE",
    "#N/A",
    "12%",
    "£5",
    "'quoted'",
  ])("keeps the text %s from being read as something else", (text) => expect(entryOf(text, 1900)).toBe(`'${text}`));

  test.each(["Green", "Falls due in", "●", ""])("leaves %s as it is where it can be nothing but text", (text) =>
    expect(entryOf(text, 1900)).toBe(text === "●" ? "'●" : text),
  );

  test("writes a date as the workbook counts its days", () => {
    expect(entryOf({ date: "2024-03-31" }, 1900)).toBe(45382);
    expect(entryOf({ date: "2024-03-31" }, 1904)).toBe(43920);
  });

  test("writes as a formula only what is one", () => {
    expect(entryOf({ formula: "=A1" }, 1900)).toBe("=A1");
    expect(entryOf({ text: "=A1", link: { sheet: "S", address: "A1", tip: "" } }, 1900)).toBe("'=A1");
  });

  test("cuts a text that no cell could hold, and shows that it did", () => {
    const entry = String(entryOf("x ".repeat(20_000), 1900));
    expect(entry.length).toBe(32_767);
    expect(entry.endsWith("…")).toBe(true);
  });

  test("any text comes back from Excel as the same text", async () => {
    const { Excel } = await openExcel();
    const texts = fc
      .sample(fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }), 300)
      .filter((text) => !/\p{Cc}/u.test(text));
    const read = await runExcel(Excel, async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, texts.length, 1);
      range.formulas = texts.map((text) => [entryOf(text, 1900)]);
      range.load("values");
      await context.sync();
      return range.values.map(([value]) => value as unknown);
    });
    expect(read).toEqual(texts);
  });
});

describe("the mark of a sheet of ours", () => {
  test("comes back as it was written, whatever the sheet is called", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 31 }).filter((title) => !/[\n\r]/.test(title)),
        (title) => {
          const mark = { kind: "board-report", version: "0.1.0", title, extent: "A1:P60" };
          expect(readMark(markFormula(mark))).toEqual(mark);
        },
      ),
    );
  });

  test("is not read from a name of somebody else's", () => {
    for (const formula of ["=Sheet1!$A$1", '="board-report"', "=5", '="a|b"']) expect(readMark(formula)).toBeNull();
  });
});
