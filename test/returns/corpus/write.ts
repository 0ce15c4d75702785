import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { saveBook } from "../../../src/standin/file/save";
import { DEFAULT_STYLE, emptySheet, newBook, sheetId } from "../../../src/workbook-file/book/blank-book";
import type { BookState } from "../../../src/workbook-file/book/book";
import type { GridCell } from "../grids";
import { gridOf, truthOf, type Book, type Truth } from "./book";
import { corpusBooks } from "./books";

/** Writes the corpus as files: `node --import tsx test/returns/corpus/write.ts FOLDER` gives workbooks/ and truth.tsv. */
async function main(folder: string): Promise<void> {
  const books = corpusBooks();
  mkdirSync(path.join(folder, "workbooks"), { recursive: true });
  for (const book of books) writeFileSync(path.join(folder, "workbooks", book.file), await saveBook(stateOf(book)));
  const lines = books
    .flatMap(truthOf)
    .map((truth) => columns.map((key) => truth[key].replaceAll("\n", " ")).join("\t"));
  writeFileSync(path.join(folder, "truth.tsv"), [columns.join("\t"), ...lines, ""].join("\n"));
  console.log(`${books.length} workbooks and ${lines.length} answers in ${folder}`);
}

const columns: readonly (keyof Truth)[] = [
  "file",
  "cell",
  "status",
  "group",
  "case",
  "metric",
  "organisation",
  "site",
  "period",
  "kind",
  "value",
  "pass",
];

function stateOf({ file, pages }: Book): BookState {
  const state = newBook();
  const styleOf = (format: string) => state.styles.intern({ ...DEFAULT_STYLE, numberFormat: format });
  const cellOf = (cell: GridCell) => {
    if (cell === null || cell === undefined) return undefined;
    if (typeof cell !== "object") return { value: cell, style: 0 };
    return { value: cell.value, style: styleOf(cell.format ?? "General") };
  };
  const sheets = pages.map(({ name, rows }, index) => ({
    ...emptySheet(sheetId(index), name),
    cells: gridOf(rows).map((row) => row.map(cellOf)),
  }));
  return { ...state, fileName: file, sheets, activeSheet: sheetId(0), selection: new Map() };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder to write to.");
void main(folder);
