import type { SheetGrid } from "./grid";
import type { Run } from "./run";
import { statusOfBodies, wordsBelow } from "./tracker-bodies";
import { withoutOrganisation } from "./tracker-columns";
import { isBesides, tellsStatus, trackerRole, type TrackerRole } from "../words/tracker-words";
import { fold } from "../words/text";

/**
 * Whether a row heads an action tracker: at least three of its headings are a tracker's, one of which names or identifies the action.
 * A date or a number makes it an action's own row, whatever its words; a heading that only a table
 * of figures has makes it none.
 */
export function isTracker(grid: SheetGrid, { row, columns }: Run): boolean {
  const roles = new Set<string>();
  const bodies = statusOfBodies(grid, row, columns);
  if (bodies.length > 0) roles.add("status");
  const others: number[] = [];
  for (const column of columns) {
    const value = grid.value(row, column);
    if (typeof value !== "string") return false;
    const role = trackerRole(fold(value)) ?? trackerRole(withoutOrganisation(grid, value).text);
    if (role === null && bodies.includes(column)) continue;
    if (role === null) others.push(column);
    else if (!isBesides(role)) roles.add(kindOf(role));
  }
  const named = roles.has("rawId") || roles.has("title");
  const followed = ["status", "owner", "due", "percent", "completed"].filter((role) => roles.has(role)).length;
  const listed = roles.has("rawId") && roles.has("title") && roles.has("status");
  if (!named || !(listed || (followed >= 2 && roles.size >= 3))) return false;
  const surely = roles.has("rawId") && roles.has("title") && followed >= 2;
  return !others.some((column) => ofFigures(grid, row, column, surely));
}

/** A role as one of the few things that a tracker tells: a status, an owner, a date to be done by. */
function kindOf(role: TrackerRole): string {
  if (tellsStatus(role)) return "status";
  if (role === "lead") return "owner";
  return ["completion", "revised", "agreedDate", "forecast"].includes(role) ? "due" : role;
}

/** A heading that only a table of figures has. A period or a measure over words is a tracker's own ("Q1 2023/24 update"). */
function ofFigures(grid: SheetGrid, row: number, column: number, surely: boolean): boolean {
  const label = grid.label(row, column);
  if (label === null) return false;
  if (label.role === "unit") return true;
  const mayBe = ["metric", "value"].includes(label.role ?? "") || (label.period !== null && label.name === "");
  return mayBe && !(surely && wordsBelow(grid, row, column));
}
