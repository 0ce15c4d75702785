import { rangeAddress } from "../../snapshot/addresses";
import type { ReportBook, ReportSheet } from "../../report/sheet";
import { fillSteps, type Step } from "./fill";
import type { Filling } from "./tables";
import { findExistingSheets, type ExistingSheets } from "./existing-sheets";
import { markFormula, markName } from "../host/mark";
import { intoRequests } from "../host/requests";
import { cancelled } from "../host/trouble";

export interface WriteOptions {
  /** Told now and then how much has been written, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Asked before each request; true stops with `ExcelTrouble`. What is written stays, and can be written again. */
  readonly cancelled?: () => boolean;
  /** True to leave the person on the sheet they are on; else it ends on the first sheet written. */
  readonly stay?: boolean;
}

/** Excel on the web refuses a request of 5 MB. Estimates are generous: this comes to about half as much in truth. */
const bytesARequest = 3_000_000;

/**
 * Writes the report's sheets: made at the end of the workbook where they are missing, refilled in
 * place where they stand. Only sheets that carry our mark are written; nothing is deleted, renamed,
 * moved, hidden or protected. It can be run again at any time, after a failure too, with the same end.
 *
 * @throws {ExcelTrouble} when a sheet of that name is not ours, or when cancelled; Office errors pass through for `runExcel` to word.
 */
export async function writeReport(
  context: Excel.RequestContext,
  book: ReportBook,
  options: WriteOptions = {},
): Promise<{ sheetsWritten: string[] }> {
  const stopIfAsked = () => {
    if (options.cancelled?.()) throw cancelled();
  };
  stopIfAsked();
  const existing = await findExistingSheets(context, book.sheets);
  const filling: Filling = { version: book.version, dateSystem: book.dateSystem, taken: existing.taken };
  // Formulas point from sheet to sheet, so every sheet must be there before the first is filled.
  const sheets = book.sheets.map((spec) => ({ spec, sheet: ownSheet(context, existing, spec, book.version) }));
  const steps = sheets.flatMap(({ spec, sheet }) => fillSteps(sheet, spec, existing.sheets.get(spec.name), filling));
  const requests = intoRequests(steps, ({ bytes }) => bytes, bytesARequest);
  const send = async (steps: readonly Step[], isLast: boolean) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { run } of steps) run();
    if (isLast && !options.stay && sheets[0]) endAtTop(sheets[0].sheet);
    await context.sync();
  };
  try {
    for (const [done, steps] of requests.entries()) {
      stopIfAsked();
      await send(steps, done === requests.length - 1);
      options.progress?.((done + 1) / requests.length);
    }
  } catch (error) {
    await markStray(context, existing, book).catch(() => undefined);
    throw error;
  }
  return { sheetsWritten: book.sheets.map(({ name }) => name) };
}

/** The sheet as it stands, or a new one, which is marked as ours in the same breath. */
function ownSheet(
  context: Excel.RequestContext,
  existing: ExistingSheets,
  spec: ReportSheet,
  version: string,
): Excel.Worksheet {
  const found = existing.sheets.get(spec.name);
  if (found) return found.sheet;
  const sheet = context.workbook.worksheets.add(spec.name);
  addMark(sheet, spec, version);
  return sheet;
}

/**
 * Marks sheets that a failed request had added but not yet marked: unmarked, the next run would
 * take them for a person's. Only sheets that were not there before this run can be meant.
 */
async function markStray(context: Excel.RequestContext, existing: ExistingSheets, book: ReportBook): Promise<void> {
  const made = book.sheets.filter(({ name }) => !existing.sheets.has(name));
  const found = made.map((spec) => ({ spec, sheet: context.workbook.worksheets.getItemOrNullObject(spec.name) }));
  for (const { sheet } of found) sheet.load("name");
  await context.sync();
  const there = found
    .filter(({ sheet }) => !sheet.isNullObject)
    .map((each) => ({ ...each, mark: each.sheet.names.getItemOrNullObject(markName).load("name") }));
  await context.sync();
  for (const { sheet, spec, mark } of there) if (mark.isNullObject) addMark(sheet, spec, book.version);
  await context.sync();
}

function addMark(sheet: Excel.Worksheet, { kind, name, size }: ReportSheet, version: string): void {
  const extent = rangeAddress({ top: 0, left: 0, bottom: size.rows - 1, right: size.columns - 1 });
  const formula = markFormula({ kind, version, title: name, extent });
  sheet.names.add(markName, formula, "Tells Green Plan Reporter that it made this sheet").visible = false;
}

function endAtTop(sheet: Excel.Worksheet): void {
  sheet.activate();
  sheet.getRange("A1").select();
}
