import { copiedFormula, sharedFormula } from "../../src/formula/move";

describe("a shared formula moved two down and one right", () => {
  test.each([
    ["A1", "B3"],
    ["$A1+A$1+$A$1", "$A3+B$1+$A$1"],
    ["SUM(A1:B2)*Rates!C3", "SUM(B3:C4)*Rates!D5"],
    ['\'UHL A1\'!A1&"A1 ""B2"""', '\'UHL A1\'!B3&"A1 ""B2"""'],
    ["SUM(A:A,$B:$B,1:1,$3:3)", "SUM(B:B,$B:$B,3:3,$3:5)"],
    ["LOG10(A1)+ATAN2(1,2)", "LOG10(B3)+ATAN2(1,2)"],
    ["Table1[[#This Row],[A1]]+tCO2e+A1B+XFE1", "Table1[[#This Row],[A1]]+tCO2e+A1B+XFE1"],
    ["[1]Sheet1!A1", "[1]Sheet1!B3"],
    ["1.5E3*A1+#REF!", "1.5E3*B3+#REF!"],
    ["Q1_total+_A1+Sheet1!A1:INDEX(B:B,2)", "Q1_total+_A1+Sheet1!B3:INDEX(C:C,2)"],
  ])("%s is %s", (from, to) => {
    expect(sharedFormula(from)(2, 1)).toBe(to);
  });

  test("a reference pushed off the sheet comes back on the other side", () => {
    expect(sharedFormula("A1")(-1, -1)).toBe("XFD1048576");
  });

  test("a reference copied off the sheet is #REF!, whole columns move along", () => {
    expect(copiedFormula("=Data!A1+B2")(-1, 0)).toBe("=Data!#REF!+B1");
    expect(copiedFormula("=SUM(A:A)/$B$1")(0, 2)).toBe("=SUM(C:C)/$B$1");
  });
});
