import { writtenAreas, type ReportBook, type ReportSheet } from "../../report/sheet";
import { markFormula, markName } from "../host/mark";
import { intoRequests } from "../host/requests";
import { cancelled } from "../host/trouble";
import { findExistingSheets, type ExistingSheet, type ExistingSheets } from "./existing-sheets";
import { chartSteps, fillSteps, listOf, type Step } from "./fill";
import { tablesAfter, type Filling } from "./tables";

export interface WriteOptions {
  /** Called now and then with how much is written, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Asked before each request; true stops with `ExcelTrouble`. What is written stays, and can be written again. */
  readonly cancelled?: () => boolean;
  /** Called once, before the first request that changes anything. */
  readonly begun?: () => void;
  /** True to leave the person on the sheet they are on; else it ends on the first sheet written. */
  readonly stay?: boolean;
}

/** Excel on the web refuses a request of 5 MB. Estimates are generous: this comes to about half as much in truth. */
const bytesARequest = 3_000_000;

/**
 * Writes the report's sheets: made at the end of the workbook where they are missing, refilled in
 * place where they stand. Only sheets that carry our mark are written, and empty ones that a writing
 * which died left unmarked; nothing is deleted, renamed, moved, hidden or protected. All that people
 * wrote on our sheets is first written to the sheet of kept words, and taken off there last: it can be
 * run again at any time, after a failure or a stop too, with the same end.
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
  stopIfAsked();
  options.begun?.();
  options.progress?.(0);
  const requests = intoRequests(stepsOf(context, book, existing), ({ bytes }) => bytes, bytesARequest);
  const first = context.workbook.worksheets.getItem(book.sheets[0]?.name ?? "");
  const send = async (steps: readonly Step[], isLast: boolean) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { run } of steps) run();
    if (isLast && !options.stay) endAtTop(first);
    await context.sync();
  };
  for (const [done, steps] of requests.entries()) {
    if (done > 0) stopIfAsked();
    await send(steps, done === requests.length - 1);
    options.progress?.((done + 1) / requests.length);
  }
  return { sheetsWritten: book.sheets.map(({ name }) => name) };
}

/** All of the writing in its order: the safe copy of people's words, then the sheets, that of the kept words last. */
function stepsOf(context: Excel.RequestContext, book: ReportBook, existing: ExistingSheets): Step[] {
  const filling: Filling = { version: book.version, dateSystem: book.dateSystem, taken: existing.taken };
  // Formulas point from sheet to sheet, so every sheet must be there before the first is filled.
  const sheets = book.sheets.map((spec) => {
    const { sheet, isNew } = ownSheet(context, existing, spec, book.version);
    return { spec, sheet, standing: isNew ? undefined : existing.sheets.get(spec.name) };
  });
  const { safeCopy } = book;
  const dataOf = (name: string) => {
    for (const { spec, sheet } of sheets) {
      const table = spec.tables.find((each) => each.name === name);
      if (table) return { sheet, table };
    }
    throw new RangeError(`No sheet of the report has the table "${name}" that a chart draws.`);
  };
  return [
    ...sheets.flatMap(({ spec, sheet, standing }) =>
      spec.kind === safeCopy?.kind ? fillSteps(sheet, safeCopy, standing, filling) : [],
    ),
    ...sheets.flatMap(({ spec, sheet, standing }) => {
      const now = spec.kind === safeCopy?.kind ? afterWriting(sheet, safeCopy, standing, filling) : standing;
      return fillSteps(sheet, spec, now, filling);
    }),
    ...sheets.flatMap(({ spec, sheet, standing }) => chartSteps(sheet, spec, standing, dataOf)),
  ];
}

/** A sheet as it will stand once this is written to it. */
function afterWriting(
  sheet: Excel.Worksheet,
  spec: ReportSheet,
  standing: ExistingSheet | undefined,
  filling: Filling,
): ExistingSheet {
  return {
    sheet,
    mark: standing?.mark ?? sheet.names.getItem(markName),
    extent: listOf(writtenAreas(spec)),
    tables: tablesAfter(sheet, spec, standing?.tables ?? [], filling),
    charts: new Map(),
  };
}

/** The sheet as it stands, or a new one, which is marked as ours in the same breath. */
function ownSheet(
  context: Excel.RequestContext,
  existing: ExistingSheets,
  spec: ReportSheet,
  version: string,
): { sheet: Excel.Worksheet; isNew: boolean } {
  const found = existing.sheets.get(spec.name)?.sheet ?? existing.unmarked.get(spec.name);
  const sheet = found ?? context.workbook.worksheets.add(spec.name);
  const isNew = !existing.sheets.has(spec.name);
  if (isNew) addMark(sheet, spec, version);
  return { sheet, isNew };
}

function addMark(sheet: Excel.Worksheet, spec: ReportSheet, version: string): void {
  const { kind, name } = spec;
  const formula = markFormula({ kind, version, title: name, extent: listOf(writtenAreas(spec)) });
  sheet.names.add(markName, formula, "Tells Green Plan Reporter that it made this sheet").visible = false;
}

function endAtTop(sheet: Excel.Worksheet): void {
  sheet.activate();
  sheet.getRange("A1").select();
}
