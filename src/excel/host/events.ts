import { stateKinds } from "../../report/sheet";
import { markName, readMark } from "./mark";
import { runExcel, type ExcelNamespace } from "./run";

/** A place on a sheet of the return where this person is. */
export interface ReturnPlace {
  readonly sheet: string;
  /** "C5" or "C5:D9" */
  readonly address: string;
}

/** Cells of one sheet that may hold something else than before. */
export interface CellsEdited {
  readonly sheet: string;
  /** "C5" or "C5:D9"; null where more than cells changed: rows or columns moved, our own settings. */
  readonly address: string | null;
}

/** Who is told of changes to the workbook. */
export interface Listener {
  /** This person edited the return, or what we keep with it. */
  readonly edited: (change: CellsEdited) => void;
  /** Something changed that is not checked at once, but that an earlier reading does not have: a co-author's edit, a format. */
  readonly outdated: () => void;
}

/** Takes a handler off again. */
type End = () => Promise<void>;

/**
 * Tells of edits to the return, made in this window: a co-author's edits are checked in their own
 * window, what the add-in writes it knows (told from ExcelApi 1.14 on), and the sheets of our report
 * are no part of the return.
 *
 * @returns what ends it.
 */
export function onReturnChanged(excel: ExcelNamespace, listener: Listener): Promise<End> {
  return listen(excel, ({ onChanged, onFormatChanged }) => [
    onChanged.add(async (args) => {
      if (args.triggerSource === "ThisLocalAddin") return;
      if (args.source === "Remote") return listener.outdated();
      const sheet = await sheetOf(excel, args.worksheetId);
      if (sheet === null) return;
      const isCells = args.changeType === "RangeEdited" && !sheet.isState;
      listener.edited({ sheet: sheet.name, address: isCells ? args.address : null });
    }),
    onFormatChanged.add(async () => listener.outdated()),
  ]);
}

/**
 * Tells where on the return this person has gone. One look-up a selection, nothing read from cells.
 *
 * @returns what ends it.
 */
export function onReturnSelected(excel: ExcelNamespace, tell: (place: ReturnPlace) => void): Promise<End> {
  return listen(excel, ({ onSelectionChanged }) => [
    onSelectionChanged.add(async ({ worksheetId, address }) => {
      const sheet = await sheetOf(excel, worksheetId);
      if (sheet !== null && !sheet.isState) tell({ sheet: sheet.name, address });
    }),
  ]);
}

/** What every handler has, whatever it is told. */
interface Handler {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

async function listen(
  excel: ExcelNamespace,
  add: (sheets: Excel.WorksheetCollection) => readonly Handler[],
): Promise<End> {
  const handlers = await runExcel(excel, async (context) => {
    const added = add(context.workbook.worksheets);
    await context.sync();
    return added;
  });
  return async () => {
    // A handler is taken off in the context that put it on.
    for (const handler of handlers) handler.remove();
    await handlers[0]?.context.sync();
  };
}

/** A sheet of the return, or one that keeps what people decided of it; null where it is gone or one of our report. */
function sheetOf(excel: ExcelNamespace, id: string): Promise<{ name: string; isState: boolean } | null> {
  return runExcel(excel, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject) return null;
    const mark = sheet.names.getItemOrNullObject(markName);
    mark.load("name,formula");
    await context.sync();
    if (mark.isNullObject) return { name: sheet.name, isState: false };
    const kind = readMark(String(mark.formula))?.kind;
    return stateKinds.some((each) => each === kind) ? { name: sheet.name, isState: true } : null;
  });
}
