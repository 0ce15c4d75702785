import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Result } from "../quality/record";
import { fileOf } from "./file-of";
import { largeReturn } from "./large-return";
import { stageNames, type Measured } from "./stage";

/** A workbook whose way from Excel to the report is timed stage by stage. */
interface Measurable {
  readonly title: string;
  /** The odd number of times it is measured: a workbook that takes long is measured less often. */
  readonly runs: number;
  /** The workbook's place; null where it is not at hand. */
  readonly file: (folder: string) => Promise<string | null>;
}

const atHand = (place: string) => (): Promise<string | null> =>
  Promise.resolve(existsSync(place) ? path.resolve(place) : null);

const made =
  (...given: Parameters<typeof largeReturn>) =>
  async (folder: string): Promise<string> => {
    const place = path.join(folder, "large.xlsx");
    writeFileSync(place, await fileOf(largeReturn(...given)));
    return place;
  };

/** By the names `--only` takes. */
export const workbooks: Readonly<Record<string, Measurable>> = {
  sample: { title: "the sample return", runs: 7, file: atHand("assets/sample-return.xlsx") },
  "eric-2013": { title: "ERIC 2013/14", runs: 3, file: atHand("../shared/data/eric/ERIC_2013-14.xlsx") },
  "eric-2016": { title: "ERIC 2016/17", runs: 3, file: atHand("../shared/data/eric/ERIC_2016-17.xlsx") },
  national: { title: "a national collection, 200,000 cells", runs: 3, file: made(200_000, "national") },
  dense: { title: "a dense return, 200,000 cells", runs: 3, file: made(200_000, "dense") },
  million: { title: "a national collection, 1,000,000 cells", runs: 1, file: made(1_000_000, "national") },
};

/** Measures a workbook in a process of its own; null where it is not at hand. */
export async function stagesOf({ title, runs, file }: Measurable): Promise<Result[] | null> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bench-"));
  try {
    const place = await file(folder);
    if (place === null) return null;
    const child = path.join(path.dirname(fileURLToPath(import.meta.url)), "measure-stages.ts");
    const answer = execFileSync(process.execPath, [...process.execArgv, child, place, String(runs)], {
      encoding: "utf8",
      maxBuffer: 2 ** 24,
    });
    return resultsOf(title, runs, JSON.parse(answer) as Measured);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds: beside less than this, what a workbook of any size costs would be all that the ratio shows. */
const shortest = 2;

function resultsOf(workbook: string, runs: number, measured: Measured): Result[] {
  const { stages, cells, figures, findings, opening, open, parse, oneByOne } = measured;
  const limits = { reading: parse.answers, checking: parse.snapshot, understanding: parse.snapshot };
  const rows = stageNames.map((stage): Result => {
    const { time, first, standin, requests, bytes, peak } = stages[stage];
    const limit = stage in limits ? limits[stage as keyof typeof limits] : null;
    return {
      workbook,
      stage,
      milliseconds: whole(time),
      "of it the stand-in's": whole(standin),
      "the first time": whole(first),
      requests,
      MB: megabytes(bytes),
      "peak MB": peak,
      "times JSON.parse": limit === null || limit < shortest ? null : tenths((time - standin) / limit),
    };
  });
  const each = cells / oneByOne.cells;
  const scaled: Result = {
    workbook,
    stage: `cell by cell, reckoned from ${oneByOne.cells} cells`,
    milliseconds: whole(oneByOne.time * each),
    "of it the stand-in's": whole(oneByOne.standin * each),
    requests: whole(oneByOne.requests * each),
    MB: megabytes(oneByOne.bytes * each),
    "times the reading": tenths((oneByOne.time * each) / stages.reading.time),
  };
  const size = `${cells} cells, ${figures} figures, ${findings} findings, ${runs === 1 ? "1 run" : `${runs} runs`}`;
  return [
    { workbook, stage: `opening, which is Excel's (${size})`, milliseconds: whole(opening), "peak MB": open },
    ...rows,
    scaled,
    { workbook, stage: "JSON.parse of Excel's answers", milliseconds: tenths(parse.answers) },
    { workbook, stage: "JSON.parse of the snapshot", milliseconds: tenths(parse.snapshot) },
  ];
}

const whole = (value: number): number => Math.round(value);
const tenths = (value: number): number => Number(value.toFixed(1));
const megabytes = (bytes: number): number => Number((bytes / 1e6).toFixed(2));
