import { isDeepStrictEqual } from "node:util";
import { walkReturn, walkReturnEdited } from "../../src/excel/job";
import { patched } from "../../src/excel/read/patch";
import { runExcel } from "../../src/excel/host/run";
import type { Choices } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import { cellAddress } from "../../src/snapshot/addresses";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { walk, walkEdited, type Trail } from "../../src/road";
import { openExcel, type OpenedExcel } from "../../src/standin";
import { between, pick, randomFrom, snapshotOf, type Random } from "./book";
import { AS_OF } from "./facts";
import { healthyBook } from "./healthy-return";
import type { BenchRow } from "./index";
import { largeReturn, type LargeKind } from "./large-return";

const CELLS = 200_000;
const EDITS = 9;
/** Where the edits begin whose outcomes are compared. */
const SEED = 20_250_401;
const COMPARED = 200;
const choices: Choices = { asOf: null, today: AS_OF, period: null, organisations: [] };

/** A return of 200,000 cells checked again after one edit, beside a check of all of it; and whether both say the same. */
export async function benchRecheck(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const kind of ["national", "dense"] as const) rows.push(...(await timesOf(kind)));
  return [
    ...rows,
    { name: `re-check: edits made one after another, from seed ${SEED}`, value: COMPARED, unit: "edits" },
    { name: "re-check: after which everything is as a check of all says", value: sameOutcomes(), unit: "edits" },
  ];
}

async function timesOf(kind: LargeKind): Promise<BenchRow[]> {
  const snapshot = largeReturn(CELLS, kind);
  const about = kind === "national" ? "a national collection" : "a dense return";
  const road = await timesOfRoad(snapshot);
  const excel = await timesInExcel(snapshot);
  return [
    {
      name: `re-check: ${about} of ${CELLS} cells, read through office.js and checked`,
      value: excel.whole,
      unit: "ms",
    },
    { name: "re-check: the same again after one edit", value: excel.edited, unit: "ms" },
    { name: "re-check: as a share of the whole", value: excel.edited / excel.whole, unit: "times" },
    { name: `re-check: ${about}, checked without the reading through office.js`, value: road.whole, unit: "ms" },
    { name: "re-check: the same again after one edit", value: road.edited, unit: "ms" },
    { name: "re-check: as a share of the whole", value: road.edited / road.whole, unit: "times" },
  ];
}

interface Times {
  readonly whole: number;
  readonly edited: number;
}

async function timesOfRoad(snapshot: Snapshot): Promise<Times> {
  let trail = walk(snapshot, llrPack, choices);
  const whole = await middle(() => void walk(snapshot, llrPack, choices));
  const edited = await middle((at) => {
    const edit = editOf(trail.outcome.snapshot, at);
    trail = walkEdited(trail, afterEdit(trail.outcome.snapshot, edit), choices);
  });
  return { whole, edited };
}

async function timesInExcel(snapshot: Snapshot): Promise<Times> {
  const opened = await inExcel(snapshot);
  const all = () => walkReturn(opened.Excel, llrPack, choices);
  let trail = await all();
  const whole = await middle(async () => void (await all()));
  let typed: Edit;
  const edited = await middle(
    async () => {
      const { sheet, address } = typed;
      trail = await walkReturnEdited(opened.Excel, trail, [{ sheet, address }], choices);
    },
    async (at) => {
      typed = editOf(trail.outcome.snapshot, at);
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

/** After how many of so many edits of figures the quick way leads to where the whole road does. */
function sameOutcomes(): number {
  const random = randomFrom(SEED);
  let trail = walk(snapshotOf(healthyBook(SEED)), llrPack, choices);
  let same = 0;
  for (let edit = 0; edit < COMPARED; edit++) {
    trail = walkEdited(trail, afterEdit(trail.outcome.snapshot, anyEdit(trail.outcome.snapshot, random)), choices);
    if (isDeepStrictEqual(trail.outcome, afresh(trail))) same += 1;
  }
  return same;
}

function afresh({ outcome: { snapshot } }: Trail): Trail["outcome"] {
  return walk(JSON.parse(JSON.stringify(snapshot)) as Snapshot, llrPack, choices).outcome;
}

/** A number of a return made another, as people mistype them. */
function anyEdit({ sheets }: Snapshot, random: Random): Edit {
  const places = sheets.flatMap(({ name, values }) =>
    values.flatMap((row, r) => row.flatMap((value, c) => (typeof value === "number" ? [{ name, r, c, value }] : []))),
  );
  const { name, r, c, value } = pick(random, places);
  const by = pick(random, [0, 0.001, 0.1, 10, 1000, -1, between(random, 0.5, 2)]);
  return { sheet: name, row: r, column: c, address: cellAddress(r, c), value: value * by + 0 };
}
