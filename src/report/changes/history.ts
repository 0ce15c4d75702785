import { dayReader, isYes, textOf, type ReadDay } from "../../decisions/cells";
import { itemsTable, reportsTable, type ItemHeader, type ReportHeader } from "../../decisions/history-tables";
import { URGENCY } from "../../assessment/actions/urgency";
import { RAG_ORDER } from "../../assessment/targets/rag";
import { groupBy } from "../../collections/groups";
import { UNIT_IDS } from "../../plan/quantity/unit-ids";
import { dateOfSerial, formatDate, periodOf, type IsoDate } from "../../plan/time/periods";
import { decidedRows } from "../../snapshot/kept-words";
import type { TableRecord } from "../../snapshot/own-tables";
import type { CellValue, Snapshot } from "../../snapshot/snapshot";
import { reportHeaders } from "../../decisions/history-tables";
import {
  countNames,
  isSameReported,
  reportedKey,
  type ActionReported,
  type Counts,
  type FigureReported,
  type Reported,
} from "./reported";

/** What earlier reports said, as the workbook keeps it. People may sort, edit or delete it: what is not there is not known. */

/** A report that was made. */
export interface ReportKept {
  readonly number: number;
  readonly plan: string;
  readonly whose: string;
  readonly basis: string;
  readonly asOf: IsoDate;
  readonly madeOn: IsoDate | null;
  /** What a person calls it: "Board, 12 December 2026". */
  readonly label: string | null;
  /** The cell in which a person says that it went to a board, and whether it says so. */
  readonly mark: CellValue;
  readonly wentToBoard: boolean;
  readonly counts: Counts;
  /** How many things it reported: fewer rows than that, and some are not known. */
  readonly size: number;
  /** True where a person wrote in a column of their own. */
  readonly isTheirs: boolean;
}

/** A thing reported, and the first and last report in which it stood so. */
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

/** Reports of one plan and one organisation follow each other; those of another are kept and not compared. */
export function isSameSeries(a: Pick<ReportKept, "plan" | "whose">, b: Pick<ReportKept, "plan" | "whose">): boolean {
  return a.plan === b.plan && a.whose === b.whose;
}

export function historyIn({ sheets, dateSystem }: Snapshot): History {
  const day = dayReader(dateSystem);
  const reportRows = decidedRows(sheets, reportsTable).filter(reportsTable.isWritten);
  const itemRows = decidedRows(sheets, itemsTable).filter(itemsTable.isWritten);
  const numbers = [
    ...reportRows.map((row) => numberIn(row.get("Report"))),
    ...itemRows.flatMap((row) => [numberIn(row.get("From report")), numberIn(row.get("To report"))]),
  ].filter((each) => each !== null);
  const read = groupBy(reportRows, (cells) => readReport(cells, day, dateSystem));
  const reports = onlyOnce([...read.keys()].filter((each) => typeof each !== "string"));
  const unreadReports = [...read].flatMap(([each, rows]): Unread[] => {
    const why = typeof each === "string" ? each : reports.includes(each) ? null : sameNumber(each.number);
    return why === null ? [] : rows.map((cells) => ({ cells, why }));
  });
  const items: ItemKept[] = [];
  const unreadItems: Unread[] = [];
  for (const cells of itemRows) {
    const item = readItem(cells, day);
    if (typeof item === "string") unreadItems.push({ cells, why: item });
    else items.push(item);
  }
  return {
    reports,
    items,
    unreadReports,
    unreadItems,
    next: 1 + numbers.reduce((most, each) => Math.max(most, each), 0),
  };
}

const sameNumber = (number: number) =>
  `not used: two rows are numbered ${number}; delete the one that is not the report made`;

/** Of two reports with one number nobody can tell which the rows of figures belong to. */
function onlyOnce(reports: readonly ReportKept[]): ReportKept[] {
  return [...groupBy(reports, ({ number }) => number).values()].flatMap((same) => (same.length === 1 ? same : []));
}

/** The series a row of figures belongs to: that of the reports in which it stood. Null where none of them is kept. */
function seriesOf({ reports }: History, { from, to }: ItemKept): ReportKept | null {
  const at = (number: number) => reports.find((each) => each.number === number);
  const last = at(to) ?? at(from);
  if (last !== undefined) return last;
  const [first, ...others] = reports.filter(({ number }) => number > from && number < to);
  return first !== undefined && others.every((each) => isSameSeries(each, first)) ? first : null;
}

/** What a report said of each thing, by its key: rows that say two things of one are as good as none. */
export function itemsOf(history: History, report: ReportKept): ReadonlyMap<string, Reported> {
  const rows = history.items.filter((row) => isIn(history, row, report));
  const things = new Map<string, Reported>();
  for (const [key, [first, ...others]] of groupBy(rows, ({ item }) => reportedKey(item)))
    if (others.every(({ item }) => isSameReported(item, first.item))) things.set(key, first.item);
  return things;
}

/** Whether a row of figures stood in a report. */
export function isIn(history: History, row: ItemKept, report: ReportKept): boolean {
  if (report.number < row.from || report.number > row.to) return false;
  const series = seriesOf(history, row);
  return series !== null && isSameSeries(series, report);
}

function readReport(cells: TableRecord, day: ReadDay, dateSystem: 1900 | 1904): ReportKept | string {
  const cell = (header: ReportHeader) => cells.get(header) ?? null;
  const [number, asOf] = [numberIn(cell("Report")), day(cell("As at"))];
  if (number === null || !Number.isInteger(number) || number < 1)
    return "not used: under Report stands no number, by which its figures would be found";
  if (asOf === null) return `not used: report ${number} has no date under As at; write the day it was judged at`;
  const known: readonly string[] = reportHeaders;
  const count = (name: (typeof countNames)[number]) => numberIn(cell(name));
  return {
    number,
    plan: textOf(cell("Plan")),
    whose: textOf(cell("Whose")),
    basis: textOf(cell("Basis")),
    asOf,
    madeOn: day(cell("Made on")),
    label: labelIn(cell("Label"), dateSystem),
    mark: cell("Went to a board"),
    wentToBoard: saysYes(cell("Went to a board")),
    counts: {
      Red: count("Red"),
      Amber: count("Amber"),
      Green: count("Green"),
      Grey: count("Grey"),
      "Actions complete": count("Actions complete"),
      "Actions overdue": count("Actions overdue"),
      Errors: count("Errors"),
      "Warnings to explain": count("Warnings to explain"),
    },
    size: numberIn(cell("Items")) ?? 0,
    isTheirs: [...cells].some(([header, value]) => !known.includes(header) && textOf(value) !== ""),
  };
}

/** A label that Excel took for a day is that day in words. */
function labelIn(cell: CellValue, dateSystem: 1900 | 1904): string | null {
  const date = typeof cell === "number" ? dateOfSerial(cell, dateSystem) : null;
  return date === null ? textOf(cell) || null : formatDate(date);
}

/** Numbers from here on are days. */
const FIRST_DAY = 20_000;

/** Yes in the words people use, or the day of the board itself. */
function saysYes(cell: CellValue): boolean {
  if (typeof cell === "number" && cell >= FIRST_DAY) return true;
  return isYes(cell) || /^(x|✓|✔|yes\b.*|true)$/i.test(textOf(cell));
}

/** True where a mark is neither yes nor no. */
export function isUnclearMark({ mark, wentToBoard }: Pick<ReportKept, "mark" | "wentToBoard">): boolean {
  return !wentToBoard && !/^(|no?|false|0|not yet|-|–)$/i.test(textOf(mark));
}

function readItem(cells: TableRecord, day: ReadDay): ItemKept | string {
  const cell = (header: ItemHeader) => cells.get(header) ?? null;
  const [from, to] = [numberIn(cell("From report")), numberIn(cell("To report"))];
  const name = textOf(cell("Item"));
  if (from === null || to === null || from > to)
    return "not used: From report and To report must be the numbers of the first and the last report in which it stood";
  const item = textOf(cell("Kind")) === "action" ? readAction(name, cell, day) : readFigure(name, cell);
  return typeof item === "string" ? `not used: ${item}` : { item, from, to };
}

type CellOf = (header: ItemHeader) => CellValue;

function readAction(action: string, cell: CellOf, day: ReadDay): ActionReported | string {
  const status = URGENCY.find((each) => each === textOf(cell("State")));
  const due = cell("Due");
  if (action === "" || status === undefined)
    return `under State stands “${textOf(cell("State"))}”, which is no status of an action`;
  return textOf(due) !== "" && day(due) === null
    ? `under Due stands “${textOf(due)}”, which is no date`
    : { kind: "action", action, status, due: day(due) };
}

function readFigure(name: string, cell: CellOf): FigureReported | string {
  const [metric = "", target = null] = name.split(" for ");
  const unit = UNIT_IDS.find((each) => each === textOf(cell("Unit")));
  const ratingText = textOf(cell("Rating")).toLowerCase();
  const rating = RAG_ORDER.find((each) => each === ratingText) ?? null;
  const [periodText, figure, baseline] = [textOf(cell("Period")), cell("Figure"), cell("Baseline")];
  const period = periodText === "" ? null : periodOf(periodText);
  const organisation = textOf(cell("Organisation"));
  if (metric === "" || organisation === "") return "under Item or Organisation stands nothing";
  if (unit === undefined) return `under Unit stands “${textOf(cell("Unit"))}”, which is no unit`;
  if (rating === null && ratingText !== "")
    return `under Rating stands “${ratingText}”: expected red, amber, green or grey`;
  if (periodText !== "" && period === null) return `under Period stands “${periodText}”: expected such as 2024/25`;
  for (const value of [figure, baseline])
    if (textOf(value) !== "" && numberIn(value) === null)
      return `“${textOf(value)}” under Figure or Baseline is no number`;
  const value = numberIn(figure);
  if ((value === null) !== (period === null)) return "a figure needs its period, and a period its figure";
  return {
    ...{ kind: "figure", metric, organisation, target, period, value, unit, rating },
    ...{ state: textOf(cell("State")), baseline: numberIn(baseline) },
  };
}

function numberIn(value: CellValue | undefined): number | null {
  if (typeof value === "number") return value;
  const text = textOf(value).replace(/,/g, "");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
