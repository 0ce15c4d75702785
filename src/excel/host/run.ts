import { asTrouble, type Changed } from "./trouble";

export { ExcelTrouble } from "./trouble";

/** The part of the `Excel` namespace that starts a batch: the global in the add-in, the stand-in's own elsewhere. */
export type ExcelNamespace = Pick<typeof Excel, "run">;

/**
 * Runs a job in Excel. It waits for a cell that is being edited, and where the host can (ExcelApi
 * 1.20) all of it is one step to undo.
 *
 * @param changed what holds of the workbook where the job does not end; nothing was changed where not said.
 * @throws {ExcelTrouble} with one plain sentence for whatever Excel refuses.
 */
export async function runExcel<T>(
  excel: ExcelNamespace,
  job: (context: Excel.RequestContext) => Promise<T>,
  changed?: Changed,
): Promise<T> {
  try {
    return await excel.run(runOptions(), job);
  } catch (error) {
    throw asTrouble(error, changed);
  }
}

function runOptions(): Excel.RunOptions {
  return hasUndoGroups() ? { delayForCellEdit: true, mergeUndoGroup: true } : { delayForCellEdit: true };
}

function hasUndoGroups(): boolean {
  if (typeof Office === "undefined") return false;
  return Office.context?.requirements?.isSetSupported("ExcelApi", "1.20") ?? false;
}
