import { makeReport } from "../../src/excel/job";
import { runExcel } from "../../src/excel/host/run";
import type { Choices, Outcome } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import type { CellValue } from "../../src/snapshot/snapshot";
import type { OpenedExcel } from "../../src/standin/index";
import { reportBook } from "../../src/report/book/book";
import { outcomeOf } from "../../src/road";
import { workbookOf } from "../excel/workbook";
import { sheet, workbook } from "../returns/grids";

/** A small return's sheet: rows of cells from A1. */
export interface SmallSheet {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
}

export const usual: Choices = { asOf: null, today: "2026-11-28", period: null, organisations: [] };

/** A report made of a small return in the stand-in for Excel. */
export interface MadeReport {
  readonly opened: OpenedExcel;
  readonly outcome: Outcome;
}

export async function reportOn(sheets: readonly SmallSheet[], choices: Partial<Choices> = {}): Promise<MadeReport> {
  const opened = await workbookOf(sheets);
  return { opened, outcome: (await makeReport(opened.Excel, llrPack, { ...usual, ...choices })).outcome };
}

/** What the report would say of a small return, without Excel: its outcome, and the words of a sheet, cell by cell. */
export interface Said {
  readonly outcome: Outcome;
  readonly on: (sheet?: string) => string[];
}

export function saidOf(sheets: readonly SmallSheet[], choices: Partial<Choices> = {}): Said {
  const grids = sheets.map(({ name, values }) => sheet(name, values));
  const snapshot = workbook(grids, { fileName: null, dateSystem: 1900 });
  const outcome = outcomeOf(snapshot, llrPack, { ...usual, ...choices });
  const book = reportBook(outcome);
  const on = (name = "Board Report") =>
    book.sheets
      .filter((each) => each.name === name)
      .flatMap(({ paragraphs, tables }) => [
        ...paragraphs.map(({ cell }) => cell),
        ...tables.flatMap(({ rows }) => rows.flat()),
      ])
      .filter((cell) => typeof cell === "string");
  return { outcome, on };
}

/** The words of a sheet, cell by cell, as Excel shows them now. */
export async function wordsOn({ Excel }: OpenedExcel, sheet = "Board Report"): Promise<string[]> {
  return runExcel(Excel, async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange().load("values");
    await context.sync();
    return used.values.flat().filter((value): value is string => typeof value === "string" && value !== "");
  });
}

/** What a person does to the workbook after the report. */
export async function edit({ Excel }: OpenedExcel, change: (sheets: Excel.WorksheetCollection) => void): Promise<void> {
  await runExcel(Excel, async (context) => {
    change(context.workbook.worksheets);
    await context.sync();
  });
}

const years = ["Metric", "2019/20", "2023/24", "2024/25"];
export const footprints = (of: string, ...figures: readonly CellValue[]): SmallSheet => ({
  name: of,
  values: [
    years,
    ["NHS Carbon Footprint (tCO2e)", ...figures],
    ["Cycle-to-work scheme in place (yes/no)", null, "Yes", "Yes"],
  ],
});

export const uhl = footprints("UHL", 58_480, 53_390, 52_140);
export const lpt = footprints("LPT", 12_400, 11_320, 11_030);
export const primaryCare = footprints("Primary care", 17_720, 16_190, 15_830);
