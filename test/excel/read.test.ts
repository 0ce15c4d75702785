import { ExcelTrouble, runExcel } from "../../src/excel/host/run";
import { openExcel, type OpenedExcel } from "../../src/standin/index";
import { report, sheetOf, snapshot, workbookOf } from "./workbook";

jest.setTimeout(120_000);

const change = (opened: OpenedExcel, edit: (context: Excel.RequestContext) => void) =>
  runExcel(opened.Excel, async (context) => {
    edit(context);
    await context.sync();
  });

/** How many requests reading takes: the one that lets go of tracked ranges afterwards is nobody's wait. */
async function syncsOf(opened: OpenedExcel): Promise<number> {
  const { readWorkbook } = await import("../../src/excel/read/read-workbook");
  return runExcel(opened.Excel, async (context) => {
    const before = opened.counters.requests;
    await readWorkbook(context);
    return opened.counters.requests - before;
  });
}

const grid = (rows: number, columns: number) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => row * columns + column));

describe("reading a workbook", () => {
  test("takes three requests, whatever its rows and sheets", async () => {
    for (const [sheets, rows] of [
      [1, 5],
      [12, 40],
      [3, 1500],
    ] as const) {
      const values = grid(rows, 10);
      const opened = await workbookOf(Array.from({ length: sheets }, (_, at) => ({ name: `S${at}`, values })));
      expect(await syncsOf(opened)).toBe(3);
    }
  });

  test("reads a large sheet in row blocks, each cell once and in its place", async () => {
    const values = grid(7000, 20);
    const opened = await workbookOf([{ name: "Large", values }], { recalculate: false });
    expect(await syncsOf(opened)).toBe(2 + Math.ceil((7000 * 20) / 50_000));
    const { values: read, formulas, numberFormats } = sheetOf(await snapshot(opened), "Large");
    expect(read).toEqual(values);
    expect(formulas).toHaveLength(7000);
    expect(numberFormats).toHaveLength(7000);
  });

  test("is not held up by a million formatted empty rows", async () => {
    const opened = await workbookOf([{ name: "Phantom", values: [["Gas", 1]] }]);
    await change(opened, (context) => {
      context.workbook.worksheets.getItem("Phantom").getRange("A1000000:B1000000").format.fill.color = "#FFFF00";
    });
    expect(await syncsOf(opened)).toBe(3);
    expect(sheetOf(await snapshot(opened), "Phantom").used).toEqual({ top: 0, left: 0, bottom: 0, right: 1 });
  });

  test("asks for halves where Excel finds an answer too large, and loses nothing", async () => {
    const values = Array.from({ length: 300 }, (_, row) => [`${row} ${"long text ".repeat(200)}`, row]);
    const opened = await workbookOf([{ name: "Wordy", values }], { recalculate: false });
    opened.faults.payloadLimit = 400_000;
    expect(sheetOf(await snapshot(opened), "Wordy").values).toEqual(values);
  });

  test("tells values, formulas, errors, blanks and text that looks like a formula apart", async () => {
    const opened = await openExcel();
    await change(opened, (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:C2").formulas = [
        [5, "=A1*2", "'=A1"],
        ["=1/0", '=""', ""],
      ];
      sheet.getRange("A1").numberFormat = "0.0%" as unknown as string[][];
    });
    const { values, formulas, numberFormats } = sheetOf(await snapshot(opened), "Sheet1");
    expect(values).toEqual([
      [5, 10, "=A1"],
      ["#DIV/0!", "", null],
    ]);
    expect(formulas).toEqual([
      [null, "=A1*2", null],
      ["=1/0", '=""', null],
    ]);
    expect(numberFormats[0]![0]).toBe("0.0%");
  });

  test("places what begins away from A1 where it stands", async () => {
    const opened = await openExcel();
    await change(opened, (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("C5:D6").values = [
        [1, 2],
        [3, 4],
      ];
    });
    const { used, values } = sheetOf(await snapshot(opened), "Sheet1");
    expect(used).toEqual({ top: 4, left: 2, bottom: 5, right: 3 });
    expect(values).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("names hidden rows and columns, hidden sheets, tables, names and empty sheets", async () => {
    const opened = await workbookOf([
      { name: "Seen", values: grid(6, 4) },
      { name: "Unseen", values: [["x"]] },
    ]);
    await change(opened, (context) => {
      const { worksheets, names } = context.workbook;
      const seen = worksheets.getItem("Seen");
      seen.getRange("3:4").rowHidden = true;
      seen.getRange("B:B").columnHidden = true;
      seen.getRange("A1:D1").values = [["a", "b", "c", "d"]];
      seen.tables.add("A1:D6", true).name = "Figures";
      worksheets.getItem("Unseen").visibility = "VeryHidden";
      worksheets.add("Blank");
      names.add("Base", seen.getRange("A2"));
    });
    const read = await snapshot(opened);
    expect(sheetOf(read, "Seen")).toMatchObject({
      hiddenRows: [2, 3],
      hiddenColumns: [1],
      tables: [
        { name: "Figures", area: { top: 0, left: 0, bottom: 5, right: 3 }, showHeaders: true, showTotals: false },
      ],
      own: null,
    });
    expect(sheetOf(read, "Unseen").visibility).toBe("veryHidden");
    expect(sheetOf(read, "Blank")).toMatchObject({ used: null, values: [], hiddenRows: [], hiddenColumns: [] });
    expect(read.names).toEqual([{ name: "Base", sheet: null, formula: expect.stringContaining("Seen!") }]);
  });

  test("survives JSON: a snapshot is plain data", async () => {
    const read = await report(await workbookOf());
    expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  });

  test("marks our own sheets, and their mark is no name of the workbook's", async () => {
    const read = await report(await workbookOf());
    expect(sheetOf(read, "Board Report").own).toMatchObject({ kind: "board-report", title: "Board Report" });
    expect(read.names).toEqual([]);
  });

  test("reads only our own cells when asked so", async () => {
    const opened = await workbookOf();
    await report(opened);
    const read = await snapshot(opened, { onlyOurs: true });
    expect(sheetOf(read, "UHL").values).toEqual([]);
    expect(sheetOf(read, "Notes").values.length).toBeGreaterThan(10);
  });

  test("tells how far it is, and stops when asked", async () => {
    const opened = await workbookOf([{ name: "Large", values: grid(6000, 20) }], { recalculate: false });
    const shares: number[] = [];
    await snapshot(opened, { progress: (share) => shares.push(share) });
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
    let asked = 0;
    const reading = snapshot(opened, { cancelled: () => ++asked > 2 });
    await expect(reading).rejects.toBeInstanceOf(ExcelTrouble);
    await expect(reading).rejects.toMatchObject({ code: "Cancelled" });
  });
});
