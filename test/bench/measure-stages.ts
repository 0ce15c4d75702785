import { readFileSync } from "node:fs";
import { runExcel } from "../../src/excel/host/run";
import { readWorkbook } from "../../src/excel/read/read-workbook";
import { writeReport } from "../../src/excel/write/write-report";
import { reportBook } from "../../src/report/book/book";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { openExcel, type OpenedExcel } from "../../src/standin";
import { readCellByCell } from "./cell-by-cell";
import { peak, startPeak } from "./memory";
import { meanTime, processorTime } from "./processor";
import { Meter, type Use } from "./meter";
import { outcomeInSteps } from "./road-in-steps";
import { stageNames, type Measured, type Stage, type StageName } from "./stage";

/** Measures one workbook in a process of its own, so that its memory is its own: `stages.ts` starts it. */

type Taken = Omit<Stage, "first">;
type Run = Record<StageName, Taken>;
/** As many cells one by one as take about a second. */
const oneByOneCells = 2_000;
const noUse: Use = { requests: 0, bytes: 0, standin: 0 };

async function measured(file: string, runs: number): Promise<Measured> {
  const bytes = new Uint8Array(readFileSync(file));
  const all: Run[] = [];
  let opening = 0;
  let open = 0;
  let read: Awaited<ReturnType<typeof onceThrough>> | null = null;
  for (let run = 0; run < runs; run++) {
    read = null;
    const start = processorTime();
    const opened = await openExcel(bytes, { fileName: "Return.xlsx", recalculate: false });
    opening ||= processorTime() - start;
    open ||= settled();
    read = await onceThrough(opened);
    all.push(read.run);
    opened.close();
  }
  if (read === null) throw new Error("At least one run is needed.");
  const { snapshot, figures, findings } = read;
  const stages = Object.fromEntries(stageNames.map((name) => [name, stageOf(all.map((run) => run[name]))]));
  const cells = snapshot.sheets.reduce(
    (sum, { values }) => sum + values.reduce((row, each) => row + each.length, 0),
    0,
  );
  return {
    stages: stages as Record<StageName, Stage>,
    cells,
    figures,
    findings,
    opening,
    open,
    parse: { answers: await parsingOfAnswers(bytes), snapshot: parsing([JSON.stringify(snapshot)]) },
    oneByOne: await oneByOne(bytes),
  };
}

/** The whole road once. */
async function onceThrough(opened: OpenedExcel) {
  const meter = new Meter(opened);
  const run: Partial<Run> = {};
  const asked = async <T>(name: StageName, work: () => Promise<T>): Promise<T> => {
    startPeak();
    const start = processorTime();
    const [result, use] = await meter.used(work);
    run[name] = { ...use, time: processorTime() - start, peak: peak() };
    return result;
  };
  const done = <T>(name: StageName, work: () => T): T => {
    startPeak();
    const start = processorTime();
    const result = work();
    run[name] = { ...noUse, time: processorTime() - start, peak: peak() };
    return result;
  };
  const snapshot: Snapshot = await asked("reading", () => runExcel(opened.Excel, (context) => readWorkbook(context)));
  const outcome = outcomeInSteps(snapshot, done);
  const book = done("composing", () => reportBook(outcome));
  await asked("writing", () => runExcel(opened.Excel, (context) => writeReport(context, book)));
  const { reading, findings } = outcome;
  return { run: run as Run, snapshot, figures: reading.observations.length, findings: findings.length };
}

function stageOf(taken: readonly Taken[]): Stage {
  const [first] = taken as readonly [Taken];
  const sorted = [...taken].sort((a, b) => a.time - b.time);
  const { time, standin } = sorted[sorted.length >> 1] ?? first;
  return { ...first, time, standin, first: first.time };
}

async function parsingOfAnswers(bytes: Uint8Array): Promise<number> {
  const opened = await openExcel(bytes, { recalculate: false });
  const meter = new Meter(opened);
  return parsing(await meter.answersOf(() => runExcel(opened.Excel, (context) => readWorkbook(context))));
}

function parsing(texts: readonly string[]): number {
  return meanTime(() => texts.forEach((text) => JSON.parse(text) as unknown));
}

async function oneByOne(bytes: Uint8Array): Promise<Measured["oneByOne"]> {
  const opened = await openExcel(bytes, { recalculate: false });
  const meter = new Meter(opened);
  const start = processorTime();
  const [cells, use] = await meter.used(() => readCellByCell(opened, oneByOneCells));
  return { ...use, cells, time: processorTime() - start };
}

function settled(): number {
  startPeak();
  return peak();
}

const [file, runs] = process.argv.slice(2);
if (file !== undefined)
  measured(file, Number(runs)).then(
    (result) => process.stdout.write(JSON.stringify(result)),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
