import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { record } from "../quality/record";
import { openPage, type Page } from "./page";

/**
 * One page's worth of life, many times over: check, a person's edit, check of the edit, report, explanation,
 * mend, undo, check.
 *
 *   npm run soak -- --rounds 200
 *
 * --file WORKBOOK  another than the sample
 * --record         keeps the figures for docs/quality.md
 *
 * Exit 0 where nothing grew: memory by less than `slopeLimit` a round, handlers, sheets, names and references kept not
 * at all once the first rounds are over, and every sheet of the user's held what it held.
 */
const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "60" },
    file: { type: "string", default: "assets/sample-return.xlsx" },
    record: { type: "boolean", default: false },
  },
});

/** Megabytes a round. */
const slopeLimit = 0.1;
/** Rounds in which caches fill and code is compiled: no figure of theirs counts. */
const warmUp = 0.25;
const shown = 20;

interface Round {
  readonly round: number;
  /** In use after everything that can be let go has been. */
  readonly heap: number;
  readonly cpu: number;
  readonly handlers: number;
  readonly references: number;
  readonly sheets: number;
  readonly names: number;
  readonly kept: boolean;
}

async function main(): Promise<void> {
  const rounds = Number(options.rounds);
  const page = await openPage(new Uint8Array(readFileSync(options.file)));
  const lived: Round[] = [];
  console.log("round   heap MB   CPU s   handlers   references   sheets   names   user's sheets");
  for (let round = 1; round <= rounds; round++) {
    const before = process.cpuUsage();
    await page.live(round);
    const { user, system } = process.cpuUsage(before);
    lived.push(figures(page, round, (user + system) / 1e6));
    if (round % Math.max(1, Math.floor(rounds / shown)) === 0 || round === 1) print(lived.at(-1)!);
  }
  await page.end();
  judge(lived, page.handlers);
}

function figures(page: Page, round: number, cpu: number): Round {
  global.gc?.();
  const { handlers, references, sheets, names } = page;
  return {
    round,
    heap: process.memoryUsage().heapUsed / 2 ** 20,
    cpu,
    handlers,
    references,
    sheets,
    names,
    kept: page.isKept(),
  };
}

function print({ round, heap, cpu, handlers, references, sheets, names, kept }: Round): void {
  const columns = [
    round,
    heap.toFixed(1),
    cpu.toFixed(2),
    handlers,
    references,
    sheets,
    names,
    kept ? "same" : "CHANGED",
  ];
  const widths = [5, 10, 8, 11, 13, 9, 8, 16];
  console.log(columns.map((each, at) => String(each).padStart(widths[at] ?? 0)).join(""));
}

/** @param left handlers that are still there after the page was left. */
function judge(lived: readonly Round[], left: number): void {
  const settled = lived.slice(Math.floor(lived.length * warmUp));
  const slope = slopeOf(settled.map(({ round, heap }) => [round, heap]));
  const [first, last] = [settled[0]!, settled.at(-1)!];
  const grown = (["handlers", "references", "sheets", "names"] as const).filter((each) => last[each] > first[each]);
  const faults = [
    ...(typeof global.gc === "function" ? [] : ["memory was not measured: run it with --expose-gc"]),
    ...(slope > slopeLimit ? [`memory grows by ${slope.toFixed(3)} MB a round, more than ${slopeLimit}`] : []),
    ...grown.map((each) => `${each} grew from ${first[each]} to ${last[each]}`),
    ...(lived.every(({ kept }) => kept) ? [] : ["a sheet of the user's changed"]),
    ...(left > 0 ? [`${left} handlers are left at the end`] : []),
  ];
  console.log(
    `\n${lived.length} rounds: memory ${slope >= 0 ? "+" : ""}${slope.toFixed(3)} MB a round from round ${first.round} on`,
  );
  for (const fault of faults) console.log(`FAILED: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  if (options.record)
    record("soak", [
      {
        rounds: lived.length,
        "memory, MB a round": Number(slope.toFixed(3)),
        "memory at the end, MB": Math.round(last.heap),
        "CPU a round at the end, s": Number(middle(settled.map(({ cpu }) => cpu)).toFixed(2)),
        handlers: `${first.handlers} throughout`,
        "references kept": `${first.references} to ${last.references}`,
        sheets: `${first.sheets} to ${last.sheets}`,
        names: `${first.names} to ${last.names}`,
        "rounds after which a user's sheet was not as before": lived.filter(({ kept }) => !kept).length,
        failed: faults.length,
      },
    ]);
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The straight line through points, by least squares: how much a round. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [each]) => sum + (each - x) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0) / spread;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
