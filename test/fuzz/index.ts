import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { groupBy } from "../../src/collections/groups";
import { record } from "../quality/record";
import { judge, outcomes, type Outcome, type Verdict } from "./judge";
import { kinds, mutantOf, type Kind } from "./mutant";
import { Judge } from "./pool";
import { allSources } from "./sources";

/**
 * Makes real workbooks wrong and sees what becomes of them:
 *
 *   npm run fuzz -- --count 10000 --seed 1
 *   npm run fuzz -- --seed 1 --only 1234      one of them again, its workbook kept
 *   npm run fuzz -- --file MUTANT.xlsx        a kept one again
 *
 * --folder FOLDER  takes that folder's workbooks as sources besides; they change which mutant a number is
 * --without "a far cell,deep nesting"  leaves out the mutants with these changes
 * --whole 4        writes the whole report for one in so many, else one sheet (1: for all)
 * --first 2000     begins at this number
 * --record         keeps the counts for docs/quality.md
 *
 * Exit 0 where nothing happened that must not. Failures stand in out/fuzz/, each a workbook and a text.
 */
const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    only: { type: "string" },
    file: { type: "string" },
    folder: { type: "string" },
    without: { type: "string", default: "" },
    whole: { type: "string", default: "1" },
    workers: { type: "string", default: String(Math.max(1, os.availableParallelism())) },
    record: { type: "boolean", default: false },
  },
});

const seed = Number(options.seed);
const folder = options.folder === undefined ? null : path.resolve(options.folder);
const without = new Set(options.without.split(",").map((each) => each.trim()));
const kept = path.join("out", "fuzz");

interface Judged {
  readonly number: number;
  readonly kind: Kind;
  readonly verdict: Verdict;
}

async function main(): Promise<void> {
  if (options.file !== undefined) return void show(await judge(new Uint8Array(readFileSync(options.file)), true));
  const numbers =
    options.only === undefined
      ? Array.from({ length: Number(options.count) }, (_, at) => Number(options.first) + at)
      : [Number(options.only)];
  const sources = await allSources(folder);
  const judged: Judged[] = [];
  let leftOut = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    const judges = new Judge();
    for (let number = numbers[next++]; number !== undefined; number = numbers[next++]) {
      const mutant = mutantOf(seed, number, sources);
      if (mutant.changes.some(({ name }) => without.has(name))) {
        leftOut += 1;
        continue;
      }
      const whole = number % Number(options.whole) === 0 || options.only !== undefined;
      const verdict = await judges.judge({ seed, number, folder, whole });
      judged.push({ number, kind: mutant.kind, verdict });
      if (verdict.fault !== null || options.only !== undefined) keep(number, verdict, mutant);
      if (judged.length % 200 === 0) console.log(`${judged.length} judged, ${failures(judged).length} failed`);
    }
    judges.end();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: Number(options.workers) }, work));
  print(judged, leftOut, (performance.now() - start) / 1000);
  if (options.record) keepCounts(judged);
  if (failures(judged).length > 0) process.exitCode = 1;
}

const failures = (judged: readonly Judged[]): readonly Judged[] =>
  judged.filter(({ verdict }) => verdict.fault !== null);

function keep(number: number, verdict: Verdict, { source, changes, bytes }: ReturnType<typeof mutantOf>): void {
  mkdirSync(kept, { recursive: true });
  const name = path.join(kept, `${seed}-${number}`);
  const lines = changes.map((each) => `${each.name}: ${each.what}`);
  writeFileSync(`${name}.xlsx`, bytes);
  const outcome = `${verdict.fault ?? verdict.outcome} (${verdict.cpu.toFixed(1)} s)`;
  writeFileSync(`${name}.txt`, [outcome, verdict.said, source, ...lines, ""].join("\n"));
  console.log(
    `${seed}-${number} ${outcome}: ${verdict.said.slice(0, 160)} [${source}; ${lines.join("; ").slice(0, 200)}]`,
  );
}

function show({ outcome, fault, said, cpu }: Verdict): void {
  console.log(`${fault ?? outcome}: ${said} (${cpu.toFixed(1)} s)`);
  if (fault !== null) process.exitCode = 1;
}

function countOf(judged: readonly Judged[], kind: Kind, outcome: Outcome): number {
  return judged.filter((each) => each.kind === kind && each.verdict.outcome === outcome).length;
}

function print(judged: readonly Judged[], leftOut: number, seconds: number): void {
  console.log(`\n${["kind", ...outcomes].map((each) => each.padStart(19)).join("")}`);
  for (const kind of kinds)
    console.log(
      [kind, ...outcomes.map((each) => String(countOf(judged, kind, each)))].map((each) => each.padStart(19)).join(""),
    );
  const byFault = groupBy(failures(judged), ({ verdict }) => verdict.fault ?? "");
  for (const [fault, all] of byFault)
    console.log(
      `${fault}: ${all.length} (${all
        .slice(0, 8)
        .map(({ number }) => number)
        .join(", ")})`,
    );
  const slowest = Math.max(0, ...judged.map(({ verdict }) => verdict.cpu));
  console.log(
    `${judged.length} mutants of seed ${seed} in ${Math.round(seconds)} s, ${leftOut} left out; the slowest took ${slowest.toFixed(1)} s`,
  );
}

function keepCounts(judged: readonly Judged[]): void {
  const slowest = Math.max(0, ...judged.map(({ verdict }) => verdict.cpu));
  record("fuzz", [
    ...kinds.map((kind) => ({
      kind,
      ...Object.fromEntries(outcomes.map((each) => [each, countOf(judged, kind, each)])),
    })),
    { kind: "slowest, seconds of CPU", value: Number(slowest.toFixed(1)) },
  ]);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
