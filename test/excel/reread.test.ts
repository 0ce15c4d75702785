import fc from "fast-check";
import type { CellsEdited } from "../../src/excel/host/events";
import { rereadWorkbook } from "../../src/excel/read/reread-workbook";
import { runExcel } from "../../src/excel/host/run";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { openExcel, type OpenedExcel } from "../../src/standin/index";
import { report, sheetOf, snapshot } from "./workbook";

jest.setTimeout(120_000);

/** Two sheets, the second of formulas over the first; formulas are calculated. */
async function calculated(): Promise<OpenedExcel> {
  const opened = await openExcel();
  await change(opened, ({ workbook: { worksheets } }) => {
    const [figures, sums] = [worksheets.add("Figures"), worksheets.add("Sums")];
    figures.getRange("B2:E5").values = [
      ["Site", "Gas", "Water", "Note"],
      ["A", 10, 20, "as billed"],
      ["B", 30, 40, ""],
      ["C", 50, 60, ""],
    ];
    figures.getRange("C6:D6").formulas = [["=SUM(C3:C5)", "=SUM(D3:D5)"]];
    sums.getRange("A1:A3").formulas = [["=Figures!C6*2"], ['=IF(Figures!C3>99,"large","")'], ["=A1+1"]];
    worksheets.getItem("Sheet1").delete();
  });
  return opened;
}

async function change(opened: OpenedExcel, edit: (context: Excel.RequestContext) => void): Promise<void> {
  await runExcel(opened.Excel, async (context) => {
    edit(context);
    await context.sync();
  });
}

const reread = ({ Excel }: OpenedExcel, before: Snapshot, edited: readonly CellsEdited[]) =>
  runExcel(Excel, (context) => rereadWorkbook(context, before, edited));

/** What stands in the workbook by now, read after an edit and as a whole: the same. */
async function expectTheSame(opened: OpenedExcel, before: Snapshot, edited: readonly CellsEdited[]): Promise<Snapshot> {
  const again = await reread(opened, before, edited);
  expect(again).toEqual(await snapshot(opened));
  return again;
}

describe("a workbook read again after an edit", () => {
  test("has the cells that were edited, their formats and formulas, and every formula's new answer", async () => {
    const opened = await calculated();
    let before = await snapshot(opened);
    const entries: readonly [string, unknown, string?][] = [
      ["C3", 100],
      ["C3", 0.25, "0%"],
      ["D4", "n/a"],
      ["D4", ""],
      ["C4", "=C3+1"],
      ["C4", 31],
      ["C6", 190],
      ["C6", "=SUM(C3:C4)"],
    ];
    for (const [address, entry, format] of entries) {
      await change(opened, ({ workbook }) => {
        const cell = workbook.worksheets.getItem("Figures").getRange(address);
        cell.formulas = [[entry]];
        if (format !== undefined) cell.numberFormat = [[format]];
      });
      before = await expectTheSame(opened, before, [{ sheet: "Figures", address }]);
    }
  });

  test("shares with the one before whatever stayed as it was", async () => {
    const opened = await calculated();
    const before = await snapshot(opened);
    await change(opened, ({ workbook }) => {
      workbook.worksheets.getItem("Figures").getRange("D3").values = [[21]];
    });
    const again = await expectTheSame(opened, before, [{ sheet: "Figures", address: "D3" }]);
    const [old, now] = [sheetOf(before, "Figures"), sheetOf(again, "Figures")];
    expect(now.formulas).toBe(old.formulas);
    expect(now.values.map((row, index) => row === old.values[index])).toEqual([true, false, true, true, false]);
    expect(sheetOf(again, "Sums")).toBe(sheetOf(before, "Sums"));
    expect(await reread(opened, again, [{ sheet: "Figures", address: "D3" }])).toBe(again);
  });

  test("takes three requests, and asks for few of a large sheet's cells", async () => {
    const opened = await openExcel(undefined, { recalculate: false });
    await change(opened, ({ workbook }) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.getRangeByIndexes(0, 0, 2000, 20).values = Array.from({ length: 2000 }, (_, row) =>
        Array.from({ length: 20 }, (_each, column) => row * column),
      );
    });
    const received = opened.counters.bytesReceived;
    const before = await snapshot(opened);
    const whole = opened.counters.bytesReceived - received;
    await change(opened, ({ workbook }) => {
      workbook.worksheets.getItem("Sheet1").getRange("C7").values = [[1]];
    });
    const [requests, bytes] = [opened.counters.requests, opened.counters.bytesReceived];
    const again = await runExcel(opened.Excel, async (context) => {
      const read = await rereadWorkbook(context, before, [{ sheet: "Sheet1", address: "C7" }]);
      expect(opened.counters.requests - requests).toBe(3);
      return read;
    });
    expect(opened.counters.bytesReceived - bytes).toBeLessThan(whole / 50);
    expect(again).toEqual(await snapshot(opened));
  });

  const changes: readonly (readonly [string, (sheets: Excel.WorksheetCollection, workbook: Excel.Workbook) => void])[] =
    [
      [
        "a cell outside the used range is filled",
        (sheets) => (sheets.getItem("Figures").getRange("H9").values = [[1]]),
      ],
      ["rows are hidden", (sheets) => (sheets.getItem("Figures").getRange("3:4").rowHidden = true)],
      ["a sheet is hidden", (sheets) => (sheets.getItem("Sums").visibility = "Hidden")],
      ["a sheet is renamed", (sheets) => (sheets.getItem("Sums").name = "Totals")],
      ["a sheet is added", (sheets) => sheets.add("More")],
      ["a table is made", (sheets) => sheets.getItem("Figures").tables.add("B2:D5", true)],
      ["a name is given", (sheets, { names }) => names.add("Base", sheets.getItem("Figures").getRange("C3"))],
    ];
  test.each(changes)("is read as a whole where %s", async (_, edit) => {
    const opened = await calculated();
    const before = await snapshot(opened);
    await change(opened, ({ workbook }) => {
      workbook.worksheets.getItem("Figures").getRange("C4").values = [[333]];
      edit(workbook.worksheets, workbook);
    });
    await expectTheSame(opened, before, [{ sheet: "Figures", address: "C4" }]);
  });

  test.each([null, "C:C", "3:5"])("is read as a whole where the edit is told as %s", async (address) => {
    const opened = await calculated();
    const before = await snapshot(opened);
    await change(opened, ({ workbook }) => {
      workbook.worksheets.getItem("Figures").getRange("C3:C5").values = [[7], [8], [9]];
    });
    await expectTheSame(opened, before, [{ sheet: "Figures", address }]);
  });

  test("is read as a whole where a formula may fill cells beside its own", async () => {
    const opened = await calculated();
    const before = await snapshot(opened);
    // The stand-in fills no cells beside a formula's own, so it is told here that some are.
    const { Range } = await import("../../src/standin/model/range/range");
    const spill = jest.spyOn(Range.prototype, "hasSpill", "get").mockReturnValue(true);
    await change(opened, ({ workbook }) => {
      workbook.worksheets.getItem("Figures").getRange("C3:D3").values = [[7, 8]];
    });
    await expectTheSame(opened, before, [{ sheet: "Figures", address: "C3" }]);
    spill.mockRestore();
  });

  test("is the same whatever was typed where, one edit after another", async () => {
    const opened = await calculated();
    const entry = fc.constantFrom<unknown>(
      1,
      0,
      -5,
      0.5,
      1e6,
      "n/a",
      "",
      "=1/0",
      "=SUM(C3:C5)",
      "=C3",
      "2023/24",
      true,
    );
    const edit = fc.record({ row: fc.nat(4), column: fc.nat(3), entry });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const before = await snapshot(opened);
        const told: CellsEdited[] = [];
        await change(opened, ({ workbook }) => {
          for (const { row, column, entry: typed } of edits) {
            workbook.worksheets.getItem("Figures").getRangeByIndexes(1 + row, 1 + column, 1, 1).formulas = [[typed]];
            told.push({ sheet: "Figures", address: `${"BCDE"[column]}${2 + row}` });
          }
        });
        await expectTheSame(opened, before, told);
      }),
      { numRuns: 40 },
    );
  });

  test("has our own sheets as they are by then", async () => {
    const opened = await calculated();
    await report(opened);
    const before = await snapshot(opened);
    await change(opened, ({ workbook }) => {
      workbook.worksheets.getItem("Figures").getRange("C3").values = [[11]];
    });
    await expectTheSame(opened, before, [{ sheet: "Figures", address: "C3" }]);
  });
});
