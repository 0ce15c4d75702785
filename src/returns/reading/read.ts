import type { Pack } from "../../plan/schema";
import { ActionIds } from "../words/action-ids";
import { cellPlace, rangeAddress } from "../../snapshot/addresses";
import { assemble } from "../figures/assemble";
import { readTable } from "../figures/claims";
import type { TableReading } from "../figures/claims";
import { ContextReader } from "../keys/table-context";
import type { TableContext } from "../keys/table-context";
import { deriveEnergyEmissions } from "../figures/derived";
import { findTables } from "../tables/find-tables";
import type { FoundOnSheet } from "../tables/find-tables";
import { SheetGrid } from "../tables/grid";
import { LabelReader } from "../words/labels";
import type { FoundTable, NotUnderstood, ReadingChoices, ReportedAction, ReturnReading } from "../observation";
import type { RawTable } from "../tables/raw-table";
import { settle } from "../figures/settle";
import type { SheetSnapshot, Snapshot } from "../../snapshot/snapshot";
import { readTracker } from "../actions/trackers";

/**
 * Reads a workbook as a return: finds its tables, understands what each column and row is, and
 * gives every figure with its metric, organisation, period, unit and cell. What cannot be
 * understood is listed with the reason; nothing is assumed (cli-contract "Meanings").
 */
export function readReturns(snapshot: Snapshot, pack: Pack, choices: ReadingChoices): ReturnReading {
  const labels = new LabelReader(pack);
  const context = new ContextReader(labels, pack, snapshot.fileName, choices);
  const sheets = snapshot.sheets.filter(({ own, used }) => own === null && used !== null);
  const found = sheets.map((sheet) => findTables(new SheetGrid(sheet, labels, snapshot.dateSystem)));
  context.useCover(found.flatMap(({ tables, looseLines }) => (tables.length === 0 ? looseLines : [])));

  const all: { table: RawTable; context: TableContext }[] = found.flatMap(({ tables }, index) => {
    const contexts = context.ofSheet(sheets[index]!.name, tables);
    return tables.map((table, each) => ({ table, context: contexts[each]! }));
  });
  const readings = new Map<number, TableReading>();
  const actions: ReportedAction[] = [];
  const ids = new ActionIds(pack);
  all.forEach(({ table, context: around }, index) => {
    if (table.tracker) actions.push(...readTracker(table, around, ids));
    else readings.set(index, readTable(table, index, around));
  });

  const claims = [...readings.values()].flatMap((reading) => reading.claims);
  const settled = settle(claims, pack, choices.mapping ?? []);
  const assembled = assemble(settled.figures, readings, pack);
  const derived = deriveEnergyEmissions(assembled.observations, pack);
  const loose = found.flatMap(({ looseFigures }, index) => inNoTable(sheets[index]!, looseFigures));
  return {
    tables: all.map(({ table, context: around }, index) => describe(table, around, readings.get(index))),
    observations: [...assembled.observations, ...derived],
    statedTotals: assembled.statedTotals,
    actions,
    notUnderstood: [...settled.notUnderstood, ...assembled.notUnderstood, ...loose],
    mapping: settled.mapping,
    leftOut: leftOut(readings, settled.understoodTables),
    cellsScanned: sheets.reduce((count, { values }) => count + values.reduce((cells, row) => cells + row.length, 0), 0),
  };
}

function describe(table: RawTable, { title }: TableContext, reading: TableReading | undefined): FoundTable {
  const top = table.headerRows[0] ?? table.body[0]!.row;
  const data = table.body.filter(({ kind }) => kind === "data");
  const bottom = data[data.length - 1]!.row;
  return {
    sheet: table.grid.name,
    range: rangeAddress({ top, left: table.left, bottom, right: table.right }),
    shape: reading?.shape ?? "action-tracker",
    title,
    headerRows: table.headerRows.length,
  };
}

/** The numbers of one sheet that stand in no table, as one line. */
function inNoTable(sheet: SheetSnapshot, figures: FoundOnSheet["looseFigures"]): NotUnderstood[] {
  const [first] = figures;
  if (first === undefined) return [];
  const raw = sheet.values[first.row - sheet.used!.top]?.[first.column - sheet.used!.left] ?? null;
  const which =
    figures.length === 1 ? "This number stands" : `${figures.length} numbers of this sheet, this the first, stand`;
  const reason = `${which} in no table: write what it is to its left, or in a row of headings over it.`;
  return [{ place: cellPlace(sheet.name, first.row, first.column), raw, label: "in no table", reason }];
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
