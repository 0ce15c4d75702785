import { parseReference } from "../../../snapshot/addresses";
import { intersect } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState, TableState } from "../../../workbook-file/book/book";
import { invalidArgument, itemAlreadyExists } from "../../wire/errors";
import type { Session } from "../session/session";
import { cellText } from "./text";

/** What Excel asks of a table: where it may lie, its name, the names of its columns. */

/** @throws InvalidArgument where the rectangle would meet another table or a merged cell. */
export function checkFree(sheet: SheetState, rect: Area, own: TableState | null): void {
  const other = sheet.tables.find((table) => table !== own && intersect(table.rect, rect));
  if (other) throw invalidArgument(`The table would overlap the table "${other.name}"`);
  if (sheet.merges.some((merge) => intersect(merge, rect))) throw invalidArgument("A table cannot hold merged cells");
}

/** @throws ItemAlreadyExists or InvalidArgument for a name a table cannot have. */
export function checkTableName(session: Session, name: string, own: TableState | null): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseReference(name) || name.length > 255) {
    throw invalidArgument(`"${name}" cannot be the name of a table`);
  }
  const taken = (other: string) => other.toLowerCase() === name.toLowerCase();
  const tables = session.worksheets().flatMap((sheet) => sheet.tables);
  if (tables.some((table) => table !== own && taken(table.name)) || session.book.names.some((one) => taken(one.name))) {
    throw itemAlreadyExists(`the name "${name}"`);
  }
}

/**
 * The columns' names from the header row. Headers are text and differ: Excel turns numbers into text, names empty ones
 * "Column1" and gives a second "Gas" a number.
 */
export function headersOf(session: Session, sheet: SheetState, rect: Area): string[] {
  const taken = new Set<string>();
  const names: string[] = [];
  for (let column = rect.left; column <= rect.right; column++) {
    const cell = sheet.cells[rect.top]?.[column];
    const shown = cell ? cellText(session.book, cell.value, session.book.styles.get(cell.style).numberFormat) : "";
    const name = distinct(shown, column - rect.left + 1, taken);
    taken.add(name.toLowerCase());
    names.push(name);
    if (cell?.value !== name) session.setCell(sheet, rect.top, column, { value: name });
  }
  return names;
}

function distinct(shown: string, number: number, taken: ReadonlySet<string>): string {
  const base = shown === "" ? `Column${number}` : shown;
  if (!taken.has(base.toLowerCase())) return base;
  const stem = shown === "" ? "Column" : base;
  for (let extra = 2; ; extra++) if (!taken.has(`${stem}${extra}`.toLowerCase())) return `${stem}${extra}`;
}
