import { parseAreas, rangeAddress } from "../../snapshot/addresses";
import { isOwnTable } from "../../snapshot/own-tables";
import { bounding, subtract } from "../../snapshot/areas";
import type { Area } from "../../snapshot/snapshot";
import { tableArea, writtenAreas, type ReportSheet, type ReportTable } from "../../report/sheet";
import { drawChart, standingCharts, type ChartData } from "./draw-chart";
import type { ExistingSheet, ExistingTable } from "./existing-sheets";
import { formatParagraphs, formatSheet, formatTable, fitRows } from "./format-sheet";
import { markFormula } from "../host/mark";
import { linksOf, ownName, putParagraphs, putRows, putTable, settleTables, type Filling } from "./tables";
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
 * Puts a sheet of the report in place, step by step: texts and tables in blocks over what stands there, then looks
 * and page; last of all what we wrote before and do not write now is cleared. Nothing outside our own cells is touched.
 */
export function fillSteps(
  sheet: Excel.Worksheet,
  spec: ReportSheet,
  existing: ExistingSheet | undefined,
  filling: Filling,
): Step[] {
  const now = writtenAreas(spec);
  const before = existing ? writtenBefore(existing) : [];
  const mark = { kind: spec.kind, version: filling.version, title: spec.name };
  let kept: ReadonlyMap<string, ExistingTable> = new Map();
  const begin = () => {
    // Should this stop half-way, the next run must know of all that may have been written.
    if (existing) existing.mark.formula = markFormula({ ...mark, extent: listOf([...before, ...now]) });
    // Excel makes and moves no table over merged cells; what stands in them stays.
    if (existing) for (const area of [...before, ...now]) rangeAt(sheet, area).unmerge();
    kept = settleTables(sheet, spec, existing?.tables ?? []);
    for (const area of before) clearLooks(sheet, area);
    formatSheet(sheet, spec, existing && keepsColumns(existing, spec) ? columnsOf(before) : 0);
    putParagraphs(sheet, spec, filling.dateSystem);
    formatParagraphs(sheet, spec);
  };
  const end = () => {
    for (const area of leftOver(before, spec)) rangeAt(sheet, area).clear("All");
    fitRows(sheet, spec);
    if (existing) existing.mark.formula = markFormula({ ...mark, extent: listOf(now) });
  };
  return [
    { bytes: bytesACall * (40 + 2 * spec.widths.length + 5 * spec.paragraphs.length), run: begin },
    ...spec.tables.flatMap((table) => tableSteps(sheet, table, () => kept.get(table.name), filling)),
    { bytes: bytesACall * 5, run: end },
  ];
}

/** Draws a sheet's charts, once every table they draw is filled and rows have their heights: charts are placed by cells. */
export function chartSteps(
  sheet: Excel.Worksheet,
  spec: ReportSheet,
  existing: ExistingSheet | undefined,
  dataOf: (table: string) => ChartData,
): Step[] {
  const standing = standingCharts(existing?.charts ?? new Map(), spec.charts);
  return [
    ...standing.unplanned.map((name) => ({ bytes: bytesACall, run: () => sheet.charts.getItem(name).delete() })),
    ...spec.charts.map((chart) => ({
      bytes: bytesACall * 60,
      run: () => drawChart(sheet, chart, dataOf(chart.table), standing.of(chart)),
    })),
  ];
}

/** True where the tables that stand there have the columns that they are to have: then people's widths are kept. */
function keepsColumns({ tables }: ExistingSheet, spec: ReportSheet): boolean {
  return spec.tables.every(({ name, columns }) => {
    const standing = tables.find((each) => ownName(each.name) === name);
    return !standing?.headers || columns.every(({ header }, at) => standing.headers?.[at] === header);
  });
}

const columnsOf = (areas: readonly Area[]) => Math.max(0, ...areas.map(({ right }) => right + 1));

/** Where cells of ours stand: as the mark has it, and all tables of ours. */
function writtenBefore({ extent, tables }: ExistingSheet): Area[] {
  const areas = [...parseAreas(extent ?? ""), ...tables.filter(isOwnTable).map(areaOfTable)];
  return [...new Map(areas.map((area) => [rangeAddress(area), area])).values()];
}

const areaOfTable = ({ top, left, rows, columns }: ExistingTable): Area => ({
  top,
  left,
  bottom: top + rows - 1,
  right: left + columns - 1,
});

/** A defined name holds no text of over 255 letters. */
const longestList = 180;

/** Areas as a mark holds them: a list, or one area around all where the list is too long. */
export function listOf(areas: readonly Area[]): string {
  const list = [...new Set(areas.map(rangeAddress))].join(" ");
  return list.length <= longestList ? list : rangeAddress(areas.reduce(bounding));
}

/** Takes formats, rules and links off cells; what stands in them stays. */
function clearLooks(sheet: Excel.Worksheet, area: Area): void {
  rangeAt(sheet, area).clear("Hyperlinks");
  rangeAt(sheet, area).clear("Formats");
}

/** The cells that we wrote before and that hold nothing of ours now. */
function leftOver(before: readonly Area[], { paragraphs, tables }: ReportSheet): Area[] {
  const lines = paragraphs.map(({ row }): Area => ({ top: row, bottom: row, left: 0, right: 0 }));
  const written = [...tables.map(tableArea), ...lines];
  return written.reduce((left, hole) => left.flatMap((area) => subtract(area, hole)), [...before]);
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
