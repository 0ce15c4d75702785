import { readFileSync } from "node:fs";
import { makeReport } from "../../src/excel/job";
import { llrPack } from "../../src/plan/llr";
import { openExcel } from "../../src/standin/index";
import type { BookState } from "../../src/workbook-file/book/book";

let made: Promise<BookState> | undefined;

/** The sample return with its report, as a workbook. */
export function reported(): Promise<BookState> {
  made ??= (async () => {
    const opened = await openExcel(new Uint8Array(readFileSync("assets/sample-return.xlsx")), {
      fileName: "return.xlsx",
    });
    const choices = { asOf: null, today: "2026-11-28" as const, period: null, organisations: [] };
    await makeReport(opened.Excel, llrPack, choices);
    return opened.book;
  })();
  return made;
}
