import { openExcel } from "../../../src/standin/index";
import { oneSheet } from "../file/packages";

/** What column A of a sheet shows, opened as a person opens it. */
async function shown(rows: string): Promise<unknown[]> {
  const excel = await openExcel(oneSheet(`<sheetData>${rows}</sheetData>`));
  let values: unknown[][] = [];
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getUsedRange();
    range.load("values");
    await context.sync();
    ({ values } = range);
  });
  excel.close();
  return values.map(([first]) => first);
}

describe("formulas without a stored result", () => {
  test("are calculated on opening, as Excel does", async () => {
    const rows = '<row r="1"><c r="A1"><v>34000</v></c></row><row r="2"><c r="A2"><f>A1+1000</f></c></row>';
    expect(await shown(rows)).toEqual([34_000, 35_000]);
  });

  test("that cannot be calculated are errors, as is what reads them, and never blanks", async () => {
    const rows =
      '<row r="1"><c r="A1"><f>CUBEVALUE("a","b")</f></c></row><row r="2"><c r="A2"><f>A1+1000</f></c></row>' +
      '<row r="3"><c r="A3"><f>A1+1</f><v>7</v></c></row>';
    expect(await shown(rows)).toEqual(["#CALC!", "#CALC!", 7]);
  });
});
