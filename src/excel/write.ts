import { rangeAddress } from "../returns/addresses";
import type { ReportBook, ReportSheet } from "../report/sheet";
import { fillSheet, type Filling } from "./fill";
import { lookAt, type Standing } from "./look";
import { markFormula, markName } from "./mark";
import { cancelled } from "./trouble";

export interface WriteOptions {
  /** Told now and then how much has been written, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Asked before each request; true stops with `ExcelTrouble`. What is written stays, and can be written again. */
  readonly cancelled?: () => boolean;
  /** True to leave the person on the sheet they are on; else it ends on the first sheet written. */
  readonly stay?: boolean;
}

/** About 1.5 MB of JSON a request: Excel on the web refuses 5 MB. */
const bytesARequest = 1_500_000;

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
  const standing = await lookAt(context, book.sheets);
  const requests = intoRequests(book.sheets);
  const filling: Filling = { version: book.version, dateSystem: book.dateSystem, taken: standing.taken };
  // Formulas point from sheet to sheet, so every sheet must be there before the first is filled.
  const sheets = new Map(book.sheets.map((spec) => [spec.name, ownSheet(context, standing, spec, book.version)]));
  const writeGroup = async (group: readonly ReportSheet[], isLast: boolean) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const spec of group) fillSheet(sheets.get(spec.name)!, spec, standing.sheets.get(spec.name), filling);
    if (isLast && !options.stay) endAtTop(sheets.get(book.sheets[0]!.name)!);
    await context.sync();
  };
  for (const [done, group] of requests.entries()) {
    stopIfAsked();
    await writeGroup(group, done === requests.length - 1);
    options.progress?.((done + 1) / requests.length);
  }
  return { sheetsWritten: book.sheets.map(({ name }) => name) };
}

/** The sheet as it stands, or a new one, which is marked as ours in the same breath. */
function ownSheet(
  context: Excel.RequestContext,
  standing: Standing,
  spec: ReportSheet,
  version: string,
): Excel.Worksheet {
  const found = standing.sheets.get(spec.name);
  if (found) return found.sheet;
  const extent = rangeAddress({ top: 0, left: 0, bottom: spec.size.rows - 1, right: spec.size.columns - 1 });
  const formula = markFormula({ kind: spec.kind, version, title: spec.name, extent });
  const sheet = context.workbook.worksheets.add(spec.name);
  sheet.names.add(markName, formula, "Tells Green Plan Reporter that it made this sheet").visible = false;
  return sheet;
}

/** Sheets that go into one request, by their estimated size. */
function intoRequests(sheets: readonly ReportSheet[]): ReportSheet[][] {
  const requests: ReportSheet[][] = [];
  let room = 0;
  for (const sheet of sheets) {
    const bytes = estimatedBytes(sheet);
    if (bytes > room || requests.length === 0) {
      requests.push([]);
      room = bytesARequest;
    }
    requests[requests.length - 1]!.push(sheet);
    room -= bytes;
  }
  return requests;
}

function estimatedBytes({ tables }: ReportSheet): number {
  return tables.reduce((sum, { rows }) => sum + JSON.stringify(rows).length, 20_000);
}

function endAtTop(sheet: Excel.Worksheet): void {
  sheet.activate();
  sheet.getRange("A1").select();
}
