import { isEntireColumn, isEntireRow } from "../../../snapshot/addresses";
import { cellCount, rowCount } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState, Style } from "../../../workbook-file/book/book";
import { forEachCell, styleAt } from "../../../workbook-file/book/lookups";
import type { Session } from "../session/session";

type Change = (style: Style) => Partial<Style>;

/**
 * Changes the style of every cell of a rectangle. Whole columns and rows keep theirs as the file does, on the column or
 * row, beside the cells there are.
 */
export function restyle(session: Session, sheet: SheetState, rect: Area, change: Change): void {
  session.requireWritable(sheet);
  const { styles } = session.book;
  const known = new Map<number, number>();
  const changed = (old: number): number => {
    let index = known.get(old);
    if (index === undefined) {
      const style = styles.get(old);
      index = styles.intern({ ...style, ...change(style), sourceXf: null });
      known.set(old, index);
    }
    return index;
  };
  if (isEntireColumn(rect)) restyleColumns(session, sheet, rect, changed);
  else if (isEntireRow(rect)) restyleRows(session, sheet, rect, changed);
  else {
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (let column = rect.left; column <= rect.right; column++) {
        session.setStyle(sheet, row, column, changed(styleAt(sheet, row, column)));
      }
    }
  }
  session.formatChanged(sheet, rect);
}

function restyleColumns(session: Session, sheet: SheetState, rect: Area, changed: (old: number) => number): void {
  // A row with a style of its own shows it in its empty cells: those get a cell, so that the column's shows.
  for (const [row, { style }] of sheet.rows) {
    if (style === null) continue;
    for (let column = rect.left; column <= rect.right; column++) {
      session.setStyle(sheet, row, column, changed(styleAt(sheet, row, column)));
    }
  }
  forEachCell(sheet, (cell, row, column) => {
    const done = (sheet.rows.get(row)?.style ?? null) !== null;
    if (!done && column >= rect.left && column <= rect.right) session.setStyle(sheet, row, column, changed(cell.style));
  });
  for (let column = rect.left; column <= rect.right; column++) {
    const own = sheet.columns.get(column) ?? { width: null, hidden: false, style: null };
    sheet.columns.set(column, { ...own, style: changed(own.style ?? 0) });
    sheet.edits.columns.add(column);
  }
}

function restyleRows(session: Session, sheet: SheetState, rect: Area, changed: (old: number) => number): void {
  for (let row = rect.top; row <= rect.bottom; row++) {
    const own = sheet.rows.get(row) ?? { height: null, hidden: false, style: null };
    for (const [column, { style }] of sheet.columns) {
      if (style !== null) session.setStyle(sheet, row, column, changed(styleAt(sheet, row, column)));
    }
    sheet.cells[row]?.forEach((cell, column) => {
      if (cell && (sheet.columns.get(column)?.style ?? null) === null)
        session.setStyle(sheet, row, column, changed(cell.style));
    });
    sheet.rows.set(row, { ...own, style: changed(own.style ?? 0) });
    sheet.edits.rows.add(row);
  }
}

/**
 * A protected sheet lets people write where cells are not locked.
 *
 * @throws AccessDenied where one of the cells is.
 */
export function requireUnlocked(session: Session, sheet: SheetState, rect: Area): void {
  const open = sheet.protected && stylesIn(session, sheet, rect).every((style) => !style.locked);
  if (!open) session.requireWritable(sheet);
}

/** The distinct styles of a rectangle, with those of its empty cells. */
export function stylesIn(session: Session, sheet: SheetState, rect: Area): Style[] {
  const found = new Set<number>();
  let held = 0;
  for (let row = rect.top; row <= Math.min(rect.bottom, sheet.cells.length - 1); row++) {
    const line = sheet.cells[row];
    if (!line) continue;
    for (let column = rect.left; column <= Math.min(rect.right, line.length - 1); column++) {
      const cell = line[column];
      if (!cell) continue;
      held++;
      found.add(cell.style);
    }
  }
  if (held < cellCount(rect)) addEmpty(sheet, rect, found);
  return [...found].map((index) => session.book.styles.get(index));
}

/** Styles that cells nobody has written show: their row's, their column's or the default. */
function addEmpty(sheet: SheetState, rect: Area, found: Set<number>): void {
  let plainRows = rowCount(rect);
  for (const row of new Set([...sheet.rows.keys(), ...sheet.cells.keys()])) {
    const line = sheet.cells[row];
    const own = sheet.rows.get(row)?.style ?? null;
    if (row < rect.top || row > rect.bottom || (!line && own === null)) continue;
    plainRows--;
    for (let column = rect.left; column <= rect.right; column++) {
      if (!line?.[column]) found.add(own ?? sheet.columns.get(column)?.style ?? 0);
    }
  }
  for (let column = rect.left; plainRows > 0 && column <= rect.right; column++) {
    found.add(sheet.columns.get(column)?.style ?? 0);
  }
}

/** What all share, or null where they differ, as Excel answers for a mixed range. */
export function common<T>(styles: readonly Style[], of: (style: Style) => T): T | null {
  const [first, ...rest] = styles;
  if (!first) return null;
  const value = of(first);
  return rest.every((style) => of(style) === value) ? value : null;
}
