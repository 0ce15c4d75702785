import { keyOf } from "../../../collections/keys";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { cellIn, headingOf, tableGrids, type TableGrid } from "../../context/table-grid";

const NAMES_A_SITE = /\b(site|hospital|building|premises|property) name\b|\bname of (the )?(site|building|premises)\b/i;

/** The names of sites that the return knows by a code, by organisation and site: "RT5|RT5A1" to "Bradgate Unit". */
export function siteNames(context: CheckContext): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const grids = tableGrids(context);
  const columns = new Map<number, number | null>();
  let last: Observation | null = null;
  for (const each of context.observations) {
    const { site, organisation, table, place } = each;
    // Figures of one row stand one after the other.
    if (site === null || (last?.site === site && last.organisation === organisation && last.table === table)) continue;
    last = each;
    const key = keyOf(organisation, site);
    if (names.has(key)) continue;
    const grid = grids.find((each) => each.table === context.input.reading.tables[table]);
    if (grid === undefined || grid.table.shape !== "row-per-site") continue;
    if (!columns.has(table)) columns.set(table, nameColumn(grid));
    const column = columns.get(table);
    const name = column === null || column === undefined ? null : cellIn(grid, place.row, column);
    if (typeof name === "string" && name.trim() !== "") names.set(key, name.trim().replace(/\s+/g, " "));
  }
  return names;
}

function nameColumn(grid: TableGrid): number | null {
  for (let column = grid.area.left; column <= grid.area.right; column++)
    if (NAMES_A_SITE.test(headingOf(grid, column))) return column;
  return null;
}
