import type { SheetState } from "../../model/state";
import type { SheetShape } from "../protocol";

const pixelsPerPoint = 96 / 72;
/** The widest digit of the default font, and the margins beside it, in pixels (ECMA-376 part 1, 18.3.1.13). */
const digitWidth = 7;
const cellMargin = 5;
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

/** Everything of a sheet that is drawn but its cells and charts. */
export function shapeOf(sheet: SheetState): SheetShape {
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
    rows: [...sheet.rows].map(([i, row]) => [i, row.height === null ? null : pixels(row.height), row.hidden]),
    columns: [...sheet.columns]
      .filter(([i]) => i < columns + roomColumns)
      .map(([i, column]) => [i, column.width === null ? null : columnPixels(column.width), column.hidden]),
    merges: sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]),
    freeze: sheet.freeze,
  };
}
