import { readWorkbook, type ReadOptions } from "../../src/excel/read/read-workbook";
import { runExcel } from "../../src/excel/host/run";
import { writeReport } from "../../src/excel/write/write-report";
import type { Outcome } from "../../src/outcome";
import { reportBook } from "../../src/report/book/book";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/snapshot/snapshot";
import { openExcel, type OpenedExcel } from "../../src/standin/index";
import { exampleOutcome, returnSheets } from "../report/outcome";

/** A workbook in the stand-in that holds these sheets, put there through Excel's own client. */
export async function workbookOf(
  sheets: readonly Pick<SheetSnapshot, "name" | "values">[] = returnSheets,
  options: Parameters<typeof openExcel>[1] = {},
): Promise<OpenedExcel> {
  const opened = await openExcel(undefined, options);
  await runExcel(opened.Excel, async (context) => {
    const { worksheets } = context.workbook;
    for (const { name, values } of sheets) {
      const sheet = worksheets.add(name);
      const width = Math.max(...values.map((row) => row.length));
      sheet.getRangeByIndexes(0, 0, values.length, width).values = values.map((row) => row.map(entry));
    }
    worksheets.getItem("Sheet1").delete();
    await context.sync();
  });
  return opened;
}

function entry(value: CellValue): string | number | boolean {
  return typeof value === "string" ? `'${value}` : (value ?? "");
}

export function snapshot({ Excel }: OpenedExcel, options?: ReadOptions): Promise<Snapshot> {
  return runExcel(Excel, (context) => readWorkbook(context, options));
}

/** The main job with the outcome given: reads what stands there, writes the report. */
export async function report(opened: OpenedExcel, changes: Partial<Outcome> = {}): Promise<Snapshot> {
  const outcome = exampleOutcome({ snapshot: await snapshot(opened), ...changes });
  await runExcel(opened.Excel, (context) => writeReport(context, reportBook(outcome)));
  return snapshot(opened);
}

/** What a person keeps: the sheets that are not ours, as they read. */
export function peoplesSheets({ sheets }: Snapshot): SheetSnapshot[] {
  return sheets.filter(({ own }) => own === null);
}

export function sheetOf({ sheets }: Snapshot, name: string): SheetSnapshot {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`There is no sheet ${name} among ${sheets.map(({ name }) => name).join(", ")}`);
  return found;
}

/** The records of a table, each by its headers. */
export function records(snapshot: Snapshot, table: string): Map<string, CellValue>[] {
  for (const { tables, values, used } of snapshot.sheets) {
    const found = tables.find(({ name }) => name === table);
    if (!found || !used) continue;
    const { top, bottom, left, right } = found.area;
    const rows = values
      .slice(top - used.top, bottom - used.top + 1)
      .map((row) => row.slice(left - used.left, right - used.left + 1));
    return rows.slice(1).map((row) => new Map(row.map((value, at) => [String(rows[0]![at]), value])));
  }
  throw new Error(`There is no table ${table}`);
}

/** Types into one cell as a person would. */
export function type(
  { Excel }: OpenedExcel,
  sheet: string,
  row: number,
  column: number,
  value: string | number,
): Promise<void> {
  return runExcel(Excel, async (context) => {
    context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).values = [[value]];
    await context.sync();
  });
}
