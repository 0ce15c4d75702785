import { markName } from "./mark";
import { runExcel, type ExcelNamespace } from "./run";

/** A place on a sheet of the return: where this person changed something, or where they are. */
export interface ReturnPlace {
  readonly sheet: string;
  /** "C5" or "C5:D9" */
  readonly address: string;
}

/** Takes a handler off again. */
type End = () => Promise<void>;

/**
 * Tells of edits to the return, made in this window: a co-author's edits are told in their own
 * window, what the add-in writes it knows (told from ExcelApi 1.14 on), and our own sheets are no
 * part of the return.
 *
 * @returns what ends it.
 */
export function onReturnChanged(excel: ExcelNamespace, tell: (change: ReturnPlace) => void): Promise<End> {
  return listen(excel, ({ onChanged }) =>
    onChanged.add(async (args) => {
      if (args.source === "Remote" || args.triggerSource === "ThisLocalAddin") return;
      await tellOf(excel, args, tell);
    }),
  );
}

/**
 * Tells where on the return this person has gone. One look-up a selection, nothing read from cells.
 *
 * @returns what ends it.
 */
export function onReturnSelected(excel: ExcelNamespace, tell: (place: ReturnPlace) => void): Promise<End> {
  return listen(excel, ({ onSelectionChanged }) => onSelectionChanged.add((args) => tellOf(excel, args, tell)));
}

async function listen<T>(
  excel: ExcelNamespace,
  add: (sheets: Excel.WorksheetCollection) => OfficeExtension.EventHandlerResult<T>,
): Promise<End> {
  const handler = await runExcel(excel, async (context) => {
    const added = add(context.workbook.worksheets);
    await context.sync();
    return added;
  });
  return async () => {
    // A handler is taken off in the context that put it on.
    handler.remove();
    await handler.context.sync();
  };
}

interface Happened {
  readonly worksheetId: string;
  readonly address: string;
}

async function tellOf(
  excel: ExcelNamespace,
  { worksheetId, address }: Happened,
  tell: (place: ReturnPlace) => void,
): Promise<void> {
  const sheet = await nameOfReturnSheet(excel, worksheetId);
  if (sheet !== null) tell({ sheet, address });
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
