import { addressOf } from "../../snapshot/addresses";
import type { CellPlace } from "../../snapshot/snapshot";

interface Block {
  readonly first: CellPlace;
  last: CellPlace;
}

/**
 * Cells as the fewest references that name exactly them, the first cell's first: runs down a column
 * become one, and equal runs side by side become one block. "Site Data!BF812:BH815".
 */
export function references(places: readonly CellPlace[]): string[] {
  const sheets: string[] = [];
  for (const { sheet } of places) if (!sheets.includes(sheet)) sheets.push(sheet);
  return sheets.flatMap((sheet) => {
    const blocks = joinColumns(runsDown(places.filter((each) => each.sheet === sheet)));
    return worstFirst(blocks, places[0]).map(({ first, last }) =>
      first === last || first.cell === last.cell ? first.cell : `${first.cell}:${addressOf(last)}`,
    );
  });
}

function runsDown(places: readonly CellPlace[]): Block[] {
  const sorted = [...places].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: Block[] = [];
  for (const place of sorted) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.last.column === place.column && place.row - run.last.row <= 1) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs;
}

function joinColumns(runs: readonly Block[]): Block[] {
  const open = new Map<string, Block>();
  const blocks: Block[] = [];
  for (const run of runs) {
    const rows = `${run.first.row}:${run.last.row}`;
    const beside = open.get(rows);
    if (beside !== undefined && beside.last.column + 1 === run.first.column) {
      beside.last = run.last;
      continue;
    }
    const block = { ...run };
    open.set(rows, block);
    blocks.push(block);
  }
  return blocks;
}

function worstFirst(blocks: readonly Block[], worst: CellPlace | undefined): Block[] {
  if (worst === undefined) return [...blocks];
  const holds = ({ first, last }: Block): boolean =>
    first.sheet === worst.sheet &&
    first.row <= worst.row &&
    worst.row <= last.row &&
    first.column <= worst.column &&
    worst.column <= last.column;
  return [...blocks.filter(holds), ...blocks.filter((block) => !holds(block))];
}
