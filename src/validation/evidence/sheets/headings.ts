import { readUnit } from "../../../plan/quantity/units";
import { cellPlace, parseRange } from "../../../snapshot/addresses";
import type { MappingRow } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { isNearlySpelt } from "./spelling";

const SHORTEST_MISSPELT = 8;

/** Rows, or columns, between figures and their heading, at most [ours]. */
const LOOKED_BACK = 200;

/** The metric with a name that a heading differs from by a letter or two, or null. */
export function misspeltMetric(context: CheckContext, row: MappingRow): string | null {
  const { metric, label, why } = row;
  const heading = headingCell(context, row);
  const written = fold(heading === null ? label : String(context.valueAt(heading)));
  if (written.length < SHORTEST_MISSPELT) return null;
  const known = /^near to “(.+?)”/.exec(why)?.[1];
  if (metric !== null) return known !== undefined && isNearlySpelt(written, fold(known)) ? metric : null;
  return context.once(foldedTitles).find(({ title }) => isNearlySpelt(written, title))?.id ?? null;
}

function foldedTitles({ pack }: CheckContext): { id: string; title: string }[] {
  return pack.metrics.map(({ id, title }) => ({ id, title: fold(title) }));
}

/** Lower case, without the unit in brackets at the end. */
function fold(text: string): string {
  return nameWithoutUnit(text).replace(/ /g, "");
}

/** The first cell of the figures under a heading. */
export function firstPlace(row: MappingRow): CellPlace | null {
  const area = parseRange(row.range);
  return area === null ? null : cellPlace(row.sheet, area.top, area.left);
}

/** The nearest cell above or to the left of the figures that holds the heading. */
export function headingCell(context: CheckContext, row: MappingRow): CellPlace | null {
  const area = parseRange(row.range);
  if (area === null) return null;
  const plain = (value: unknown): string => String(value).replace(/\s+/g, " ").trim();
  const holds = (place: CellPlace): boolean => {
    const value = context.valueAt(place);
    if (typeof value !== "string" || plain(value) === "" || !plain(row.label).includes(plain(value))) return false;
    // A cell that gives the unit is part of the label, and not the heading.
    return readUnit(value)?.label !== "";
  };
  for (let column = area.left - 1; column >= Math.max(0, area.left - LOOKED_BACK); column--) {
    const place = cellPlace(row.sheet, area.top, column);
    if (holds(place)) return place;
  }
  for (let up = area.top - 1; up >= Math.max(0, area.top - LOOKED_BACK); up--) {
    const place = cellPlace(row.sheet, up, area.left);
    if (holds(place)) return place;
  }
  return null;
}

/** A heading in lower case, without the unit in brackets at its end. */
export function nameWithoutUnit(label: string): string {
  return label
    .replace(/[([][^)\]]*[)\]]\s*\d*\s*$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
