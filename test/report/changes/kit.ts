import { makeReport } from "../../../src/excel/job";
import { runExcel } from "../../../src/excel/host/run";
import type { Choices, Outcome } from "../../../src/outcome";
import { llrPack } from "../../../src/plan/llr";
import type { CellValue } from "../../../src/snapshot/snapshot";
import type { OpenedExcel } from "../../../src/standin/index";
import { recordsOf, type TableRecord } from "../../../src/snapshot/own-tables";
import { records, sheetOf, snapshot, workbookOf } from "../../excel/workbook";
import { lpt, primaryCare, uhl, usual, wordsOn, type SmallSheet } from "../board-page";

/** A return whose report is made again and again, in the stand-in for Excel. */

export const tracker: SmallSheet = {
  name: "Actions",
  values: [
    ["Ref", "Action", "Owner", "Status", "Revised date"],
    ["FN1", "Plant-based menus", "A. Patel", "In progress", null],
    ["FN2", "Catering suppliers", "A. Patel", "In progress", null],
    ["FN3", "Food waste", "B. Jones", "Complete", null],
    ["EF1", "Renewable electricity", "C. Smith", "In progress", null],
  ],
};

export const wholeReturn = [uhl, lpt, primaryCare, tracker];

export interface Book {
  readonly opened: OpenedExcel;
  /** Makes the report, as on a day. */
  readonly report: (choices?: Partial<Choices>) => Promise<Outcome>;
  readonly type: (sheet: string, address: string, value: string | number) => Promise<void>;
  readonly page: () => Promise<string[]>;
  /** The rows of a table on our sheets; none where it is not there. */
  readonly rows: (table: string) => Promise<TableRecord[]>;
  /** Writes in the column of a table, in the row whose first column holds this. */
  readonly write: (table: string, first: CellValue, column: string, value: string | number) => Promise<void>;
  /** Puts the rows of a table in another order or leaves some out, as sorting and deleting do. */
  readonly rearrange: (table: string, change: (rows: CellValue[][]) => CellValue[][]) => Promise<void>;
}

export async function bookOf(sheets: readonly SmallSheet[] = wholeReturn): Promise<Book> {
  return bookIn(await workbookOf(sheets, { recalculate: false }));
}

export function bookIn(opened: OpenedExcel): Book {
  const put = (sheet: string, address: string, values: unknown[][]) =>
    runExcel(opened.Excel, async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = values;
      await context.sync();
    });
  const place = async (table: string) => {
    const sheets = (await snapshot(opened)).sheets;
    const sheet = sheets.find(({ tables }) => tables.some(({ name }) => name === table))!;
    const { area } = sheet.tables.find(({ name }) => name === table)!;
    const [headers, ...rows] = Array.from({ length: area.bottom - area.top + 1 }, (_, at) =>
      Array.from(
        { length: area.right - area.left + 1 },
        (_, column) => sheet.values[area.top + at - sheet.used!.top]?.[area.left + column - sheet.used!.left] ?? null,
      ),
    );
    return { sheet: sheet.name, area, headers: headers!, rows };
  };
  const at = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;
  return {
    opened,
    report: async (choices = {}) => (await makeReport(opened.Excel, llrPack, { ...usual, ...choices })).outcome,
    type: (sheet, address, value) => put(sheet, address, [[value]]),
    page: () => wordsOn(opened, "What Changed"),
    rows: async (table) => recordsOf((await snapshot(opened)).sheets, table),
    write: async (table, first, column, value) => {
      const { sheet, area, headers, rows } = await place(table);
      const row = area.top + 1 + rows.findIndex((cells) => cells[0] === first);
      await put(sheet, at(row, area.left + headers.indexOf(column)), [[value]]);
    },
    rearrange: async (table, change) => {
      const { sheet, area, rows } = await place(table);
      const changed = change(rows);
      const blank = rows[0]!.map(() => "");
      const all = rows.map(
        (_, index) =>
          changed[index]?.map((cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : (cell ?? ""))) ?? blank,
      );
      await put(sheet, `${at(area.top + 1, area.left)}:${at(area.bottom, area.right)}`, all);
    },
  };
}

export { records, sheetOf };
