import type { ReportSheet } from "../../report/sheet";
import { markName, readMark } from "../host/mark";
import { ExcelTrouble } from "../host/trouble";

/** A table that stands on a sheet of ours. */
export interface ExistingTable {
  readonly table: Excel.Table;
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
  /** Null where a person has taken the header row off. */
  readonly headers: readonly string[] | null;
  readonly showTotals: boolean;
}

/** A sheet of ours as it stands in the workbook before writing. */
export interface ExistingSheet {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  /** What we wrote there last: the only cells we may clear. */
  readonly extent: string | null;
  readonly tables: readonly ExistingTable[];
  /** Names of our charts that stand there, with how many series each has. */
  readonly charts: ReadonlyMap<string, number>;
}

export interface ExistingSheets {
  /** By the sheet's name; absent where it is still to be made. */
  readonly sheets: ReadonlyMap<string, ExistingSheet>;
  /** Empty sheets with one of our titles and no mark, by name: a writing that died had added them. */
  readonly unmarked: ReadonlyMap<string, Excel.Worksheet>;
  /** Names that a table of ours may not take: those of tables and names that stand elsewhere. */
  readonly taken: ReadonlySet<string>;
}

/**
 * What stands in the workbook already, in three requests.
 *
 * @throws {ExcelTrouble} "SheetTaken" where a sheet of that name is not ours: it is never written to.
 */
export async function findExistingSheets(
  context: Excel.RequestContext,
  wanted: readonly ReportSheet[],
): Promise<ExistingSheets> {
  const { workbook } = context;
  const { worksheets, tables: allTables, names } = workbook;
  worksheets.load("items/name");
  allTables.load("items/name");
  names.load("items/name");
  await context.sync();

  const asked = wanted.flatMap((spec) => {
    const sheet = worksheets.items.find(({ name }) => name.toLowerCase() === spec.name.toLowerCase());
    return sheet ? [askSheet(sheet, spec)] : [];
  });
  await context.sync();

  for (const each of asked) requireOurs(each);
  const detailed = asked.filter(({ mark }) => !mark.isNullObject).map((each) => ({ ...each, ...askParts(each) }));
  if (detailed.length > 0) await context.sync();

  const sheets = new Map(detailed.map((each) => [each.spec.name, existingSheet(each)]));
  const ours = new Set([...sheets.values()].flatMap(({ tables }) => tables.map(({ name }) => name.toLowerCase())));
  const all = [...allTables.items, ...names.items].map(({ name }) => name.toLowerCase());
  const unmarked = new Map(asked.flatMap(({ mark, sheet, spec }) => (mark.isNullObject ? [[spec.name, sheet]] : [])));
  return { sheets, unmarked, taken: new Set(all.filter((name) => !ours.has(name))) };
}

function askSheet(sheet: Excel.Worksheet, spec: ReportSheet) {
  const mark = sheet.names.getItemOrNullObject(markName);
  mark.load("formula");
  const { tables, charts } = sheet;
  tables.load("items/name,items/showHeaders,items/showTotals");
  charts.load("items/name");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowCount");
  return { sheet, spec, mark, tables, charts, used };
}
type Asked = ReturnType<typeof askSheet>;

function requireOurs({ sheet, spec, mark, tables, charts, used }: Asked): void {
  const kind = mark.isNullObject ? null : readMark(String(mark.formula))?.kind;
  const isEmpty = used.isNullObject && tables.items.length + charts.items.length === 0;
  if (kind === spec.kind || (mark.isNullObject && isEmpty)) return;
  throw new ExcelTrouble(
    `The sheet "${sheet.name}" is not one that Green Plan Reporter made, so nothing was written. Check the return again, then make the report.`,
    "SheetTaken",
  );
}

function askParts({ tables, charts }: Asked) {
  return {
    tableParts: tables.items.map((table) => ({
      table,
      range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
      headers: table.showHeaders ? table.getHeaderRowRange().load("values") : null,
    })),
    chartParts: charts.items.map((chart) => ({ chart, series: chart.series.getCount() })),
  };
}

function existingSheet(each: Asked & ReturnType<typeof askParts>): ExistingSheet {
  const { sheet, mark, tableParts, chartParts } = each;
  return {
    sheet,
    mark,
    extent: readMark(String(mark.formula))?.extent ?? null,
    tables: tableParts.map(({ table, range, headers }) => {
      const { rowIndex, columnIndex, rowCount, columnCount } = range;
      const row: unknown[] | null = headers?.values[0] ?? null;
      return {
        table,
        name: table.name,
        top: rowIndex,
        left: columnIndex,
        rows: rowCount,
        columns: columnCount,
        headers: row && row.map(String),
        showTotals: table.showTotals,
      };
    }),
    charts: new Map(chartParts.map(({ chart, series }) => [chart.name, series.value])),
  };
}
