import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { makeReport, readReturn } from "../../src/excel/job";
import { keepExplanation } from "../../src/excel/state";
import type { Choices } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import { openExcel } from "../../src/standin";
import { snapshotOf as snapshotOfBook } from "../bench/book";
import { fileOf } from "../bench/file-of";
import { healthyBook, LAYOUTS } from "../bench/healthy-return";
import { snapshotOf as snapshotOfCorpus } from "../returns/corpus/book";
import { corpusBooks } from "../returns/corpus/books";
import { withTableAndChart } from "../standin/file/packages";

/** A workbook that mutants are made from. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const choices: Choices = { asOf: null, today: "2026-01-01", period: null, organisations: [] };

const corpusTaken = 8;

/** The sample, returns in the layouts people use, some of the reading tests' workbooks, one with a table, a chart and a comment. */
export async function smallSources(): Promise<Source[]> {
  const sample = { name: "sample", bytes: new Uint8Array(readFileSync(path.resolve("assets/sample-return.xlsx"))) };
  const layouts = LAYOUTS.map(async (layout) => ({
    name: layout,
    bytes: await fileOf(snapshotOfBook(healthyBook(1, layout))),
  }));
  const books = corpusBooks();
  const step = Math.floor(books.length / corpusTaken);
  const corpus = books
    .filter((_, at) => at % step === 0)
    .map(async (book) => ({ name: book.file, bytes: await fileOf(snapshotOfCorpus(book)) }));
  return [
    sample,
    ...(await Promise.all([...layouts, ...corpus])),
    { name: "a table and a chart", bytes: withTableAndChart() },
  ];
}

/** Those, the sample with its report and an explanation on it, and the workbooks of a folder. */
export async function allSources(folder: string | null): Promise<Source[]> {
  const small = await smallSources();
  const [sample] = small;
  const given = folder === null ? [] : workbooksIn(folder);
  return [
    ...small,
    ...(sample ? [sample, { name: "sample with its report", bytes: await reported(sample) }] : []),
    ...given,
  ];
}

function workbooksIn(folder: string): Source[] {
  return readdirSync(folder)
    .filter((name) => /\.xls[xm]$/i.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) }));
}

async function reported({ name, bytes }: Source): Promise<Uint8Array> {
  const { Excel, save } = await openExcel(bytes, { fileName: `${name}.xlsx` });
  const { findings } = await readReturn(Excel, llrPack, choices);
  const warned = findings.find(({ severity }) => severity === "warning");
  if (warned) {
    const text = "The boiler house was rebuilt in 2023 and metered anew.";
    await keepExplanation(Excel, { key: warned.key, who: "A. Patel", when: "2025-12-01", text, figure: warned.figure });
  }
  await makeReport(Excel, llrPack, choices);
  return save();
}
