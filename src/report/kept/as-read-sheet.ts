import { addTo } from "../../collections/collect";
import { absoluteReference, columnLetters } from "../../snapshot/addresses";
import { columnCount, rowCount } from "../../snapshot/areas";
import type { Area } from "../../snapshot/snapshot";
import type { Outcome } from "../../outcome";
import { SheetLayout, type SheetFrame } from "../layout/layout";
import { isDate, isFormula, isLink, tableArea, type ReportCell, type ReportSheet, type ReportTable } from "../sheet";
import { stampOf, type Freshness } from "./freshness";
import { cellsOf, changedFormula, comparedSheets, type ComparedSheet } from "./compared";

/** The sheet that holds what the report rests on, and how to ask it what has changed since. */
export interface AsRead {
  readonly sheet: ReportSheet;
  readonly freshness: Freshness;
}

/** Something compared: a sheet of the return, or a table in which people decide. */
interface Compared {
  readonly name: string;
  readonly how: string;
  /** The letters of the columns that are copied, and the copied rows; none where only counts are compared. */
  readonly letters: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** @param copyOf the reference of an area of the copy, counted from its first cell. */
  readonly formula: (copyOf: (area: Area) => string) => string;
}

/**
 * A copy of the cells that the report rests on, and formulas that count where the workbook now says otherwise: the
 * pages say by it whether they are up to date. It is written last, so that a report which stopped half-way is not.
 *
 * @param state the sheets on which people decide, as they are written.
 */
export function asReadSheet(outcome: Outcome, state: readonly ReportSheet[], frame: SheetFrame): AsRead {
  const own = comparedSheets(outcome.snapshot.sheets, rowsRead(outcome));
  const all = [
    ...own.map(ofReturn),
    ...state.flatMap((sheet) => sheet.tables.map((table) => ofState(sheet, table, table === sheet.tables.at(-1)))),
  ];
  const { name, header, footer } = frame;
  const layout = new SheetLayout("as-read", name, "As read: the cells that this report rests on", "");
  layout.paragraph(
    "Written and compared by the report: leave it as it is. It may be hidden. Without it the report reads as out of date.",
  );
  const stampAt = absoluteReference(name, { top: layout.next, bottom: layout.next, left: 0, right: 0 });
  // The whole return, also what is compared by counts alone: no two reports of different cells are taken for one.
  const cells = own.map(({ sheet }) => [sheet.name, sheet.values]);
  const decided = state.map(({ tables }) => tables.map(({ rows }) => rows));
  const stamp = stampOf([outcome.asOf, outcome.pack.version, cells, decided]);
  layout.paragraph(stamp);
  layout.gap();
  const changes = compared(layout, all);
  layout.describe("what is compared, and each sheet’s cells as they stood when the report was made.");
  return { sheet: layout.finish({ header, footer }), freshness: { changes, stamp, stampAt } };
}

function compared(layout: SheetLayout, all: readonly Compared[]): string {
  const copies = all.filter(({ rows }) => rows.length > 0);
  const headers = headerRows(copies, layout.next + 1 + all.length);
  const placed = layout.table<Compared>({
    name: "GreenPlan_Compared",
    items: all,
    columns: [
      { header: "What is compared", width: 34, cell: ({ name }) => name },
      { header: "How", width: 44, wrap: false, cell: ({ how }) => how },
      {
        header: "Cells changed",
        width: 14,
        format: "whole",
        cell: (each) => ({
          formula: each.formula((area) => absoluteReference(layout.name, below(headers.get(each) ?? 0, area))),
        }),
      },
    ],
  });
  copies.forEach((each, index) => {
    layout.heading(`${each.name}, as read`);
    const { table } = layout.table({
      name: `GreenPlan_AsRead${index + 1}`,
      items: each.rows,
      columns: each.letters.map((header, at) => ({
        header,
        width: 14,
        wrap: false,
        cell: (row: readonly ReportCell[]) => row[at] ?? null,
      })),
    });
    if (table.row !== headers.get(each)) throw new Error("A copy moved from where formulas point.");
  });
  return placed.column("Cells changed");
}

/** The header row of each copy: a blank row and its heading stand above it. */
function headerRows(copies: readonly Compared[], from: number): ReadonlyMap<Compared, number> {
  const headers = new Map<Compared, number>();
  let next = from;
  for (const each of copies) {
    headers.set(each, next + 2);
    next += 3 + each.rows.length;
  }
  return headers;
}

/** An area of a copy, counted from its first cell, where it stands on the sheet. */
function below(header: number, { top, left, bottom, right }: Area): Area {
  return { top: header + 1 + top, left, bottom: header + 1 + bottom, right };
}

/** The rows of each sheet of which figures, parts of figures or actions were read. */
function rowsRead({ reading }: Outcome): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, number[]>();
  for (const { place, parts } of reading.observations)
    for (const { sheet, row } of [place, ...(parts ?? []).map((part) => part.place)]) addTo(rows, sheet, row);
  for (const { place } of reading.actions) addTo(rows, place.sheet, place.row);
  return new Map([...rows].map(([sheet, all]) => [sheet, new Set(all)]));
}

function ofReturn(each: ComparedSheet): Compared {
  const { sheet, used, rows } = each;
  const isWhole = rows.length === rowCount(used);
  const cellByCell = isWhole ? "cell by cell" : "cell by cell in the rows that were read, else by counts";
  return {
    name: sheet.name,
    how: rows.length === 0 ? "by counts of numbers and texts, and by the sum" : cellByCell,
    letters:
      rows.length === 0 ? [] : Array.from({ length: columnCount(used) }, (_, at) => columnLetters(used.left + at)),
    rows: rows.map((row) => cellsOf(each, row)),
    formula: (copyOf) => changedFormula(each, copyOf),
  };
}

/** Rows below a table of ours in which people may go on writing. */
const ROOM_BELOW = 100;

/** @param isLast whether people may go on writing below it. */
function ofState({ name: sheet }: ReportSheet, table: ReportTable, isLast: boolean): Compared {
  const area = tableArea(table);
  const body = { ...area, top: area.top + 1 };
  const numbers = table.rows.flat().filter((cell) => typeof cell === "number" || isDate(cell)).length;
  return {
    name: `${sheet}: ${table.name}`,
    how: "cell by cell",
    letters: table.columns.map((_, at) => columnLetters(at)),
    rows: table.rows.map((row) => row.map(valueOf)),
    formula: (copyOf) => {
      const copy = copyOf({ top: 0, left: 0, bottom: table.rows.length - 1, right: area.right });
      const here = absoluteReference(sheet, body);
      const differing = `=MAX(SUMPRODUCT((${here}<>${copy})*1),ABS(COUNT(${here})-${numbers}))`;
      if (!isLast) return differing;
      const room = absoluteReference(sheet, { ...body, bottom: body.bottom + ROOM_BELOW });
      return `${differing}+COUNTA(${room})-COUNTA(${here})`;
    },
  };
}

function valueOf(cell: ReportCell): ReportCell {
  if (cell === null || typeof cell !== "object" || isDate(cell)) return cell;
  if (isFormula(cell)) throw new TypeError("What people decide is no formula.");
  return isLink(cell) ? cell.text : null;
}
