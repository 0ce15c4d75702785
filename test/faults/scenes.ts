import { readFileSync } from "node:fs";
import path from "node:path";
import { decisionRowsIn } from "../../src/decisions/decision-rows";
import { keptIn } from "../../src/decisions/kept";
import { makeReport, readReturn } from "../../src/excel/job";
import { runExcel } from "../../src/excel/host/run";
import { readWorkbook } from "../../src/excel/read/read-workbook";
import { keepExplanation, keepMapping } from "../../src/excel/state";
import { applyChanges, MendUnsettled } from "../../src/excel/write/mend";
import { llrPack } from "../../src/plan/llr";
import { historyIn } from "../../src/report/changes/history";
import { cellsOf } from "../../src/snapshot/own-tables";
import type { SheetSnapshot, Snapshot, TableSnapshot } from "../../src/snapshot/snapshot";
import { openExcel, type OpenedExcel } from "../../src/standin";
import type { CellChange } from "../../src/validation/finding";

/** Scenes in which Excel is made to fail: what is done, and what must hold when it is done again. */

export interface Scene {
  readonly name: string;
  /** The workbook it begins with. */
  readonly file: Uint8Array;
  /** What a person does; `cancelled` is asked as the pane asks it. */
  readonly act: (opened: OpenedExcel, cancelled?: () => boolean) => Promise<unknown>;
  /** What must be the same after a failure and a second go as after one that nothing disturbed. */
  readonly state: (opened: OpenedExcel) => Promise<unknown>;
  /** A claim of the error that the workbook does not bear out, or null. */
  readonly falseClaim?: (opened: OpenedExcel, error: Error) => Promise<string | null>;
}

const root = process.cwd();
export const sampleFile = new Uint8Array(readFileSync(path.join(root, "assets/sample-return.xlsx")));

const choices = { asOf: null, today: "2026-01-01", period: null, organisations: [] };
const options = { fileName: "sample-return.xlsx", recalculate: false } as const;

export const open = (file: Uint8Array) => openExcel(file, options);

const snapshotOf = ({ Excel }: OpenedExcel) => runExcel(Excel, (context) => readWorkbook(context));

/** What people wrote and decided, and all cells of sheets that are not ours. */
async function peoplesPart(opened: OpenedExcel) {
  const snapshot = await snapshotOf(opened);
  return {
    words: wordsOn(snapshot),
    ...keptIn(snapshot),
    decisions: decisionRowsIn(snapshot, llrPack).map(({ cells }) =>
      [...cells].filter(([header]) => header !== "State"),
    ),
    history: historyIn(snapshot),
    sheets: snapshot.sheets.map(({ name }) => name),
    theirs: snapshot.sheets.filter(({ own }) => own === null),
  };
}

/** Words in the columns that people write in, each with its row's reference. */
export function wordsOn({ sheets }: Snapshot): string[] {
  return sheets
    .filter(({ own }) => own !== null && own.kind !== "kept-words")
    .flatMap((sheet) => sheet.tables.flatMap((table) => columnWords(sheet, table)))
    .sort();
}

const peoplesColumns = ["Commentary", "Our own column"];

function columnWords(sheet: SheetSnapshot, table: TableSnapshot): string[] {
  const [headers = [], ...rows] = cellsOf(sheet, table);
  const key = headers.indexOf("Reference");
  return headers.flatMap((header, at) =>
    peoplesColumns.includes(String(header))
      ? rows.flatMap((row) =>
          row[at] === null ? [] : [`${table.name}|${String(row[key])}|${String(header)}|${String(row[at])}`],
        )
      : [],
  );
}

/** A report on which people have written: words in every cell meant for them and in a column of their own, 20 explanations, 10 decisions. */
export async function writtenReport(
  file: Uint8Array,
  textOf = (place: string) => `What we say of ${place}`,
): Promise<Uint8Array> {
  const opened = await openExcel(file, options);
  await makeReport(opened.Excel, llrPack, choices, options);
  await writeWords(opened, textOf);
  for (let more = 6; more <= 20; more += 1)
    await keepExplanation(opened.Excel, { ...explanation, key: `DQ99|${more}` });
  await makeReport(opened.Excel, llrPack, choices, options);
  return opened.save();
}

async function writeWords(opened: OpenedExcel, textOf: (place: string) => string): Promise<void> {
  const snapshot = await snapshotOf(opened);
  await runExcel(opened.Excel, async (context) => {
    for (const sheet of snapshot.sheets.filter(({ own }) => own !== null)) {
      const target = context.workbook.worksheets.getItem(sheet.name);
      const fill = (row: number, column: number, values: (string | number)[][]) => {
        target.getRangeByIndexes(row, column, values.length, values[0]!.length).values = values;
      };
      for (const table of sheet.tables) {
        const [headers = [], ...rows] = cellsOf(sheet, table);
        const { top, left, right } = table.area;
        const column = headers.indexOf("Commentary");
        const texts = (what: string) => rows.map((_, index) => [textOf(`${table.name} ${index + 1}${what}`)]);
        if (column >= 0) fill(top + 1, left + column, texts(""));
        if (table.name === "GreenPlan_Trajectories") fill(top, right + 1, [["Our own column"], ...texts(", our own")]);
        if (table.name === "GreenPlan_Explanations")
          fill(
            top + 1,
            left + headers.indexOf("Explanation"),
            rows.slice(0, 20).map((_, index) => [`Because of ${index + 1}`, "A. Patel", "2 April 2025"]),
          );
        if (table.name === "GreenPlan_Decisions") fill(top + rows.length - 2, left, tenDecisions);
      }
    }
    await context.sync();
  });
}

/** The same report with a return whose figures have been cleared in part, so that rows go and tables move. */
async function changed(file: Uint8Array): Promise<Uint8Array> {
  const opened = await openExcel(file, options);
  await runExcel(opened.Excel, async (context) => {
    context.workbook.worksheets.getItem("UHL").getRange("A5:H12").clear("Contents");
    context.workbook.worksheets.getItem("Actions").getRange("A4:H20").clear("Contents");
    await context.sync();
  });
  return opened.save();
}

const tenDecisions = Array.from({ length: 10 }, (_, index) => [
  "own target",
  `no metric ${index + 1}`,
  `a reason ${index + 1}`,
]);

const explanation = { key: "DQ99|X", who: "B. Shah", when: "2025-05-01", text: "A new reason", figure: 7 };
const mended: CellChange = { sheet: "LPT", address: "H12", before: 2137097, after: 21370970 };

/** The scenes on one workbook. */
export async function scenesOn(file: Uint8Array): Promise<Scene[]> {
  const written = await writtenReport(file);
  const long = await writtenReport(file, (place) => `${place} ${"and so on ".repeat(450)}`);
  const refresh = (opened: OpenedExcel, cancelled?: () => boolean) =>
    makeReport(opened.Excel, llrPack, choices, { ...options, ...(cancelled && { cancelled }) });
  return [
    { name: "check", file, act: ({ Excel }) => readReturn(Excel, llrPack, choices, options), state: peoplesPart },
    { name: "report", file, act: refresh, state: peoplesPart },
    { name: "report over words", file: written, act: refresh, state: peoplesPart },
    { name: "report over long words of another return", file: await changed(long), act: refresh, state: peoplesPart },
    { name: "explain", file: written, act: ({ Excel }) => keepExplanation(Excel, explanation), state: peoplesPart },
    {
      name: "say what a line is",
      file: written,
      act: async ({ Excel }) => {
        const said = {
          sheet: "LPT",
          range: "B5:H5",
          label: "Said",
          metric: "ELEC",
          unit: null,
          organisation: null,
          period: null,
          confidence: 1,
          why: "",
          byHand: true,
        };
        await keepMapping(Excel, said, [], llrPack);
      },
      state: peoplesPart,
    },
    {
      name: "mend",
      file,
      act: async ({ Excel }) => applyChanges(Excel, [await mendOf(Excel)]),
      state: async (opened) => cellAt(await snapshotOf(opened), mended),
      falseClaim: async (opened, error) => {
        const isWritten = cellAt(await snapshotOf(opened), mended) === mended.after;
        const isSaid = error instanceof MendUnsettled;
        return isWritten && !isSaid ? `the cell is changed, and the message says: ${error.message}` : null;
      },
    },
  ];
}

/** The mend, or one that changes nothing where it is done already: a person who sees it done does not press again. */
async function mendOf(excel: OpenedExcel["Excel"]): Promise<CellChange> {
  const now = cellAt(await runExcel(excel, (context) => readWorkbook(context)), mended);
  return now === mended.after ? { ...mended, before: mended.after } : { ...mended, before: now as number };
}

function cellAt({ sheets }: Snapshot, { sheet }: CellChange) {
  const found = sheets.find(({ name }) => name === sheet);
  return found?.values[11 - found.used!.top]?.[7 - found.used!.left] ?? null;
}
