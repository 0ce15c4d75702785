import { refuseNothing, type Choices, type Outcome } from "../outcome";
import type { Pack } from "../plan/schema";
import { reportBook } from "../report/book/book";
import { outcomeOf } from "../road";
import type { Snapshot } from "../snapshot/snapshot";
import type { CellsEdited } from "./host/events";
import { readWorkbook, type ReadOptions } from "./read/read-workbook";
import { rereadWorkbook } from "./read/reread-workbook";
import { ExcelTrouble, nothingChanged } from "./host/trouble";
import { runExcel, type ExcelNamespace } from "./host/run";
import { writeReport } from "./write/write-report";

/** How whoever asked follows the work and stops it. */
export interface Watch {
  /** Told what is being done and how far it is, 0 to 1. */
  readonly progress?: (step: string, share: number) => void;
  /** Asked before each request to Excel. */
  readonly cancelled?: () => boolean;
  /** Stands in for the workbook's own name where the host has none. */
  readonly fileName?: string | null;
}

/** Checks and assesses a workbook that was read: `outcomeOf` itself, or the same in a worker. */
export type Check = (snapshot: Snapshot, pack: Pack, choices: Choices) => Outcome | Promise<Outcome>;

/**
 * Reads, checks and assesses the open workbook: one read pass, nothing written.
 *
 * @throws {ExcelTrouble} with one plain sentence when Excel refuses or the person stopped it.
 */
export function readReturn(
  excel: ExcelNamespace,
  pack: Pack,
  choices: Choices,
  watch: Watch = {},
  check: Check = outcomeOf,
): Promise<Outcome> {
  return runExcel(excel, async (context) => check(await readWorkbook(context, readOptions(watch)), pack, choices));
}

/** The workbook as it was read before, and all cells that may have changed since. */
export interface EditedWorkbook {
  readonly before: Snapshot;
  readonly edited: readonly CellsEdited[];
}

/**
 * Checks and assesses the open workbook after edits: only the edited cells and the values of formulas
 * are read from Excel.
 *
 * @throws as `readReturn`.
 */
export function rereadReturn(
  excel: ExcelNamespace,
  { before, edited }: EditedWorkbook,
  pack: Pack,
  choices: Choices,
  watch: Watch = {},
  check: Check = outcomeOf,
): Promise<Outcome> {
  return runExcel(excel, async (context) =>
    check(await rereadWorkbook(context, before, edited, readOptions(watch)), pack, choices),
  );
}

/**
 * The main job: the open workbook read and assessed, and the report written to sheets of its own.
 *
 * @throws {NothingFound} when the plan knows nothing in the workbook; nothing is written.
 * @throws {ExcelTrouble} as `readReturn`, and where the structure of the workbook is protected; what was written by then stays and can be written again.
 */
export function makeReport(
  excel: ExcelNamespace,
  pack: Pack,
  choices: Choices,
  watch: Watch = {},
  check: Check = outcomeOf,
): Promise<{ outcome: Outcome; sheetsWritten: readonly string[] }> {
  let begun = false;
  const begin = () => {
    begun = true;
  };
  const job = async (context: Excel.RequestContext) => {
    await refuseLockedStructure(context);
    const outcome = await check(await readWorkbook(context, readOptions(watch)), pack, choices);
    refuseNothing(outcome);
    const options = { ...during("Writing the report", watch), begun: begin };
    const { sheetsWritten } = await writeReport(context, reportBook(outcome), options);
    return { outcome, sheetsWritten };
  };
  return runExcel(excel, job, () => (begun ? writtenInPart : nothingChanged()));
}

const writtenInPart =
  "Your own sheets are as they were. The report's sheets may be part new and part old; all that people wrote on them is kept.";

/** Excel adds no sheet to a workbook with a protected structure: that is said before any work is done. */
async function refuseLockedStructure(context: Excel.RequestContext): Promise<void> {
  const { protection } = context.workbook;
  protection.load("protected");
  await context.sync();
  if (protection.protected)
    throw new ExcelTrouble(
      "The structure of this workbook is protected, so no sheet can be added for the report. Take the protection off under Review, Protect Workbook, or save a copy without it, then try again.",
      "AccessDenied",
    );
}

function readOptions(watch: Watch): ReadOptions {
  return { ...during("Reading the workbook", watch), ...(watch.fileName ? { fileName: watch.fileName } : {}) };
}

function during(step: string, { progress, cancelled }: Watch) {
  return {
    ...(progress && { progress: (share: number) => progress(step, share) }),
    ...(cancelled && { cancelled }),
  };
}
