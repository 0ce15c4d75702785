import { absoluteAddress, columnLetters } from "../../snapshot/addresses";
import type { Area } from "../../snapshot/snapshot";
import type { SheetState, TableState } from "../../workbook-file/book/book";

export interface TablePlace {
  readonly sheet: SheetState;
  readonly table: TableState;
}

/** Where the cell of a formula stands, for "this row" and for references without a table's name. */
export interface Place {
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
}

interface Wanted {
  headers: boolean;
  data: boolean;
  totals: boolean;
  thisRow: boolean;
  columns: string[];
}

const unescape = (name: string): string => name.replace(/'(.)/gu, "$1");

/** The brackets' contents as parts: "[#Headers],[A]:[B]" or a bare "Cost" or "@Cost". */
function wanted(inner: string): Wanted | null {
  const result: Wanted = { headers: false, data: false, totals: false, thisRow: false, columns: [] };
  let rest = inner.trim();
  if (rest.startsWith("@")) {
    result.thisRow = true;
    rest = rest.slice(1);
  }
  const parts = rest.startsWith("[") ? [...rest.matchAll(/\[((?:'.|[^\]'])*)\]/gu)].map((m) => m[1] ?? "") : [rest];
  for (const part of parts) {
    const word = part.trim().toLowerCase();
    if (word === "") continue;
    if (!word.startsWith("#")) result.columns.push(unescape(part));
    else if (word === "#headers") result.headers = true;
    else if (word === "#data") result.data = true;
    else if (word === "#totals") result.totals = true;
    else if (word === "#this row") result.thisRow = true;
    else if (word === "#all") result.headers = result.data = result.totals = true;
    else return null;
  }
  if (!result.headers && !result.totals) result.data = true;
  return result;
}

function rowsOf(table: TableState, want: Wanted): [number, number] | null {
  const { rect } = table;
  const first = rect.top + (table.showHeaders ? 1 : 0);
  const last = rect.bottom - (table.showTotals ? 1 : 0);
  const top = want.headers ? (table.showHeaders ? rect.top : null) : want.data ? first : rect.bottom;
  const bottom = want.totals
    ? table.showTotals
      ? rect.bottom
      : want.headers
        ? last
        : null
    : want.data
      ? last
      : rect.top;
  return top === null || bottom === null || top > bottom ? null : [top, bottom];
}

function columnsOf(table: TableState, names: readonly string[]): [number, number] | null {
  if (names.length === 0) return [table.rect.left, table.rect.right];
  const at = names.map((name) => table.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase()));
  return at.includes(-1) ? null : [table.rect.left + Math.min(...at), table.rect.left + Math.max(...at)];
}

/**
 * The A1 form of a structured reference; null where it names what the table does not have.
 * "This row" keeps its row relative, so that a filled column has one formula.
 */
export function tableReference(
  found: TablePlace,
  inner: string,
  at: Place,
): { address: string; rect: Area; sheet: SheetState } | null {
  const want = wanted(inner);
  const columns = want && columnsOf(found.table, want.columns);
  if (!want || !columns) return null;
  const [left, right] = columns;
  if (want.thisRow) {
    if (at.row < found.table.rect.top || at.row > found.table.rect.bottom) return null;
    const corner = (column: number) => `$${columnLetters(column)}${at.row + 1}`;
    const address = left === right ? corner(left) : `${corner(left)}:${corner(right)}`;
    return { address, rect: { top: at.row, bottom: at.row, left, right }, sheet: found.sheet };
  }
  const rows = rowsOf(found.table, want);
  if (!rows) return null;
  const rect = { top: rows[0], bottom: rows[1], left, right };
  return { address: absoluteAddress(rect), rect, sheet: found.sheet };
}
