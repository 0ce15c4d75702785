import { URGENCY } from "../../assessment/actions/urgency";
import { RAG_ORDER } from "../../assessment/targets/rag";
import { groupBy } from "../../collections/groups";
import { dayReader, textOf, textOrNull, type ReadDay } from "../../decisions/cells";
import {
  countNames,
  itemsTable,
  reportsTable,
  type ItemHeader,
  type ReportHeader,
} from "../../decisions/history-tables";
import { UNIT_IDS } from "../../plan/quantity/unit-ids";
import { formatDate, periodOf, type IsoDate } from "../../plan/time/periods";
import { decidedRows, type DecidedTable } from "../../snapshot/kept-words";
import type { TableRecord } from "../../snapshot/own-tables";
import type { CellValue, Snapshot } from "../../snapshot/snapshot";
import { isSameReported, reportedKey, type Counts, type Reported } from "./reported";

/** What earlier reports said, as the workbook keeps it. People may sort, edit or delete it: what is not there is not known. */

/** A report that was made. */
export interface ReportKept {
  readonly number: number;
  readonly series: string;
  readonly asOf: IsoDate;
  readonly madeOn: IsoDate | null;
  /** What a person calls it: "Board, 12 December 2026". */
  readonly label: string | null;
  /** The cell in which a person says that it went to a board, and whether it says so. */
  readonly mark: CellValue;
  readonly wentToBoard: boolean;
  readonly counts: Counts;
  /** How many things it reported: where there are fewer rows, some are not known. */
  readonly size: number;
  /** True where a person wrote in a column of their own. */
  readonly isTheirs: boolean;
}

/** A thing reported, and the first and the last report in which it stood so. */
export interface ItemKept {
  readonly item: Reported;
  readonly from: number;
  readonly to: number;
}

/** A row that cannot be used, as it stands, and why in one sentence. */
export interface Unread {
  readonly cells: TableRecord;
  readonly why: string;
}

export interface History {
  readonly reports: readonly ReportKept[];
  readonly items: readonly ItemKept[];
  readonly unreadReports: readonly Unread[];
  readonly unreadItems: readonly Unread[];
  /** The number of the next report: one that stands anywhere is not given again. */
  readonly next: number;
}

export function historyIn({ sheets, dateSystem }: Snapshot): History {
  const day = dayReader(dateSystem);
  const rowsOf = (table: DecidedTable) => decidedRows(sheets, table).filter(table.isWritten);
  const [reportRows, itemRows] = [rowsOf(reportsTable), rowsOf(itemsTable)];
  const numbers = [...reportRows, ...itemRows].flatMap((row) =>
    ["Report", "From report", "To report"].map((header) => numberIn(row.get(header)) ?? 0),
  );
  const byNumber = groupBy(reportRows, (row) => numberIn(row.get("Report")));
  const reports = readRows(reportRows, (row) => {
    const number = numberIn(row.get("Report"));
    if (number === null) return "under Report stands no number, by which its figures would be found";
    // Nobody can tell to which of two the rows of figures belong.
    return byNumber.get(number)?.length === 1 ? readReport(number, row, day) : `two rows are numbered ${number}`;
  });
  const items = readRows(itemRows, (row) => readItem(row, day));
  return {
    ...{ reports: reports.read, unreadReports: reports.unread, items: items.read, unreadItems: items.unread },
    next: 1 + numbers.reduce((most, each) => Math.max(most, each), 0),
  };
}

/** Rows that can be used, and those that cannot. */
function readRows<T>(rows: readonly TableRecord[], read: (cells: TableRecord) => T | string) {
  const all = { read: new Array<T>(), unread: new Array<Unread>() };
  for (const cells of rows) {
    const each = read(cells);
    if (typeof each === "string") all.unread.push({ cells, why: `not used: ${each}` });
    else all.read.push(each);
  }
  return all;
}

/** The report whose series a row of figures belongs to: the last in which it stood. Null where none of them is kept. */
function reportOf({ reports }: History, { from, to }: ItemKept): ReportKept | null {
  const at = (number: number) => reports.find((each) => each.number === number);
  const last = at(to) ?? at(from);
  if (last !== undefined) return last;
  const [first, ...others] = reports.filter(({ number }) => number > from && number < to);
  return first !== undefined && others.every(({ series }) => series === first.series) ? first : null;
}

/** Whether a row of figures stood in a report. */
export function isIn(history: History, row: ItemKept, { number, series }: ReportKept): boolean {
  return number >= row.from && number <= row.to && reportOf(history, row)?.series === series;
}

/** What a report said of each thing, by its key: rows that say two things of one are as good as none. */
export function itemsOf(history: History, report: ReportKept): ReadonlyMap<string, Reported> {
  const rows = history.items.filter((row) => isIn(history, row, report));
  const things = new Map<string, Reported>();
  for (const [key, [first, ...others]] of groupBy(rows, ({ item }) => reportedKey(item)))
    if (others.every(({ item }) => isSameReported(item, first.item))) things.set(key, first.item);
  return things;
}

function readReport(number: number, cells: TableRecord, day: ReadDay): ReportKept | string {
  const cell = (header: ReportHeader) => cells.get(header) ?? null;
  const asOf = day(cell("As at"));
  if (asOf === null) return `report ${number} has no date under As at`;
  const [label, mark] = [cell("Label"), cell("Went to a board")];
  // A label that Excel took for a day is that day.
  const labelled = typeof label === "number" ? day(label) : null;
  return {
    number,
    series: said(cell("Of what")),
    asOf,
    madeOn: day(cell("Made on")),
    label: labelled === null ? said(label) || null : formatDate(labelled),
    mark,
    wentToBoard: !/^(?:|-|–|\?|0|false|n|n\/?a|no\b.*|not\b.*|\[.*)$/i.test(said(mark)),
    counts: new Map(countNames.map((name) => [name, numberIn(cells.get(name))])),
    size: numberIn(cell("Items")) ?? 0,
    isTheirs: [...cells].some(([header, value]) => !reportsTable.headers?.includes(header) && textOf(value) !== ""),
  };
}

type CellOf = (header: ItemHeader) => CellValue;

function readItem(cells: TableRecord, day: ReadDay): ItemKept | string {
  const cell: CellOf = (header) => cells.get(header) ?? null;
  const [from, to] = [numberIn(cell("From report")), numberIn(cell("To report"))];
  if (from === null || to === null || from > to)
    return "From report and To report must be the numbers of the first and the last report in which it stood";
  const item = said(cell("Kind")) === "action" ? readAction(cell, day) : readFigure(cell);
  return typeof item === "string" ? item : { item, from, to };
}

function readAction(cell: CellOf, day: ReadDay): Reported | string {
  const [action, due] = [said(cell("Item")), day(cell("Due"))];
  const status = URGENCY.find((each) => each === said(cell("State")));
  if (action === "" || status === undefined) return `“${said(cell("State"))}” under State is no status of an action`;
  if (due === null && said(cell("Due")) !== "") return `“${said(cell("Due"))}” under Due is no date`;
  return { kind: "action", action, status, due };
}

function readFigure(cell: CellOf): Reported | string {
  const [metric = "", target = null] = said(cell("Item")).split(" for ");
  const organisation = said(cell("Organisation"));
  if (metric === "" || organisation === "") return "under Item or Organisation stands nothing";
  const unit = UNIT_IDS.find((each) => each === said(cell("Unit")));
  if (unit === undefined) return `“${said(cell("Unit"))}” under Unit is no unit`;
  const rating = RAG_ORDER.find((each) => each === said(cell("Rating")).toLowerCase()) ?? null;
  const period = periodOf(said(cell("Period")));
  const [value, baseline] = [numberIn(cell("Figure")), numberIn(cell("Baseline"))];
  const read = { Rating: rating, Period: period, Figure: value, Baseline: baseline } as const;
  for (const header of ["Rating", "Period", "Figure", "Baseline"] as const)
    if (read[header] === null && said(cell(header)) !== "")
      return `“${said(cell(header))}” under ${header} is not understood: expected such as ${expected[header]}`;
  if ((value === null) !== (period === null)) return "a figure needs its period, and a period its figure";
  const state = said(cell("State"));
  return { kind: "figure", metric, organisation, target, period, value, unit, rating, state, baseline };
}

const expected = { Rating: "red", Period: "2024/25", Figure: "79,000", Baseline: "88,600" } as const;

/** What a cell says; "" for one that is blank or holds the shorthand for nothing. */
function said(cell: CellValue | undefined): string {
  return textOrNull(cell) ?? "";
}

function numberIn(value: CellValue | undefined): number | null {
  if (typeof value === "number") return value;
  const text = said(value).replace(/,/g, "");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
