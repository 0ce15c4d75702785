import { parseRange } from "../../snapshot/addresses";
import type { MappingRow } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";

/** True where a cell is one of a mapping row's. */
export function rowHolds({ sheet, range }: MappingRow, { sheet: cellSheet, row, column }: CellPlace): boolean {
  const area = parseRange(range);
  if (cellSheet !== sheet || !area) return false;
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
