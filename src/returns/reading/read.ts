import { lastOf } from "../../collections/non-empty";
import type { Pack } from "../../plan/schema";
import { rangeAddress } from "../../snapshot/addresses";
import type { Snapshot } from "../../snapshot/snapshot";
import { readTracker } from "../actions/trackers";
import { assemble } from "../figures/assemble";
import { cellsAsked, takeCensus } from "../figures/census";
import type { Claim, TableReading } from "../figures/claim";
import { deriveEnergyEmissions } from "../figures/derived";
import { questionsOf, type Refusal } from "../figures/questions";
import { readTable } from "../figures/read-table";
import { settle } from "../figures/settle";
import { ContextReader, type TableContext } from "../keys/table-context";
import type { FoundTable, NotUnderstood, ReadingChoices, ReportedAction, ReturnReading } from "../observation";
import { findTables, type FoundOnSheet } from "../tables/find-tables";
import { SheetGrid } from "../tables/grid";
import type { RawTable } from "../tables/raw-table";
import { ActionIds } from "../words/action-ids";
import { LabelReader } from "../words/labels";

/**
 * Reads a workbook as a return: finds its tables, understands what each column and row is, and
 * gives every figure with its metric, organisation, period, unit and cell. What cannot be
 * understood is listed with the reason; nothing is assumed (cli-contract "Meanings").
 */
export function readReturns(snapshot: Snapshot, pack: Pack, choices: ReadingChoices): ReturnReading {
  const labels = new LabelReader(pack);
  const sheets = snapshot.sheets.filter(({ own, used }) => own === null && used !== null);
  const grids = sheets.map((sheet) => new SheetGrid(sheet, labels, snapshot.dateSystem));
  const found = grids.map((grid) => ({ grid, ...findTables(grid) }));
  const context = new ContextReader(labels, pack, snapshot.fileName, choices);
  context.useCover(found.flatMap(({ tables, looseCaptions }) => (tables.length === 0 ? looseCaptions : [])));

  const all = found.flatMap(({ grid, tables }) =>
    context.ofSheet(grid.name, tables).map((each) => ({ ...each, ofSheet: tables })),
  );
  const readings = new Map<number, TableReading>();
  const actions: ReportedAction[] = [];
  const ids = new ActionIds(pack);
  all.forEach(({ table, context: around, ofSheet }, index) => {
    if (table.tracker) actions.push(...readTracker(table, around, ids));
    else readings.set(index, readTable(table, index, around, ofSheet));
  });

  const claims = [...readings.values()].flatMap((reading) => reading.claims);
  const settled = settle(claims, pack, choices.mapping ?? []);
  const assembled = assemble(settled.figures, readings, pack);
  const refusals = [...settled.refusals, ...onePerCell(assembled.refusals)];
  const { census, unexplained } = takeCensus({
    ...settled,
    ...assembled,
    claims,
    readings: readings.values(),
    refusals,
  });
  const notUnderstood = [
    ...questionsOf([...refusals, ...unexplained.map(unexplainedRefusal)]),
    ...settled.drifted,
    ...found.flatMap(inNoTable),
  ];
  const derived = deriveEnergyEmissions(assembled.observations, pack);
  return {
    tables: all.map((each, index) => describe(each.table, each.context, readings.get(index))),
    observations: [...assembled.observations, ...derived],
    statedTotals: assembled.statedTotals,
    actions,
    notUnderstood,
    mapping: settled.mapping,
    leftOut: leftOut(readings, settled.understoodTables),
    census: { ...census, asked: cellsAsked(notUnderstood) },
    cellsScanned: sheets.reduce((count, { values }) => count + values.reduce((cells, row) => cells + row.length, 0), 0),
  };
}

/** A source of several metrics is one question. */
function onePerCell(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map((each) => [each.claim, each])).values()];
}

function unexplainedRefusal(claim: Claim): Refusal {
  return { claim, reason: "it is written as text, or could not be placed", suggestion: null, asks: "other" };
}

function describe(
  { grid, top, left, right, headerRows, dataRows }: RawTable,
  { title }: TableContext,
  reading: TableReading | undefined,
): FoundTable {
  return {
    sheet: grid.name,
    range: rangeAddress({ top, left, bottom: lastOf(dataRows), right }),
    shape: reading?.shape ?? "action-tracker",
    title,
    headerRows: headerRows.length,
  };
}

/** The numbers of one sheet that stand in no table, as one entry. */
function inNoTable({ grid, looseFigures }: FoundOnSheet & { readonly grid: SheetGrid }): NotUnderstood[] {
  const [first] = looseFigures;
  if (first === undefined) return [];
  const count = looseFigures.length;
  const which = count === 1 ? "This number stands" : `${count} numbers of this sheet, this the first, stand`;
  const reason = `${which} in no table: write what it is to its left, or in a row of headings over it.`;
  const { row, column } = first;
  const [rows, columns] = [looseFigures.map((each) => each.row), looseFigures.map((each) => each.column)];
  const range = rangeAddress({
    top: row,
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  });
  const [place, raw] = [grid.place(row, column), grid.value(row, column)];
  return [{ place, range, cells: count, raw, label: "in no table", reason, asks: "other", suggestion: null }];
}

/** Organisations outside the plan, in tables of the plan's metrics: how many, and their rows. */
function leftOut(
  readings: ReadonlyMap<number, TableReading>,
  understood: ReadonlySet<number>,
): ReturnReading["leftOut"] {
  const organisations = new Set<string>();
  let rows = 0;
  for (const [index, { outside, claims }] of readings) {
    if (!understood.has(index) && claims.length > 0) continue;
    rows += outside.length;
    for (const each of outside) organisations.add(each.trim().toLowerCase());
  }
  return { organisations: organisations.size, rows };
}
