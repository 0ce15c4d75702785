import { onReturnChanged, type CellsEdited } from "../../src/excel/host/events";
import { applyChanges } from "../../src/excel/write/mend";
import { goToCell } from "../../src/excel/host/navigate";
import { ExcelTrouble, runExcel } from "../../src/excel/host/run";
import { keepExplanation } from "../../src/excel/state";
import { keptIn } from "../../src/decisions/kept";
import type { OpenedExcel } from "../../src/standin/index";
import type { Session } from "../../src/standin/model/session/session";
import type { Area } from "../../src/snapshot/snapshot";
import { enter } from "../../src/standin/model/cells/values";
import type { CellChange } from "../../src/validation/finding";
import { peoplesSheets, records, report, sheetOf, snapshot, type as typeIn, workbookOf } from "./workbook";

jest.setTimeout(120_000);

const selected = ({ Excel }: OpenedExcel) =>
  runExcel(Excel, async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    await context.sync();
    return range.address;
  });

describe("going to a finding's cell", () => {
  test("brings its sheet to the front and selects it", async () => {
    const opened = await workbookOf();
    await runExcel(opened.Excel, (context) => goToCell(context, "LPT!G5"));
    expect(await selected(opened)).toBe("LPT!G5");
    await runExcel(opened.Excel, (context) => goToCell(context, "UHL!B3:C4"));
    expect(await selected(opened)).toBe("UHL!B3:C4");
  });

  test("says so where the sheet is gone or hidden", async () => {
    const opened = await workbookOf();
    const going = (cell: string) => runExcel(opened.Excel, (context) => goToCell(context, cell));
    await expect(going("Gone!A1")).rejects.toThrow(
      'The sheet "Gone" is no longer in this workbook. Check the return again.',
    );
    await runExcel(opened.Excel, async (context) => {
      context.workbook.worksheets.getItem("LPT").visibility = "Hidden";
      await context.sync();
    });
    await expect(going("LPT!G5")).rejects.toThrow(/hidden sheet/);
  });
});

describe("a mend", () => {
  const mend: CellChange = { sheet: "LPT", address: "G5", before: 2137.097, after: 21370.97 };
  const apply = ({ Excel }: OpenedExcel, changes: readonly CellChange[]) => applyChanges(Excel, changes);

  test("writes its cell and no other, and can be undone", async () => {
    const opened = await workbookOf();
    const before = await snapshot(opened);
    const undo = await apply(opened, [mend]);
    const after = await snapshot(opened);
    expect(sheetOf(after, "LPT").values[4]![6]).toBe(21370.97);
    const differing = before.sheets.flatMap((sheet, at) =>
      sheet.values.flatMap((row, r) => row.filter((value, c) => after.sheets[at]!.values[r]![c] !== value)),
    );
    expect(differing).toEqual([2137.097]);
    await apply(opened, undo);
    expect(await snapshot(opened)).toEqual(before);
  });

  test("writes nothing at all where one of its cells has changed since", async () => {
    const opened = await workbookOf();
    await typeIn(opened, "UHL", 2, 1, 99);
    const before = await snapshot(opened);
    const second: CellChange = { sheet: "UHL", address: "B3", before: 61200, after: 61000 };
    await expect(apply(opened, [mend, second])).rejects.toThrow(
      "UHL!B3 was changed since: it holds 99 now and held 61,200 before, so nothing was written. Check the return again, or write in the cell yourself.",
    );
    expect(await snapshot(opened)).toEqual(before);
  });

  test("does not write over a formula that shows the same figure", async () => {
    const opened = await workbookOf();
    await runExcel(opened.Excel, async (context) => {
      context.workbook.worksheets.getItem("LPT").getRange("G5").formulas = [["=2137.097"]];
      await context.sync();
    });
    await expect(apply(opened, [mend])).rejects.toMatchObject({ code: "CellChanged" });
  });

  test("writes text as text", async () => {
    const opened = await workbookOf();
    await apply(opened, [{ ...mend, after: "=1+1" }]);
    const { values, formulas } = sheetOf(await snapshot(opened), "LPT");
    expect([values[4]![6], formulas[4]![6]]).toEqual(["=1+1", null]);
  });

  test("empties a cell, and fills an empty one", async () => {
    const opened = await workbookOf();
    const undo = await apply(opened, [{ ...mend, after: null }]);
    expect(sheetOf(await snapshot(opened), "LPT").values[4]![6]).toBeNull();
    await apply(opened, undo);
    expect(sheetOf(await snapshot(opened), "LPT").values[4]![6]).toBe(2137.097);
  });
});

describe("an explanation", () => {
  const given = {
    key: "DQ03|WATER|RWE||2024/25",
    who: "A. Patel",
    when: "2025-04-02",
    text: "A main burst in June 2024; 160,000 m³ were lost before the repair.",
    figure: 531772,
  };
  const keep = ({ Excel }: OpenedExcel, explanation = given) => keepExplanation(Excel, explanation);

  test("is kept on a sheet of its own before any report was made, the person staying where they are", async () => {
    const opened = await workbookOf();
    await runExcel(opened.Excel, (context) => goToCell(context, "UHL!G7"));
    const before = peoplesSheets(await snapshot(opened));
    await keep(opened);
    const after = await snapshot(opened);
    expect(keptIn(after).explanations).toEqual([given]);
    expect(peoplesSheets(after)).toEqual(before);
    expect(await selected(opened)).toBe("UHL!G7");
  });

  test("joins the warnings listed by a report, and gives way to a later one of the same finding", async () => {
    const opened = await workbookOf();
    await report(opened);
    await keep(opened);
    await keep(opened, { ...given, text: "Two mains burst in June 2024; 160,000 m³ were lost." });
    const after = await snapshot(opened);
    expect(records(after, "GreenPlan_Explanations")).toHaveLength(1);
    expect(keptIn(after).explanations.map(({ text }) => text)).toEqual([
      "Two mains burst in June 2024; 160,000 m³ were lost.",
    ]);
    const row = records(after, "GreenPlan_Explanations")[0]!;
    expect(String(row.get("What was found"))).toContain("531,772 m³");
  });

  test("written by hand on the sheet is read, and outlives the next report", async () => {
    const opened = await workbookOf();
    const first = await report(opened);
    const sheet = sheetOf(first, "Green Plan Explanations");
    const headers = sheet.values[sheet.tables[0]!.area.top]!;
    const row = sheet.tables[0]!.area.top + 1;
    await typeIn(opened, sheet.name, row, headers.indexOf("Explanation"), given.text);
    await typeIn(opened, sheet.name, row, headers.indexOf("Who"), given.who);
    await typeIn(opened, sheet.name, row, headers.indexOf("When"), "2 April 2025");
    const carried = keptIn(await snapshot(opened));
    expect(carried.explanations).toEqual([given]);
    const after = await report(opened, { explanations: carried.explanations });
    expect(keptIn(after).explanations).toEqual([given]);
    expect(records(after, "GreenPlan_Explanations")[0]!.get("State")).toBe("explained");
  });
});

describe("the settings sheet", () => {
  test("keeps the reporting date a person sets there", async () => {
    const opened = await workbookOf();
    const first = await report(opened);
    expect(keptIn(first).settings.asOf).toBeNull();
    const { top } = sheetOf(first, "Green Plan Settings").tables[0]!.area;
    await typeIn(opened, "Green Plan Settings", top + 1, 1, "31/03/2024");
    expect(keptIn(await snapshot(opened)).settings.asOf).toBe("2024-03-31");
    expect(keptIn(await report(opened)).settings.asOf).toBe("2024-03-31");
  });
});

describe("the settings sheet, further,", () => {
  test("leaves the pandemic years out of trends and reads the targets on the national basis, and says so", async () => {
    const opened = await workbookOf();
    const { top } = sheetOf(await report(opened), "Green Plan Settings").tables[0]!.area;
    await typeIn(opened, "Green Plan Settings", top + 2, 1, "Yes");
    await typeIn(opened, "Green Plan Settings", top + 3, 1, "national");
    expect(keptIn(await report(opened)).settings).toMatchObject({ leaveOutPandemic: true, basis: "national" });
  });
});

describe("edits", () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

  /** As a person does in the grid, where `typeIn` goes through the add-in. */
  const personTypes = ({ edit }: OpenedExcel, sheet: string, at: Area, value: number, editor?: "co-author") =>
    edit(
      (session) =>
        enter(
          session,
          session.worksheets().find(({ name }) => name === sheet)!,
          at,
          [[value]],
        ),
      editor,
    );
  const cell = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

  test("a person's to the return are told; a co-author's, the add-in's and those to our own sheets are not", async () => {
    const opened = await workbookOf();
    await report(opened);
    const told: CellsEdited[] = [];
    const outdated = jest.fn();
    const end = await onReturnChanged(opened.Excel, { edited: (change) => told.push(change), outdated });
    await personTypes(opened, "UHL", cell(2, 1), 60_000);
    await personTypes(opened, "UHL", cell(3, 1), 60_000, "co-author");
    await typeIn(opened, "UHL", 4, 1, 60_000);
    await personTypes(opened, "Board Report", cell(20, 30), 1);
    await settled();
    expect(told).toEqual([{ sheet: "UHL", address: "B3" }]);
    expect(outdated).toHaveBeenCalledTimes(1);
    await end();
    await personTypes(opened, "UHL", cell(2, 1), 61_000);
    await settled();
    expect(told).toHaveLength(1);
  });
});

describe("edits, further,", () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
  const rect: Area = { top: 5, left: 0, bottom: 5, right: 16_383 };

  test("of more than cells are told without an address: rows put in, what we keep on a sheet of ours", async () => {
    const opened = await workbookOf();
    await report(opened);
    const told: CellsEdited[] = [];
    const listener = { edited: (change: CellsEdited) => told.push(change), outdated: jest.fn() };
    const end = await onReturnChanged(opened.Excel, listener);
    const sheet = (session: Session, wanted: string) => session.worksheets().find(({ name }) => name === wanted)!;
    await opened.edit((session) => session.rangeChanged(sheet(session, "UHL"), rect, "RowInserted"));
    await opened.edit((session) => session.rangeChanged(sheet(session, "Green Plan Settings"), rect));
    await settled();
    expect(told).toEqual([
      { sheet: "UHL", address: null },
      { sheet: "Green Plan Settings", address: null },
    ]);
    expect(listener.outdated).not.toHaveBeenCalled();
    await opened.edit((session) => session.formatChanged(sheet(session, "UHL"), rect));
    await settled();
    expect(told).toHaveLength(2);
    expect(listener.outdated).toHaveBeenCalledTimes(1);
    await end();
  });
});

test("an error of ours keeps its own sentence", async () => {
  const opened = await workbookOf();
  const failing = runExcel(opened.Excel, () => Promise.reject(new RangeError("No such column.")));
  await expect(failing).rejects.toBeInstanceOf(RangeError);
  const office = runExcel(opened.Excel, async (context) => {
    context.workbook.worksheets.getItem("Nowhere").load("name");
    await context.sync();
  });
  await expect(office).rejects.toBeInstanceOf(ExcelTrouble);
  await expect(office).rejects.toThrow(
    "A sheet, a table or a cell that was there a moment ago is gone. Nothing was changed. Try again.",
  );
});
