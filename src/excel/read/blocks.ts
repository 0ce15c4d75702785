import { cellCount, columnCount, rowCount, subtract } from "../../snapshot/areas";
import type { Area, CellValue } from "../../snapshot/snapshot";
import { rangeAt } from "../host/ranges";
import { isAnswered } from "../host/requests";
import { tooLarge } from "../host/trouble";
import type { Content } from "./content";

/**
 * About 2 MB of JSON a request: values, formulas and number formats of one cell are some 40 bytes.
 * Excel on the web refuses 5 MB, and any platform refuses 5 million cells ("Resource limits and
 * performance optimization for Office Add-ins").
 */
const cellsARequest = 50_000;

/** After an answer that was too large, requests grow again by this much a request. */
const growth = 1.5;

/** A sheet's cells by the rows and columns of its used range. Rows without content are one and the same empty row. */
export interface Matrices {
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
  readonly numberFormats: string[][];
}

export interface BlockOptions {
  readonly sync: () => Promise<void>;
  readonly progress?: (share: number) => void;
  /** Asks for other things in the request of the first blocks; once more, alone, where that answer was too large. */
  readonly beside: () => void;
}

/** Some cells of one sheet. */
interface Block {
  readonly content: Content;
  readonly into: Matrices;
  readonly area: Area;
}

/** Reads the cells of each sheet, in blocks, in as few requests as the payload limit allows. */
export async function readBlocks(contents: readonly Content[], options: BlockOptions): Promise<Map<Content, Matrices>> {
  const all = new Map(contents.map((content) => [content, emptyMatrices(content.used)]));
  let pending = [...all].flatMap(([content, into]) => content.areas.map((area): Block => ({ content, into, area })));
  const total = pending.reduce((sum, { area }) => sum + cellCount(area), 0);
  let [most, done] = [cellsARequest, 0];
  let beside: (() => void) | null = options.beside;
  while (pending.length > 0 || beside) {
    const { now, later } = taken(pending, most);
    const cells = now.reduce((sum, { area }) => sum + cellCount(area), 0);
    if (await areRead(now, options.sync, beside)) {
      [pending, beside, done] = [later, null, done + cells];
      most = Math.min(cellsARequest, Math.ceil(most * growth));
      if (total > 0) options.progress?.(done / total);
    } else if (beside) {
      beside();
      await options.sync();
      beside = null;
    } else {
      if (cells <= 1) throw tooLarge();
      most = Math.ceil(cells / 2);
    }
  }
  return all;
}

function emptyMatrices(used: Area): Matrices {
  const matrices: Matrices = { values: [], formulas: [], numberFormats: [] };
  // One by one, for a million rows: a list that is made at its full length is slow ever after.
  for (let row = rowCount(used); row > 0; row -= 1) {
    matrices.values.push(none);
    matrices.formulas.push(none);
    matrices.numberFormats.push(none);
  }
  return matrices;
}

/** The row that stands for every row without content. */
const none: never[] = [];

/** As many blocks as go into one request; one that is too large for that is cut. */
function taken(blocks: readonly Block[], most: number): { now: Block[]; later: Block[] } {
  const now: Block[] = [];
  let room = most;
  for (const [index, block] of blocks.entries()) {
    const cells = cellCount(block.area);
    if (cells > room) {
      const { part, rest } = cells > most ? cut(block.area, room) : { part: [], rest: [block.area] };
      const of = (areas: readonly Area[]) => areas.map((area) => ({ ...block, area }));
      return { now: [...now, ...of(part)], later: [...of(rest), ...blocks.slice(index + 1)] };
    }
    now.push(block);
    room -= cells;
  }
  return { now, later: [] };
}

/** A part of an area that has no more than so many cells, where there is one, and the rest: whole rows, or else a part of one row. */
function cut(area: Area, most: number): { part: Area[]; rest: Area[] } {
  if (most < 1) return { part: [], rest: [area] };
  const rows = Math.floor(most / columnCount(area));
  const part =
    rows > 0 ? { ...area, bottom: area.top + rows - 1 } : { ...area, bottom: area.top, right: area.left + most - 1 };
  return { part: [part], rest: subtract(area, part) };
}

/** Reads blocks in one request; false where its answer was too large. */
async function areRead(
  blocks: readonly Block[],
  sync: () => Promise<void>,
  beside: (() => void) | null,
): Promise<boolean> {
  beside?.();
  const loaded = blocks.map(({ content, into, area }) => ({
    range: rangeAt(content.sheet, area).load("values,formulas,numberFormat"),
    place: { into, row: area.top - content.used.top, column: area.left - content.used.left },
  }));
  if (!(await isAnswered(sync))) return false;
  // Excel may also give nothing, without an error, for more than it can hand over.
  if (loaded.some(({ range }) => range.values === null)) return false;
  for (const { range, place } of loaded) keep(range, place);
  return true;
}

interface Place {
  readonly into: Matrices;
  readonly row: number;
  readonly column: number;
}

function keep({ values, formulas, numberFormat }: Excel.Range, { into, row, column }: Place): void {
  values.forEach((cells: unknown[], index) => {
    const formulaRow: unknown[] = formulas[index] ?? [];
    const at = row + index;
    put(
      into.formulas,
      at,
      column,
      cells.map((value, c) => formulaOf(formulaRow[c], value)),
      null,
    );
    put(
      into.values,
      at,
      column,
      cells.map((value, c) => valueOf(value, formulaRow[c])),
      null,
    );
    put(
      into.numberFormats,
      at,
      column,
      (numberFormat[index] ?? []).map((code: unknown) => String(code ?? "General")),
      "General",
    );
  });
}

/** Puts cells into a row, which reaches no further than it must. */
function put<T>(rows: T[][], at: number, column: number, cells: T[], blank: T): void {
  const row = rows[at] ?? none;
  if (row.length === 0 && column === 0) {
    rows[at] = cells;
    return;
  }
  const longer = row === none ? [] : row;
  while (longer.length < column) longer.push(blank);
  cells.forEach((cell, index) => {
    longer[column + index] = cell;
  });
  rows[at] = longer;
}

/** Where no formula stands, `formulas` repeats the value, so a text that begins with "=" is known by being the same in both. */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}

/** Excel gives an empty cell as "": a formula that answers "" keeps its empty text. */
export function valueOf(value: unknown, formula: unknown): CellValue {
  if (value === "" && formulaOf(formula, value) === null) return null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
