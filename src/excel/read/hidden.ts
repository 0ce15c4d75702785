import type { Area } from "../../snapshot/snapshot";
import { addTo } from "../../collections/collect";
import { rowCount } from "../../snapshot/areas";
import { rangeAt } from "../host/ranges";
import { intoRequests } from "../host/requests";
import type { Content } from "./content";

/** The shown cells of some rows of a sheet, as Excel gives them: rectangles. */
export interface VisibleAreas {
  readonly of: Area;
  readonly found: Excel.RangeAreas;
  readonly areas: Excel.RangeCollection;
}

/** With every second row hidden, so many rows give so few rectangles that an answer stays small. */
const rowsARequest = 20_000;
const rowsAtOnce = 5000;

/** A sheet's content, and its used range with what Excel says of its hidden rows and columns. */
interface Sheet extends Content {
  readonly frame: { readonly used: Excel.Range };
}

/**
 * The shown cells of each sheet on which some rows or columns are hidden and some not (Excel says null then): no request
 * where there is no such sheet.
 */
export async function visibleAreas<Of extends Sheet>(
  sheets: readonly Of[],
  sync: () => Promise<void>,
): Promise<Map<Of["frame"], VisibleAreas[]>> {
  const mixed = sheets.filter(({ frame: { used } }) => !isKnown(used.rowHidden) || !isKnown(used.columnHidden));
  const parts = mixed.flatMap((sheet) => sheet.areas.flatMap(inParts).map((of) => ({ sheet, of })));
  const visible = new Map<Of["frame"], VisibleAreas[]>();
  for (const request of intoRequests(parts, ({ of }) => rowCount(of), rowsARequest)) {
    for (const { sheet, of } of request) addTo(visible, sheet.frame, askVisible(sheet.sheet, of));
    await sync();
  }
  return visible;
}

function askVisible(sheet: Excel.Worksheet, of: Area): VisibleAreas {
  const found = rangeAt(sheet, of).getSpecialCellsOrNullObject("Visible");
  const { areas } = found;
  areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return { of, found, areas };
}

function isKnown(hidden: boolean | null): boolean {
  return hidden !== null;
}

function inParts(area: Area): Area[] {
  const parts: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += rowsAtOnce)
    parts.push({ ...area, top, bottom: Math.min(area.bottom, top + rowsAtOnce - 1) });
  return parts;
}

/** The hidden rows and columns of a sheet's content, as the sheet counts them. */
export function hiddenRowsAndColumns(
  used: Excel.Range,
  visible: readonly VisibleAreas[],
): { hiddenRows: number[]; hiddenColumns: number[] } {
  if (used.isNullObject) return { hiddenRows: [], hiddenColumns: [] };
  const { rowIndex, columnIndex, columnCount } = used;
  const rows = { first: rowIndex, count: used.rowCount };
  const columns = { first: columnIndex, count: columnCount };
  // Everything may be hidden: then there is no shown cell to ask about.
  const shown = visible.flatMap(({ found, areas }) => (found.isNullObject ? [] : areas.items));
  const asked = visible.map(({ of }) => of);
  return {
    hiddenRows: notShown(
      used.rowHidden,
      rows,
      asked.map(({ top, bottom }) => [top, bottom + 1 - top]),
      shown.map((area) => [area.rowIndex, area.rowCount]),
    ),
    hiddenColumns: notShown(
      used.columnHidden,
      columns,
      asked.map(({ left, right }) => [left, right + 1 - left]),
      shown.map((area) => [area.columnIndex, area.columnCount]),
    ),
  };
}

type Stretch = readonly [first: number, length: number];

/** Rows, or columns, that were asked about and that no shown rectangle touches; Excel's own answer where it is not mixed. */
function notShown(
  all: boolean | null,
  { first, count }: { first: number; count: number },
  asked: readonly Stretch[],
  shown: readonly Stretch[],
): number[] {
  if (all === false) return [];
  const hidden = new Uint8Array(count).fill(all === true ? 1 : 0);
  if (all === null) {
    for (const [start, length] of asked) hidden.fill(1, start - first, start - first + length);
    for (const [start, length] of shown) hidden.fill(0, start - first, start - first + length);
  }
  const found: number[] = [];
  hidden.forEach((isHidden, at) => {
    if (isHidden === 1) found.push(first + at);
  });
  return found;
}
