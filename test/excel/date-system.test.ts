import { readWorkbook } from "../../src/excel/read/read-workbook";
import { runExcel } from "../../src/excel/host/run";
import { openExcel } from "../../src/standin";

describe("a workbook's date system", () => {
  test.each([1900, 1904] as const)("of %i is read through office.js", async (dateSystem) => {
    const excel = await openExcel();
    excel.book.dateSystem = dateSystem;
    const snapshot = await runExcel(excel.Excel, (context) => readWorkbook(context));
    expect(snapshot.dateSystem).toBe(dateSystem);
  });
});
