import { withSheetRenamed } from "../../src/formula/sheet-names";

describe("a formula after a sheet was renamed", () => {
  test.each([
    ["=Data!A1+Data!Rate+Other!A1", "='UHL 2024'!A1+'UHL 2024'!Rate+Other!A1"],
    ['="Data!A1"&data!$B$2:C3', `="Data!A1"&'UHL 2024'!$B$2:C3`],
    ["=Data!#REF!", "='UHL 2024'!#REF!"],
    ["=SUM(Jan:Data!A1)", "=SUM('Jan:UHL 2024'!A1)"],
    ["=[1]Data!A1", "=[1]Data!A1"],
  ])("%s is %s", (before, after) => expect(withSheetRenamed(before, "Data", "UHL 2024")).toBe(after));

  test("speaks of #REF! where the sheet was deleted", () => {
    expect(withSheetRenamed("=Data!A1:B2+Data!Rate+1", "Data", null)).toBe("=#REF!+#REF!+1");
  });
});
