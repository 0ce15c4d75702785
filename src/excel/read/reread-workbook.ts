import { parseRange } from "../../snapshot/addresses";
import { cellCount, intersect } from "../../snapshot/areas";
import type { Area, SheetSnapshot, Snapshot } from "../../snapshot/snapshot";
import { formulaOf, valueOf } from "./blocks";
import type { CellsEdited } from "../host/events";
import { rangeAt } from "../host/ranges";
import { isAnswered } from "../host/requests";
import { formulaAreas } from "./formula-areas";
import { patched, type CellBlock } from "./patch";
import { areaOf } from "./content";
import {
  askDetails,
  noCells,
  readCells,
  readFrames,
  snapshotOf,
  stepOf,
  type Frame,
  type Frames,
  type ReadOptions,
} from "./read-workbook";

/** What one request may ask for: a larger edit is as well read with all the rest. */
const mostCells = 50_000;

/**
 * The workbook after an edit, from a snapshot taken before: only the edited cells and the values of
 * all formulas are read again. Everything is read where anything but cells has changed (a sheet, the
 * used range, hidden rows, a table, a name), or the edited cells are not known.
 *
 * @returns a snapshot that shares with `before` whatever stayed; `before` itself where nothing changed.
 * @throws as `readWorkbook`.
 */
export async function rereadWorkbook(
  context: Excel.RequestContext,
  before: Snapshot,
  edited: readonly CellsEdited[],
  options: ReadOptions = {},
): Promise<Snapshot> {
  const step = stepOf(context, options);
  const frames = await readFrames(context, step);
  const blocks = ask(frames, before, edited);
  if (blocks === null) return readCells(frames, options, step);
  const details = askDetails(frames);
  if (!(await isAnswered(step))) return readCells(frames, options, step);
  const bare = snapshotOf(frames, details, options, ({ used }) => (used.isNullObject ? undefined : noCells));
  if (JSON.stringify(bare) !== JSON.stringify(withoutCells(before))) return readCells(frames, options, step);
  const sheets = before.sheets.map((sheet, index) => patched(sheet, blocks[index]!.map(blockOf)));
  return sheets.every((sheet, index) => sheet === before.sheets[index]) ? before : { ...before, sheets };
}

function withoutCells(snapshot: Snapshot): Snapshot {
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, ...noCells })) };
}

/** Cells asked for; `formulas` are those known from before, or null where they are asked for as well. */
interface Asked {
  readonly area: Area;
  readonly range: Excel.Range;
  readonly formulas: readonly (readonly (string | null)[])[] | null;
}

/** Asks, sheet by sheet, for what may have changed; null where that is not known or is too much. */
function ask(frames: Frames, before: Snapshot, edited: readonly CellsEdited[]): Asked[][] | null {
  const { sheets } = before;
  if (
    sheets.length !== frames.sheets.length ||
    !sheets.every((sheet, index) => isAsBefore(sheet, frames.sheets[index]!))
  )
    return null;
  const areas = sheets.map((sheet) => ({ formulas: formulaAreas(sheet), edited: editedAreas(sheet, edited) }));
  if (!edited.every(({ sheet }) => sheets.some(({ name }) => name === sheet))) return null;
  let cells = 0;
  for (const { formulas, edited: typed } of areas) {
    if (typed === null) return null;
    for (const area of [...formulas, ...typed]) cells += cellCount(area);
  }
  if (cells > mostCells) return null;
  return areas.map(({ formulas, edited: typed }, index) => [
    ...formulas.map((area) => askValues(frames.sheets[index]!, sheets[index]!, area)),
    ...typed!.map((area) => askAll(frames.sheets[index]!, area)),
  ]);
}

/** A formula that fills cells beside its own changes cells that hold none: then all is read. */
function isAsBefore(sheet: SheetSnapshot, { sheet: now, used }: Frame): boolean {
  if (now.name !== sheet.name || sheet.far !== undefined) return false;
  if (used.isNullObject || sheet.used === null) return used.isNullObject && sheet.used === null;
  return used.hasSpill === false && JSON.stringify(areaOf(used)) === JSON.stringify(sheet.used);
}

/** The edited blocks of a sheet inside its used range; null for whole rows and columns. */
function editedAreas({ name, used }: SheetSnapshot, edited: readonly CellsEdited[]): Area[] | null {
  const areas: Area[] = [];
  for (const { sheet, address } of edited) {
    if (sheet !== name) continue;
    const area = address === null ? null : parseRange(address);
    if (area === null) return null;
    const inside = used === null ? null : intersect(area, used);
    if (inside !== null) areas.push(inside);
  }
  return areas;
}

function askAll(frame: Frame, area: Area): Asked {
  return { area, range: rangeAt(frame.sheet, area).load("values,formulas,numberFormat"), formulas: null };
}

function askValues(frame: Frame, { used, formulas }: SheetSnapshot, area: Area): Asked {
  const rows = formulas.slice(area.top - used!.top, area.bottom - used!.top + 1);
  const known = rows.map((row) => row.slice(area.left - used!.left, area.right - used!.left + 1));
  return { area, range: rangeAt(frame.sheet, area).load("values"), formulas: known };
}

function blockOf({ area, range, formulas }: Asked): CellBlock {
  const { top, left } = area;
  const values = range.values as unknown[][];
  if (formulas !== null)
    return {
      top,
      left,
      values: values.map((row, r) => row.map((value, c) => valueOf(value, formulas[r]?.[c] ?? null))),
    };
  const entered = range.formulas as unknown[][];
  return {
    top,
    left,
    values: values.map((row, r) => row.map((value, c) => valueOf(value, entered[r]![c]))),
    formulas: values.map((row, r) => row.map((value, c) => formulaOf(entered[r]![c], value))),
    numberFormats: (range.numberFormat as unknown[][]).map((row) => row.map((code) => String(code ?? "General"))),
  };
}
