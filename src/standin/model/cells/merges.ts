import { intersect } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState } from "../../../workbook-file/book/book";
import { invalidArgument } from "../../wire/errors";
import type { Session } from "../session/session";
import { afterWrite } from "./after-write";

/** One cell of a rectangle, or with `across` one of each row; what stood beside the first cell is lost, as in Excel. */
export function merge(session: Session, sheet: SheetState, rect: Area, across: boolean): void {
  session.requireWritable(sheet);
  const table = sheet.tables.find((one) => intersect(one.rect, rect));
  if (table) throw invalidArgument(`Cells of the table "${table.name}" cannot be merged`);
  unmerge(session, sheet, rect);
  const rows = Array.from({ length: rect.bottom - rect.top + 1 }, (_, r) => rect.top + r);
  const parts = across ? rows.map((row) => ({ ...rect, top: row, bottom: row })) : [{ ...rect }];
  const several = parts.filter((part) => part.top < part.bottom || part.left < part.right);
  for (const part of several) keepFirst(session, sheet, part);
  sheet.merges.push(...several);
  sheet.edits.merges = true;
  afterWrite(session, sheet, rect);
}

export function unmerge(session: Session, sheet: SheetState, rect: Area): void {
  session.requireWritable(sheet);
  const left = sheet.merges.filter((one) => !intersect(one, rect));
  if (left.length === sheet.merges.length) return;
  sheet.merges = left;
  sheet.edits.merges = true;
}

function keepFirst(session: Session, sheet: SheetState, rect: Area): void {
  for (let row = rect.top; row <= Math.min(rect.bottom, sheet.cells.length - 1); row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      const first = row === rect.top && column === rect.left;
      if (!first && sheet.cells[row]?.[column]) session.setCell(sheet, row, column, { value: null });
    }
  }
}
