import { farColumns, farRows } from "../../snapshot/far-cells";
import { absoluteReference, MAX_COLUMNS, MAX_ROWS, MAX_SHEET_NAME } from "../../snapshot/addresses";
import { cellCount, columnCount } from "../../snapshot/areas";
import { LONGEST_FORMULA } from "../layout/live";
import { isCellError } from "../../snapshot/cell-errors";
import type { Area, CellValue, SheetSnapshot } from "../../snapshot/snapshot";

/** Cells that are compared one by one; of a larger return those of the rows that were read, else counts and sums. */
const MOST_CELLS = 20_000;
/** Rows above the first figure that are taken for its headings. */
const MOST_HEADING_ROWS = 60;

/** A sheet of the return, and the rows of which every cell is compared; none where there are too many. */
export interface ComparedSheet {
  readonly sheet: SheetSnapshot;
  readonly used: Area;
  readonly rows: readonly number[];
}

/** Which rows of the person's sheets are compared: small sheets whole, of a large one the rows that were read. */
export function comparedSheets(
  sheets: readonly SheetSnapshot[],
  rowsRead: ReadonlyMap<string, ReadonlySet<number>>,
): ComparedSheet[] {
  const own = sheets.flatMap((sheet) => {
    const used = sheet.own === null ? cellsRead(sheet) : null;
    return used === null ? [] : [{ sheet, used }];
  });
  let left = MOST_CELLS;
  const chosen = new Map<SheetSnapshot, readonly number[]>();
  for (const { sheet, used } of [...own].sort((a, b) => cellCount(a.used) - cellCount(b.used))) {
    const width = columnCount(used);
    const isSmall = cellCount(used) <= left;
    const choices = [
      ...(isSmall ? [rowsBetween(used.top, used.bottom)] : []),
      rowsOfFigures(used, rowsRead.get(sheet.name)),
    ];
    const fits = (rows: readonly number[]) =>
      rows.length > 0 && rows.length * width <= left && formulaFits({ sheet, used, rows });
    const rows = choices.find(fits) ?? [];
    chosen.set(sheet, rows);
    left -= rows.length * width;
  }
  return own.map((each) => ({ ...each, rows: chosen.get(each.sheet) ?? [] }));
}

/** The cells that were read: a stray one far from all else is not among them, though the used range reaches to it. */
function cellsRead({ used, values }: SheetSnapshot): Area | null {
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  if (used === null || width === 0) return null;
  return { ...used, bottom: used.top + values.length - 1, right: used.left + width - 1 };
}

/** Whether the cells can be compared by one formula, wherever the copy comes to stand: each cell in error adds to it. */
function formulaFits(compared: ComparedSheet): boolean {
  return changedFormula(compared, () => LONGEST_REFERENCE).length <= LONGEST_FORMULA;
}

const LONGEST_REFERENCE = absoluteReference("'".repeat(MAX_SHEET_NAME), {
  top: MAX_ROWS - 1,
  left: MAX_COLUMNS - 1,
  bottom: MAX_ROWS - 1,
  right: MAX_COLUMNS - 1,
});

const rowsBetween = (top: number, bottom: number) => Array.from({ length: bottom - top + 1 }, (_, at) => top + at);

/** The rows that give figures, and the headings above the first. */
function rowsOfFigures({ top }: Area, rows: ReadonlySet<number> = new Set()): number[] {
  const sorted = [...rows].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined) return [];
  return [...rowsBetween(Math.max(top, first - MOST_HEADING_ROWS), first - 1), ...sorted];
}

/** A row's cells as they were read; blank where it does not reach as far as others. */
export function cellsOf({ sheet, used }: ComparedSheet, row: number): CellValue[] {
  const cells = sheet.values[row - used.top] ?? [];
  return Array.from({ length: columnCount(used) }, (_, at) => cells[at] ?? null);
}

/** Cells of the sheet that stand beside their copies: the copy's rows count from 0. */
interface ComparedArea {
  readonly area: Area;
  readonly copy: Area;
}

/** The areas to compare, with no cell in error in them: an error in one would hide all others. */
function areasOf(compared: ComparedSheet): ComparedArea[] {
  const { used, rows } = compared;
  const areas: ComparedArea[] = [];
  rows.forEach((row, at) => {
    const before = areas.at(-1);
    const runs = runsWithoutErrors(cellsOf(compared, row));
    const [whole] = runs;
    const isWhole = whole !== undefined && whole.to - whole.from === used.right - used.left;
    const goesOn = isWhole && before?.area.bottom === row - 1 && columnCount(before.area) === columnCount(used);
    if (goesOn) {
      areas[areas.length - 1] = {
        area: { ...before.area, bottom: row },
        copy: { ...before.copy, bottom: at },
      };
      return;
    }
    for (const { from, to } of runs)
      areas.push({
        area: { top: row, bottom: row, left: used.left + from, right: used.left + to },
        copy: { top: at, bottom: at, left: from, right: to },
      });
  });
  return areas;
}

function runsWithoutErrors(cells: readonly CellValue[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  cells.forEach((value, at) => {
    if (isCellError(value)) return;
    const last = runs.at(-1);
    if (last?.to === at - 1) last.to = at;
    else runs.push({ from: at, to: at });
  });
  return runs;
}

/**
 * A formula that counts a sheet's cells that differ from what was read, that joined it beside or below, and that left
 * it. It is an error where rows, columns or the sheet are gone. It asks for functions of Excel 2010 only.
 *
 * @param copyOf the reference of cells of the sheet's copy, its rows and columns counted from 0.
 */
export function changedFormula(compared: ComparedSheet, copyOf: (area: Area) => string): string {
  const { sheet, used, rows } = compared;
  const here = (area: Area) => absoluteReference(sheet.name, area);
  const numbers = sheet.values.flat().filter((value) => typeof value === "number");
  const [all, around] = [here(used), here(roomAround(used))];
  const differing = areasOf(compared).map(({ area, copy }) => `SUMPRODUCT((${here(area)}<>${copyOf(copy)})*1)`);
  const inError = errorsOf(compared).map(({ area, error }) => {
    const cell = here(area);
    return `IF(ISERROR(${cell}),0,1-(${cell}="${error}")*1)`;
  });
  const cells = rows.length > 0 ? [...differing, ...inError].join("+") : filledAndSumDiffer(sheet, all, numbers);
  // A blank cell and 0 are equal to a spreadsheet: a number that joined or left is seen by their count.
  return `=MAX(${cells},ABS(COUNT(${all})-${numbers.length}))+COUNTA(${around})-COUNTA(${all})`;
}

/** The cells with an error, each watched by itself: it may be a text that looks like one. */
function errorsOf(compared: ComparedSheet): { area: Area; error: string }[] {
  const { used, rows } = compared;
  return rows.flatMap((row) =>
    cellsOf(compared, row).flatMap((value, at) => {
      const column = used.left + at;
      const area = { top: row, bottom: row, left: column, right: column };
      return isCellError(value) ? [{ area, error: String(value) }] : [];
    }),
  );
}

/** How many more or fewer cells are filled, at least one where the numbers come to another sum; errors have no part in it. */
function filledAndSumDiffer({ values, formulas }: SheetSnapshot, all: string, numbers: readonly number[]): string {
  const filled = values.flatMap((row, r) =>
    row.filter((value, c) => value !== null || (formulas[r]?.[c] ?? null) !== null),
  ).length;
  const sum = numbers.reduce((so, each) => so + each, 0);
  return `MAX(ABS(COUNTA(${all})-${filled}),IF(ABS(SUMIF(${all},"<1E+300")-${sum})>1E-9*(1+ABS(${sum})),1,0))`;
}

/** As far around a sheet's cells as a cell is read as theirs. */
function roomAround({ bottom, right }: Area): Area {
  return {
    top: 0,
    left: 0,
    bottom: Math.min(bottom + farRows, MAX_ROWS - 1),
    right: Math.min(right + farColumns, MAX_COLUMNS - 1),
  };
}
