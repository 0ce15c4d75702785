import { heightOf } from "../../model/cells/autofit";
import type { BookState, SheetState } from "../../../workbook-file/book/book";
import type { SheetShape } from "./protocol";

const pixelsPerPoint = 96 / 72;
/** The widest digit of the default font, and the margins beside it, in pixels (ECMA-376 part 1, 18.3.1.13). */
const digitWidth = 7;
const cellMargin = 5;
/** Points. */
const usualFont = 11;
const tallest = 409.5;
/** Some empty room beyond the used cells, as a spreadsheet has. */
const roomRows = 100;
const roomColumns = 12;

export const pixels = (points: number): number => Math.round(points * pixelsPerPoint);
const columnPixels = (characters: number): number => Math.round(characters * digitWidth + cellMargin);

function extent(sheet: SheetState): { rows: number; columns: number } {
  let columns = 0;
  for (const row of sheet.cells) columns = Math.max(columns, row?.length ?? 0);
  let rows = sheet.cells.length;
  for (const chart of sheet.charts) {
    rows = Math.max(rows, Math.ceil((chart.top + chart.height) / sheet.defaultRowHeight));
    columns = Math.max(columns, Math.ceil(pixels(chart.left + chart.width) / columnPixels(sheet.defaultColumnWidth)));
  }
  return { rows, columns };
}

/** Heights that Excel would give on opening to rows without one of their own: for large and for wrapped text. */
function fittedRows(book: BookState, sheet: SheetState): [number, number][] {
  const special = new Map<number, boolean>();
  const isSpecial = (index: number): boolean => {
    const known = special.get(index);
    if (known !== undefined) return known;
    const { wrap, font } = book.styles.get(index);
    special.set(index, wrap || font.size > usualFont);
    return wrap || font.size > usualFont;
  };
  const fitted: [number, number][] = [];
  sheet.cells.forEach((cells, row) => {
    if (typeof sheet.rows.get(row)?.height === "number") return;
    let height = 0;
    cells?.forEach((cell, column) => {
      if (cell && cell.value !== null && isSpecial(cell.style))
        height = Math.max(height, heightOf(book, sheet, cell, column));
    });
    if (height > sheet.defaultRowHeight) fitted.push([row, height]);
  });
  return fitted;
}

/**
 * How far a place on the sheet moves down by rows drawn higher than the file has them.
 * @param top points from the sheet's top; as the result
 */
export function drawnTop(book: BookState, sheet: SheetState, top: number): number {
  const fitted = new Map(fittedRows(book, sheet));
  let moved = 0;
  for (let row = 0, at = 0; at < top && row < sheet.cells.length; row++) {
    const own = sheet.rows.get(row);
    const height = own?.hidden ? 0 : (own?.height ?? sheet.defaultRowHeight);
    at += height;
    if (at <= top) moved += (fitted.get(row) ?? height) - height;
  }
  return top + moved;
}

function rowsOf(book: BookState, sheet: SheetState): SheetShape["rows"] {
  const rows = new Map<number, [number, number | null, boolean]>();
  for (const [i, row] of sheet.rows) rows.set(i, [i, row.height === null ? null : pixels(row.height), row.hidden]);
  for (const [i, height] of fittedRows(book, sheet))
    rows.set(i, [i, pixels(Math.min(height, tallest)), rows.get(i)?.[2] ?? false]);
  return [...rows.values()];
}

/** Everything of a sheet that is drawn but its cells and charts. */
export function shapeOf(book: BookState, sheet: SheetState): SheetShape {
  const { rows, columns } = extent(sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility !== "Visible",
    tabColor: sheet.tabColor,
    gridlines: sheet.showGridlines,
    headings: sheet.showHeadings,
    rowCount: Math.ceil((rows + roomRows) / 100) * 100,
    columnCount: Math.max(26, Math.ceil((columns + roomColumns) / 10) * 10),
    defaultRowHeight: pixels(sheet.defaultRowHeight),
    defaultColumnWidth: columnPixels(sheet.defaultColumnWidth),
    rows: rowsOf(book, sheet),
    columns: [...sheet.columns]
      .filter(([i]) => i < columns + roomColumns)
      .map(([i, column]) => [i, column.width === null ? null : columnPixels(column.width), column.hidden]),
    merges: sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]),
    freeze: sheet.freeze,
  };
}
