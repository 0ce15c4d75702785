import { writeFileSync } from "node:fs";
import path from "node:path";
import { llrPack } from "../../src/plan/llr";
import { openExcel } from "../../src/standin/index";
import { terminal, workplace } from "./workplace";

/** The plan's Table 2, typed into a workbook as it is printed: 1990, current, and the falls wanted by two windows. */
async function table2(file: string): Promise<void> {
  const table = llrPack.regional[1];
  if (table === undefined) throw new Error("The plan has a second regional table.");
  const rows = [...table.rows, { ...table.england, region: "Total England" }].map((row) => [
    row.region,
    row.base1990,
    row.current,
    row.interim,
    row.netZero,
  ]);
  const values = [
    ["Table 2 – Regional Contributions to NHS Carbon Footprint Plus Targets", "", "", "", ""],
    ["Region", "NHS Carbon Footprint (ktCO₂e)", "", "Reductions required from current levels (ktCO₂e)", ""],
    ["", "1990", "Current", "by 2036-39", "by 2045"],
    ...rows,
  ];
  const excel = await openExcel();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRangeByIndexes(0, 0, values.length, 5).values = values;
    await context.sync();
  });
  writeFileSync(file, await excel.save());
  await excel.close();
}

const folder = workplace();

it("a workbook of the plan's Table 2 alone is checked, and its misprint found", async () => {
  const file = path.join(folder, "table-2.xlsx");
  await table2(file);
  const { code, out, error } = await terminal("validate", file);
  expect([code, error]).toEqual([1, ""]);
  expect(out).toContain("not ready. 1 error, no warnings to explain.");
  expect(out).toContain("3,642 in Sheet1!B4 (“East of England”), where 3,542 stands");
});
