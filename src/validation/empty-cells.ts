import { cellPlace } from "../returns/addresses";
import type { CellPlace, Observation } from "../returns/observation";
import type { CheckContext } from "./context";
import type { Line, Point } from "./lines";
import { next } from "../plan/periods";
import type { Period } from "../plan/periods";

/** A cell that is blank though the line has a figure for the period before. */
export interface EmptyFigure {
  readonly line: Line;
  readonly before: Point;
  readonly place: { readonly cell: CellPlace; readonly period: Period };
}

/** Where the figures of one table's periods stand: a period's column, or its row. */
interface Lanes {
  readonly columns: Map<string, number | null>;
  readonly rows: Map<string, number | null>;
}

/**
 * Blank cells where the next figure of a line would stand. The cell is known only inside one table,
 * where all figures of a period share a column (or a row); elsewhere a missing figure is no blank cell.
 */
export function emptyFigures(context: CheckContext): EmptyFigure[] {
  const lanes = lanesOf(context);
  for (const [table, { columns }] of lanes) if (columns.size < 2) lanes.delete(table);
  if (lanes.size === 0) return [];
  return context.lines.flatMap((line) => {
    if (line.points.every((each) => each.observations.length > 1)) return [];
    const has = new Set(line.points.map((each) => each.period.label));
    return line.points.flatMap((before) => {
      if (before.value <= 0 || before.observations.length > 1) return [];
      if (!lanes.has((before.observations[0] as Observation).table)) return [];
      const period = next(before.period);
      if (has.has(period.label)) return [];
      const cell = emptyCell(context, lanes, before, period);
      return cell === null ? [] : [{ line, before, place: { cell, period } }];
    });
  });
}

function lanesOf(context: CheckContext): Map<number, Lanes> {
  return new Map(context.tables.map((figures) => [figures[0]!.table, context.of(figures, lanesIn)]));
}

function lanesIn(figures: readonly Observation[]): Lanes {
  const lanes: Lanes = { columns: new Map(), rows: new Map() };
  for (const { place, period } of figures) {
    note(lanes.columns, period.label, place.column);
    note(lanes.rows, period.label, place.row);
  }
  return lanes;
}

/** Keeps a period's lane while all its figures agree on it. */
function note(lanes: Map<string, number | null>, period: string, at: number): void {
  const known = lanes.get(period);
  if (known === undefined) lanes.set(period, at);
  else if (known !== null && known !== at) lanes.set(period, null);
}

/** The lane of a period, where the period before it has one as well. */
function lane(lanes: Lanes["columns"] | undefined, before: Period, period: Period): number | null {
  return (lanes?.get(before.label) ?? null) === null ? null : (lanes?.get(period.label) ?? null);
}

function emptyCell(
  context: CheckContext,
  tables: ReadonlyMap<number, Lanes>,
  before: Point,
  period: Period,
): CellPlace | null {
  const from = before.observations[0];
  if (from === undefined) return null;
  const { sheet, row, column } = from.place;
  const lanes = tables.get(from.table);
  const acrossTo = lane(lanes?.columns, before.period, period);
  const downTo = lane(lanes?.rows, before.period, period);
  // Periods across share a column each, periods down a row each; a table of one metric fits both and is left alone.
  if ((acrossTo === null) === (downTo === null)) return null;
  const cell = acrossTo !== null ? cellPlace(sheet, row, acrossTo) : cellPlace(sheet, downTo as number, column);
  const value = context.valueAt(cell);
  const blank = value === null || (typeof value === "string" && value.trim() === "");
  return blank && context.formulaAt(cell) === null ? cell : null;
}
