import { llrPack } from "../../src/plan/llr";
import { parseRange } from "../../src/returns/addresses";
import { readReturns } from "../../src/returns/read";
import { totals } from "../../src/returns/totals";
import type { CheckInput } from "../../src/validation/check";
import { checkReturn } from "../../src/validation/check";
import type { Finding } from "../../src/validation/finding";
import { AS_OF, healthyBook, snapshotOf } from "./healthy-return";
import type { Book } from "./healthy-return";
import { largeReturn } from "./large-return";
import type { LargeKind } from "./large-return";
import { mutants } from "./mutations";
import type { Mutant } from "./mutations";

/** One line of the benchmark's table. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Where the mutated returns begin: printed with the result, so that any of them can be made again. */
export const SEED = 20_250_331;
const ROUNDS = 6;
const HEALTHY = 60;

/** What became of the mutated returns. */
export interface Accuracy {
  readonly seed: number;
  readonly mutants: number;
  readonly healthy: number;
  readonly found: number;
  /** Errors and warnings on mutated and healthy returns; notes for information are not counted. */
  readonly reported: number;
  readonly reportedTrue: number;
  readonly healthyFindings: number;
  /** For each kind of mistake: the rule that should tell it, how often it was made and found, and what else was reported. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly code: string;
    readonly made: number;
    readonly found: number;
    readonly others: ReadonlyMap<string, number>;
  }[];
}

/** A book read and totalled as the add-in does it, ready to be checked. */
export function inputOf(book: Book): CheckInput {
  const snapshot = snapshotOf(book);
  const reading = readReturns(snapshot, llrPack, { period: null, organisations: [] });
  return { snapshot, reading, totals: totals(reading, llrPack), pack: llrPack, asOf: AS_OF };
}

/** Errors and warnings of a book. */
export function wrongIn(book: Book): Finding[] {
  return checkReturn(inputOf(book)).filter(({ severity }) => severity !== "info");
}

/** Whether a finding tells a mutant's mistake: its rule, and its cell among those named. */
export function tells(finding: Finding, { code, cell }: Mutant): boolean {
  return finding.code === code && (cell === null || finding.cells.some((each) => covers(each, cell)));
}

function covers(reference: string, cell: string): boolean {
  const [sheet, range] = splitReference(reference);
  const [ofSheet, address] = splitReference(cell);
  const [area, at] = [parseRange(range), parseRange(address)];
  if (sheet !== ofSheet || area === null || at === null) return false;
  return area.top <= at.top && at.top <= area.bottom && area.left <= at.left && at.left <= area.right;
}

function splitReference(reference: string): [sheet: string, range: string] {
  const at = reference.lastIndexOf("!");
  return [reference.slice(0, at), reference.slice(at + 1)];
}

/** Recall and precision over the mutated returns, with as many healthy ones beside them. */
export function measureAccuracy(seed = SEED, rounds = ROUNDS): Accuracy {
  const made = mutants(seed, rounds);
  const kinds = new Map<
    string,
    { kind: string; code: string; made: number; found: number; others: Map<string, number> }
  >();
  let [found, reported, reportedTrue] = [0, 0, 0];
  for (const mutant of made) {
    const findings = wrongIn(mutant.book);
    const right = findings.filter((each) => tells(each, mutant));
    const entry = kinds.get(mutant.kind) ?? {
      kind: mutant.kind,
      code: mutant.code,
      made: 0,
      found: 0,
      others: new Map<string, number>(),
    };
    kinds.set(mutant.kind, entry);
    entry.made += 1;
    if (right.length > 0) entry.found += 1;
    for (const each of findings)
      if (!right.includes(each)) entry.others.set(each.code, (entry.others.get(each.code) ?? 0) + 1);
    found += right.length > 0 ? 1 : 0;
    reported += findings.length;
    reportedTrue += right.length;
  }
  const healthyFindings = Array.from(
    { length: HEALTHY },
    (_, index) => wrongIn(healthyBook(seed - 1 - index)).length,
  ).reduce((so, each) => so + each, 0);
  return {
    seed,
    mutants: made.length,
    healthy: HEALTHY,
    found,
    reported: reported + healthyFindings,
    reportedTrue,
    healthyFindings,
    kinds: [...kinds.values()],
  };
}

/** How long one call takes: the middle of several, in milliseconds. */
function timed(run: () => unknown, times = 5): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1] as number;
}

interface Timing {
  readonly cells: number;
  readonly check: number;
  readonly parse: number;
}

/** A large return checked, beside `JSON.parse` of its own snapshot. */
function timeOf(cells: number, kind: LargeKind): Timing {
  const snapshot = largeReturn(cells, kind);
  const text = JSON.stringify(snapshot);
  const reading = readReturns(snapshot, llrPack, { period: null, organisations: [] });
  const input: CheckInput = { snapshot, reading, totals: totals(reading, llrPack), pack: llrPack, asOf: AS_OF };
  const counted = snapshot.sheets.reduce(
    (so, { values }) => so + values.reduce((row, each) => row + each.length, 0),
    0,
  );
  const parse = timed(() => JSON.parse(text) as unknown);
  return { cells: counted, check: timed(() => checkReturn(input)), parse };
}

/** The rules' accuracy on mutated returns, and their speed on a large one, as rows of the benchmark's table. */
export async function benchValidation(): Promise<BenchRow[]> {
  const accuracy = measureAccuracy();
  const half = timeOf(100_000, "national");
  const full = timeOf(200_000, "national");
  const dense = timeOf(200_000, "dense");
  const percent = (part: number, whole: number): number => (part / whole) * 100;
  return [
    {
      name: `validation: returns with one mistake each, from seed ${accuracy.seed}`,
      value: accuracy.mutants,
      unit: "returns",
    },
    { name: "validation: mistakes found (recall)", value: percent(accuracy.found, accuracy.mutants), unit: "%" },
    {
      name: "validation: errors and warnings that are true (precision)",
      value: percent(accuracy.reportedTrue, accuracy.reported),
      unit: "%",
    },
    {
      name: `validation: errors and warnings on ${accuracy.healthy} returns without mistakes`,
      value: accuracy.healthyFindings,
      unit: "findings",
    },
    { name: "validation: cells of a national collection, one row in ten the plan's", value: full.cells, unit: "cells" },
    { name: "validation: time to check it", value: full.check, unit: "ms" },
    {
      name: "validation: the same as a ratio to JSON.parse of its snapshot",
      value: full.check / full.parse,
      unit: "times",
    },
    {
      name: "validation: twice the cells (1 is in proportion)",
      value: full.check / half.check / (full.cells / half.cells),
      unit: "times as long",
    },
    {
      name: "validation: a dense return of as many cells, nearly every second a figure",
      value: dense.check,
      unit: "ms",
    },
    {
      name: "validation: the same as a ratio to JSON.parse of its snapshot",
      value: dense.check / dense.parse,
      unit: "times",
    },
  ];
}
