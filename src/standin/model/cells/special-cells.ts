import type { Area } from "../../../snapshot/snapshot";
import type { Cell, SheetState } from "../../../workbook-file/book/book";
import { notImplemented } from "../../wire/errors";
import type { Session } from "../session/session";
import { valueType } from "./text";
import { usedRect } from "./used-range";

/** `Excel.SpecialCellType` and value type: the rectangles of the cells of that kind. */
export function specialCells(
  session: Session,
  sheet: SheetState,
  rects: readonly Area[],
  kind: string,
  valueKind: string | null,
): Area[] {
  session.requireSheet(sheet);
  if (kind === "Visible") return rects.flatMap((rect) => visibleParts(sheet, rect));
  const wanted = cellTest(kind, valueKind);
  return rects.flatMap((rect) => {
    const used = usedRect(sheet, false, rect);
    return used ? rectanglesOf(sheet, used, wanted) : [];
  });
}

function cellTest(kind: string, valueKind: string | null): (cell: Cell | undefined) => boolean {
  const type = typeTest(valueKind);
  switch (kind) {
    case "Formulas":
      return (cell) => cell?.formula !== undefined && type(cell);
    case "Constants":
      return (cell) => cell !== undefined && cell.formula === undefined && cell.value !== null && type(cell);
    case "Blanks":
      return (cell) => cell === undefined || (cell.value === null && cell.formula === undefined);
    default:
      throw notImplemented(`the special cells "${kind}"`);
  }
}

/** `Excel.SpecialCellValueType` is a list of kinds in one word: "ErrorsLogicalNumber". */
function typeTest(valueKind: string | null): (cell: Cell) => boolean {
  if (valueKind === null || valueKind === "All") return () => true;
  const words: Readonly<Record<string, string>> = {
    Empty: "Blank",
    Error: "Errors",
    Double: "Number",
    Boolean: "Logical",
    String: "Text",
  };
  return (cell) => valueKind.includes(words[valueType(cell.value)] ?? "?");
}

/** The shown part of a rectangle: bands of shown rows crossed with bands of shown columns. */
function visibleParts(sheet: SheetState, rect: Area): Area[] {
  const rows = shownBands(sheet.rows, rect.top, rect.bottom);
  const columns = shownBands(sheet.columns, rect.left, rect.right);
  return rows.flatMap(([top, bottom]) => columns.map(([left, right]) => ({ top, bottom, left, right })));
}

function shownBands(sizes: ReadonlyMap<number, { hidden: boolean }>, from: number, to: number): [number, number][] {
  const hidden = [...sizes].filter(([at, own]) => own.hidden && at >= from && at <= to).map(([at]) => at);
  hidden.sort((a, b) => a - b);
  const bands: [number, number][] = [];
  let start = from;
  for (const at of [...hidden, to + 1]) {
    if (at > start) bands.push([start, at - 1]);
    start = at + 1;
  }
  return bands;
}

/** A rectangle that may still grow downwards. */
type Run = { -readonly [Edge in keyof Area]: Area[Edge] };

/** Cells that pass a test as rectangles: runs of a row, joined downwards where they have the same columns. */
function rectanglesOf(sheet: SheetState, rect: Area, wanted: (cell: Cell | undefined) => boolean): Area[] {
  const done: Run[] = [];
  let open = new Map<string, Run>();
  for (let row = rect.top; row <= rect.bottom; row++) {
    const next = new Map<string, Run>();
    for (const [left, right] of runs(sheet, rect, row, wanted)) {
      const key = `${left}:${right}`;
      const above = open.get(key);
      if (above) above.bottom = row;
      const run = above ?? { top: row, bottom: row, left, right };
      if (!above) done.push(run);
      next.set(key, run);
    }
    open = next;
  }
  return done;
}

function runs(
  sheet: SheetState,
  rect: Area,
  row: number,
  wanted: (cell: Cell | undefined) => boolean,
): [number, number][] {
  const found: [number, number][] = [];
  for (let column = rect.left; column <= rect.right; column++) {
    if (!wanted(sheet.cells[row]?.[column])) continue;
    const last = found.at(-1);
    if (last?.[1] === column - 1) last[1] = column;
    else found.push([column, column]);
  }
  return found;
}
