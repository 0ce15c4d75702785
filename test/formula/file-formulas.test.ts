import { formulaFromFile, formulaToFile } from "../../src/formula/file-formulas";

describe("functions later than Excel 2007", () => {
  test.each([
    ["=IFNA(XLOOKUP(A1,B:B,C:C),0)", "_xlfn.IFNA(_xlfn.XLOOKUP(A1,B:B,C:C),0)"],
    ["=SORT(FILTER(A1:A9,B1:B9>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))"],
    ['="IFNA("&SUM(1)', '"IFNA("&SUM(1)'],
    ["='IFNA(x'!A1+MYIFNA(1)", "'IFNA(x'!A1+MYIFNA(1)"],
  ])("%s is kept as %s and read back", (shown, kept) => {
    expect(formulaToFile(shown)).toBe(kept);
    expect(formulaFromFile(kept)).toBe(shown);
  });
});
