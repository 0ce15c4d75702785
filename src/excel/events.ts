import { markName } from "./mark";
import { runExcel, type ExcelNamespace } from "./run";

/** A change that this person made to a sheet of the return. */
export interface ReturnChange {
  readonly sheet: string;
  /** "C5" or "C5:D9" */
  readonly address: string;
}

/**
 * Tells of edits to the return, made in this window: a co-author's edits are told in their own
 * window, what the add-in writes it knows (told from ExcelApi 1.14 on), and our own sheets are no
 * part of the return.
 *
 * @returns what ends it.
 */
export async function onReturnChanged(
  excel: ExcelNamespace,
  tell: (change: ReturnChange) => void,
): Promise<() => Promise<void>> {
  const handler = await runExcel(excel, async (context) => {
    const added = context.workbook.worksheets.onChanged.add(async (args) => {
      if (args.source === "Remote" || args.triggerSource === "ThisLocalAddin") return;
      const sheet = await nameOfReturnSheet(excel, args.worksheetId);
      if (sheet !== null) tell({ sheet, address: args.address });
    });
    await context.sync();
    return added;
  });
  return async () => {
    // A handler is taken off in the context that put it on.
    handler.remove();
    await handler.context.sync();
  };
}

/** The sheet's name, or null where it is gone or one of ours. */
function nameOfReturnSheet(excel: ExcelNamespace, id: string): Promise<string | null> {
  return runExcel(excel, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject) return null;
    const mark = sheet.names.getItemOrNullObject(markName);
    mark.load("name");
    await context.sync();
    return mark.isNullObject ? sheet.name : null;
  });
}
