import type { UnitId } from "../../plan/schema";
import { precisionOf, WHOLE_FROM } from "../../plan/quantity/precision";
import type { ColumnFormat } from "../sheet";

/** Excel's format codes, always the invariant (English) form. */
export const formatCodes: Readonly<Record<Exclude<ColumnFormat, "figure" | "gap" | "change">, string>> = {
  text: "General",
  whole: "#,##0",
  "one decimal": "#,##0.0",
  "two decimals": "#,##0.00",
  percent: "0.0%",
  date: "d mmm yyyy",
};

/** One decimal below the size from which a figure is whole. */
const bySize = `[>=${WHOLE_FROM}]#,##0;[<=-${WHOLE_FROM}]-#,##0;#,##0.0`;

/** The format of figures in a unit: the precision that sentences have too. Yes is stored as 1, no as 0. */
export function figureCode(unit: UnitId): string {
  if (unit === "yes/no") return '"Yes";"Yes";"No"';
  if (unit === "£/kWh") return "0.000";
  if (unit === "£") return "£#,##0";
  const precision = precisionOf(unit);
  return precision === "by size" ? bySize : formatCodes[precision];
}

/** The format of a change on the year before: of a share in percentage points, else a share of the year before, 0.02 for 2%. */
export function changeCode(unit: UnitId): string {
  return unit === "%" ? '+0.0" points";-0.0" points";0.0" points"' : "+0.0%;-0.0%;0.0%";
}

/** The format of a gap in a unit: that of its figures, but a yes that is missing is a gap of 1. */
export function gapCode(unit: UnitId): string {
  return unit === "yes/no" ? '"Not met";"Met";"Met"' : figureCode(unit);
}
