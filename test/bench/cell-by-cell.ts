import { runExcel } from "../../src/excel/host/run";
import type { OpenedExcel } from "../../src/standin";

/**
 * The value of each cell asked for by itself, as most samples of office.js do: a `getCell`, a `load` and a
 * `sync` in the loop's body. Reads rows of the first sheet until it has so many cells.
 *
 * @returns the cells read.
 */
export function readCellByCell({ Excel }: OpenedExcel, most: number): Promise<number> {
  return runExcel(Excel, async (context) => {
    const used = context.workbook.worksheets.getFirst().getUsedRange();
    used.load("rowCount,columnCount");
    await context.sync();
    let read = 0;
    for (let row = 0; row < used.rowCount; row++)
      for (let column = 0; column < used.columnCount && read < most; column++) {
        const cell = used.getCell(row, column);
        cell.load("values,formulas,numberFormat");
        await context.sync();
        read += cell.values.length;
      }
    return read;
  });
}
