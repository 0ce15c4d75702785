import { checkFormula } from "../../src/formula/syntax";
import { blank, errorOf } from "../standin/support";

describe("a formula that Excel takes", () => {
  test.each([
    "=1", "=-1", "=--A1", "=+A1", "=A1%", "=A1<>B1", "=A1<=B1", "=A1 >= B1", "=(A1+B1)*2", '="a ""quoted"" text"&B1',
    "=SUM(A1:B2)", "=NOW()", "=IF(A1,,1)", "=IF(A1,1,)", "=IF(A1=\"\",\"\",A1/B1-1)", "='It''s 2025'!$A$1+[1]Data!B2",
    "=Table1[Cost]*2", "=SUM(Table1[[#All],[Cost]])", "=[@Cost]", "=INDEX(A:A,2):INDEX(A:A,5)", "=SUM((A1:A2,C1:C2))",
    "=A1:C3 B2:D4", "={1,2;3,4}", "=SUM({1,2})", "=A1#", "=@A1", "=NOSUCH(1)", "=Rate*1.5E-3", "=#REF!+1",
    "=IFERROR(VLOOKUP(A1,Data!A:C,3,FALSE),\"–\")", "=LOG10(5)", "=_xlfn.STDEV.S(A1:A9)", "=1 +\n2", "=.5", "=A1^-2",
    "=SUMPRODUCT((A1:A9=\"x\")*(B1:B9>0))", "=TRUE", "=AND(A1>1,NOT(B1))", '="▲ "&TEXT(A1,"0.0%")',
  ])("%s", (formula) => expect(() => checkFormula(formula)).not.toThrow()); // prettier-ignore
});

describe("a formula that Excel does not take", () => {
  test.each([
    "=SUM(A1", "=A1)", "=(A1", "=A1+", "=*A1", "=1 2", "=\"open", "='open!A1", "=A1,B1", "=SUM(A1;B1)",
    "=SUM(,", "={1,2", "=(1,)", "=()", "=A1++", "=A1=<B1", "=Table1[Cost", "=SUM A1)", "=1..2", "=A1?",
  ])("%s", (formula) => {
    expect(() => checkFormula(formula)).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
  }); // prettier-ignore

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
