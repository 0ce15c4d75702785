import type { Pack, PlanAction } from "../plan/schema";
import type { Organisation } from "../plan/schema";
import type { TableContext } from "./context";
import type { RawTable } from "./find-tables";
import type { ReportedAction } from "./observation";
import type { CellValue } from "./snapshot";
import { fold, tidy } from "./text";
import { trackerRole } from "./tracker-words";
import type { TrackerRole } from "./tracker-words";
import { emptyWord } from "./vocabulary";

/** Action ids as people write them: "FN 5", "fn5", "CCA01" and "CCA-1" are FN5 and CCA1. */
export class ActionIds {
  private readonly byId = new Map<string, PlanAction>();
  private readonly byTitle = new Map<string, PlanAction>();

  constructor(pack: Pack) {
    for (const action of pack.actions) {
      this.byId.set(idKey(action.id), action);
      this.byTitle.set(fold(action.title), action);
    }
  }

  /** The plan's action of an id cell, or of a title that begins with its id or is the plan's own. */
  find(rawId: string, title: string | null): PlanAction | null {
    const byId = this.byId.get(idKey(rawId));
    if (byId) return byId;
    for (const text of [rawId, title ?? ""]) {
      const start = /^\s*([a-z]{1,4}[\s._-]*0*\d{1,2})(?![a-z0-9])/i.exec(text)?.[1];
      const found = start === undefined ? undefined : this.byId.get(idKey(start));
      if (found) return found;
    }
    return (title === null ? undefined : this.byTitle.get(fold(title))) ?? null;
  }
}

function idKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/^([a-z]+)0+(?=\d)/, "$1");
}

/** Reads the rows of an action tracker. */
export function readTracker(table: RawTable, context: TableContext, ids: ActionIds): ReportedAction[] {
  const columns = trackerColumns(table);
  const organisations = table.grid.labels.organisations;
  const around = context.organisations[0]?.organisation ?? null;
  const actions: ReportedAction[] = [];
  let section: Organisation | null = null;
  for (const { row, kind, lines } of table.body) {
    for (const { text } of lines) {
      const named = organisations.whole(text);
      if (named) section = named;
    }
    if (kind === "section") continue;
    const action = readAction(table, row, columns, section ?? around, ids);
    if (action) actions.push(action);
  }
  return actions;
}

function trackerColumns(table: RawTable): Map<TrackerRole, number> {
  const columns = new Map<TrackerRole, number>();
  for (const row of table.headerRows) {
    for (let column = table.left; column <= table.right; column++) {
      const value = table.grid.value(row, column);
      const role = typeof value === "string" ? trackerRole(fold(value)) : null;
      if (role !== null && !columns.has(role)) columns.set(role, column);
    }
  }
  return columns;
}

function readAction(
  table: RawTable,
  row: number,
  columns: ReadonlyMap<TrackerRole, number>,
  around: Organisation | null,
  ids: ActionIds,
): ReportedAction | null {
  const { grid } = table;
  const cell = (role: TrackerRole): CellValue => {
    const column = columns.get(role);
    return column === undefined || grid.blank(row, column) ? null : grid.value(row, column);
  };
  const text = (role: TrackerRole): string | null => {
    const value = cell(role);
    return value === null ? null : tidy(String(value)) || null;
  };
  const title = text("title");
  const rawId = text("rawId") ?? "";
  const action = ids.find(rawId, title);
  const filled = [...columns.keys()].filter((role) => cell(role) !== null);
  // A line that only names an area, or repeats nothing of an action, is no action.
  if (action === null && (filled.length < 2 || (rawId === "" && title === null))) return null;
  const named = text("organisation");
  const organisation = (named === null ? null : grid.labels.organisations.whole(named)) ?? around;
  const first = columns.get("rawId") ?? columns.get("title") ?? table.left;
  const dateOrText = (role: TrackerRole): string | number | null => {
    const value = cell(role);
    return typeof value === "number" ? value : text(role);
  };
  return {
    action: action?.id ?? null,
    rawId,
    title,
    status: chosenText(text("status")),
    owner: chosenText(text("owner")),
    due: dateOrText("due"),
    started: dateOrText("started"),
    completed: dateOrText("completed"),
    lastUpdate: dateOrText("lastUpdate"),
    percent: percentOf(
      cell("percent"),
      columns.get("percent") === undefined ? "General" : grid.format(row, columns.get("percent")!),
    ),
    comment: text("comment"),
    organisation: organisation?.code ?? null,
    place: grid.place(row, first),
    cells: Object.fromEntries(
      [...columns].map(([role, column]) => [role === "rawId" ? "action" : role, grid.place(row, column).cell]),
    ),
  };
}

/** "< Select >" left in a drop-down is no choice. */
function chosenText(text: string | null): string | null {
  return text !== null && emptyWord(text, fold(text)) === "nothing selected" ? null : text;
}

/** 0 to 100 from 0.5 shown as a percentage, 50, or "50%". */
function percentOf(value: CellValue, numberFormat: string): number | null {
  if (typeof value === "number") return /%/.test(numberFormat) || (value > 0 && value < 1) ? value * 100 : value;
  const match = typeof value === "string" ? /^\s*(\d+(?:\.\d+)?)\s*%?\s*$/.exec(value) : null;
  return match ? Number(match[1]) : null;
}
