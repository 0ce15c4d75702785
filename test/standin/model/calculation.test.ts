import type { BookState } from "../../../src/workbook-file/book/book";
import { openExcel } from "../../../src/standin/index";

/** Counts its calls and gives every formula the number of the call. */
function countingEngine() {
  const calls: { sheets: number; cells: number }[] = [];
  const recalculate = async (book: BookState, changed: ReadonlyMap<string, ReadonlySet<number>>) => {
    calls.push({ sheets: changed.size, cells: [...changed.values()].reduce((sum, keys) => sum + keys.size, 0) });
    for (const sheet of book.sheets) {
      for (const cell of sheet.cells.flat()) if (cell?.formula !== undefined) cell.value = calls.length;
    }
  };
  return { calls, recalculate };
}

const open = async () => {
  const engine = countingEngine();
  return { ...(await openExcel(undefined, { recalculate: engine.recalculate })), calls: engine.calls };
};

describe("calculation", () => {
  test("happens once for a batch of writes, before what is read after them", async () => {
    const { Excel, calls } = await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1").formulas = [["=B1"]];
      for (let row = 0; row < 20; row++) sheet.getCell(row, 1).values = [[row]];
      const range = sheet.getRange("A1");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[1]]);
    });
    expect(calls).toEqual([{ sheets: 1, cells: 21 }]);
  });

  test("does not happen without formulas", async () => {
    const { Excel, calls } = await open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
      await context.sync();
    });
    expect(calls).toEqual([]);
  });

  test("waits for calculate() where the workbook is calculated by hand", async () => {
    const { Excel, calls } = await open();
    await Excel.run(async (context) => {
      const { application } = context.workbook;
      application.calculationMode = "Manual";
      context.workbook.worksheets.getFirst().getRange("A1").formulas = [["=1"]];
      await context.sync();
      expect(calls).toHaveLength(0);
      application.calculate("Full");
      application.load("calculationMode,calculationState");
      await context.sync();
      expect(calls).toHaveLength(1);
      expect([application.calculationMode, application.calculationState]).toEqual(["Manual", "Done"]);
    });
  });

  test("is held back to the end of a request that suspends it", async () => {
    const { Excel, calls } = await open();
    await Excel.run(async (context) => {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      context.workbook.application.suspendScreenUpdatingUntilNextSync();
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.formulas = [["=1"]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[""]]);
      expect(calls).toHaveLength(1);
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[1]]);
    });
  });

  test("is done by the engine where none is given", async () => {
    const { Excel } = await openExcel();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:A4");
      range.formulas = [[1], [2], ["=SUM(A1:A2)"], ['=IF(A3>2,"over","under")']];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[1], [2], [3], ["over"]]);
    });
  });
});
