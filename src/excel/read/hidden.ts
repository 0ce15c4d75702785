/** The cells of a range that are shown, as Excel gives them: rectangles. */
export interface VisibleAreas {
  readonly found: Excel.RangeAreas;
  readonly areas: Excel.RangeCollection;
}

/** Asks for the shown cells of a used range, only where some rows or columns are hidden and some not (Excel says null then). */
export function visibleAreas(used: Excel.Range): VisibleAreas | null {
  if (used.isNullObject || (isKnown(used.rowHidden) && isKnown(used.columnHidden))) return null;
  const found = used.getSpecialCellsOrNullObject("Visible");
  const { areas } = found;
  areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return { found, areas };
}

function isKnown(hidden: boolean | null): boolean {
  return hidden !== null;
}

/** The hidden rows and columns of a used range, as the sheet counts them. */
export function hiddenRowsAndColumns(
  used: Excel.Range,
  visible: VisibleAreas | null,
): { hiddenRows: number[]; hiddenColumns: number[] } {
  if (used.isNullObject) return { hiddenRows: [], hiddenColumns: [] };
  const { rowIndex, rowCount, columnIndex, columnCount } = used;
  // Everything may be hidden: then there is no shown cell to ask about.
  const shown = !visible || visible.found.isNullObject ? [] : visible.areas.items;
  const rows = shown.map((area): [number, number] => [area.rowIndex, area.rowCount]);
  const columns = shown.map((area): [number, number] => [area.columnIndex, area.columnCount]);
  return {
    hiddenRows: notShown(used.rowHidden, rowIndex, rowCount, rows),
    hiddenColumns: notShown(used.columnHidden, columnIndex, columnCount, columns),
  };
}

/** Rows, or columns, that no shown rectangle touches; Excel's own answer where it is not mixed. */
function notShown(all: boolean | null, first: number, count: number, shown: [number, number][]): number[] {
  if (all === false) return [];
  const covered = new Uint8Array(count);
  if (all === null) for (const [start, length] of shown) covered.fill(1, start - first, start - first + length);
  return Array.from(covered.keys())
    .filter((at) => covered[at] === 0)
    .map((at) => first + at);
}
