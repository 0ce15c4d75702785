import type { Pack } from "../plan/schema";
import { formatNumber } from "../plan/wording";
import type { CellPlace } from "../returns/observation";
import type { SheetSnapshot } from "../returns/snapshot";
import { cellPlace } from "../returns/addresses";
import { findRepair } from "./repair";
import type { SheetSum } from "./sums";

type RegionalTable = Pack["regional"][number];
type RegionalColumn = "base1990" | "current" | "interim" | "netZero";

const COLUMNS: readonly RegionalColumn[] = ["base1990", "current", "interim", "netZero"];

const COLUMN_NAMES: Readonly<Record<RegionalColumn, string>> = {
  base1990: "1990",
  current: "current",
  interim: "interim reduction",
  netZero: "net-zero reduction",
};

/** A column of the plan's own regional tables whose regions do not add up to England. */
export interface RegionalMismatch {
  readonly metric: string;
  readonly column: RegionalColumn;
  readonly sum: number;
  readonly stated: number;
  /** The one figure whose repair mends both the sum and its row's ratio, where there is one. */
  readonly repair: { readonly region: string; readonly from: number; readonly to: number } | null;
  readonly message: string;
}

/**
 * Adds up the plan's own regional tables. Rounded rows may miss England's by the table's tolerance;
 * what is beyond it is a misprint in the plan, to be shown with the plan's other contradictions.
 */
export function checkRegional(pack: Pick<Pack, "regional">): RegionalMismatch[] {
  return pack.regional.flatMap((table) => COLUMNS.flatMap((column) => mismatch(table, column)));
}

function mismatch(table: RegionalTable, column: RegionalColumn): RegionalMismatch[] {
  const sum = table.rows.reduce((so, row) => so + row[column], 0);
  const stated = table.england[column];
  if (Math.abs(stated - sum) <= table.tolerance) return [];
  const others = COLUMNS.filter((each) => each !== column);
  const rows = table.rows.map((row) => ({ value: row[column], beside: others.map((each) => row[each]) }));
  const found = findRepair(rows, stated - sum);
  const region = found === null ? undefined : table.rows[found.index];
  const repair =
    found === null || region === undefined ? null : { region: region.region, from: region[column], to: found.value };
  const head = `In the plan’s regional table for ${table.metric} the ${COLUMN_NAMES[column]} figures add up to ${formatNumber(sum)} ${table.unit}, where England says ${formatNumber(stated)}.`;
  const tail =
    repair === null
      ? ""
      : ` ${formatNumber(repair.to)} for ${repair.region}, where ${formatNumber(repair.from)} stands, mends both the sum and its row’s ratio.`;
  return [{ metric: table.metric, column, sum, stated, repair, message: head + tail }];
}

/** A regional table on a user's sheet: a sum for each of its number columns, and the rounding it is allowed. */
export interface RegionalSum extends SheetSum {
  readonly tolerance: number;
}

/** Finds regional tables like the plan's on a sheet by their regions' names, and the sums they should keep. */
export function regionalSums(pack: Pick<Pack, "regional">, sheet: SheetSnapshot, texts: RegionTexts): RegionalSum[] {
  const [table] = pack.regional;
  if (table === undefined || sheet.used === null) return [];
  const needed = table.rows.length - 1;
  return [...texts.byColumn].flatMap(([column, cells]) => {
    // A sheet may carry several such tables one below the other: each ends at its England row.
    const sums: RegionalSum[] = [];
    let regions: number[] = [];
    for (const { row, england } of cells) {
      if (!england) regions.push(row);
      else {
        if (regions.length >= needed) sums.push(...columnSums(sheet, column, regions, row, table));
        regions = [];
      }
    }
    return sums;
  });
}

function columnSums(
  sheet: SheetSnapshot,
  labels: number,
  regions: readonly number[],
  england: number,
  table: RegionalTable,
): RegionalSum[] {
  const used = sheet.used as NonNullable<SheetSnapshot["used"]>;
  const number = (row: number, column: number): number | null => {
    const value = sheet.values[row - used.top]?.[column - used.left];
    return typeof value === "number" ? value : null;
  };
  const sums: RegionalSum[] = [];
  for (let column = labels + 1; column <= used.right; column++) {
    const total = number(england, column);
    if (total === null || regions.some((row) => number(row, column) === null)) continue;
    sums.push({
      total: cellPlace(sheet.name, england, column),
      label: "England",
      parts: regions.map((row): CellPlace => cellPlace(sheet.name, row, column)),
      tolerance: table.tolerance * scaleOf(total, table),
    });
  }
  return sums;
}

/** The plan's tables are in kilotonnes; a return may carry tonnes or kilograms. */
function scaleOf(total: number, table: RegionalTable): number {
  const ours = Math.max(Math.abs(table.england.current), 1);
  const power = Math.round(Math.log10(Math.max(Math.abs(total), 1) / ours) / 3) * 3;
  return 10 ** Math.max(0, power);
}

/** Where the regions' names stand on a sheet, column by column, in order of row. */
export interface RegionTexts {
  readonly byColumn: ReadonlyMap<number, readonly { readonly row: number; readonly england: boolean }[]>;
}

/** Names of regions, lower case, to whether each is England as a whole. */
export function regionNames(pack: Pick<Pack, "regional">): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>();
  for (const { rows, england } of pack.regional) {
    for (const { region } of rows) names.set(region.toLowerCase(), false);
    names.set(england.region.toLowerCase(), true);
  }
  return names;
}
