import { isFormula } from "../../src/formula/syntax";

describe("a formula that Excel takes", () => {
  test.each([
    "=1", "=-1", "=--A1", "=+A1", "=A1%", "=A1<>B1", "=A1<=B1", "=A1 >= B1", "=(A1+B1)*2", '="a ""quoted"" text"&B1',
    "=SUM(A1:B2)", "=NOW()", "=IF(A1,,1)", "=IF(A1,1,)", "=IF(A1=\"\",\"\",A1/B1-1)", "='It''s 2025'!$A$1+[1]Data!B2",
    "=Table1[Cost]*2", "=SUM(Table1[[#All],[Cost]])", "=[@Cost]", "=INDEX(A:A,2):INDEX(A:A,5)", "=SUM((A1:A2,C1:C2))",
    "=A1:C3 B2:D4", "={1,2;3,4}", "=SUM({1,2})", "=A1#", "=@A1", "=NOSUCH(1)", "=Rate*1.5E-3", "=#REF!+1",
    "=IFERROR(VLOOKUP(A1,Data!A:C,3,FALSE),\"–\")", "=LOG10(5)", "=_xlfn.STDEV.S(A1:A9)", "=1 +\n2", "=.5", "=A1^-2",
    "=SUMPRODUCT((A1:A9=\"x\")*(B1:B9>0))", "=TRUE", "=AND(A1>1,NOT(B1))", '="▲ "&TEXT(A1,"0.0%")',
  ])("%s", (formula) => expect(isFormula(formula)).toBe(true)); // prettier-ignore
});

describe("a formula that Excel does not take", () => {
  test.each([
    "=SUM(A1", "=A1)", "=(A1", "=A1+", "=*A1", "=1 2", "=\"open", "='open!A1", "=A1,B1", "=SUM(A1;B1)",
    "=SUM(,", "={1,2", "=(1,)", "=()", "=A1++", "=A1=<B1", "=Table1[Cost", "=SUM A1)", "=1..2", "=A1?",
  ])("%s", (formula) => {
    expect(isFormula(formula)).toBe(false);
  }); // prettier-ignore
});
