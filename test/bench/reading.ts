import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/excel/read/read-workbook";
import { runExcel } from "../../src/excel/host/run";
import { llrPack } from "../../src/plan/llr";
import { readReturns } from "../../src/returns/reading/read";
import { openExcel } from "../../src/standin";
import type { BenchRow } from "./index";

const root = process.cwd();
const workbooks = [
  ["sample return", "assets/sample-return.xlsx", null],
  ["ERIC 2013/14", "../shared/data/eric/ERIC_2013-14.xlsx", "2013/14"],
  ["ERIC 2016/17", "../shared/data/eric/ERIC_2016-17.xlsx", "2016/17"],
] as const;

/** How long real workbooks take to read, beside what was found in them. Published returns are measured where they are at hand. */
export async function benchReading(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, file, period] of workbooks) {
    const place = path.resolve(root, file);
    if (!existsSync(place)) continue;
    rows.push(...(await measure(name, new Uint8Array(readFileSync(place)), path.basename(file), period)));
  }
  return rows;
}

async function measure(name: string, bytes: Uint8Array, fileName: string, period: string | null): Promise<BenchRow[]> {
  const [opening, excel] = await timed(() => openExcel(bytes, { fileName }));
  const [taking, snapshot] = await timed(() => runExcel(excel.Excel, (context) => readWorkbook(context, { fileName })));
  const requests = excel.counters.requests;
  const [understanding, reading] = await timed(async () =>
    readReturns(snapshot, llrPack, { period, organisations: [] }),
  );
  const json = JSON.stringify(snapshot);
  const [parsing] = await timed(async () => JSON.parse(json) as unknown);
  return [
    { name: `${name}: cells scanned`, value: reading.cellsScanned, unit: "cells" },
    { name: `${name}: tables found`, value: reading.tables.length, unit: "tables" },
    { name: `${name}: figures read`, value: reading.observations.length, unit: "figures" },
    { name: `${name}: file opened by the stand-in`, value: opening, unit: "ms" },
    { name: `${name}: workbook read through office.js`, value: taking, unit: "ms" },
    { name: `${name}: requests to Excel for that`, value: requests, unit: "requests" },
    { name: `${name}: tables found and understood`, value: understanding, unit: "ms" },
    { name: `${name}: the same, against JSON.parse of the snapshot`, value: understanding / parsing, unit: "times" },
  ];
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}
