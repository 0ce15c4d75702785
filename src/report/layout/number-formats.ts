import type { UnitId } from "../../plan/schema";
import type { ColumnFormat } from "../sheet";

/** Excel's format codes, always the invariant (English) form. */
export const formatCodes: Readonly<Record<Exclude<ColumnFormat, "figure" | "gap">, string>> = {
  text: "General",
  whole: "#,##0",
  "one decimal": "#,##0.0",
  "two decimals": "#,##0.00",
  percent: "0.0%",
  date: "d mmm yyyy",
};

const oneDecimal: ReadonlySet<UnitId> = new Set<UnitId>(["%", "t", "kgCO2e", "points"]);
const twoDecimals: ReadonlySet<UnitId> = new Set<UnitId>(["kWh/m²", "kgCO2e/m²", "m³/m²", "kgCO2e/contact"]);

/** The format of figures in a unit: one precision for each unit, so that a column reads evenly. Yes is stored as 1, no as 0. */
export function figureCode(unit: UnitId): string {
  if (unit === "yes/no") return '"Yes";"Yes";"No"';
  if (unit === "£/kWh") return "0.000";
  if (unit === "£") return "£#,##0";
  if (oneDecimal.has(unit)) return formatCodes["one decimal"];
  return twoDecimals.has(unit) ? formatCodes["two decimals"] : formatCodes.whole;
}

/** The format of a gap in a unit: that of its figures, but a yes that is missing is a gap of 1. */
export function gapCode(unit: UnitId): string {
  return unit === "yes/no" ? '"Not met";"Met";"Met"' : figureCode(unit);
}
