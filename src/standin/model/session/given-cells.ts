import { parseReference } from "../../../snapshot/addresses";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState } from "../../../workbook-file/book/book";
import { invalidArgument } from "../../wire/errors";
import { isHostObject } from "../../wire/objects";
import type { Session } from "./session";

/** Cells of one sheet, as a `Range` holds them. */
export interface SheetCells {
  readonly sheet: SheetState;
  readonly rect: Area;
}

/** True for an `Excel.Range` among the arguments of a method. */
export const isRange = (given: unknown): given is SheetCells => isHostObject(given) && given.className === "Range";

/**
 * Cells given as a range or as an address; an address without a sheet's name is on `sheet`.
 *
 * @throws InvalidArgument for anything else
 */
export function givenCells(session: Session, sheet: SheetState, given: unknown): SheetCells {
  if (isRange(given)) return given;
  const parsed = typeof given === "string" ? parseReference(given) : null;
  const found = parsed?.sheet ? session.sheetNamed(parsed.sheet) : sheet;
  if (!parsed || !found) throw invalidArgument(`"${String(given)}" is no address`);
  return { sheet: found, rect: parsed.area };
}
