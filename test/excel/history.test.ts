import { makeReport } from "../../src/excel/job";
import { runExcel } from "../../src/excel/host/run";
import { llrPack } from "../../src/plan/llr";
import { openExcel, type OpenedExcel } from "../../src/standin/index";
import { wordsOn } from "../report/board-page";
import { wholeReturn } from "../report/changes/kit";
import { records, sheetOf, snapshot, type as typeIn, workbookOf } from "./workbook";

jest.setTimeout(60_000);

/** The history of reports in a real workbook: written, read back, kept through a writing that fails. */

const report = ({ Excel }: OpenedExcel, today: string) =>
  makeReport(Excel, llrPack, { asOf: null, today, period: null, organisations: [] });
const history = async (opened: OpenedExcel) => {
  const now = await snapshot(opened);
  return [records(now, "GreenPlan_Reports"), records(now, "GreenPlan_Reported")] as const;
};
const freshness = async (opened: OpenedExcel) => (await wordsOn(opened, "What Changed"))[2];

/** Writes under a header of the table of reports, in one of its rows, and in a column of a person's own. */
async function write(opened: OpenedExcel, row: number, header: string, value: string): Promise<void> {
  const sheet = sheetOf(await snapshot(opened), "Green Plan History");
  const { area } = sheet.tables.find(({ name }) => name === "GreenPlan_Reports")!;
  const column = sheet.values[area.top - sheet.used!.top]!.indexOf(header);
  await typeIn(opened, sheet.name, area.top + row, column, value);
}

const whole: Awaited<ReturnType<typeof history>>[] = [];
let file: Uint8Array = new Uint8Array();
let requests = 0;

test("what a person writes on a report is used by the next, and the page is up to date after the run that wrote it", async () => {
  const opened = await workbookOf(wholeReturn);
  await report(opened, "2026-11-01");
  expect(await freshness(opened)).toBe("● Up to date with the workbook");
  await write(opened, 1, "Label", "Board, 12 December 2026");
  await write(opened, 1, "Went to a board", "yes");
  expect(await freshness(opened)).toMatch(/^◆ Out of date: 2 cells/);
  await typeIn(opened, "Actions", 1, 3, "Complete");
  file = await opened.save();
  const before = opened.counters.requests;
  await report(opened, "2026-12-20");
  requests = opened.counters.requests - before;
  expect((await wordsOn(opened, "What Changed")).slice(2, 5)).toEqual([
    "● Up to date with the workbook",
    "Since the report to the Board, 12 December 2026 (figures as at 31 March 2025)",
    "Of the actions: 1 completed.",
  ]);
  whole.push(await history(opened));
  expect(whole[0]?.[0].map((row) => [row.get("Report"), row.get("Label"), row.get("Went to a board")])).toEqual([
    [2, null, null],
    [1, "Board, 12 December 2026", "yes"],
  ]);
});

test("a writing that fails loses none of it, and the next run ends as one that nothing disturbed", async () => {
  const opened = await openExcel(file, { recalculate: false });
  // The safe copy is written, and nothing after it; then the sheet itself is as a stop in the midst of it would leave it.
  opened.faults.fail({ request: requests - 1, code: "GeneralException" });
  await expect(report(opened, "2026-12-20")).rejects.toThrow();
  opened.faults.clear();
  await runExcel(opened.Excel, async (context) => {
    context.workbook.tables.getItem("GreenPlan_Reports").convertToRange();
    context.workbook.tables.getItem("GreenPlan_Reported").convertToRange();
    context.workbook.worksheets.getItem("Green Plan History").getRange("A20:Z200").clear("Contents");
    await context.sync();
  });
  await report(opened, "2026-12-20");
  expect([await history(opened)]).toEqual(whole);
});
