import "./jitless";
import { makeReport as make, readReturn as read, type Watch } from "../excel/job";
import { onReturnChanged as onChanged, onReturnSelected as onSelected, type ReturnPlace } from "../excel/events";
import { applyChanges } from "../excel/mend";
import { goToCell } from "../excel/navigate";
import { runExcel } from "../excel/run";
import { keepExplanation, keepMapping } from "../excel/state";
import type { Choices, Outcome } from "../outcome";
import { llrPack } from "../plan/llr";
import { sheetPrefix } from "../report/a1";
import { sheetNames, sheetTitles } from "../report/titles";
import { compareBases, type BasisComparison } from "../trajectory/basis";
import type { MappingRow } from "../returns/observation";
import type { Explanation } from "../validation/explanations";
import type { CellChange } from "../validation/finding";

/** What the pane asks of Excel, with the Excel it runs in and the plan it ships with. */

/** Everything the pane shows of one reading of the workbook. */
export interface Read {
  readonly outcome: Outcome;
  readonly bases: readonly BasisComparison[];
}

export async function readReturn(choices: Choices, watch: Watch): Promise<Read> {
  return withBases(await read(Excel, llrPack, choices, { ...watch, fileName: fileName() }));
}

/** Makes the report and brings its board page to the front. */
export async function makeReport(choices: Choices, watch: Watch): Promise<Read & { sheetsWritten: readonly string[] }> {
  const { outcome, sheetsWritten } = await make(Excel, llrPack, choices, { ...watch, fileName: fileName() });
  const board = sheetNames(outcome.snapshot.sheets)["board-report"];
  // The report stands, whether or not Excel shows its board page at once.
  await goTo(`${sheetPrefix(board)}A1`).catch(() => undefined);
  return { ...withBases(outcome), sheetsWritten };
}

/** @returns where the person was before. */
export const goTo = (cell: string) => runExcel(Excel, (context) => goToCell(context, cell));
/** @returns the changes that undo these. */
export const change = (changes: readonly CellChange[]) => runExcel(Excel, (context) => applyChanges(context, changes));
export const explain = (explanation: Explanation) =>
  runExcel(Excel, (context) => keepExplanation(context, explanation));
export const sayWhatItIs = (said: MappingRow, { reading, pack }: Outcome) =>
  runExcel(Excel, (context) => keepMapping(context, said, reading.mapping, pack));
export { wouldRead } from "./wouldRead";
export const onReturnChanged = (tell: () => void) => onChanged(Excel, tell);
export const onReturnSelected = (tell: (place: ReturnPlace) => void) => onSelected(Excel, tell);
export const explanationsTitle = sheetTitles.explanations;
export const mappingTitle = sheetTitles.mapping;

function withBases(outcome: Outcome): Read {
  const { totals, reading, pack, asOf, decisions } = outcome;
  return { outcome, bases: compareBases({ totals, reading, pack, asOf, decisions }) };
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
