import { rangeAt } from "../host/ranges";
import { isOwnTable } from "../../snapshot/own-tables";
import {
  isLink,
  tableArea,
  type CellLink,
  type ReportCell,
  type ReportSheet,
  type ReportTable,
} from "../../report/sheet";
import { quoteSheetName } from "../../snapshot/addresses";
import { entryOf } from "./entry";
import type { ExistingTable } from "./existing-sheets";
import { ExcelTrouble } from "../host/trouble";

/** What the writing of every sheet needs beside its plan: the book's version and dates, and the table names in use. */
export interface Filling {
  readonly version: string;
  readonly dateSystem: 1900 | 1904;
  /** Names that tables of ours may not take. */
  readonly taken: ReadonlySet<string>;
}

/** More links than this on a sheet are written as text alone: each is a call of its own. */
const mostLinks = 1000;

/** A table's cells below its header row, from one of its columns to another. */
export function columnsOf(sheet: Excel.Worksheet, table: ReportTable, first: number, last = first): Excel.Range {
  const { top, bottom } = tableArea(table);
  return rangeAt(sheet, { top: top + 1, left: first, bottom, right: last });
}

/**
 * Makes room: a table that keeps its place and its headers is resized, so that what points at it
 * goes on doing so; any other of ours becomes plain cells, to be made again.
 *
 * @returns the tables that stay, by name.
 * @throws {ExcelTrouble} "TableInTheWay" where a person's own table stands where the report must be written.
 */
export function settleTables(
  sheet: Excel.Worksheet,
  spec: ReportSheet,
  existing: readonly ExistingTable[],
): ReadonlyMap<string, ExistingTable> {
  const kept = tablesThatStay(spec, existing);
  const staying = new Set(kept.values());
  for (const each of existing.filter((table) => !staying.has(table))) {
    if (isOwnTable(each)) each.table.convertToRange();
    else requireClear(each, spec);
  }
  for (const plan of spec.tables) {
    const stays = kept.get(plan.name);
    if (stays) stays.table.resize(rangeAt(sheet, { ...tableArea(plan), right: stays.columns - 1 }));
  }
  return kept;
}

/** The tables that keep their place, by the name of the table to write. */
function tablesThatStay(spec: ReportSheet, existing: readonly ExistingTable[]): ReadonlyMap<string, ExistingTable> {
  const kept = new Map<string, ExistingTable>();
  for (const each of existing) {
    const plan = spec.tables.find(({ name }) => ownName(each.name) === name);
    if (plan && !kept.has(plan.name) && keepsPlace(each, plan)) kept.set(plan.name, each);
  }
  return kept;
}

/** The tables of ours on a sheet once it is written. */
export function tablesAfter(
  sheet: Excel.Worksheet,
  spec: ReportSheet,
  existing: readonly ExistingTable[],
  { taken }: Filling,
): ExistingTable[] {
  const kept = tablesThatStay(spec, existing);
  return spec.tables.map((plan) => {
    const name = kept.get(plan.name)?.name ?? freeName(plan.name, taken);
    const columns = kept.get(plan.name)?.columns ?? plan.columns.length;
    const headers = kept.get(plan.name)?.headers ?? plan.columns.map(({ header }) => header);
    const place = { top: plan.row, left: 0, rows: plan.rows.length + 1, columns, headers, showTotals: false };
    return {
      // Asked for only when it is needed: it is still to be made.
      get table() {
        return sheet.tables.getItem(name);
      },
      name,
      ...place,
    };
  });
}

/** A column that a person has added to the right of ours, and in which nothing is written yet, stays. */
function keepsPlace({ top, left, headers, showTotals }: ExistingTable, { row, columns }: ReportTable): boolean {
  return top === row && left === 0 && !showTotals && columns.every(({ header }, at) => headers?.[at] === header);
}

/** A table's name without the number it got where its own was taken. */
export function ownName(name: string): string {
  return name.replace(/_\d+$/, "");
}

function requireClear({ name, top, left }: ExistingTable, { name: sheet, size }: ReportSheet): void {
  if (top >= size.rows || left >= size.columns) return;
  throw new ExcelTrouble(
    `The table "${name}" stands on the sheet "${sheet}" where the report must be written. Move it to a sheet of its own, then make the report again.`,
    "TableInTheWay",
  );
}

/** Writes the lines of text above and between the tables. */
export function putParagraphs(sheet: Excel.Worksheet, { paragraphs }: ReportSheet, dateSystem: 1900 | 1904): void {
  for (const { row, cell } of paragraphs) {
    sheet.getRangeByIndexes(row, 0, 1, 1).formulas = [[entryOf(cell, dateSystem)]];
  }
}

/** Writes some rows of a table, from one to before another, in one block. */
export function putRows(
  sheet: Excel.Worksheet,
  table: ReportTable,
  from: number,
  to: number,
  dateSystem: 1900 | 1904,
): void {
  const rows = table.rows.slice(from, to).map((row) => row.map((cell) => entryOf(cell, dateSystem)));
  sheet.getRangeByIndexes(table.row + 1 + from, 0, to - from, table.columns.length).formulas = rows;
}

/** Gives a table's rows their links and formats, and makes it an Excel table where it is not one yet. */
export function putTable(
  sheet: Excel.Worksheet,
  table: ReportTable,
  existing: ExistingTable | undefined,
  { dateSystem, taken }: Filling,
): void {
  putLinks(sheet, table);
  putNumberFormats(sheet, table);
  if (existing) return;
  const { top, right } = tableArea(table);
  rangeAt(sheet, { top, left: 0, bottom: top, right }).values = [
    table.columns.map(({ header }) => entryOf(header, dateSystem)),
  ];
  const made = sheet.tables.add(rangeAt(sheet, tableArea(table)), true);
  made.name = freeName(table.name, taken);
  made.style = "TableStyleLight1";
  made.showBandedRows = false;
  // Elsewhere the buttons only hide a header's text.
  made.showFilterButton = table.filter;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${name}_${copy}`;
  return free;
}

interface PlacedLink {
  readonly row: number;
  readonly column: number;
  readonly link: CellLink;
}

/** Where the table's links stand, as rows and columns of the sheet. */
export function linksOf({ row: top, rows }: ReportTable): PlacedLink[] {
  const links = rows.flatMap((row, index) =>
    row.flatMap((cell: ReportCell, column) =>
      isLink(cell) ? [{ row: top + 1 + index, column, link: cell.link }] : [],
    ),
  );
  return links.slice(0, mostLinks);
}

function putLinks(sheet: Excel.Worksheet, table: ReportTable): void {
  for (const { row, column, link } of linksOf(table)) {
    sheet.getRangeByIndexes(row, column, 1, 1).hyperlink = {
      documentReference: `${quoteSheetName(link.sheet)}!${link.address}`,
      screenTip: link.tip,
    };
  }
}

/** One code for a whole column is given as it is: a single value fills the range. */
function putNumberFormats(sheet: Excel.Worksheet, table: ReportTable): void {
  table.codes.forEach((codes, index) => {
    if (codes === "General") return;
    const column: { numberFormat: unknown } = columnsOf(sheet, table, index);
    column.numberFormat = typeof codes === "string" ? codes : codes.map((code) => [code]);
  });
}
