import { decidedTables } from "../../decisions/kept";
import { isDecisionRow, wordsDecided } from "../../snapshot/kept-words";
import type { CellValue, SheetSnapshot } from "../../snapshot/snapshot";
import { serialOfDate } from "../../plan/time/periods";
import { cellsOf, isNamed } from "../../snapshot/own-tables";
import type { SheetFrame } from "../layout/layout";
import { isDate, isLink, type ReportCell, type ReportSheet } from "../sheet";
import { overrun, peoplesWords, withWords } from "../source/people";
import { keptWordsSheet } from "./kept-words-sheet";

/** Sheets with people's words beside their rows again, and what keeps the words safe while the sheets are written. */
export interface WordsPlaced {
  readonly sheets: ReportSheet[];
  /** The sheet of kept words as it stands once all is written; null where there is none and no need of one. */
  readonly kept: ReportSheet | null;
  /** The same sheet with all that people wrote, to be written first; null where nobody wrote anything. */
  readonly safeCopy: ReportSheet | null;
}

/**
 * Puts what people wrote on our sheets into the sheets to write, and what finds no row there on the sheet of kept words.
 *
 * @param wanted the sheets to write, but that of the kept words.
 */
export function placeWords(
  snapshot: readonly SheetSnapshot[],
  wanted: readonly ReportSheet[],
  frame: SheetFrame,
): WordsPlaced {
  const words = peoplesWords(snapshot, wanted);
  const { sheets, left } = withWords(wanted, words);
  const beside = overrun(snapshot, sheets);
  const tables = new Set(wanted.flatMap((sheet) => sheet.tables.map(({ name }) => name)));
  const decided = (withRecords: boolean) =>
    decidedTables
      .filter(({ name }) => tables.has(name) && !standsAsWritten(snapshot, sheets, name))
      .flatMap((table) => wordsDecided(snapshot, table, withRecords));
  const hasWords = words.length + beside.length + decided(false).length > 0;
  const decisions = decided(hasWords);
  // In the order of what is kept already: while the table is written over, a row only ever moves up.
  const all = [...words, ...beside, ...decisions];
  const remaining = [...left.filter((each) => !(isDecisionRow(each) && tables.has(each.table))), ...beside];
  const isNeeded = all.length > 0 || snapshot.some(({ own }) => own?.kind === "kept-words");
  return {
    sheets,
    kept: isNeeded ? keptWordsSheet(remaining, frame) : null,
    safeCopy: all.length > 0 ? keptWordsSheet(all, frame) : null,
  };
}

/** True where a table stands in its place cell by cell as it will be written: a stop half-way loses nothing of it. */
function standsAsWritten(snapshot: readonly SheetSnapshot[], wanted: readonly ReportSheet[], name: string): boolean {
  return wanted.some(({ name: title, tables }) => {
    const plan = tables.find((table) => table.name === name);
    const sheet = snapshot.find((each) => each.own !== null && each.name === title);
    const table = sheet?.tables.find((each) => isNamed(each, name));
    if (!plan || !sheet || !table || table.area.top !== plan.row || table.area.left !== 0) return false;
    const stands = cellsOf(sheet, table).slice(1);
    const isSame = (row: readonly ReportCell[], at: number) =>
      row.length === stands[at]?.length && row.every((cell, column) => isAs(cell, stands[at]?.[column] ?? null));
    return table.showHeaders && plan.rows.length === stands.length && plan.rows.every(isSame);
  });
}

function isAs(cell: ReportCell, stands: CellValue): boolean {
  if (isDate(cell)) return [serialOfDate(cell.date, 1900), serialOfDate(cell.date, 1904)].some((day) => day === stands);
  return (isLink(cell) ? cell.text : cell) === stands;
}
