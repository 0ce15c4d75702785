import { refuseNothing, type Choices, type Outcome } from "../outcome";
import type { Pack } from "../plan/schema";
import { reportBook } from "../report/book";
import { follow } from "../road";
import type { Explanation } from "../validation/explanations";
import type { CellChange } from "../validation/finding";
import { applyChanges } from "./mend";
import { readWorkbook } from "./read";
import { runExcel, type ExcelNamespace } from "./run";
import { keepExplanation as keep } from "./state";
import { writeReport } from "./write";

/** How whoever asked follows the work and stops it. */
export interface Watch {
  /** Told what is being done and how far it is, 0 to 1. */
  readonly progress?: (step: string, share: number) => void;
  /** Asked before each request to Excel. */
  readonly cancelled?: () => boolean;
  /** Stands in for the workbook's own name where the host has none. */
  readonly fileName?: string | null;
}

/**
 * Reads, checks and assesses the open workbook: one read pass, nothing written.
 *
 * @throws {ExcelTrouble} with one plain sentence when Excel refuses or the person stopped it.
 */
export function readReturn(excel: ExcelNamespace, pack: Pack, choices: Choices, watch: Watch = {}): Promise<Outcome> {
  return runExcel(excel, (context) => outcomeOf(context, pack, choices, watch));
}

/**
 * The main job: the open workbook read and assessed, and the report written to sheets of its own.
 *
 * @throws {NothingFound} when the plan knows nothing in the workbook; nothing is written.
 * @throws {ExcelTrouble} as `readReturn`; what was written by then stays and can be written again.
 */
export function makeReport(
  excel: ExcelNamespace,
  pack: Pack,
  choices: Choices,
  watch: Watch = {},
): Promise<{ outcome: Outcome; sheetsWritten: readonly string[] }> {
  return runExcel(excel, async (context) => {
    const outcome = await outcomeOf(context, pack, choices, watch);
    refuseNothing(outcome);
    const { sheetsWritten } = await writeReport(context, reportBook(outcome), during("Writing the report", watch));
    return { outcome, sheetsWritten };
  });
}

/**
 * Writes the cells of a mend, or of its undoing, and nothing else.
 *
 * @throws {ExcelTrouble} where a cell no longer holds what it held when it was checked: then nothing is written.
 */
export async function changeCells(excel: ExcelNamespace, changes: readonly CellChange[]): Promise<void> {
  await runExcel(excel, (context) => applyChanges(context, changes));
}

/** Keeps a person's explanation with the workbook. @throws {ExcelTrouble} when Excel refuses. */
export function keepExplanation(excel: ExcelNamespace, explanation: Explanation): Promise<void> {
  return runExcel(excel, (context) => keep(context, explanation));
}

async function outcomeOf(context: Excel.RequestContext, pack: Pack, choices: Choices, watch: Watch): Promise<Outcome> {
  const snapshot = await readWorkbook(context, {
    ...during("Reading the workbook", watch),
    ...(watch.fileName ? { fileName: watch.fileName } : {}),
  });
  return follow(snapshot, pack, choices);
}

function during(step: string, { progress, cancelled }: Watch) {
  return {
    ...(progress && { progress: (share: number) => progress(step, share) }),
    ...(cancelled && { cancelled }),
  };
}
