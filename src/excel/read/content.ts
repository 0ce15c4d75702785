import { cellCount, columnCount, rowCount, sameArea } from "../../snapshot/areas";
import type { Area } from "../../snapshot/snapshot";
import { rangeAt } from "../host/ranges";

/** The used range of a sheet, and the areas of it that hold content: small ones where it lies scattered. */
export interface Content {
  readonly sheet: Excel.Worksheet;
  readonly used: Area;
  readonly areas: readonly Area[];
}

/** A sheet with the pieces in which its content has been found so far. */
interface Found<Sheet> {
  readonly of: Sheet;
  readonly pieces: readonly Piece[];
}

/** A used range of no more cells than this is read as it is: it takes one request. */
const readAsItIs = 50_000;
/** A piece of no more cells than this is not taken apart. */
const leftAsItIs = 200;
/** How often a rectangle is taken apart: with the used range itself that makes four requests for any workbook. */
const rounds = 3;
/** Pieces to ask about at once. */
const mostPieces = 2000;
/** A rectangle is taken apart into so many pieces, at most. */
const piecesOfOne = 256;
const piecesAcross = 16;

interface Piece extends Area {
  /** False where Excel has given the piece back whole: what is full is not taken apart again. */
  readonly isSparse: boolean;
}

/**
 * Finds where the content of sheets stands. One stray cell far away stretches a used range over millions of blank
 * cells, so a large one is taken apart and Excel is asked for the used range of each piece, all in one request a round.
 */
export async function findContent<Sheet extends Pick<Content, "sheet" | "used">>(
  sheets: readonly Sheet[],
  sync: () => Promise<void>,
): Promise<(Sheet & Content)[]> {
  let found = sheets.map((of): Found<Sheet> => ({ of, pieces: [{ ...of.used, isSparse: true }] }));
  for (let round = 0; round < rounds; round += 1) {
    const large = new Set(found.flatMap(({ pieces }) => largeAmong(pieces)));
    if (large.size === 0) break;
    const each = Math.min(piecesOfOne, Math.floor(mostPieces / large.size));
    if (each < 2) break;
    const asked = found.map((one) => ({
      one,
      pieces: one.pieces.map((piece) =>
        large.has(piece) ? takenApart(piece, each).map((area) => ask(one.of.sheet, area)) : piece,
      ),
    }));
    await sync();
    found = asked.map(({ one, pieces }) => ({ ...one, pieces: pieces.flatMap(answered) }));
  }
  return found.map(({ of, pieces }) => ({ ...of, areas: pieces.map(({ isSparse: _, ...area }) => area) }));
}

/** The pieces of a sheet that are worth taking apart: none once all of them together take one request. */
function largeAmong(pieces: readonly Piece[]): Piece[] {
  const cells = pieces.reduce((sum, piece) => sum + cellCount(piece), 0);
  return cells > readAsItIs ? pieces.filter((piece) => piece.isSparse && cellCount(piece) > leftAsItIs) : [];
}

/** Rows are parted first: tables are longer than they are wide. */
function takenApart(area: Area, count: number): Area[] {
  const across = Math.min(piecesAcross, Math.ceil(Math.sqrt(count)), Math.ceil(columnCount(area) / 64));
  const down = Math.min(Math.floor(count / across), rowCount(area));
  const rows = cuts(area.top, area.bottom, down);
  const columns = cuts(area.left, area.right, across);
  return rows.flatMap(([top, bottom]) => columns.map(([left, right]) => ({ top, bottom, left, right })));
}

function cuts(first: number, last: number, count: number): [number, number][] {
  const size = Math.ceil((last - first + 1) / count);
  const parts: [number, number][] = [];
  for (let from = first; from <= last; from += size) parts.push([from, Math.min(last, from + size - 1)]);
  return parts;
}

interface Asked {
  readonly area: Area;
  readonly range: Excel.Range;
}

function ask(sheet: Excel.Worksheet, area: Area): Asked {
  const range = rangeAt(sheet, area).getUsedRangeOrNullObject(true);
  return { area, range: range.load("rowIndex,columnIndex,rowCount,columnCount") };
}

function answered(piece: Piece | readonly Asked[]): Piece[] {
  if ("top" in piece) return [piece];
  return piece.flatMap(({ area, range }) => {
    if (range.isNullObject) return [];
    const used = areaOf(range);
    return [{ ...used, isSparse: !sameArea(used, area) }];
  });
}

/** The area of a range whose indexes and counts are loaded. */
export function areaOf({ rowIndex, columnIndex, rowCount: rows, columnCount: columns }: Excel.Range): Area {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rows - 1, right: columnIndex + columns - 1 };
}
