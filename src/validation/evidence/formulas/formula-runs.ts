import { toR1C1 } from "../../../formula/r1c1";
import { cellKey } from "../../../snapshot/addresses";
import type { SheetSnapshot } from "../../../snapshot/snapshot";

/** A cell that is not like the formulas around it. */
export interface OddCell {
  /** Sheet row and column, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly kind: "typed number" | "other formula";
  /** A neighbour that has the usual formula. */
  readonly like: { readonly row: number; readonly column: number };
}

/** Formulas there must be for each typed number of a run among them [ours]. */
const TYPED_AMONG = 3;

/** Least formulas of one shape in a run before an odd cell among them is reported [ours]. */
const LEAST_ALIKE = 3;

/**
 * Cells inside runs of like formulas that hold a typed number or another formula, down columns and
 * across rows. A run is what stands without a break; it must be mostly of one shape.
 */
export function oddCells(sheet: SheetSnapshot): OddCell[] {
  const { used } = sheet;
  if (used === null) return [];
  const shapes = shapesOf(sheet, used.top, used.left);
  if (shapes === null) return [];
  const rows = shapes.length;
  const odd = new Map<number, OddCell>();
  const look = (lane: Lane): void => {
    for (const each of oddIn(lane)) {
      const at = lane.cell(each.index);
      const like = lane.cell(each.like);
      const key = cellKey(at.row, at.column);
      if (!odd.has(key))
        odd.set(key, {
          row: used.top + at.row,
          column: used.left + at.column,
          kind: each.kind,
          like: { row: used.top + like.row, column: used.left + like.column },
        });
    }
  };
  for (const column of columnsWithFormulas(shapes)) {
    look({
      length: rows,
      shape: (row) => shapes[row]?.[column] ?? null,
      isNumber: (row) => isNumber(sheet, row, column),
      cell: (row) => ({ row, column }),
    });
  }
  for (let row = 0; row < rows; row++) {
    const ofRow = shapes[row] ?? null;
    if (ofRow === null || ofRow.filter((shape) => shape !== null).length < LEAST_ALIKE) continue;
    look({
      length: Math.max(ofRow.length, sheet.values[row]?.length ?? 0),
      shape: (column) => shapes[row]?.[column] ?? null,
      isNumber: (column) => isNumber(sheet, row, column),
      cell: (column) => ({ row, column }),
    });
  }
  return [...odd.values()];
}

/** The columns with formulas enough for a run of them at all: most have not. */
function columnsWithFormulas(shapes: readonly ((string | null)[] | null)[]): number[] {
  const counts = new Map<number, number>();
  for (const row of shapes) {
    row?.forEach((shape, column) => {
      if (shape !== null) counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  }
  return [...counts].flatMap(([column, count]) => (count >= LEAST_ALIKE ? [column] : [])).sort((a, b) => a - b);
}

/** One column or row, cell by cell. */
interface Lane {
  readonly length: number;
  readonly shape: (index: number) => string | null;
  readonly isNumber: (index: number) => boolean;
  readonly cell: (index: number) => { row: number; column: number };
}

function isNumber(sheet: SheetSnapshot, row: number, column: number): boolean {
  return typeof sheet.values[row]?.[column] === "number";
}

/** Each row's formula shapes, null for a row without formulas; null where the sheet has none. */
function shapesOf(sheet: SheetSnapshot, top: number, left: number): ((string | null)[] | null)[] | null {
  let any = false;
  const shapes = sheet.formulas.map((row, r) => {
    if (!row.some((formula) => formula !== null)) return null;
    any = true;
    return row.map((formula, c) => (formula === null ? null : toR1C1(formula, top + r, left + c)));
  });
  return any ? shapes : null;
}

type OddIndex = { index: number; kind: OddCell["kind"]; like: number };

function oddIn(lane: Lane): OddIndex[] {
  const found: OddIndex[] = [];
  let start = -1;
  for (let index = 0; index <= lane.length; index++) {
    const filled = index < lane.length && (lane.shape(index) !== null || lane.isNumber(index));
    if (filled && start < 0) start = index;
    if (!filled && start >= 0) {
      found.push(...oddAmong(lane, start, index));
      start = -1;
    }
  }
  return found;
}

function oddAmong(lane: Lane, start: number, end: number): OddIndex[] {
  if (end - start <= LEAST_ALIKE) return [];
  const counts = new Map<string, number>();
  for (let index = start; index < end; index++) {
    const shape = lane.shape(index);
    if (shape !== null) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const found: OddIndex[] = [];
  for (const [shape, count] of counts) {
    if (count >= LEAST_ALIKE) found.push(...between(lane, start, end, shape, count));
  }
  return found;
}

/** Single cells that have the usual formula on both sides, and runs of typed numbers that are fewer than the formulas around them. */
function between(lane: Lane, start: number, end: number, usual: string, count: number): OddIndex[] {
  const found: OddIndex[] = [];
  let index = start;
  while (index < end) {
    if (lane.shape(index) === usual) {
      index++;
      continue;
    }
    const first = index;
    while (index < end && lane.shape(index) !== usual) index++;
    if (first === start || index === end) continue;
    const run = Array.from({ length: index - first }, (_, at) => first + at);
    const typed = run.every((at) => lane.shape(at) === null);
    if (run.length > 1 && (!typed || run.length * TYPED_AMONG > count)) continue;
    found.push(...run.map((at) => ({ index: at, kind: typed ? TYPED : OTHER, like: first - 1 })));
  }
  return found;
}

const TYPED = "typed number" as const;
const OTHER = "other formula" as const;
