import type {
  NameSnapshot,
  OwnSheetMark,
  SheetSnapshot,
  SheetVisibility,
  Snapshot,
  TableSnapshot,
} from "../../snapshot/snapshot";
import { readBlocks } from "./blocks";
import { areaOf, findContent, type Content } from "./content";
import { withoutFarCells } from "../../snapshot/far-cells";
import { hiddenRowsAndColumns, visibleAreas, type VisibleAreas } from "./hidden";
import { markName, readMark } from "../host/mark";
import { cancelled } from "../host/trouble";

export interface ReadOptions {
  /** Told now and then how much has been read, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Asked before each request; true stops the reading with `ExcelTrouble`. */
  readonly cancelled?: () => boolean;
  /** Stands in for the workbook's own name where the host has none. */
  readonly fileName?: string;
  /** True to read only the cells of our own sheets; of the others their names alone. */
  readonly onlyOurs?: boolean;
}

/**
 * The whole workbook as plain data, in three requests while it stays under the payload limit: the
 * sheets; the used range, marks and tables of each; their cells. Its cost goes with the cells that
 * hold something, wherever they stand. Merged cells are never asked for: that call clears undo.
 *
 * @throws {ExcelTrouble} when cancelled; Office errors pass through for `runExcel` to word.
 */
export async function readWorkbook(context: Excel.RequestContext, options: ReadOptions = {}): Promise<Snapshot> {
  const step = stepOf(context, options);
  return readCells(await readFrames(context, step), options, step);
}

/** Sends a request, unless the reading was stopped. */
export type Step = () => Promise<void>;

export function stepOf(context: Excel.RequestContext, { cancelled: isCancelled }: ReadOptions): Step {
  return async () => {
    if (isCancelled?.()) throw cancelled();
    await context.sync();
  };
}

/** The workbook and its sheets without their cells: the first two requests, up to three more where a sheet is very large, and those for hidden rows. */
export interface Frames {
  readonly workbook: Excel.Workbook;
  readonly dateSystem: 1900 | 1904;
  readonly sheets: readonly Frame[];
  /** Where content stands, of each sheet that holds any. */
  readonly contents: ReadonlyMap<Frame, Content>;
  /** The shown cells, of each sheet on which some rows or columns are hidden and some not. */
  readonly visible: ReadonlyMap<Frame, readonly VisibleAreas[]>;
}

export async function readFrames({ workbook }: Excel.RequestContext, step: Step): Promise<Frames> {
  const { worksheets, names, application } = workbook;
  workbook.load("name");
  application.load("calculationMode");
  // Office tells the date system in no other way: 1 January 2000 is 36,526 counted from 1900, 35,064 from 1904.
  const millennium = workbook.functions.date(2000, 1, 1);
  millennium.load("value");
  worksheets.load("items/id,items/name,items/visibility");
  names.load("items/name,items/formula,items/scope");
  await step();

  const sheets = worksheets.items.map(askFrame);
  await step();
  const filled = sheets.filter(({ used }) => !used.isNullObject);
  const contents = await findContent(
    filled.map((frame) => ({ frame, sheet: frame.sheet, used: areaOf(frame.used) })),
    step,
  );
  const visible = await visibleAreas(contents, step);
  return {
    workbook,
    contents: new Map(contents.map((each) => [each.frame, each])),
    visible,
    dateSystem: millennium.value === 35_064 ? 1904 : 1900,
    sheets,
  };
}

/** The cells inside the frames, in as few requests as they need. */
export async function readCells(frames: Frames, options: ReadOptions, step: Step): Promise<Snapshot> {
  let details: readonly Details[] = [];
  const isWanted = (frame: Frame) => !options.onlyOurs || markOf(frame) !== null;
  const contents = [...frames.contents].filter(([frame]) => isWanted(frame));
  const cells = await readBlocks(
    contents.map(([, content]) => content),
    { ...options, sync: step, beside: () => (details = askDetails(frames)) },
  );
  const byFrame = new Map(contents.map(([frame, content]) => [frame, cells.get(content)]));
  return snapshotOf(frames, details, options, (frame) => byFrame.get(frame));
}

/** A workbook in the cells that are given of each sheet. */
export function snapshotOf(
  { workbook, dateSystem, sheets, visible }: Frames,
  details: readonly Details[],
  { fileName }: ReadOptions,
  cellsOf: (frame: Frame) => Cells | undefined,
): Snapshot {
  return {
    fileName: fileName ?? (workbook.name || null),
    dateSystem,
    calculation: calculationModes[workbook.application.calculationMode] ?? "automatic",
    sheets: details.map((each) => sheetSnapshot(each, visible.get(each.frame) ?? [], cellsOf(each.frame))),
    names: [...namesOf(workbook.names, null), ...sheets.flatMap(({ sheet, names }) => namesOf(names, sheet.name))],
  };
}

/** A sheet whose cells are not read. */
export const noCells = { values: [], formulas: [], numberFormats: [] };

type Cells = Pick<SheetSnapshot, "values" | "formulas" | "numberFormats">;

const calculationModes: Readonly<Record<string, Snapshot["calculation"]>> = {
  Automatic: "automatic",
  AutomaticExceptTables: "automaticExceptTables",
  Manual: "manual",
};

const visibilities: Readonly<Record<string, SheetVisibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

/** What the second request asks of each sheet. */
export interface Frame {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly names: Excel.NamedItemCollection;
  readonly tables: Excel.TableCollection;
  readonly filter: Excel.AutoFilter;
}

function askFrame(sheet: Excel.Worksheet): Frame {
  // Values only: formats alone can stretch a used range over a million empty rows.
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,hasSpill");
  const { names, tables } = sheet;
  names.load("items/name,items/formula");
  tables.load("items/name,items/showHeaders,items/showTotals");
  const filter = sheet.autoFilter;
  filter.load("enabled");
  return { sheet, used, names, tables, filter };
}

/** What the third request loads of a sheet besides its cells: where its tables are, and which cells are visible. */
export interface Details {
  readonly frame: Frame;
  readonly tables: readonly { readonly table: Excel.Table; readonly range: Excel.Range }[];
  /** Only of a sheet without cells. */
  readonly charts: Excel.ChartCollection | null;
}

export function askDetails({ sheets }: Frames): Details[] {
  return sheets.map(detailsOf);
}

function detailsOf(frame: Frame): Details {
  const tables = frame.tables.items.map((table) => ({
    table,
    range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  const charts = frame.used.isNullObject ? frame.sheet.charts : null;
  charts?.load("items/name");
  return { frame, tables, charts };
}

function sheetSnapshot(
  { frame, tables, charts }: Details,
  visible: readonly VisibleAreas[],
  cells: Cells | undefined,
): SheetSnapshot {
  const { sheet, used } = frame;
  const hidden = hiddenRowsAndColumns(used, visible);
  const { far, ...rest } = cells ? withoutFarCells(sheet.name, areaOf(used), cells) : { ...noCells, far: [] };
  return {
    name: sheet.name,
    visibility: visibilities[sheet.visibility] ?? "visible",
    used: used.isNullObject ? null : areaOf(used),
    ...rest,
    ...(far.length > 0 && { far }),
    ...hidden,
    tables: tables.map(({ table, range }): TableSnapshot => {
      const { name, showHeaders, showTotals } = table;
      return { name, showHeaders, showTotals, area: areaOf(range) };
    }),
    filtered: frame.filter.enabled && hidden.hiddenRows.length > 0,
    ...(charts && charts.items.length > 0 && { chartsAlone: true }),
    own: markOf(frame),
  };
}

function markOf({ names }: Frame): OwnSheetMark | null {
  const mark = names.items.find((each) => each.name === markName);
  return mark ? readMark(String(mark.formula)) : null;
}

function namesOf(names: Excel.NamedItemCollection, sheet: string | null): NameSnapshot[] {
  return names.items
    .filter((each) => each.name !== markName)
    .map(({ name, formula }) => ({ name, sheet, formula: String(formula) }));
}
