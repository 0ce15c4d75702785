import { hasOwner } from "../../../assessment/actions/owner";
import { rowStatus } from "../../../assessment/actions/reported-status";
import type { RowStatus } from "../../../assessment/actions/reported-status";
import type { PlanAction } from "../../../plan/schema";
import { joinWords, plural, someOf } from "../../../plan/wording";
import { parseRange } from "../../../snapshot/addresses";
import type { ReportedAction } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import type { Severity } from "../../finding";
import { quoted } from "../../findings/phrases";
import { references } from "../../findings/references";
import type { Candidate } from "../../findings/candidate";

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
  return told.status !== "cancelled" && told.status !== "not applicable";
}

/** Work still to be done. */
export function isOpen(row: ActionRow): boolean {
  return isLive(row) && row.told.status !== "complete";
}

export function isOwnerless({ row }: ActionRow): boolean {
  return !hasOwner(row.owner);
}

/** The cell of one of a row's columns, or the row's first cell where the tracker has no such column. */
export function cellOf({ row }: ActionRow, field: string): CellPlace {
  const cell = row.cells[field];
  const area = cell === undefined ? null : parseRange(cell.slice(cell.lastIndexOf("!") + 1));
  if (cell === undefined || area === null) return row.place;
  return { sheet: row.place.sheet, row: area.top, column: area.left, cell };
}

/** "FN5 (plant-based menus)": the action as its row names it. */
export function actionName({ row, actions }: ActionRow): string {
  const id = actions.length === 0 ? row.rawId : joinWords(actions.map((each) => each.id));
  const title = row.title ?? actions[0]?.title ?? "";
  const short = title.length > 60 ? `${title.slice(0, 57)}…` : title;
  if (id === "") return quoted(short);
  return short === "" || short === row.rawId ? id : `${id} (${short})`;
}

/** "TT1 (Fleet), TT2 (Miles) and 3 more (Actions!D5:D9)": several rows with one of their columns' cells. */
export function rowsNamed(rows: readonly ActionRow[], field: string): string {
  return `${someOf(rows.map(actionName))} (${cellsNamed(rows, field)})`;
}

export function cellsNamed(rows: readonly ActionRow[], field: string): string {
  return someOf(references(rows.map((row) => cellOf(row, field))));
}

/** "12 actions are", "1 action is". */
export function actionsAre(rows: readonly ActionRow[]): string {
  return plural(rows.length, "action is", "actions are");
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
