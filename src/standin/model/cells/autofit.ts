import type { Area } from "../../../snapshot/snapshot";
import type { BookState, Cell, SheetState } from "../../../workbook-file/book/book";
import { columnPoints, pointsToCharacters, textWidth } from "../../../workbook-file/book/sizes";
import type { Session } from "../session/session";
import { cellText } from "./text";

const DEFAULT_FONT_POINTS = 11;
/** Height of a line for one point of font size: Calibri 11 takes 15 points. */
const LINE_HEIGHT = 15 / 11;
/** Bold letters are about a tenth wider. */
const BOLD_WIDTH = 1.1;

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
  const scale = (style.font.size / DEFAULT_FONT_POINTS) * (style.font.bold ? BOLD_WIDTH : 1);
  const room = Math.max(1, pointsToCharacters(columnPoints(sheet, column)) / scale);
  const lines = style.wrap ? text.split("\n").reduce((sum, line) => sum + linesIn(line, room), 0) : 1;
  return Math.ceil(lines * style.font.size * LINE_HEIGHT * 4) / 4;
}

/** How many lines a text takes in a room of so many digits, broken between words as Excel breaks it. */
function linesIn(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[ -])/)) {
    const width = digitsOf(word);
    const shown = digitsOf(word.trimEnd());
    if (used > 0 && used + shown > room) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(shown / room) - 1);
    used = shown > room ? shown % room : used + width;
  }
  return lines;
}

/** A text's width in digits, after the widths of Helvetica's letters, which Arial and most sheet fonts come near. */
function digitsOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[ijl.,:;'’|!ftI [\]()]/.test(letter)) width += 0.55;
    else if (/[mwMW@%]/.test(letter)) width += 1.5;
    else width += /[A-Z]/.test(letter) ? 1.25 : 1;
  }
  return width;
}
