import { keyRole } from "../words/heading-words";
import { isSiteName } from "../words/site-names";
import { fold } from "../words/text";
import type { SheetGrid } from "./grid";
import type { Run } from "./run";

const longestRole = 90;

interface Pair {
  readonly role: number;
  readonly value: number;
}

/** "Organisation | UHL", "Year | 2023/24": columns of a heading word and what it says, side by side, with nothing else between. */
export function contextPairs(grid: SheetGrid, { row, columns }: Run): readonly Pair[] {
  if (columns.length % 2 !== 0) return [];
  const pairs: Pair[] = [];
  for (let index = 0; index < columns.length; index += 2) {
    const [role, value] = columns.slice(index, index + 2);
    if (role === undefined || value === undefined || !isPair(grid, row, { role, value })) return [];
    pairs.push({ role, value });
  }
  return pairs;
}

function isPair(grid: SheetGrid, row: number, pair: Pair): boolean {
  const heading = grid.value(row, pair.role);
  const role = typeof heading === "string" && heading.length <= longestRole ? keyRole(fold(heading)) : null;
  if (role === null) return false;
  const value = grid.label(row, pair.value);
  if (value === null || value.role !== null) return false;
  switch (role) {
    case "period":
      return value.period !== null && value.name === "";
    case "organisation":
    case "organisationCode":
      return grid.labels.organisations.whole(value.text) !== null;
    case "site":
    case "siteCode":
      return isSiteName(value, grid.labels);
    case "metric":
      return value.metric !== null;
    case "unit":
      return value.unit !== null && value.name === "";
    case "kind":
      return value.kind !== null && value.name === "";
    default:
      return false;
  }
}
