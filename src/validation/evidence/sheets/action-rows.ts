import { hasOwner } from "../../../assessment/actions/owner";
import { rowStatus, type RowStatus } from "../../../assessment/actions/reported-status";
import { isEnded } from "../../../assessment/actions/status-words";
import type { PlanAction } from "../../../plan/schema";
import { parseRange } from "../../../snapshot/addresses";
import type { ReportedAction } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";

/** One row of a tracker, with the plan's own actions it speaks of and its words and dates read. */
export interface ActionRow {
  readonly row: ReportedAction;
  /** The plan's actions of the row: usually one, several for "TT1-TT3", none where it names none of the plan's. */
  readonly actions: readonly PlanAction[];
  readonly told: RowStatus;
}

/** The rows of the return's trackers, each once. */
export function actionRows(context: CheckContext): ActionRow[] {
  const { reading, snapshot } = context.input;
  const planned = new Map(context.pack.actions.map((each) => [each.id, each]));
  const seen = new Set<string>();
  return reading.actions.flatMap((row) => {
    const place = `${row.place.cell} ${row.organisation ?? ""}`;
    const again = row.together !== undefined && seen.has(place);
    seen.add(place);
    if (again) return [];
    const ids = row.together ?? (row.action === null ? [] : [row.action]);
    const actions = ids.flatMap((id) => planned.get(id) ?? []);
    return [{ row, actions, told: rowStatus(row, snapshot.dateSystem) }];
  });
}

/** Work that still has to be watched: what is cancelled or does not apply needs no owner and no date. */
export function isLive({ told }: ActionRow): boolean {
  return !isEnded(told.status) && told.status !== "not applicable";
}

/** Work still to be done. */
export function isOpen(row: ActionRow): boolean {
  return isLive(row) && row.told.status !== "complete";
}

export function isOwnerless({ row }: ActionRow): boolean {
  return !hasOwner(row.owner);
}

/** The cell of one of a row's columns, or the row's first cell where the tracker has no such column. */
export function cellOf({ row }: Pick<ActionRow, "row">, field: string): CellPlace {
  const cell = row.cells[field];
  const area = cell === undefined ? null : parseRange(cell.slice(cell.lastIndexOf("!") + 1));
  if (cell === undefined || area === null) return row.place;
  return { sheet: row.place.sheet, row: area.top, column: area.left, cell };
}
