import { seriesKey } from "../../series/series-key";
import { keyOf } from "../../collections/keys";
import type { DecisionCells } from "../../decisions/cells";
import {
  sourceRowsIn,
  sourcesTable,
  suppliers,
  type FigureOf,
  type SourceHeader,
} from "../../decisions/footprint-sources";
import type { Outcome } from "../../outcome";
import { organisationName } from "../../plan/wording";
import type { TableRecord } from "../../snapshot/own-tables";
import { cellColumn, type SheetLayout } from "../layout/layout";
import { footprintFigures, sourcesSentence } from "../words/source-words";

/** Free rows, for what holds of many figures at once. */
const FREE_ROWS = 2;

/** Where each footprint comes from and how it was made: a row for each that the return holds, and those people added. */
export function footprintSources(layout: SheetLayout, outcome: Outcome): void {
  const { snapshot, pack } = outcome;
  const figures = footprintFigures(outcome);
  const rows = sourceRowsIn(snapshot, pack);
  if (figures.length === 0 && rows.length === 0) return;
  layout.heading("Footprint sources: who supplied each footprint, and by which method");
  layout.paragraph(
    `Supplied by: ${suppliers.join(", ")}, or your own words. A row without a metric, organisation or period holds for all that have no words of their own.`,
  );
  if (figures.length > 0) layout.paragraph(sourcesSentence(outcome));
  const own = new Map<string, TableRecord>();
  const others: DecisionCells<SourceHeader>[] = [];
  const known = new Set(figures.map(figureKey));
  for (const { cells, read } of rows) {
    const { metric, organisation, period } = typeof read === "string" ? NOTHING : read;
    const key = metric && organisation && period && figureKey({ metric, organisation, period });
    if (key && known.has(key) && !own.has(key)) own.set(key, cells);
    else others.push(asWritten(cells, typeof read === "string" ? read : "used where a figure has no words of its own"));
  }
  const ours = figures.map((figure): DecisionCells<SourceHeader> => {
    const { metric, organisation, period, suppliedBy, method } = figure;
    const missing = [...(suppliedBy === null ? ["supplier"] : []), ...(method === null ? ["method"] : [])];
    const cells = asWritten(
      own.get(figureKey(figure)) ?? new Map(),
      missing.length === 0 ? "recorded" : `no ${missing.join(" or ")} on record`,
    );
    const title = pack.metrics.find(({ id }) => id === metric)?.title ?? metric;
    return { ...cells, Metric: title, Organisation: organisationName(pack, organisation), Period: period.label };
  });
  layout.table({
    name: sourcesTable.name,
    key: sourcesTable.about,
    items: [...ours, ...others, ...Array.from({ length: FREE_ROWS }, () => asWritten(new Map(), null))],
    columns: [
      cellColumn("Metric", { width: 34 }),
      cellColumn("Supplied by", { width: 18 }),
      cellColumn("Method or factor set", { width: 60 }),
      cellColumn("Organisation", { width: 15 }),
      cellColumn("Period", { width: 14 }),
      cellColumn("Note", { width: 14 }),
      cellColumn("State", { width: 14, wrap: false }),
    ],
  });
}

const NOTHING = { metric: null, organisation: null, period: null };

function figureKey({ period, ...series }: FigureOf): string {
  return keyOf(seriesKey(series), period.label);
}

function asWritten(row: TableRecord, state: string | null): DecisionCells<SourceHeader> {
  const cell = (header: SourceHeader) => row.get(header) ?? null;
  return {
    Metric: cell("Metric"),
    Organisation: cell("Organisation"),
    State: state,
    Period: cell("Period"),
    "Supplied by": cell("Supplied by"),
    "Method or factor set": cell("Method or factor set"),
    Note: cell("Note"),
  };
}
