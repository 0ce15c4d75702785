import { readWorkbook } from "../../src/excel/read";
import { runExcel } from "../../src/excel/run";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/returns/snapshot";
import { openExcel, type OpenedExcel } from "../../src/standin/index";
import { returnSheets } from "../report/outcome";

/** A workbook in the stand-in that holds these sheets, put there through Excel's own client. */
export async function workbookOf(sheets: readonly SheetSnapshot[] = returnSheets): Promise<OpenedExcel> {
  const opened = await openExcel();
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

export function snapshot({ Excel }: OpenedExcel): Promise<Snapshot> {
  return runExcel(Excel, (context) => readWorkbook(context));
}

/** What a person keeps: the sheets that are not ours, as they read. */
export function peoplesSheets({ sheets }: Snapshot): SheetSnapshot[] {
  return sheets.filter(({ own }) => own === null);
}
