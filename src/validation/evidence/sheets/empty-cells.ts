import { keyOf } from "../../../collections/keys";
import { next, type Period } from "../../../plan/time/periods";
import { cellPlace, parseRange } from "../../../snapshot/addresses";
import type { Observation } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { isBlankCell } from "../../context/table-grid";
import { getOrMake } from "../../../collections/collect";
import type { FigureSeries, Point } from "../../context/figure-series";

/** A cell that is blank though its series has a figure for the period before. */
export interface EmptyFigure {
  readonly series: FigureSeries;
  readonly before: Point;
  readonly place: { readonly cell: CellPlace; readonly period: Period };
}

/**
 * Blank cells where the next figure of a series would stand. Which cell that is follows from the figures
 * around it: periods with a column (or a row) each, a table for each period, a list with a row for each.
 * Where that cell is not clear, a missing figure is no blank cell.
 */
export function emptyFigures(context: CheckContext): EmptyFigure[] {
  const gaps = gapsIn(context);
  if (gaps.length === 0) return [];
  const lanes = lanesOf(context);
  return gaps.flatMap(({ series, before, period }) => {
    const cell = emptyCell(context, lanes, before, period);
    return cell === null ? [] : [{ series, before, place: { cell, period } }];
  });
}

interface Gap {
  readonly series: FigureSeries;
  readonly before: Point;
  readonly period: Period;
}

/** Where a series has no figure for a period after one it has, and its organisation gives others for that period. */
function gapsIn(context: CheckContext): Gap[] {
  const given = new Set(context.observations.map(({ organisation, period }) => ofOrganisation(organisation, period)));
  return endsIn(context.allSeries).filter(({ series, period }) =>
    given.has(ofOrganisation(series.organisation, period)),
  );
}

/** Where series have no figure for a period after one they have: their ends, and their gaps. */
function endsIn(allSeries: readonly FigureSeries[]): Gap[] {
  const nexts = new Map<string, Period>();
  const ends: Gap[] = [];
  for (const series of allSeries) {
    const { points } = series;
    for (const [index, before] of points.entries()) {
      if (before.value <= 0 || before.observations.length > 1) continue;
      const period = nexts.get(before.period.label) ?? next(before.period);
      nexts.set(before.period.label, period);
      if (points[index + 1]?.period.label !== period.label) ends.push({ series, before, period });
    }
  }
  return ends;
}

/** Rows or columns, each with what its figures share, while they share it; null once they do not. */
type Lane = Map<string, number | null>;

/** Where the figures of one table stand: which column (or row) each period, metric and owner has to itself. */
interface Lanes {
  readonly columns: Lane;
  readonly rows: Lane;
}

interface AllLanes {
  readonly tables: ReadonlyMap<number, Lanes>;
  /** The one table that an organisation's figures of a period stand in; null where they stand in several. */
  readonly tableOf: Lane;
}

const ofPeriod = (period: Period): string => `period ${period.label}`;
const ofMetric = ({ metric }: Observation): string => `metric ${metric}`;
const ofOwner = ({ organisation, site }: Observation): string => `owner ${organisation}|${site ?? ""}`;
const ofOrganisation = (organisation: string, period: Period): string => keyOf(organisation, period.label);

function lanesOf(context: CheckContext): AllLanes {
  const tables = new Map<number, Lanes>();
  const tableOf: Lane = new Map();
  for (const each of context.observations) {
    const { place, table, period, organisation } = each;
    note(tableOf, ofOrganisation(organisation, period), table);
    const lanes = getOrMake(tables, table, () => ({ columns: new Map(), rows: new Map() }));
    for (const key of [ofPeriod(period), ofMetric(each), ofOwner(each), "figure"]) {
      note(lanes.columns, key, place.column);
      note(lanes.rows, key, place.row);
    }
  }
  return { tables, tableOf };
}

/** Keeps a lane while all its figures agree on it. */
function note(lanes: Lane, key: string, at: number): void {
  const known = lanes.get(key);
  lanes.set(key, known === undefined || known === at ? at : null);
}

function emptyCell(context: CheckContext, lanes: AllLanes, before: Point, period: Period): CellPlace | null {
  const from = before.observations[0];
  if (from === undefined) return null;
  const cell =
    inTheSameTable(lanes, from, before.period, period) ??
    inTheNextTable(context, lanes, from, period) ??
    inTheList(context, lanes, from, period);
  return cell !== null && isBlankCell(context.valueAt(cell)) && context.formulaAt(cell) === null ? cell : null;
}

/** The lane of a period, where the period before it has one as well. */
function laneOf(lanes: Lane | undefined, before: Period, period: Period): number | null {
  return (lanes?.get(ofPeriod(before)) ?? null) === null ? null : (lanes?.get(ofPeriod(period)) ?? null);
}

/** Periods across share a column each, periods down a row each; a table of one metric fits both and is left alone. */
function inTheSameTable({ tables }: AllLanes, from: Observation, before: Period, period: Period): CellPlace | null {
  const lanes = tables.get(from.table);
  const { sheet, row, column } = from.place;
  const acrossTo = laneOf(lanes?.columns, before, period);
  const downTo = laneOf(lanes?.rows, before, period);
  if ((acrossTo !== null && downTo !== null) || acrossTo === column || downTo === row) return null;
  if (acrossTo !== null) return cellPlace(sheet, row, acrossTo);
  return downTo === null ? null : cellPlace(sheet, downTo, column);
}

/** A table for each period: where its metric's lane meets its owner's. */
function inTheNextTable(
  context: CheckContext,
  { tables, tableOf }: AllLanes,
  from: Observation,
  period: Period,
): CellPlace | null {
  const table = tableOf.get(ofOrganisation(from.organisation, period)) ?? null;
  if (table === null || table === from.table) return null;
  const lanes = tables.get(table);
  const found = context.input.reading.tables[table];
  if (lanes === undefined || found === undefined) return null;
  const at = (lane: Lane, key: string): number | null => lane.get(key) ?? null;
  const [metric, owner] = [ofMetric(from), ofOwner(from)];
  const meeting = (row: number | null, column: number | null): CellPlace | null =>
    row === null || column === null ? null : cellPlace(found.sheet, row, column);
  return (
    meeting(at(lanes.rows, metric), at(lanes.columns, owner)) ??
    meeting(at(lanes.rows, owner), at(lanes.columns, metric))
  );
}

/** A list: the row that says the same as the figure's own row, but for the period. */
function inTheList(context: CheckContext, { tables }: AllLanes, from: Observation, period: Period): CellPlace | null {
  const found = context.input.reading.tables[from.table];
  const column = tables.get(from.table)?.columns.get("figure") ?? null;
  const area = found === undefined || found.shape !== "long-list" ? null : parseRange(found.range);
  if (found === undefined || column === null || area === null) return null;
  const says = (row: number, at: number) => context.valueAt(cellPlace(found.sheet, row, at));
  const year = period.label.replace(/\D.*/, "");
  for (let row = area.top + found.headerRows; row <= area.bottom; row++) {
    if (row === from.place.row || !isBlankCell(says(row, column))) continue;
    let others = 0;
    let named = false;
    for (let at = area.left; at < column; at++) {
      if (says(row, at) === says(from.place.row, at)) continue;
      others += 1;
      named = String(says(row, at)).includes(year);
    }
    if (others === 1 && named) return cellPlace(found.sheet, row, column);
  }
  return null;
}
