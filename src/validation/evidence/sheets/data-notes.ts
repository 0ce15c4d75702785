import { cellPlace } from "../../../snapshot/addresses";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { headingOf, tableGrids } from "../../context/table-grid";

const NOTES = /^(data )?(notes?|comments?|remarks?)$/i;

/** Words that say why a figure is not there. */
const REASON =
  /\b(not (applicable|available|known|recorded|reported|yet)|no data|n\/a|awaited|awaiting|missing|closed|nil|tbc|to follow)\b/i;

/** The cell for a remark in a figure's own row, or null where its table has no column for them. */
export function noteCell(context: CheckContext, { sheet, row, column }: CellPlace): CellPlace | null {
  const grid = context
    .once(tableGrids)
    .find(
      ({ table, area, body }) =>
        table.sheet === sheet && body <= row && row <= area.bottom && area.left <= column && column <= area.right,
    );
  if (grid === undefined) return null;
  for (let at = grid.area.left; at <= grid.area.right; at++)
    if (NOTES.test(headingOf(grid, at))) return cellPlace(sheet, row, at);
  return null;
}

/** Whether the remark in a blank cell's row says why it is blank: a reason, or the period by name. */
export function isNoted(context: CheckContext, blank: CellPlace, period: string): boolean {
  const place = noteCell(context, blank);
  const text = place === null ? null : context.valueAt(place);
  return typeof text === "string" && (text.includes(period) || REASON.test(text));
}
