import { cellCount, columnCount, rowCount } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { Cell, SheetState } from "../../../workbook-file/book/book";
import { styleAt } from "../../../workbook-file/book/lookups";
import { invalidArgument } from "../../wire/errors";
import type { Session } from "../session/session";
import { afterWrite } from "./after-write";
import { parseEntry } from "./entry";
import { requireUnlocked } from "./styling";

/** Most cells one call may read or write (Excel's own limit for all platforms). */
const CELL_LIMIT = 5_000_000;

/** A matrix over a rectangle; one beyond Excel's limit of five million cells is an error, as it is there. */
export function matrix<T>(
  sheet: SheetState,
  rect: Area,
  of: (cell: Cell | undefined, row: number, column: number) => T,
): T[][] {
  if (cellCount(rect) > CELL_LIMIT) throw invalidArgument(`More than ${CELL_LIMIT} cells cannot be read at once`);
  const width = columnCount(rect);
  return Array.from({ length: rowCount(rect) }, (_, r) => {
    const line = sheet.cells[rect.top + r];
    return Array.from({ length: width }, (_, c) => of(line?.[rect.left + c], rect.top + r, rect.left + c));
  });
}

/**
 * Visits a rectangle with what is set for each cell: a two-dimensional list of its shape or of its one row or
 * column, or one value for all. null leaves a cell as it is.
 *
 * @throws InvalidArgument for a list of another shape.
 */
export function eachGiven(
  rect: Area,
  given: unknown,
  visit: (value: unknown, row: number, column: number) => void,
): void {
  if (!Array.isArray(given) && cellCount(rect) > CELL_LIMIT) {
    throw invalidArgument(`More than ${CELL_LIMIT} cells cannot be written at once`);
  }
  const lines = Array.isArray(given) ? (given as unknown[]) : null;
  if (lines) checkShape(rect, lines);
  for (let row = rect.top; row <= rect.bottom; row++) {
    const line = lines && (lines[lines.length === 1 ? 0 : row - rect.top] as unknown[]);
    for (let column = rect.left; column <= rect.right; column++) {
      const value = line ? line[line.length === 1 ? 0 : column - rect.left] : given;
      if (value !== null && value !== undefined) visit(value, row, column);
    }
  }
}

function checkShape(rect: Area, lines: unknown[]): void {
  const rows = rowCount(rect);
  const columns = columnCount(rect);
  const fits = lines.length === rows && lines.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) {
    throw invalidArgument(
      `The list has ${lines.length} rows and ${Array.isArray(lines[0]) ? lines[0].length : 0} columns; ` +
        `the range has ${rows} and ${columns}`,
    );
  }
}

/** Puts into a cell what was typed, as Excel reads it; a date or a percentage brings its number format along. */
function typeInto(session: Session, sheet: SheetState, row: number, column: number, given: unknown): void {
  const { styles, dateSystem } = session.book;
  const style = styles.get(styleAt(sheet, row, column));
  const { content, numberFormat } = parseEntry(given, style.numberFormat, dateSystem);
  session.setCell(sheet, row, column, content);
  if (numberFormat && style.numberFormat === "General") {
    session.setStyle(sheet, row, column, styles.intern({ ...style, numberFormat, sourceXf: null }));
  }
}

/** Writes values or formulas as if typed. */
export function enter(session: Session, sheet: SheetState, rect: Area, given: unknown): void {
  requireUnlocked(session, sheet, rect);
  eachGiven(rect, given, (value, row, column) => typeInto(session, sheet, row, column, value));
  afterWrite(session, sheet, rect);
}
