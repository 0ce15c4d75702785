import { copiedFormula, type FormulaAt } from "../../../formula/move";
import { columnCount, rowCount } from "../../../snapshot/areas";
import type { Cell } from "../../../workbook-file/book/book";
import { styleAt } from "../../../workbook-file/book/lookups";
import { invalidArgument, notImplemented } from "../../wire/errors";
import type { SheetCells } from "../session/given-cells";
import type { Session } from "../session/session";
import { afterWrite } from "./after-write";

const KINDS = ["All", "Formulas", "Values", "Formats"];

/** `Range.copyFrom`: cells with their formulas moved along, values alone, or formats; one cell fills the target. */
export function copy(
  session: Session,
  source: SheetCells,
  target: SheetCells,
  kind: string,
  skipBlanks: boolean,
  transpose: boolean,
): void {
  if (!KINDS.includes(kind)) throw invalidArgument(`"${kind}" is nothing to copy`);
  if (transpose) throw notImplemented("copyFrom() that transposes");
  session.requireWritable(target.sheet);
  const rows = Math.max(rowCount(source.rect), rowCount(target.rect));
  const columns = Math.max(columnCount(source.rect), columnCount(target.rect));
  // Read first: the two may overlap.
  const cells = Array.from({ length: rowCount(source.rect) }, (_, r) =>
    Array.from({ length: columnCount(source.rect) }, (_, c) => taken(source, r, c)),
  );
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const from = cells[r % cells.length]?.[c % columnCount(source.rect)];
      if (!from || (skipBlanks && from.content.value === null && from.content.formula === undefined)) continue;
      put(session, target, r, c, from, kind);
    }
  }
  const end = { bottom: target.rect.top + rows - 1, right: target.rect.left + columns - 1 };
  afterWrite(session, target.sheet, { ...target.rect, ...end });
}

interface Taken {
  readonly row: number;
  readonly column: number;
  readonly content: Pick<Cell, "value" | "formula">;
  readonly formulaAt: FormulaAt | null;
  readonly style: number;
}

function taken(source: SheetCells, r: number, c: number): Taken {
  const [row, column] = [source.rect.top + r, source.rect.left + c];
  const cell = source.sheet.cells[row]?.[column];
  return {
    row,
    column,
    content: { value: cell?.value ?? null, ...(cell?.formula !== undefined && { formula: cell.formula }) },
    formulaAt: cell?.formula === undefined ? null : copiedFormula(cell.formula),
    style: styleAt(source.sheet, row, column),
  };
}

function put(session: Session, target: SheetCells, r: number, c: number, from: Taken, kind: string): void {
  const [row, column] = [target.rect.top + r, target.rect.left + c];
  const { value } = from.content;
  const formula = kind === "Values" ? undefined : from.formulaAt?.(row - from.row, column - from.column);
  if (kind !== "Formats")
    session.setCell(target.sheet, row, column, formula === undefined ? { value } : { value, formula });
  if (kind === "All" || kind === "Formats") session.setStyle(target.sheet, row, column, from.style);
}
