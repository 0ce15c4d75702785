import { rowWith, type RowToWrite } from "../../decisions/cells";
import {
  sourceRowsIn,
  sourcesTable,
  suppliers,
  type FigureOf,
  type SourceRow,
} from "../../decisions/footprint-sources";
import { keyOf } from "../../collections/keys";
import type { Outcome } from "../../outcome";
import { organisationName } from "../../plan/wording";
import { seriesKey } from "../../series/series-key";
import type { SheetLayout } from "../layout/layout";
import { footprintFigures, sourcesSentence, type FootprintFigure } from "../words/source-words";
import { keptTable } from "./kept-table";

/** Free rows, for what holds of many figures at once. */
const FREE_ROWS = 2;

/** Where each footprint comes from and how it was made: rows for many figures, then one for each that the return holds. */
export function footprintSources(layout: SheetLayout, outcome: Outcome): void {
  const figures = footprintFigures(outcome);
  const rows = sourceRowsIn(outcome.snapshot, outcome.pack);
  if (figures.length === 0 && rows.length === 0) return;
  layout.heading("Footprint sources: who supplied each footprint, and by which method");
  layout.prose(
    `Supplied by: ${suppliers.join(", ")}, or your own words. The first rows are for many figures: leave metric, organisation or period blank for all that have no words of their own.`,
  );
  if (figures.length > 0) layout.paragraph(sourcesSentence(outcome));
  const rowOf = new Map(figures.map((figure) => [figure, rows.find(({ read }) => isOf(read, figure))]));
  const own = new Set(rowOf.values());
  const others = rows.filter((row) => !own.has(row)).map(({ cells, read }) => rowWith(cells, { State: stateOf(read) }));
  const free = Array.from({ length: FREE_ROWS }, () => rowWith(null, {}));
  const ours = figures.map((figure) => rowOfFigure(figure, rowOf.get(figure), outcome));
  keptTable(layout, sourcesTable, [...others, ...free, ...ours], {
    Metric: { width: 24 },
    "Supplied by": { width: 18 },
    "Method or factor set": { width: 36 },
    Organisation: { width: 14 },
    Period: { width: 12 },
    Note: { width: 12 },
    State: { width: 12, wrap: false },
  });
}

function isOf(read: SourceRow["read"], figure: FigureOf): boolean {
  if (typeof read === "string") return false;
  const { metric, organisation, period } = read;
  return keyOf(metric, organisation, period?.label ?? null) === keyOf(seriesKey(figure), figure.period.label);
}

function stateOf(read: SourceRow["read"]): string {
  return typeof read === "string" ? read : "used where a figure has no words of its own";
}

function rowOfFigure(figure: FootprintFigure, written: SourceRow | undefined, { pack }: Outcome): RowToWrite {
  const { metric, organisation, period, suppliedBy, method } = figure;
  const missing = [...(suppliedBy === null ? ["supplier"] : []), ...(method === null ? ["method"] : [])];
  const recorded = written === undefined ? "recorded in a row for many" : "recorded";
  return rowWith(written?.cells, {
    Metric: pack.metrics.find(({ id }) => id === metric)?.title ?? metric,
    Organisation: organisationName(pack, organisation),
    Period: period.label,
    State: missing.length === 0 ? recorded : `no ${missing.join(" or ")} on record`,
  });
}
