import { parseRange } from "../returns/addresses";
import type { CellPlace, MappingRow } from "../returns/observation";

/** True where a cell stands in a line of figures. */
export function holds({ sheet, range }: MappingRow, place: CellPlace): boolean {
  const area = parseRange(range);
  if (place.sheet !== sheet || !area) return false;
  const { row, column } = place;
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
