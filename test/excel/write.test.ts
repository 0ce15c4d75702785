import { runExcel } from "../../src/excel/run";
import { writeReport } from "../../src/excel/write";
import { reportBook } from "../../src/report/book";
import { exampleOutcome } from "../report/outcome";
import { snapshot, workbookOf } from "./workbook";

test("try", async () => {
  const opened = await workbookOf();
  const before = await snapshot(opened);
  const outcome = exampleOutcome({ snapshot: before });
  const book = reportBook(outcome);
  const n = opened.counters.requests;
  const t = Date.now();
  await runExcel(opened.Excel, (context) => writeReport(context, book));
  console.log(opened.counters.requests - n, Date.now() - t);
  const after = await snapshot(opened);
  console.log(after.sheets.map((s) => [s.name, s.own, s.used, s.tables.map((t) => t.name)]));
  const board = after.sheets.find((s) => s.name === "Board Report")!;
  console.log(board.values.map((r) => JSON.stringify(r)).join("\n"));
  require("fs").writeFileSync("/tmp/out.xlsx", await opened.save());
}, 60000);
