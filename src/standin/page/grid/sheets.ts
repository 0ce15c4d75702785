import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IRange,
  type IStyleData,
  type IWorksheetData,
} from "@univerjs/core";
import type { CellEntry, CellView, SheetShape } from "../engine/protocol";

/** Pixels. */
export const rowHeader = 46;
export const columnHeader = 20;

type Styles = ReadonlyMap<string, IStyleData>;

const looksNumeric = /^[\s\d.,%£$€+\-/:()]+$/u;

/** A cell as the grid keeps it. Text that reads like a number is marked as text, or the grid would convert it. */
function gridCell({ v, f, s }: CellView): ICellData {
  const cell: ICellData = { s };
  if (f !== undefined) cell.f = f;
  if (typeof v === "boolean") return { ...cell, v: v ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof v === "number") return { ...cell, v, t: CellValueType.NUMBER };
  if (v === undefined) return cell;
  return { ...cell, v, t: looksNumeric.test(v) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

type Matrix = Record<number, Record<number, ICellData | null>>;

/** Cells by row and column; `styles` inlines each cell's style, for a change of cells already drawn. */
export function matrix(entries: readonly CellEntry[], styles?: Styles): Matrix {
  const cells: Matrix = {};
  for (const [row, column, view] of entries) {
    const cell = view && gridCell(view);
    const style = view && styles?.get(view.s);
    if (cell && style) cell.s = style;
    (cells[row] ??= {})[column] = cell;
  }
  return cells;
}

const flag = (on: boolean): BooleanNumber => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** A worksheet as the grid keeps it, under an id of the grid's own. */
export function gridSheet(shape: SheetShape, id: string, cells: readonly CellEntry[]): IWorksheetData {
  const { freeze } = shape;
  return {
    id,
    name: shape.name,
    tabColor: shape.tabColor,
    hidden: flag(shape.hidden),
    freeze: {
      xSplit: freeze.columns,
      ySplit: freeze.rows,
      startRow: freeze.rows > 0 ? freeze.rows : -1,
      startColumn: freeze.columns > 0 ? freeze.columns : -1,
    },
    rowCount: shape.rowCount,
    columnCount: shape.columnCount,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: shape.defaultColumnWidth,
    defaultRowHeight: shape.defaultRowHeight,
    mergeData: shape.merges.map(([startRow, startColumn, endRow, endColumn]): IRange => ({
      startRow,
      startColumn,
      endRow,
      endColumn,
    })),
    cellData: matrix(cells) as IWorksheetData["cellData"],
    rowData: Object.fromEntries(
      shape.rows.map(([i, h, hidden]) => [i, { ...(h !== null && { h, ia: BooleanNumber.FALSE }), hd: flag(hidden) }]),
    ),
    columnData: Object.fromEntries(
      shape.columns.map(([i, w, hidden]) => [i, { ...(w !== null && { w }), hd: flag(hidden) }]),
    ),
    rowHeader: { width: rowHeader, hidden: flag(!shape.headings) },
    columnHeader: { height: columnHeader, hidden: flag(!shape.headings) },
    showGridlines: flag(shape.gridlines),
    rightToLeft: BooleanNumber.FALSE,
  };
}
