import { llrPack } from "../../src/plan/llr";
import { parseRange } from "../../src/snapshot/addresses";
import { readReturns } from "../../src/returns/reading/read";
import { totals } from "../../src/returns/totals/totals";
import { checkReturn, type CheckInput } from "../../src/validation/checking/check";
import type { Finding } from "../../src/validation/finding";
import { snapshotOf, type Book } from "./book";
import { AS_OF } from "./facts";
import type { BenchRow } from "./index";
import { healthyBook, LAYOUTS, type Layout } from "./healthy-return";
import { mutants, type Mutant } from "./mutations";

/** Where the mutated returns begin: printed with the result, so that any of them can be made again. */
export const SEED = 20_250_331;
const ROUNDS = 3;
const HEALTHY_EACH = 15;

/** How often a mistake was made and found, and what else was reported. */
interface Tally {
  made: number;
  found: number;
  /** Errors and warnings on these returns; notes for information are not counted. */
  reported: number;
  reportedTrue: number;
  readonly others: Map<string, number>;
}

/** What became of the mutated returns. */
export interface Accuracy extends Readonly<Tally> {
  readonly seed: number;
  readonly healthy: number;
  readonly healthyFindings: number;
  readonly kinds: readonly ({ readonly kind: string; readonly code: string } & Readonly<Tally>)[];
  /** By layout, with what was reported of returns of that layout without mistakes. */
  readonly layouts: readonly ({ readonly layout: string; readonly healthyFindings: number } & Readonly<Tally>)[];
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

/** Recall and precision over the mutated returns, with healthy ones of every layout beside them. */
export function measureAccuracy(seed = SEED, rounds = ROUNDS): Accuracy {
  const all = noTally();
  const kinds = new Map<string, { kind: string; code: string } & Tally>();
  const layouts = new Map<string, { layout: string; healthyFindings: number } & Tally>();
  for (const layout of LAYOUTS) layouts.set(layout, { layout, healthyFindings: 0, ...noTally() });
  for (const mutant of mutants(seed, rounds)) {
    const { kind, code, layout } = mutant;
    const ofKind = kinds.get(kind) ?? { kind, code, ...noTally() };
    kinds.set(kind, ofKind);
    const findings = wrongIn(mutant.book);
    for (const tally of [all, ofKind, layouts.get(layout) as Tally]) count(tally, findings, mutant);
  }
  let healthyFindings = 0;
  for (const [index, { layout }] of [...layouts.values()].entries()) {
    for (let each = 0; each < HEALTHY_EACH; each++) {
      const found = wrongIn(healthyBook(seed - 1 - index * HEALTHY_EACH - each, layout as Layout)).length;
      (layouts.get(layout) as { healthyFindings: number }).healthyFindings += found;
      healthyFindings += found;
    }
  }
  return {
    ...all,
    reported: all.reported + healthyFindings,
    seed,
    healthy: LAYOUTS.length * HEALTHY_EACH,
    healthyFindings,
    kinds: [...kinds.values()],
    layouts: [...layouts.values()],
  };
}

function noTally(): Tally {
  return { made: 0, found: 0, reported: 0, reportedTrue: 0, others: new Map<string, number>() };
}

function count(tally: Tally, findings: readonly Finding[], mutant: Mutant): void {
  const right = findings.filter((each) => tells(each, mutant));
  tally.made += 1;
  tally.found += right.length > 0 ? 1 : 0;
  tally.reported += findings.length;
  tally.reportedTrue += right.length;
  for (const { code } of findings.filter((each) => !right.includes(each)))
    tally.others.set(code, (tally.others.get(code) ?? 0) + 1);
}

/** The rules' accuracy on mutated returns, by what was measured. */
export function benchAccuracy(): BenchRow[] {
  const accuracy = measureAccuracy();
  const percent = (part: number, whole: number): number => (part / whole) * 100;
  return [
    {
      name: `returns with one mistake each, in ${LAYOUTS.length} layouts, from seed ${accuracy.seed}`,
      value: accuracy.made,
      unit: "returns",
    },
    { name: "mistakes found (recall)", value: percent(accuracy.found, accuracy.made), unit: "%" },
    {
      name: "errors and warnings that are true (precision)",
      value: percent(accuracy.reportedTrue, accuracy.reported),
      unit: "%",
    },
    {
      name: `errors and warnings on ${accuracy.healthy} returns without mistakes`,
      value: accuracy.healthyFindings,
      unit: "findings",
    },
  ];
}
