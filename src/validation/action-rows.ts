import { readDay } from "../actions/day";
import { normaliseStatus } from "../actions/status";
import type { NormalStatus } from "../actions/status";
import type { IsoDate } from "../plan/periods";
import type { PlanAction } from "../plan/schema";
import { parseRange } from "../returns/addresses";
import type { CellPlace, ReportedAction } from "../returns/observation";
import type { CheckContext } from "./context";
import type { Severity } from "./finding";
import type { Candidate } from "./rule";

/** An action's row in a tracker, with the plan's own action and its words and dates read. */
export interface ActionRow {
  readonly row: ReportedAction;
  /** The plan's action, or null where the row's id is none of the plan's. */
  readonly action: PlanAction | null;
  readonly status: NormalStatus | null;
  readonly started: IsoDate | null;
  readonly completed: IsoDate | null;
}

export function actionRows(context: CheckContext): ActionRow[] {
  const { reading, snapshot } = context.input;
  const actions = new Map(context.pack.actions.map((each) => [each.id, each]));
  return reading.actions.map((row) => ({
    row,
    action: row.action === null ? null : (actions.get(row.action) ?? null),
    status: normaliseStatus(row.status),
    started: readDay(row.started, snapshot.dateSystem).date,
    completed: readDay(row.completed, snapshot.dateSystem).date,
  }));
}

/** Work that still has to be watched: what is cancelled or does not apply needs no owner and no date. */
export function isLive({ status }: ActionRow): boolean {
  return status !== "cancelled" && status !== "not applicable";
}

/** The cell of one of a row's columns, or the row's first cell where the tracker has no such column. */
export function cellOf({ row }: ActionRow, field: string): CellPlace {
  const cell = row.cells[field];
  const area = cell === undefined ? null : parseRange(cell.slice(cell.lastIndexOf("!") + 1));
  if (cell === undefined || area === null) return row.place;
  return { sheet: row.place.sheet, row: area.top, column: area.left, cell };
}

/** "FN5 (plant-based menus)": the action as its row names it. */
export function actionName({ row, action }: ActionRow): string {
  const id = action?.id ?? row.rawId;
  const title = row.title ?? action?.title ?? "";
  const short = title.length > 60 ? `${title.slice(0, 57)}…` : title;
  return short === "" ? id : `${id} (${short})`;
}

/** A finding about one or several actions' rows. */
export function actionCandidate(
  rows: readonly ActionRow[],
  field: string,
  what: { severity: Severity; message: string; figure: string | number | null; subject?: string },
): Candidate {
  const [first] = rows as readonly ActionRow[] as [ActionRow];
  const alone = rows.length === 1;
  return {
    severity: what.severity,
    cells: rows.map((each) => cellOf(each, field)),
    label: alone ? (first.row.title ?? first.row.rawId) : null,
    metric: null,
    organisation: alone ? first.row.organisation : null,
    site: null,
    period: null,
    message: what.message,
    mend: null,
    figure: what.figure,
    effect: rows.length / 1000,
    subject: [alone ? first.row.rawId : "", what.subject ?? ""].filter((each) => each !== "").join("|"),
  };
}
