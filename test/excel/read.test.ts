import fc from "fast-check";
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
    expect(await syncsOf(opened)).toBe(2 + 1 + Math.ceil((7000 * 20) / 50_000));
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
    // Whole pieces go into a request, so that one holds a little less than 50,000 cells.
    expect(shares).toEqual([0.416, 0.832, 1]);
    let asked = 0;
    const reading = snapshot(opened, { cancelled: () => ++asked > 2 });
    await expect(reading).rejects.toBeInstanceOf(ExcelTrouble);
    await expect(reading).rejects.toMatchObject({ code: "Cancelled" });
  });
});

describe("a sheet on which little stands far apart", () => {
  const scattered = (cells: readonly (readonly [row: number, column: number, value: string | number])[]) =>
    cells.map(([row, column, value]) => ({ row, column, value }));

  async function opened(cells: ReturnType<typeof scattered>, long = "") {
    const excel = await workbookOf([{ name: "Wide", values: [["Gas", 1]] }], { recalculate: false });
    await change(excel, (context) => {
      const sheet = context.workbook.worksheets.getItem("Wide");
      for (const { row, column, value } of cells)
        sheet.getRangeByIndexes(row, column, 1, 1).values = [[typeof value === "string" ? value + long : value]];
    });
    return excel;
  }

  test("is read with every cell in its place, wherever it stands, in few requests", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.tuple(
            fc.nat(1_048_575),
            fc.nat(16_383),
            fc.oneof(
              fc.integer(),
              fc.string({ minLength: 1 }).map((text) => `x${text}`),
            ),
          ),
          {
            maxLength: 30,
            selector: ([row, column]) => `${row},${column}`,
          },
        ),
        async (cells) => {
          const typed = scattered(cells.filter(([row, column]) => row > 0 || column > 1));
          const excel = await opened(typed);
          expect(await syncsOf(excel)).toBeLessThanOrEqual(7);
          const { values, used, far = [] } = sheetOf(await snapshot(excel), "Wide");
          const found = values.flatMap((row, r) =>
            row.flatMap((value, c) => (value === null ? [] : [[used!.top + r, used!.left + c, value]])),
          );
          const all = [...found, ...far.map(({ row, column, value }) => [row, column, value])];
          const expected = [[0, 0, "Gas"], [0, 1, 1], ...typed.map(({ row, column, value }) => [row, column, value])];
          expect(sorted(all)).toEqual(sorted(expected));
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  const sorted = (cells: readonly unknown[][]) =>
    [...cells].sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]));

  test("has its stray cells named, and left out of what is walked", async () => {
    const sheet = sheetOf(
      await snapshot(
        await opened(
          scattered([
            [1999, 16_383, 1],
            [1_048_575, 0, 2],
          ]),
        ),
      ),
      "Wide",
    );
    expect(sheet.far?.map(({ cell, value }) => [cell, value])).toEqual([
      ["Wide!XFD2000", 1],
      ["Wide!A1048576", 2],
    ]);
    expect(sheet.values).toEqual([["Gas", 1]]);
  });

  test("has no stray cells where much lies scattered all over it", async () => {
    const notes = Array.from({ length: 60 }, (_, index) => [9000 * (index + 1), 0, `note ${index}`] as const);
    const { far, values } = sheetOf(await snapshot(await opened(scattered(notes))), "Wide");
    expect(far).toBeUndefined();
    expect(values.filter((row) => row.length > 0)).toHaveLength(61);
  });
});

test("a sheet with a table, hidden rows and texts too long for one answer is read whole", async () => {
  const values = [
    ["Label", "Note"],
    ...Array.from({ length: 400 }, (_, row) => [`row ${row}`, "long text ".repeat(300)]),
  ];
  const excel = await workbookOf([{ name: "Wordy", values }], { recalculate: false });
  await change(excel, (context) => {
    const sheet = context.workbook.worksheets.getItem("Wordy");
    sheet.tables.add("A1:B401", true).name = "Theirs";
    for (let row = 5; row < 60; row += 2) sheet.getRangeByIndexes(row, 0, 1, 1).rowHidden = true;
  });
  excel.faults.payloadLimit = 300_000;
  const sheet = sheetOf(await snapshot(excel), "Wordy");
  expect(sheet.values).toEqual(values);
  expect(sheet.tables).toEqual([
    { name: "Theirs", showHeaders: true, showTotals: false, area: { top: 0, left: 0, bottom: 400, right: 1 } },
  ]);
  expect(sheet.hiddenRows).toHaveLength(28);
});

test("one row too long for one answer is read in parts", async () => {
  const values = [Array.from({ length: 60 }, (_, column) => `${column} ${"text ".repeat(1000)}`)];
  const excel = await workbookOf([{ name: "Row", values }], { recalculate: false });
  excel.faults.payloadLimit = 40_000;
  expect(sheetOf(await snapshot(excel), "Row").values).toEqual(values);
});

test("with every second row hidden over a long sheet, the shown rows are asked for in parts", async () => {
  const rows = 24_000;
  const excel = await workbookOf([{ name: "Long", values: Array.from({ length: rows }, (_, row) => [row]) }], {
    recalculate: false,
  });
  const { rows: heights } = excel.book.sheets[0]!;
  for (let row = 1; row < rows; row += 2) heights.set(row, { height: null, hidden: true, style: null });
  excel.faults.payloadLimit = 3_000_000;
  const { hiddenRows, values } = sheetOf(await snapshot(excel), "Long");
  expect(hiddenRows).toHaveLength(rows / 2);
  expect(values).toHaveLength(rows);
});
