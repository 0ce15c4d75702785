import { isEntireColumn, isEntireRow } from "../../../snapshot/addresses";
import { intersect, subtract } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState } from "../../../workbook-file/book/book";
import { invalidArgument } from "../../wire/errors";
import type { Session } from "../session/session";
import { afterWrite } from "./after-write";
import { requireUnlocked } from "./styling";

/**
 * `Range.clear`: All, Contents, Formats, Hyperlinks (the link goes, text and format stay) or RemoveHyperlinks (the
 * format goes, too). "All" also takes conditional formats and validation with it, as in Excel.
 */
export function clear(session: Session, sheet: SheetState, rects: readonly Area[], applyTo: string): void {
  for (const rect of rects) {
    if (applyTo === "Contents") requireUnlocked(session, sheet, rect);
    else session.requireWritable(sheet);
  }
  const kinds = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"];
  if (!kinds.includes(applyTo)) throw invalidArgument(`"${applyTo}" is nothing to clear`);
  const all = applyTo === "All";
  for (const rect of rects) {
    if (all || applyTo === "Contents") clearContents(session, sheet, rect);
    if (all || applyTo === "Formats") {
      clearFormats(session, sheet, rect);
      cutConditionalFormats(sheet, rect);
    }
    if (all) cutValidations(sheet, rect);
    if (all || applyTo === "Hyperlinks" || applyTo === "RemoveHyperlinks") cutHyperlinks(sheet, rect);
    if (applyTo === "RemoveHyperlinks") clearFormats(session, sheet, rect);
  }
}

function clearContents(session: Session, sheet: SheetState, rect: Area): void {
  let any = false;
  eachHeld(sheet, rect, (row, column) => {
    const cell = sheet.cells[row]?.[column];
    if (cell && (cell.value !== null || cell.formula !== undefined)) {
      session.setCell(sheet, row, column, { value: null });
      any = true;
    }
  });
  if (any) afterWrite(session, sheet, rect);
}

/** Back to the workbook's default style; rows and columns wholly inside lose theirs, too. */
function clearFormats(session: Session, sheet: SheetState, rect: Area): void {
  eachHeld(sheet, rect, (row, column) => session.setStyle(sheet, row, column, 0));
  for (const [column, own] of sheet.columns) {
    if (own.style === null || column < rect.left || column > rect.right) continue;
    if (isEntireColumn(rect)) {
      sheet.columns.set(column, { ...own, style: null });
      sheet.edits.columns.add(column);
    } else for (let row = rect.top; row <= rect.bottom; row++) session.setStyle(sheet, row, column, 0);
  }
  for (const [row, own] of sheet.rows) {
    if (own.style === null || row < rect.top || row > rect.bottom) continue;
    if (isEntireRow(rect)) {
      sheet.rows.set(row, { ...own, style: null });
      sheet.edits.rows.add(row);
    } else for (let column = rect.left; column <= rect.right; column++) session.setStyle(sheet, row, column, 0);
  }
  session.formatChanged(sheet, rect);
}

/** Visits the cells of a rectangle that the sheet holds: a cleared column has no million cells to go through. */
function eachHeld(sheet: SheetState, rect: Area, visit: (row: number, column: number) => void): void {
  for (let row = rect.top; row <= Math.min(rect.bottom, sheet.cells.length - 1); row++) {
    const width = sheet.cells[row]?.length ?? 0;
    for (let column = rect.left; column <= Math.min(rect.right, width - 1); column++) {
      if (sheet.cells[row]?.[column]) visit(row, column);
    }
  }
}

/** Takes a rectangle out of each rule's range; a rule left with nothing goes. */
function cut<T extends { rects: Area[] }>(rules: T[], rect: Area): T[] | null {
  if (!rules.some((rule) => rule.rects.some((one) => intersect(one, rect)))) return null;
  return rules
    .map((rule) => ({ ...rule, rects: rule.rects.flatMap((one) => subtract(one, rect)) }))
    .filter((rule) => rule.rects.length > 0);
}

export function cutConditionalFormats(sheet: SheetState, rect: Area): void {
  const left = cut(sheet.conditionalFormats, rect);
  if (!left) return;
  sheet.conditionalFormats = left;
  sheet.edits.conditionalFormats = true;
}

export function cutValidations(sheet: SheetState, rect: Area): void {
  const left = cut(sheet.validations, rect);
  if (!left) return;
  sheet.validations = left;
  sheet.edits.validations = true;
}

export function cutHyperlinks(sheet: SheetState, rect: Area): void {
  if (!sheet.hyperlinks.some((link) => intersect(link.rect, rect))) return;
  sheet.hyperlinks = sheet.hyperlinks.flatMap((link) =>
    subtract(link.rect, rect).map((part) => ({ ...link, rect: part })),
  );
  sheet.edits.hyperlinks = true;
}
