import { readReturn, rereadReturn } from "../../src/excel/job";
import { patched } from "../../src/excel/read/patch";
import { runExcel } from "../../src/excel/host/run";
import type { Choices } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import { cellAddress } from "../../src/snapshot/addresses";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { outcomeOf } from "../../src/road";
import { openExcel, type OpenedExcel } from "../../src/standin";
import { AS_OF } from "./facts";
import type { BenchRow } from "./index";
import { largeReturn, type LargeKind } from "./large-return";

const CELLS = 200_000;
const EDITS = 9;
const choices: Choices = { asOf: null, today: AS_OF, period: null, organisations: [] };

/** A return of 200,000 cells checked again after one edit, beside a check of all of it. */
export async function benchRecheck(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const kind of ["national", "dense"] as const) rows.push(...(await timesOf(kind)));
  return rows;
}

async function timesOf(kind: LargeKind): Promise<BenchRow[]> {
  const snapshot = largeReturn(CELLS, kind);
  const subject = kind === "national" ? "a national collection" : "a dense return";
  const { whole, edited } = await timesInExcel(snapshot);
  return [
    { name: `re-check: ${subject} of ${CELLS} cells, read through office.js and checked`, value: whole, unit: "ms" },
    { name: `re-check: ${subject}, read and checked after one edit`, value: edited, unit: "ms" },
    { name: "re-check: as a share of the whole", value: edited / whole, unit: "times" },
    {
      name: `re-check: ${subject}, checked after one edit, without office.js`,
      value: await timeOfRoad(snapshot),
      unit: "ms",
    },
  ];
}

async function timeOfRoad(first: Snapshot): Promise<number> {
  let snapshot = first;
  return middle((at) => {
    snapshot = afterEdit(snapshot, editOf(snapshot, at));
    outcomeOf(snapshot, llrPack, choices);
  });
}

async function timesInExcel(first: Snapshot): Promise<{ readonly whole: number; readonly edited: number }> {
  const opened = await inExcel(first);
  let { snapshot } = await readReturn(opened.Excel, llrPack, choices);
  const whole = await middle(async () => void (await readReturn(opened.Excel, llrPack, choices)));
  let typed: Edit;
  const edited = await middle(
    async () => {
      const edit = { before: snapshot, edited: [typed] };
      ({ snapshot } = await rereadReturn(opened.Excel, edit, llrPack, choices));
    },
    async (at) => {
      typed = editOf(snapshot, at);
      await enter(opened, typed);
    },
  );
  return { whole, edited };
}

interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly value: number;
}

/** The plan's figures of the first trust's site, one sheet after another: each a hundredth more. */
function editOf({ sheets }: Snapshot, at: number): Edit {
  const { name, values } = sheets[at % sheets.length]!;
  const row = values.findIndex(([trust]) => trust === "RT5");
  const column = 4 + (at % 5);
  return {
    sheet: name,
    row,
    column,
    address: cellAddress(row, column),
    value: Math.round((values[row]![column] as number) * 1.01) + 1,
  };
}

function afterEdit(snapshot: Snapshot, { sheet, row, column, value }: Edit): Snapshot {
  const sheets = snapshot.sheets.map((each) =>
    each.name === sheet ? patched(each, [{ top: row, left: column, values: [[value]] }]) : each,
  );
  return { ...snapshot, sheets };
}

/** The workbook in the stand-in; its formulas are there, and are not calculated. */
async function inExcel({ sheets }: Snapshot): Promise<OpenedExcel> {
  const opened = await openExcel(undefined, { fileName: "Large return.xlsx", recalculate: false });
  for (const { name, values, formulas } of sheets) {
    await runExcel(opened.Excel, async (context) => {
      const entries = values.map((row, r) => row.map((value, c) => formulas[r]?.[c] ?? value ?? ""));
      const range = context.workbook.worksheets.add(name).getRangeByIndexes(0, 0, values.length, values[0]!.length);
      range.values = entries;
      await context.sync();
    });
  }
  await runExcel(opened.Excel, async (context) => {
    context.workbook.worksheets.getItem("Sheet1").delete();
    await context.sync();
  });
  return opened;
}

function enter({ Excel }: OpenedExcel, { sheet, address, value }: Edit): Promise<void> {
  return runExcel(Excel, async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
}

/** Milliseconds of one piece of work: the middle of several, what prepares each left out. */
async function middle(
  work: (at: number) => void | Promise<void>,
  prepare?: (at: number) => Promise<void>,
): Promise<number> {
  const taken: number[] = [];
  for (let at = 0; at < EDITS; at++) {
    await prepare?.(at);
    const start = performance.now();
    await work(at);
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[EDITS >> 1]!;
}
