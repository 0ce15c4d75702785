import { readFileSync } from "node:fs";
import path from "node:path";
import { makeReport } from "../../src/excel/job";
import { llrPack } from "../../src/plan/llr";
import { openExcel } from "../../src/standin";

const sample = new Uint8Array(readFileSync(path.resolve(__dirname, "../../assets/sample-return.xlsx")));
const choices = { asOf: null, today: "2026-01-01", period: null, organisations: [] };
const fileName = "sample-return.xlsx";

type Opened = Awaited<ReturnType<typeof openExcel>>;
const report = ({ Excel }: Opened) => makeReport(Excel, llrPack, choices, { fileName });

/** Every cell of the user's sheets, and of all sheets, as the workbook holds them. */
const cells = ({ book }: Opened, wanted: (name: string) => boolean) =>
  book.sheets
    .filter(({ name }) => wanted(name))
    .map(({ name, cells, rows, columns, tables }) => ({ name, cells, rows, columns, tables }));

test("a report that fails at any request changes no cell of the user's, and the next run is whole", async () => {
  const untouched = await openExcel(sample, { fileName });
  const theirs = new Set(untouched.book.sheets.map(({ name }) => name));
  const before = structuredClone(cells(untouched, (name) => theirs.has(name)));
  await report(untouched);
  const requests = untouched.counters.requests;
  const whole = cells(untouched, (name) => !theirs.has(name)).map(({ name, cells }) => ({
    name,
    values: cells.map((row) => row?.map((cell) => cell?.value ?? null)),
  }));
  expect(requests).toBeGreaterThan(4);

  for (let nth = 1; nth <= requests; nth += 1) {
    const excel = await openExcel(sample, { fileName });
    excel.faults.fail({ request: nth, code: "GeneralException" });
    const failed = await report(excel).then(
      () => null,
      (error: Error) => error,
    );
    // The last request only lets go of tracked ranges: nobody waits for it.
    if (failed) expect(failed.name).toBe("ExcelTrouble");
    expect(cells(excel, (name) => theirs.has(name))).toEqual(before);
    excel.faults.clear();
    await report(excel);
    expect(cells(excel, (name) => theirs.has(name))).toEqual(before);
    expect(
      cells(excel, (name) => !theirs.has(name)).map(({ name, cells }) => ({
        name,
        values: cells.map((row) => row?.map((cell) => cell?.value ?? null)),
      })),
    ).toEqual(whole);
  }
}, 180_000);
