import { parseRange, rangeAddress } from "../returns/addresses";
import type { Area, OwnSheetMark } from "../returns/snapshot";
import type { ReportSheet } from "../report/sheet";
import { drawChart } from "./chart";
import type { StandingSheet } from "./look";
import { dressLines, dressSheet, dressTable, fitRows } from "./looks";
import { markFormula } from "./mark";
import { putLines, putTable, rangeAt, settleTables } from "./tables";

/** What one sheet is filled with, beside its own plan. */
export interface Filling {
  readonly version: string;
  readonly dateSystem: 1900 | 1904;
  /** Names that tables of ours may not take. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Puts a sheet of the report in place: clears what we wrote before, writes texts and tables in
 * blocks, then looks, charts and page. Nothing outside our own cells is touched.
 */
export function fillSheet(
  sheet: Excel.Worksheet,
  spec: ReportSheet,
  standing: StandingSheet | undefined,
  filling: Filling,
): void {
  const now: Area = { top: 0, left: 0, bottom: spec.size.rows - 1, right: spec.size.columns - 1 };
  const before = standing?.extent ? parseRange(standing.extent) : null;
  const mark: OwnSheetMark = { kind: spec.kind, version: filling.version, title: spec.name };
  // Should this stop half-way, the next run must know of all that may have been written.
  if (standing) standing.mark.formula = markFormula({ ...mark, extent: rangeAddress(union(now, before ?? now)) });
  const kept = settleTables(sheet, spec, standing?.tables ?? []);
  if (before)
    clearAround(
      sheet,
      before,
      [...kept.values()].map(({ top }) => top),
    );
  dressSheet(sheet, spec);
  putLines(sheet, spec, filling.dateSystem);
  for (const table of spec.tables) putTable(sheet, table, kept.get(table.name), filling);
  dressLines(sheet, spec);
  for (const table of spec.tables) dressTable(sheet, table);
  fitRows(sheet, spec);
  for (const chart of spec.charts) drawChart(sheet, spec, chart, standing?.charts.get(chart.name) ?? null);
  if (standing) standing.mark.formula = markFormula({ ...mark, extent: rangeAddress(now) });
}

/** Clears what we wrote, but for the header rows of tables that stay: an emptied header would lose its name. */
function clearAround(sheet: Excel.Worksheet, area: Area, headerRows: readonly number[]): void {
  const rows = headerRows.filter((row) => row >= area.top && row <= area.bottom).sort((a, b) => a - b);
  let top = area.top;
  for (const row of [...rows, area.bottom + 1]) {
    if (row > top) rangeAt(sheet, { ...area, top, bottom: row - 1 }).clear("All");
    top = row + 1;
  }
}

function union(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
