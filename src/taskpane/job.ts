import "./jitless";
import { makeReport as make, readReturn as read, type Watch } from "../excel/job";
import { applyChanges } from "../excel/mend";
import { goToCell } from "../excel/navigate";
import { runExcel } from "../excel/run";
import { keepExplanation } from "../excel/state";
import type { Choices } from "../outcome";
import { llrPack } from "../plan/llr";
import type { Explanation } from "../validation/explanations";
import type { CellChange } from "../validation/finding";

/** What the pane asks of Excel, with the Excel it runs in and the plan it ships with. */
export const readReturn = (choices: Choices, watch: Watch) =>
  read(Excel, llrPack, choices, { ...watch, fileName: fileName() });
export const makeReport = (choices: Choices, watch: Watch) =>
  make(Excel, llrPack, choices, { ...watch, fileName: fileName() });
export const goTo = (cell: string) => runExcel(Excel, (context) => goToCell(context, cell));
export const change = (changes: readonly CellChange[]) => runExcel(Excel, (context) => applyChanges(context, changes));
export const explain = (explanation: Explanation) =>
  runExcel(Excel, (context) => keepExplanation(context, explanation));

/** The workbook's own name, which may tell a return's year or organisation; none for one never saved. */
function fileName(): string | null {
  const url = Office.context.document?.url ?? "";
  const last = url.split(/[\\/]/).pop() ?? "";
  return last === "" ? null : decodeURIComponent(last);
}
