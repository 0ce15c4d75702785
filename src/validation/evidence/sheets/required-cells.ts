import { comparePeriods, type Period } from "../../../plan/time/periods";
import { cellPlace } from "../../../snapshot/addresses";
import type { Observation } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { cellIn, isBlankCell, tableGrids, type TableGrid } from "../../context/table-grid";
import { isOutturn } from "../../context/figures";

/** An empty cell where the plan asks for a figure. */
export interface RequiredBlank {
  readonly cell: CellPlace;
  readonly metric: string;
  readonly organisation: string;
  readonly period: Period;
  readonly label: string;
}

/**
 * Rows of a table of metrics that name a metric the plan sets the table's organisation a target on and
 * hold nothing in any period. Only rows that are there are asked for: a return need not list everything.
 */
export function requiredBlanks(context: CheckContext): RequiredBlank[] {
  const names = titlesOf(context);
  if (names.size === 0) return [];
  return tableGrids(context).flatMap((grid) => {
    const index = context.input.reading.tables.indexOf(grid.table);
    const figures =
      grid.table.shape === "metrics-down" ? (context.figuresByTable.get(index) ?? []).filter(isOutturn) : [];
    return figures.length > 0 ? blanksIn(context, grid, figures, names) : [];
  });
}

/** Titles of metrics with a target, folded, to their ids. */
function titlesOf(context: CheckContext): Map<string, string> {
  const targeted = new Set(context.pack.targets.filter((each) => each.history !== true).map((each) => each.metric));
  return new Map(
    context.pack.metrics.filter(({ id }) => targeted.has(id)).map(({ id, title }) => [foldTitle(title), id] as const),
  );
}

/** A title without case, spacing, brackets or punctuation. */
export function foldTitle(text: string): string {
  return text
    .toLowerCase()
    .replace(/[([][^)\]]*[)\]]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function blanksIn(
  context: CheckContext,
  grid: TableGrid,
  figures: readonly Observation[],
  names: ReadonlyMap<string, string>,
): RequiredBlank[] {
  const organisations = new Set(figures.map(({ organisation }) => organisation));
  const [organisation] = organisations;
  if (organisations.size !== 1 || organisation === undefined) return [];
  const columns = [...new Set(figures.map(({ place }) => place.column))];
  const latest = figures.reduce((last, each) => (comparePeriods(each.period, last.period) > 0 ? each : last));
  const filled = new Set(figures.map(({ place }) => place.row));
  const blanks: RequiredBlank[] = [];
  for (let row = grid.body; row <= grid.area.bottom; row++) {
    if (filled.has(row) || columns.some((column) => !isBlankCell(cellIn(grid, row, column)))) continue;
    const named = metricIn(grid, row, Math.min(...columns), names);
    if (named === null || !isAsked(context, named.metric, organisation)) continue;
    const cell = cellPlace(grid.table.sheet, row, latest.place.column);
    blanks.push({ cell, ...named, organisation, period: latest.period });
  }
  return blanks;
}

/** The metric a row names, in whichever of its columns: an area or a number may stand before it. */
function metricIn(
  grid: TableGrid,
  row: number,
  before: number,
  names: ReadonlyMap<string, string>,
): Pick<RequiredBlank, "metric" | "label"> | null {
  for (let column = grid.area.left; column < before; column++) {
    const label = cellIn(grid, row, column);
    const metric = typeof label === "string" ? names.get(foldTitle(label)) : undefined;
    if (typeof label === "string" && metric !== undefined) return { metric, label };
  }
  return null;
}

function isAsked(context: CheckContext, metric: string, organisation: string): boolean {
  const asked = context.metrics.get(metric)?.reportedBy.includes(organisation) ?? false;
  return asked && context.pack.targets.some((each) => each.metric === metric && each.appliesTo.includes(organisation));
}
