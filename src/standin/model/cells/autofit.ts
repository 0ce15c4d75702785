import type { Area } from "../../../snapshot/snapshot";
import type { BookState, Cell, SheetState } from "../../../workbook-file/book/book";
import { lettersWidth } from "../../../snapshot/letter-widths";
import { columnPoints, textWidth } from "../../../workbook-file/book/sizes";
import type { Session } from "../session/session";
import { cellText } from "./text";

const DEFAULT_FONT_POINTS = 11;
/** Height of a line for one point of font size: Calibri 11 takes 15 points. */
const LINE_HEIGHT = 15 / 11;
/** Points that a cell leaves free beside its text, and that one step of indent takes. */
const CELL_MARGIN = 5 * 0.75;
const INDENT = 9 * 0.75;

/**
 * Widens columns to their longest text in the rectangle. Every character counts as wide as a digit, scaled by the font's
 * size: Excel measures the glyphs, which a machine without its fonts cannot.
 */
export function autofitColumns(session: Session, sheet: SheetState, rect: Area): void {
  for (let column = rect.left; column <= rect.right; column++) {
    let width = 0;
    for (let row = rect.top; row <= Math.min(rect.bottom, sheet.cells.length - 1); row++) {
      const cell = sheet.cells[row]?.[column];
      if (cell && !session.book.styles.get(cell.style).wrap) width = Math.max(width, widthOf(session, cell));
    }
    if (width === 0) continue;
    const own = sheet.columns.get(column) ?? { hidden: false, style: null };
    sheet.columns.set(column, { ...own, width: Math.min(255, Math.round(width * 256) / 256) });
    sheet.edits.columns.add(column);
  }
}

/** Gives rows the height of their tallest cell, wrapped text counted in lines. */
export function autofitRows(session: Session, sheet: SheetState, rect: Area): void {
  for (let row = rect.top; row <= Math.min(rect.bottom, sheet.cells.length - 1); row++) {
    let height = sheet.defaultRowHeight;
    sheet.cells[row]?.forEach((cell, column) => {
      if (cell) height = Math.max(height, heightOf(session.book, sheet, cell, column));
    });
    const own = sheet.rows.get(row) ?? { hidden: false, style: null };
    sheet.rows.set(row, { ...own, height: Math.min(409.5, height) });
    sheet.edits.rows.add(row);
  }
}

function widthOf(session: Session, cell: Cell): number {
  const style = session.book.styles.get(cell.style);
  const lines = cellText(session.book, cell.value, style.numberFormat).split("\n");
  const longest = Math.max(...lines.map((line) => line.length));
  return longest === 0 ? 0 : (textWidth("0".repeat(longest)) * style.font.size) / DEFAULT_FONT_POINTS;
}

/** Points a cell needs to show its text, wrapped to its column's width. */
export function heightOf(book: BookState, sheet: SheetState, cell: Cell, column: number): number {
  const style = book.styles.get(cell.style);
  const text = cellText(book, cell.value, style.numberFormat);
  if (text === "") return 0;
  const { size, bold } = style.font;
  const room = Math.max(size, columnPoints(sheet, column) - CELL_MARGIN - style.indent * INDENT);
  const widthIn = (word: string) => lettersWidth(word, size, bold);
  const lines = style.wrap ? text.split("\n").reduce((sum, line) => sum + linesIn(line, room, widthIn), 0) : 1;
  return Math.ceil(lines * size * LINE_HEIGHT * 4) / 4;
}

/** How many lines a text takes in so many points, broken between words as Excel breaks it. */
function linesIn(text: string, room: number, widthIn: (word: string) => number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[ -])/)) {
    const shown = widthIn(word.trimEnd());
    if (used > 0 && used + shown > room) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(shown / room) - 1);
    used = shown > room ? shown % room : used + widthIn(word);
  }
  return lines;
}
