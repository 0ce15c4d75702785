import "./jitless";
import { makeReport, readReturn, rereadReturn, type Watch } from "../../excel/job";
import {
  onReturnChanged as onChanged,
  onReturnSelected as onSelected,
  type CellsEdited,
  type ReturnPlace,
} from "../../excel/host/events";
import { applyChanges, MendUnsettled } from "../../excel/write/mend";
import { goToCell } from "../../excel/host/navigate";
import { runExcel } from "../../excel/host/run";
import { keepExplanation, keepMapping } from "../../excel/state";
import type { Choices, Outcome } from "../../outcome";
import { llrPack } from "../../plan/llr";
import { sheetPrefix } from "../../snapshot/addresses";
import { sheetNames, sheetTitles } from "../../report/layout/titles";
import { basesOf } from "../../report/source/bases";
import type { BasisComparison } from "../../assessment/targets/basis";
import type { MappingRow } from "../../returns/observation";
import type { Explanation } from "../../decisions/explanations";
import type { CellChange } from "../../validation/finding";
import { checkerIn } from "../checking/checker";
import { LastReading } from "./last-reading";

/** What the pane asks of Excel, with the Excel it runs in and the plan it ships with. */

/** Everything the pane shows of one reading of the workbook. */
export interface Read {
  readonly outcome: Outcome;
  readonly bases: readonly BasisComparison[];
}

const lastReading = new LastReading();
const check = checkerIn(async () => (await import("../checking/open-check-worker")).openCheckWorker());

/** Reads and checks all of the workbook. */
export async function readAll(choices: Choices, watch: Watch): Promise<Read> {
  return withBases(await lastReading.readAll(() => readReturn(Excel, llrPack, choices, named(watch), check)));
}

/** Reads and checks what has been edited since the last reading, these cells among it; all of the workbook where that is not known. */
export async function readEdits(choices: Choices, also: readonly CellsEdited[] = []): Promise<Read> {
  const outcome = await lastReading.readEdits(also, (before, edited) =>
    before === null
      ? readReturn(Excel, llrPack, choices, named({}), check)
      : rereadReturn(Excel, { before, edited }, llrPack, choices, named({}), check),
  );
  return withBases(outcome);
}

/** Makes the report and brings its board page to the front. */
export async function writeBoardReport(
  choices: Choices,
  watch: Watch,
): Promise<Read & { sheetsWritten: readonly string[] }> {
  const { outcome, sheetsWritten } = await lastReading.writing(() =>
    makeReport(Excel, llrPack, choices, named(watch), check),
  );
  const board = sheetNames(outcome.snapshot.sheets)["board-report"];
  // The report stands, whether or not Excel shows its board page at once.
  await goTo(`${sheetPrefix(board)}A1`).catch(() => undefined);
  return { ...withBases(outcome), sheetsWritten };
}

/** @returns where the person was before. */
export const goTo = (cell: string) => runExcel(Excel, (context) => goToCell(context, cell));
/** @returns the changes that undo these. */
export const change = (changes: readonly CellChange[]) => applyChanges(Excel, changes);
export const explain = (explanation: Explanation) => lastReading.writing(() => keepExplanation(Excel, explanation));
export const sayWhatItIs = (said: MappingRow, { reading, pack }: Outcome) =>
  lastReading.writing(() => keepMapping(Excel, said, reading.mapping, pack));
export { wouldRead } from "./would-read";
export { MendUnsettled };
export const onReturnSelected = (tell: (place: ReturnPlace) => void) => onSelected(Excel, tell);

/** Tells of a person's edits from now on; @returns what ends it. */
export async function onReturnChanged(tell: () => void): Promise<() => Promise<void>> {
  const end = await onChanged(Excel, {
    edited(cells) {
      lastReading.addEdit(cells);
      tell();
    },
    outdated: () => lastReading.forget(),
  });
  lastReading.hearEdits(true);
  return () => {
    lastReading.hearEdits(false);
    return end();
  };
}

export const explanationsTitle = sheetTitles.explanations;
export const mappingTitle = sheetTitles.mapping;

function withBases(outcome: Outcome): Read {
  return { outcome, bases: basesOf(outcome) };
}

function named(watch: Watch): Watch {
  return { ...watch, fileName: fileName() };
}

/** The workbook's own name, which may tell a return's year or organisation; none for one never saved. */
function fileName(): string | null {
  const url = Office.context.document?.url ?? "";
  const last = url.split(/[\\/]/).pop() ?? "";
  return last === "" ? null : decoded(last);
}

/** On the web the name comes percent-encoded; on the desktop a "%" may be part of it. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
