import type { Pack } from "../../plan/schema";
import { cellPlace } from "../../snapshot/addresses";
import type { CellPlace, Area, CellValue, SheetSnapshot } from "../../snapshot/snapshot";
import type { Region } from "../../plan/region-names";
import { numberOf } from "./cell-text";
import type { SheetSum } from "./sums";

/**
 * Regional tables like the plan's on a user's sheet, found by their regions' names wherever they stand:
 * regions down or across, England first or last, figures in tonnes, kilotonnes or megatonnes, as numbers or as text.
 */

type RegionalTable = Pack["regional"][number];

/** A cell that names a region. Rows and columns are the sheet's, counted from 0. */
export interface RegionText {
  readonly row: number;
  readonly column: number;
  readonly region: Region;
}

/** A sum that a regional table should keep, and the rounding it is allowed. */
export interface RegionalSum extends SheetSum {
  readonly tolerance: number;
  /** The plan's own figures for each part's region: what its ratios are measured against besides the sheet's. */
  readonly beside: readonly (readonly number[])[];
}

/** A run of region names down a column or across a row, with the name of the whole beside it. */
interface Lane {
  readonly down: boolean;
  /** The column (or row) in which the names stand. */
  readonly at: number;
  /** Rows (or columns) of the regions, and the plan's name of each. */
  readonly regions: readonly { readonly index: number; readonly name: string }[];
  /** The row (or column) of the whole. */
  readonly whole: number;
}

/** The sums that the regional tables of a sheet should keep. */
export function regionalSums(
  pack: Pick<Pack, "regional">,
  sheet: SheetSnapshot,
  texts: readonly RegionText[],
): RegionalSum[] {
  const [table] = pack.regional;
  const { used } = sheet;
  if (table === undefined || used === null || texts.length < table.rows.length) return [];
  const needed = table.rows.length - 1;
  const lanes = [...lanesOf(texts, true, needed), ...lanesOf(texts, false, needed)];
  return lanes.flatMap((lane) => sumsOf(pack, sheet, used, lane, table));
}

/** Runs of names in one column (or row): a run ends where a region comes again, and has one whole, before or after it. */
function lanesOf(texts: readonly RegionText[], down: boolean, needed: number): Lane[] {
  const along = (text: RegionText): number => (down ? text.row : text.column);
  const across = (text: RegionText): number => (down ? text.column : text.row);
  const found: Lane[] = [];
  for (const at of new Set(texts.map(across))) {
    const inLane = texts.filter((text) => across(text) === at).sort((a, b) => along(a) - along(b));
    let regions: { index: number; name: string }[] = [];
    let whole: number | null = null;
    const close = (): void => {
      if (regions.length >= needed && whole !== null) found.push({ down, at, regions, whole });
      regions = [];
      whole = null;
    };
    for (const text of inLane) {
      const { region } = text;
      if (region.england) {
        // A whole after its regions ends the run; one before them opens the next.
        if (regions.length > 0 && whole !== null) close();
        whole = along(text);
        if (regions.length >= needed) close();
      } else {
        if (regions.some(({ name }) => name === region.name)) close();
        regions.push({ index: along(text), name: region.name });
      }
    }
    close();
  }
  return found;
}

function sumsOf(
  pack: Pick<Pack, "regional">,
  sheet: SheetSnapshot,
  used: Area,
  lane: Lane,
  table: RegionalTable,
): RegionalSum[] {
  const place = (along: number, across: number): CellPlace =>
    lane.down ? cellPlace(sheet.name, along, across) : cellPlace(sheet.name, across, along);
  const number = (along: number, across: number): number | null => {
    const [row, column] = lane.down ? [along, across] : [across, along];
    return numberOf(valueIn(sheet, row - used.top, column - used.left));
  };
  const sums: RegionalSum[] = [];
  for (let across = lane.at + 1; across <= (lane.down ? used.right : used.bottom); across++) {
    const total = number(lane.whole, across);
    if (total === null || lane.regions.some(({ index }) => number(index, across) === null)) continue;
    sums.push({
      total: place(lane.whole, across),
      label: "England",
      parts: lane.regions.map(({ index }) => place(index, across)),
      tolerance: table.tolerance * scaleOf(total, table),
      beside: lane.regions.map(({ name }) => pack.regional.flatMap((each) => figuresOf(each, name))),
    });
  }
  return sums;
}

function valueIn(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.values[row]?.[column] ?? null;
}

function figuresOf({ rows }: RegionalTable, name: string): number[] {
  return rows
    .filter(({ region }) => region === name)
    .flatMap(({ base1990, current, interim }) => [base1990, current, interim]);
}

/** The plan's tables are in kilotonnes; a return may carry megatonnes, tonnes or kilograms. */
function scaleOf(total: number, table: RegionalTable): number {
  const ours = Math.max(Math.abs(table.england.current), 1);
  return 10 ** (Math.round(Math.log10(Math.max(Math.abs(total), 1e-9) / ours) / 3) * 3);
}
