import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CellValue, Snapshot } from "../../src/snapshot/snapshot";
import { openBook } from "../../src/workbook-file/open";
import type { BookState, SheetState } from "../../src/workbook-file/book/book";
import { sheet, workbook } from "./grids";

/** Published workbooks that a clone elsewhere does not have: tests that need them skip. */
const shared = path.resolve(__dirname, "../../../shared/data");

export function sharedFile(name: string): string | null {
  const file = path.join(shared, name);
  return existsSync(file) ? file : null;
}

/** A test that says why it is skipped where the published workbook is absent. */
export function withShared(name: string): { file: string; run: jest.It } {
  const file = sharedFile(name);
  return { file: file ?? "", run: file === null ? test.skip : test };
}

/** A real .xlsx as a snapshot, straight from the file (the way through office.js is tested with `excel/`). */
export async function snapshotOfFile(file: string): Promise<Snapshot> {
  const name = path.basename(file);
  return snapshotOf(await openBook(new Uint8Array(readFileSync(file)), name), name);
}

function snapshotOf(book: BookState, fileName: string): Snapshot {
  return workbook(
    book.sheets
      .filter(({ kind }) => kind === "worksheet")
      .map((each) => sheet(each.name, valuesOf(each), { visibility: visibilityOf(each) })),
    { fileName },
  );
}

function valuesOf(from: SheetState): CellValue[][] {
  return Array.from(from.cells, (row) =>
    Array.from(row ?? [], (cell) => {
      const value = cell?.value ?? null;
      return value !== null && typeof value === "object" ? value.error : value;
    }),
  );
}

function visibilityOf({ visibility }: SheetState): "visible" | "hidden" | "veryHidden" {
  return visibility === "Visible" ? "visible" : visibility === "Hidden" ? "hidden" : "veryHidden";
}

/** A comma-separated file as a workbook with one sheet; numbers become numbers. */
export function snapshotOfCsv(file: string, sheetName: string, fileName: string): Snapshot {
  const rows = parseCsv(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
  return workbook(
    [
      sheet(
        sheetName,
        rows.map((row) => row.map(cellOf)),
      ),
    ],
    { fileName },
  );
}

function cellOf(text: string): CellValue {
  if (text === "") return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}
