import type { Proposal } from "../../src/decisions/board-asks";
import type { Outcome } from "../../src/outcome";
import { serialOfDate } from "../../src/plan/time/dates";
import { settingsSheet } from "../../src/report/kept/settings-sheet";
import { isDate, type ReportCell, type ReportSheet } from "../../src/report/sheet";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/snapshot/snapshot";
import { returnSheets, snapshotOf } from "./outcome";

/** What a person writes in one row of a table on the settings sheet, found by its first cell or by its number. */
export interface Write {
  readonly table: string;
  readonly row: string | number;
  readonly cells: Readonly<Record<string, CellValue>>;
}

const frame = { name: "Green Plan Settings", header: "", footer: "" };

export function settingsSheetOf(outcome: Outcome, proposals: readonly Proposal[] = []): ReportSheet {
  return settingsSheet(outcome, frame, proposals);
}

/** The workbook after a report was made of it and people wrote on its settings sheet. */
export function workbookLeft(
  outcome: Outcome,
  writes: readonly Write[],
  proposals: readonly Proposal[] = [],
): Snapshot {
  return snapshotOf([...returnSheets, left(settingsSheetOf(outcome, proposals), writes)]);
}

/** A settings sheet of these tables alone, each by name as rows with their headers first. */
export function settingsOf(tables: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Snapshot {
  let next = 0;
  const placed = Object.entries(tables).map(([name, rows]) => {
    const top = next;
    next += rows.length + 1;
    return { name, top, rows };
  });
  return snapshotOf([...returnSheets, sheetOf(placed)]);
}

function left({ tables }: ReportSheet, writes: readonly Write[]): SheetSnapshot {
  return sheetOf(
    tables.map(({ name, row: top, columns, rows }) => {
      const cells = [columns.map(({ header }): CellValue => header), ...rows.map((row) => row.map(valueOf))];
      for (const write of writes.filter(({ table }) => table === name)) {
        const row = typeof write.row === "number" ? cells[write.row] : cells.find(([first]) => first === write.row);
        if (row === undefined) throw new Error(`${name} has no row ${write.row}`);
        for (const [header, value] of Object.entries(write.cells)) {
          const at = columns.findIndex((column) => column.header === header);
          if (at < 0) throw new Error(`${name} has no column ${header}`);
          row[at] = value;
        }
      }
      return { name, top, rows: cells };
    }),
  );
}

interface PlacedRows {
  readonly name: string;
  readonly top: number;
  readonly rows: readonly (readonly CellValue[])[];
}

function sheetOf(tables: readonly PlacedRows[]): SheetSnapshot {
  const height = Math.max(...tables.map(({ top, rows }) => top + rows.length));
  const width = Math.max(...tables.flatMap(({ rows }) => rows.map((row) => row.length)));
  const values: CellValue[][] = Array.from({ length: height }, () => Array.from({ length: width }, () => null));
  for (const { top, rows } of tables)
    rows.forEach((row, r) => row.forEach((value, c) => (values[top + r]![c] = value)));
  const blank = <T>(cell: T) => values.map((row) => row.map(() => cell));
  return {
    name: frame.name,
    visibility: "visible",
    used: { top: 0, left: 0, bottom: height - 1, right: width - 1 },
    values,
    formulas: blank(null),
    numberFormats: blank("General"),
    hiddenRows: [],
    hiddenColumns: [],
    tables: tables.map(({ name, top, rows }) => ({
      name,
      area: { top, left: 0, bottom: top + rows.length - 1, right: rows[0]!.length - 1 },
      showHeaders: true,
      showTotals: false,
    })),
    own: { kind: "settings", version: "0.1.0", title: frame.name },
  };
}

function valueOf(cell: ReportCell): CellValue {
  if (cell !== null && typeof cell === "object") return isDate(cell) ? serialOfDate(cell.date, 1900) : null;
  return cell;
}

/** The rows of a table of the sheet, each by header; dates stand as days. */
export function rowsOf({ tables }: ReportSheet, table: string): Record<string, string | number | boolean | null>[] {
  const found = tables.find(({ name }) => name === table);
  if (!found) throw new Error(`There is no table ${table}`);
  return found.rows.map((row) =>
    Object.fromEntries(
      found.columns.map(({ header }, at) => {
        const cell = row[at] ?? null;
        return [header, cell !== null && typeof cell === "object" ? (isDate(cell) ? cell.date : null) : cell];
      }),
    ),
  );
}
