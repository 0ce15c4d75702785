import type { Organisation } from "../../plan/schema";
import type { BodyRow, RawTable } from "./raw-table";
import type { SheetGrid } from "./grid";
import type { CellPlace, CellValue } from "../../snapshot/snapshot";
import { fold, tidy } from "../words/text";
import { tellsStatus, trackerRoleWithin, type TrackerRole } from "../words/tracker-words";
import { statusOfBodies } from "./tracker-bodies";
import { settledDates, type HeadedColumn } from "./tracker-dates";

/** One cell of a tracker's row, with how the numbers of its column are to be taken. */
export interface TrackerCell {
  /** What its column holds, and the words over it. */
  readonly role: TrackerRole;
  readonly heading: string;
  readonly value: CellValue;
  readonly place: CellPlace;
  readonly scale: Scale;
}

/** Numbers of a column: shares of 1, percentages, or neither (a scale of 1 to 5, a date). */
export type Scale = "fraction" | "percent" | "plain";

const DATES = new Set<TrackerRole>(["due", "revised", "forecast", "agreedOn", "started", "completed", "lastUpdate"]);
const NUMBERED_DATE = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/;

interface Column extends HeadedColumn {
  /** The organisation that its heading names: "UHL status". */
  readonly organisation: Organisation | null;
}

/**
 * The columns of a tracker by what they hold; several may hold the same (an owner and a lead), the
 * first filled speaks. Where two organisations or more have a column for status each, a row is read
 * once for each of them.
 */
export class TrackerColumns {
  /** The organisations with columns of their own; empty where a row is one organisation's. */
  readonly organisations: readonly Organisation[];
  /** Some text date in it can only be American (6/30/2023), so that 6/7/2023 may be either. */
  readonly monthFirst: boolean;
  private readonly columns: readonly Column[];
  private readonly scales = new Map<number, Scale>();

  constructor(
    private readonly table: RawTable,
    private readonly rows: readonly BodyRow[],
  ) {
    this.columns = settledDates(this.headed());
    const owning = this.columns.filter(({ role }) => tellsStatus(role) || role === "percent");
    const named = [...new Set(owning.flatMap(({ organisation }) => organisation ?? []))];
    this.organisations = named.length > 1 ? named : [];
    for (const each of this.columns) this.scales.set(each.column, this.scaleOf(each));
    this.monthFirst = this.columns.some(({ role, column }) => DATES.has(role) && this.texts(column).some(isMonthFirst));
  }

  roles(): TrackerRole[] {
    return [...new Set(this.columns.map(({ role }) => role))];
  }

  /** Whether an organisation has said anything of a row in columns of its own. */
  speaks(organisation: Organisation, row: number): boolean {
    return this.columns.some((each) => each.organisation === organisation && !this.table.grid.blank(row, each.column));
  }

  /**
   * The first filled cell of a role in a row, of revised dates the last; its first cell where none is filled; null
   * where there is no such column. Columns of another organisation are left out.
   */
  cell(role: TrackerRole, row: number, organisation: Organisation | null = null): TrackerCell | null {
    const columns = this.columnsOf(role, organisation);
    const filled = columns.filter(({ column }) => !this.table.grid.blank(row, column));
    const speaking = (role === "revised" ? filled.at(-1) : filled[0]) ?? columns[0];
    return speaking === undefined ? null : this.cellIn(speaking, row);
  }

  /** Every filled cell of a role in a row, from left to right. */
  cells(role: TrackerRole, row: number, organisation: Organisation | null = null): TrackerCell[] {
    return this.columnsOf(role, organisation)
      .filter(({ column }) => !this.table.grid.blank(row, column))
      .map((each) => this.cellIn(each, row));
  }

  private columnsOf(role: TrackerRole, organisation: Organisation | null): Column[] {
    return this.columns.filter((each) => each.role === role && this.isFor(each, organisation));
  }

  private cellIn({ role, column, heading }: Column, row: number): TrackerCell {
    const { grid } = this.table;
    const value = grid.blank(row, column) ? null : grid.value(row, column);
    const shown = /%/.test(grid.format(row, column)) ? "fraction" : (this.scales.get(column) ?? "plain");
    return { role, heading, value, place: grid.place(row, column), scale: shown };
  }

  /** How a cell's number is shown: its number format. */
  format({ place }: TrackerCell): string {
    return this.table.grid.format(place.row, place.column);
  }

  private isFor(column: Column, organisation: Organisation | null): boolean {
    const whose = column.organisation;
    return whose === null || whose === organisation || !this.organisations.includes(whose);
  }

  private headed(): Column[] {
    const { grid, headerRows, left, right } = this.table;
    const found = new Map<number, Column>();
    const named = new Map<number, Column>();
    for (const row of headerRows) {
      for (let column = left; column <= right; column++) {
        const value = grid.value(row, column);
        if (typeof value !== "string" || found.has(column)) continue;
        const { text, organisation } = withoutOrganisation(grid, value);
        const role = trackerRoleWithin(text);
        if (role === null) continue;
        const heading = tidy(value);
        found.set(column, { role, column, heading, organisation: organisation ?? this.groupOf(row, column) });
      }
    }
    const free = columnsBetween(left, right).filter((column) => !found.has(column));
    const hasStatus = [...found.values()].some(({ role }) => tellsStatus(role));
    for (const row of hasStatus ? [] : headerRows) {
      for (const column of statusOfBodies(grid, row, free)) {
        const heading = grid.text(row, column);
        const organisation = grid.labels.organisations.whole(heading);
        named.set(column, { role: "status", column, heading, organisation });
      }
    }
    return [...found.values(), ...named.values()].sort((a, b) => a.column - b.column);
  }

  /** The organisation in a heading above ("UHL" over "Status" and "Comments"), its cell merged or blank to the right. */
  private groupOf(row: number, column: number): Organisation | null {
    const { grid, headerRows, left } = this.table;
    for (const above of headerRows.filter((each) => each < row).reverse()) {
      for (let at = column; at >= left; at--) {
        if (!grid.blank(above, at)) {
          const organisation = grid.labels.organisations.whole(grid.text(above, at));
          if (organisation !== null) return organisation;
          break;
        }
      }
    }
    return null;
  }

  /** How the numbers of a column are meant that no number format marks as percentages. */
  private scaleOf({ role, column }: Column): Scale {
    const { grid } = this.table;
    const numbers = this.rows
      .filter(({ row }) => !/%/.test(grid.format(row, column)))
      .map(({ row }) => grid.value(row, column))
      .filter((value): value is number => typeof value === "number");
    if (numbers.length === 0) return "plain";
    const isPercent = role === "percent";
    if (numbers.every((value) => value <= 1) && (isPercent || numbers.some((value) => value > 0 && value < 1)))
      return "fraction";
    if (isPercent) return "percent";
    return numbers.every((value) => value <= 100) && numbers.some((value) => value > 5) ? "percent" : "plain";
  }

  private texts(column: number): string[] {
    return this.rows
      .map(({ row }) => this.table.grid.value(row, column))
      .filter((value): value is string => typeof value === "string");
  }
}

function columnsBetween(left: number, right: number): number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}

/** A heading folded, and the organisation that it names beside what the column holds. */
export function withoutOrganisation(
  grid: SheetGrid,
  heading: string,
): { text: string; organisation: Organisation | null } {
  const text = fold(heading);
  const named = grid.labels.organisations.inside(heading);
  if (named.kind !== "one" || named.rest === "") return { text, organisation: null };
  return { text: named.rest, organisation: named.organisation };
}

function isMonthFirst(text: string): boolean {
  const [, first, second] = NUMBERED_DATE.exec(text) ?? [];
  return second !== undefined && Number(second) > 12 && Number(first) <= 12;
}

/** "6/7/2023", which is 6 July or June 7; not "7/7/2023". */
export function isEitherWay(value: CellValue): boolean {
  if (typeof value !== "string") return false;
  const [, first, second] = NUMBERED_DATE.exec(value) ?? [];
  return second !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/** 0 to 100 from 0.5 in a column of shares, 50 in one of percentages, or "50%"; null for anything else. */
export function percentOf({ value, scale }: TrackerCell): number | null {
  const text = typeof value === "string" ? /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(value) : null;
  const number = typeof value === "number" ? value : text ? Number(text[1]) : null;
  if (number === null) return null;
  const isShare = typeof value === "number" ? scale === "fraction" : text?.[2] === "" && number > 0 && number < 1;
  return isShare ? rounded(number * 100) : number;
}

/** What a status cell says: its text, a number as the text a person sees ("75%", "3"). */
export function statusText({ value, scale }: TrackerCell): string | null {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value !== "number") return value === null ? null : tidy(value) || null;
  if (scale === "plain") return String(value);
  return `${scale === "fraction" ? rounded(value * 100) : value}%`;
}

/** Without the noise of binary fractions: 0.07 × 100 is 7. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
