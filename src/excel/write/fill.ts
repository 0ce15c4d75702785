import { parseRange, rangeAddress } from "../../snapshot/addresses";
import type { Area, OwnSheetMark } from "../../snapshot/snapshot";
import type { ReportSheet, ReportTable } from "../../report/sheet";
import { drawChart } from "./draw-chart";
import type { ExistingSheet, ExistingTable } from "./existing-sheets";
import { formatParagraphs, formatSheet, formatTable, fitRows } from "./format-sheet";
import { markFormula } from "../host/mark";
import { linksOf, putParagraphs, putRows, putTable, settleTables, type Filling } from "./tables";
import { rangeAt } from "../host/ranges";

/** A part of the filling that goes into one request, and about how many bytes it sends. */
export interface Step {
  readonly bytes: number;
  readonly run: () => void;
}

/** What one call on a range costs in a request: its path, its kept reference and the call itself. */
const bytesACall = 600;
/** A table's rows are written in slices of about this much, so that no request grows past what Excel takes. */
const bytesASlice = 400_000;

/**
 * Puts a sheet of the report in place, step by step: clears what we wrote before, writes texts and
 * tables in blocks, then looks, charts and page. Nothing outside our own cells is touched.
 */
export function fillSteps(
  sheet: Excel.Worksheet,
  spec: ReportSheet,
  existing: ExistingSheet | undefined,
  filling: Filling,
): Step[] {
  const now: Area = { top: 0, left: 0, bottom: spec.size.rows - 1, right: spec.size.columns - 1 };
  const before = existing?.extent ? parseRange(existing.extent) : null;
  const mark: OwnSheetMark = { kind: spec.kind, version: filling.version, title: spec.name };
  let kept: ReadonlyMap<string, ExistingTable> = new Map();
  const begin = () => {
    // Should this stop half-way, the next run must know of all that may have been written.
    if (existing) existing.mark.formula = markFormula({ ...mark, extent: rangeAddress(union(now, before ?? now)) });
    kept = settleTables(sheet, spec, existing?.tables ?? []);
    if (before) {
      const headers = [...kept.values()].map(({ top }) => top);
      clearAround(sheet, before, headers);
    }
    formatSheet(sheet, spec);
    putParagraphs(sheet, spec, filling.dateSystem);
    formatParagraphs(sheet, spec);
  };
  const end = () => {
    // Row heights first: charts are placed by their cells.
    fitRows(sheet, spec);
    for (const chart of spec.charts) drawChart(sheet, spec, chart, existing?.charts.get(chart.name) ?? null);
    if (existing) existing.mark.formula = markFormula({ ...mark, extent: rangeAddress(now) });
  };
  return [
    { bytes: bytesACall * (40 + 2 * spec.widths.length + 5 * spec.paragraphs.length), run: begin },
    ...spec.tables.flatMap((table) => tableSteps(sheet, table, () => kept.get(table.name), filling)),
    { bytes: bytesACall * (5 + 60 * spec.charts.length), run: end },
  ];
}

function tableSteps(
  sheet: Excel.Worksheet,
  table: ReportTable,
  existing: () => ExistingTable | undefined,
  filling: Filling,
): Step[] {
  const slices = slicesOf(table).map(({ from, to, bytes }) => ({
    bytes: bytes + bytesACall,
    run: () => putRows(sheet, table, from, to, filling.dateSystem),
  }));
  const calls = 30 + 8 * table.columns.length + 6 * linksOf(table).length;
  const codes = JSON.stringify(table.codes).length;
  const finish = () => {
    putTable(sheet, table, existing(), filling);
    formatTable(sheet, table);
  };
  return [...slices, { bytes: calls * bytesACall + codes, run: finish }];
}

/** A table's rows in slices, each from one row to before another. */
function slicesOf({ rows }: ReportTable): { from: number; to: number; bytes: number }[] {
  const slices = [];
  let [from, bytes] = [0, 0];
  for (const [index, row] of rows.entries()) {
    bytes += JSON.stringify(row).length;
    const to = index + 1;
    if (bytes < bytesASlice && to < rows.length) continue;
    slices.push({ from, to, bytes });
    [from, bytes] = [to, 0];
  }
  return slices;
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
