import path from "node:path";
import type { Choices, Outcome } from "../../../src/outcome";
import { llrPack } from "../../../src/plan/llr";
import { reportBook } from "../../../src/report/book/book";
import { isLink, type LinkCell, type ReportCell, type ReportSheet } from "../../../src/report/sheet";
import { outcomeOf } from "../../../src/road";
import type { Snapshot } from "../../../src/snapshot/snapshot";
import { sheet, workbook } from "../../returns/grids";
import { sharedFile, snapshotOfFile } from "../../returns/workbook";
import { primaryCare, uhl, usual, type SmallSheet } from "../board-page";

/** The board's paper: sections by their key, answers by what their question says. */
export interface Paper {
  readonly outcome: Outcome;
  readonly sheets: readonly ReportSheet[];
  readonly section: (key: string) => string;
  readonly questions: readonly { readonly question: string; readonly answer: string; readonly cell: LinkCell }[];
  readonly answers: (question: string) => string[];
}

export function paperOf(outcome: Outcome): Paper {
  const { sheets } = reportBook(outcome);
  const rowsOf = (kind: string) => {
    const { columns, rows } = sheets.find((each) => each.kind === kind)!.tables[0]!;
    return rows.map((row) => new Map(columns.map(({ header }, at): [string, ReportCell] => [header, row[at] ?? null])));
  };
  const sections = new Map(
    rowsOf("paper-text").map((row) => [String(row.get("Reference")), row.get("Proposed") ?? null]),
  );
  const questions = rowsOf("board-questions").map((row) => {
    const cell = row.get("Cell") ?? null;
    if (!isLink(cell)) throw new Error(`${String(row.get("Question"))} has no cell`);
    return { question: String(row.get("Question")), answer: String(row.get("Answer")), cell };
  });
  return {
    outcome,
    sheets,
    section: (key) => {
      const text = sections.get(key);
      return typeof text === "string" ? text : "";
    },
    questions,
    answers: (said) => questions.filter(({ question }) => question.includes(said)).map(({ answer }) => answer),
  };
}

export function smallPaper(sheets: readonly SmallSheet[], choices: Partial<Choices> = {}): Paper {
  const grids = sheets.map(({ name, values }) => sheet(name, values));
  return paperIn(workbook(grids, { fileName: null, dateSystem: 1900 }), choices);
}

const paperIn = (snapshot: Snapshot, choices: Partial<Choices> = {}) =>
  paperOf(outcomeOf(snapshot, llrPack, { ...usual, ...choices }));

export const almostEmpty: SmallSheet = {
  name: "UHL",
  values: [
    ["Metric", "2024/25"],
    ["Paper use (reams)", 1200],
  ],
};

const sample = path.resolve(__dirname, "../../../assets/sample-return.xlsx");

/** Every kind of return, by name; that of ERIC only where the published workbook is there. */
export async function everyCase(): Promise<Map<string, Paper>> {
  const whole = await snapshotOfFile(sample);
  const eric = sharedFile("eric/ERIC_2016-17.xlsx");
  return new Map([
    ["the sample", paperIn(whole)],
    ["one trust of it", paperIn(whole, { organisations: ["RWE"] })],
    ["it as at 30 November 2026", paperIn(whole, { asOf: "2026-11-30" })],
    ["a system with a member missing", smallPaper([uhl, primaryCare])],
    ["an almost empty return", smallPaper([almostEmpty])],
    ...(eric === null ? [] : ([["ERIC alone", paperIn(await snapshotOfFile(eric))]] as const)),
  ]);
}
