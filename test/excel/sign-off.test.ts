import { outcomeJson } from "../../src/cli/json";
import { makeReport } from "../../src/excel/job";
import type { Outcome } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import type { CellValue } from "../../src/snapshot/snapshot";
import type { OpenedExcel } from "../../src/standin/index";
import { records, sheetOf, snapshot, type as typeIn, workbookOf } from "./workbook";

jest.setTimeout(60_000);

const years = ["2022/23", "2023/24", "2024/25"];
const uhl = {
  name: "UHL",
  values: [
    ["University Hospitals of Leicester", null, null, null, null],
    ["Metric", "Unit", ...years],
    ["NHS Carbon Footprint", "tCO2e", 57100, 55600, 54300],
    ["Cycle to work in place", "yes/no", "Yes", "Yes", "Yes"],
  ] as CellValue[][],
};

async function report({ Excel }: OpenedExcel): Promise<Outcome> {
  const choices = { asOf: null, today: "2026-01-01", period: null, organisations: [] };
  return (await makeReport(Excel, llrPack, choices)).outcome;
}

/** Writes into the row of a table on the settings sheet that begins with these words. */
async function write(
  opened: OpenedExcel,
  table: string,
  first: string,
  cells: Readonly<Record<string, string | number>>,
) {
  const sheet = sheetOf(await snapshot(opened), "Green Plan Settings");
  const { area } = sheet.tables.find(({ name }) => name === table)!;
  const at = (row: number, column: number) => sheet.values[row - sheet.used!.top]?.[column - sheet.used!.left];
  let row = area.top;
  while (at(row, area.left) !== first) row++;
  for (const [header, value] of Object.entries(cells)) {
    let column = area.left;
    while (at(area.top, column) !== header) column++;
    await typeIn(opened, sheet.name, row, column, value);
  }
}

test("what is signed, agreed and recorded on the settings sheet outlives the report, and a figure that changes voids it", async () => {
  const opened = await workbookOf([uhl]);
  const first = await report(opened);
  const approvalIn = (outcome: Outcome) =>
    outcomeJson(outcome, "return.xlsx", { requests: 0, bytesSent: 0, bytesReceived: 0, sheetsWritten: [] }).approval;
  expect(approvalIn(first)).toEqual({ state: "draft", by: null, on: null });

  await write(opened, "GreenPlan_SignOff", "Approved by", { "Name or role": "the Board", Date: "12/12/2025" });
  await write(opened, "GreenPlan_Settings", "Needs attention up to this many percent behind", {
    Value: "60%",
    "Agreed by": "Board",
  });
  await typeIn(opened, "UHL", 2, 4, 50_000);
  const second = await report(opened);
  expect(approvalIn(second)).toEqual({ state: "void", by: "the Board", on: "2025-12-12" });
  const ragIn = ({ assessments }: Outcome) => assessments.find(({ latest, metric }) => latest && metric === "CF")?.rag;
  expect([ragIn(first), ragIn(second)]).toEqual(["red", "amber"]);

  await write(opened, "GreenPlan_SignOff", "Approved by", { Date: 46004 });
  expect(approvalIn(await report(opened))).toEqual({ state: "approved", by: "the Board", on: "2025-12-13" });
  const after = await snapshot(opened);
  expect(records(after, "GreenPlan_SignOff")[2]!.get("State")).toBe("stands");
  const says = records(after, "GreenPlan_About").map((row) => String(row.get("What it says")));
  expect(says).toContain("Approved by the Board on 13 December 2025.");
  expect(says).toContain("Needs attention up to 60% behind (the plan: 5%), agreed by Board, not recorded when.");
});
