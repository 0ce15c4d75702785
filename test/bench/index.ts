import { parseArgs } from "node:util";
import { record, recorded, type Result } from "../quality/record";
import { table } from "../quality/table";
import { benchRecheck } from "./recheck";
import { stagesOf, workbooks } from "./stages";
import { benchTrajectory } from "./trajectory";
import { benchAccuracy } from "./validation";

/** One measured figure. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/**
 * Everything we publish as a figure:
 *
 *   npm run bench
 *   npm run bench -- --only sample,dense
 *
 * --only PARTS  some of: the workbooks timed stage by stage (sample, eric-2013, eric-2016, national, dense,
 *               million), accuracy, recheck, trajectory; published returns are measured where they are at hand
 * --record      keeps the figures for docs/quality.md
 */
const { values: options } = parseArgs({
  options: { only: { type: "string" }, record: { type: "boolean", default: false } },
});

const figures: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  accuracy: benchAccuracy,
  recheck: benchRecheck,
  trajectory: benchTrajectory,
};
const parts = [...Object.keys(workbooks), ...Object.keys(figures)];

async function main(): Promise<void> {
  const chosen = options.only?.split(",") ?? parts;
  const unknown = chosen.filter((name) => !parts.includes(name));
  if (unknown.length > 0) throw new Error(`No part of the benchmark is called ${unknown.join()}: ${parts.join(", ")}.`);
  const stages: Result[] = [];
  const rows = new Map<string, Result[]>();
  for (const name of chosen) {
    const [workbook, figure] = [workbooks[name], figures[name]];
    const made = workbook
      ? await stagesOf(workbook)
      : (await figure!()).map((row) => ({ ...row, value: fine(row.value) }));
    if (made === null) continue;
    console.log(`\n${table(made)}`);
    if (workbook) stages.push(...made);
    else rows.set(name, made);
  }
  if (!options.record) return;
  if (stages.length > 0) record("bench", withEarlier(stages), "bench");
  for (const [name, made] of rows) record(name, made, `bench -- --only ${name}`);
}

/** A workbook measured alone takes the place of its own earlier figures and leaves the others'. */
function withEarlier(stages: readonly Result[]): Result[] {
  const isNew = (each: Result): boolean => stages.some(({ workbook }) => workbook === each["workbook"]);
  const all = [...(recorded("bench")?.results.filter((each) => !isNew(each)) ?? []), ...stages];
  return Object.values(workbooks).flatMap(({ title }) => all.filter(({ workbook }) => workbook === title));
}

const fine = (value: number): number => Number(value.toFixed(value < 100 ? 2 : 0));

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
