import { parseRange } from "../../snapshot/addresses";
import type { MappingRow } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";

/** True where a cell stands in a line of figures. */
export function holds({ sheet, range }: MappingRow, place: CellPlace): boolean {
  const area = parseRange(range);
  if (place.sheet !== sheet || !area) return false;
  const { row, column } = place;
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
