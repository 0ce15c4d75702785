import type { CellValue } from "../../snapshot/snapshot";
import { intoRequests } from "../host/requests";
import { isCode, tooLarge } from "../host/trouble";

/**
 * About 2 MB of JSON a request: values, formulas and number formats of one cell are some 40 bytes.
 * Excel on the web refuses 5 MB, and any platform refuses 5 million cells ("Resource limits and
 * performance optimization for Office Add-ins").
 */
const cellsARequest = 50_000;

export interface Matrices {
  readonly range: Excel.Range;
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
  readonly numberFormats: string[][];
}

export interface BlockOptions {
  readonly sync: () => Promise<void>;
  readonly progress?: (share: number) => void;
}

/** Some rows of one used range. */
interface Block {
  readonly into: Matrices;
  readonly firstRow: number;
  readonly rows: number;
}

/** Reads the cells of each range, in row blocks, as few requests as the payload limit allows. Ranges must have their counts loaded. */
export async function readBlocks(ranges: readonly Excel.Range[], options: BlockOptions): Promise<Matrices[]> {
  const all = ranges.map((range): Matrices => ({ range, values: [], formulas: [], numberFormats: [] }));
  const requests = intoRequests(all.flatMap(rowBlocks), cellsOf, cellsARequest);
  const total = requests.length;
  for (const [done, blocks] of requests.entries()) {
    await load(blocks, options.sync);
    options.progress?.((done + 1) / total);
  }
  return all;
}

function rowBlocks(into: Matrices): Block[] {
  const { rowCount, columnCount } = into.range;
  const step = Math.max(1, Math.floor(cellsARequest / columnCount));
  const blocks: Block[] = [];
  for (let firstRow = 0; firstRow < rowCount; firstRow += step) {
    blocks.push({ into, firstRow, rows: Math.min(step, rowCount - firstRow) });
  }
  return blocks;
}

function cellsOf({ into, rows }: Block): number {
  return rows * into.range.columnCount;
}

/** One request. Long texts can make it larger than estimated: then it is asked for in halves. */
async function load(blocks: readonly Block[], sync: () => Promise<void>): Promise<void> {
  const loaded = blocks.map((block) => ({ block, range: rangeOf(block).load("values,formulas,numberFormat") }));
  try {
    await sync();
    // Excel may also give nothing, without an error, for more than it can hand over.
    if (loaded.some(({ range }) => range.values === null)) throw tooLarge();
  } catch (error) {
    const halves = halved(blocks);
    if (!halves || !isCode(error, tooLarge().code)) throw error;
    await load(halves[0], sync);
    await load(halves[1], sync);
    return;
  }
  for (const { block, range } of loaded) keep(block.into, range);
}

/** The part of the used range a block covers. */
function rangeOf({ into, firstRow, rows }: Block): Excel.Range {
  const { range } = into;
  if (rows === range.rowCount) return range;
  return range.worksheet.getRangeByIndexes(range.rowIndex + firstRow, range.columnIndex, rows, range.columnCount);
}

function halved(blocks: readonly Block[]): [Block[], Block[]] | null {
  const middle = Math.ceil(blocks.length / 2);
  if (blocks.length > 1) return [blocks.slice(0, middle), blocks.slice(middle)];
  const [only] = blocks;
  if (!only || only.rows < 2) return null;
  const rows = Math.ceil(only.rows / 2);
  return [[{ ...only, rows }], [{ ...only, firstRow: only.firstRow + rows, rows: only.rows - rows }]];
}

function keep(into: Matrices, { values, formulas, numberFormat }: Excel.Range): void {
  values.forEach((row: unknown[], index) => {
    const formulaRow: unknown[] = formulas[index] ?? [];
    into.formulas.push(row.map((value, column) => formulaOf(formulaRow[column], value)));
    into.values.push(row.map((value, column) => valueOf(value, formulaRow[column])));
    into.numberFormats.push((numberFormat[index] ?? []).map((code: unknown) => String(code ?? "General")));
  });
}

/** Where no formula stands, `formulas` repeats the value, so a text that begins with "=" is told by being the same in both. */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}

/** Excel gives an empty cell as "": a formula that answers "" keeps its empty text. */
export function valueOf(value: unknown, formula: unknown): CellValue {
  if (value === "" && formulaOf(formula, value) === null) return null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
