import type { Pack } from "../../plan/schema";
import { formatNumber } from "../../plan/wording";
import { findRepair } from "../context/repair";

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
