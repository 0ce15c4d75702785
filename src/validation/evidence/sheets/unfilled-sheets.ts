import { cellPlace } from "../../../snapshot/addresses";
import type { CellPlace, SheetSnapshot } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { addTo } from "../../../collections/collect";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { foldTitle } from "./required-cells";

/** So many titles of metrics one below the other are a form to fill in; fewer may be anything [ours]. */
const LEAST_TITLES = 5;

/**
 * Forms nobody has filled in: sheets that name metrics of the plan by their titles, one below the
 * other, and hold no figure.
 *
 * @returns the cells of the titles, sheet by sheet.
 */
export function unfilledSheets(context: CheckContext): NonEmpty<CellPlace>[] {
  const { tables, notUnderstood } = context.input.reading;
  const used = new Set([...tables.map(({ sheet }) => sheet), ...notUnderstood.map(({ place }) => place.sheet)]);
  const titles = new Set(context.pack.metrics.map(({ title }) => foldTitle(title)));
  return context.userSheets
    .filter(({ name }) => !used.has(name))
    .map((sheet) => longestColumn(titlesIn(sheet, titles)))
    .filter(isNonEmpty)
    .filter((cells) => cells.length >= LEAST_TITLES);
}

function titlesIn(sheet: SheetSnapshot, titles: ReadonlySet<string>): ReadonlyMap<number, CellPlace[]> {
  const columns = new Map<number, CellPlace[]>();
  const { top, left } = sheet.used ?? { top: 0, left: 0 };
  sheet.values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (typeof value !== "string" || !titles.has(foldTitle(value))) return;
      addTo(columns, c, cellPlace(sheet.name, top + r, left + c));
    }),
  );
  return columns;
}

function longestColumn(columns: ReadonlyMap<number, CellPlace[]>): readonly CellPlace[] {
  return [...columns.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}
