import type { BodyRow, RawTable } from "./find-tables";
import type { CellPlace } from "./observation";
import type { CellValue } from "./snapshot";
import { fold, tidy } from "./text";
import { trackerRoleWithin } from "./tracker-words";
import type { TrackerRole } from "./tracker-words";

/** One cell of a tracker's row, with how the numbers of its column are to be taken. */
export interface TrackerCell {
  readonly value: CellValue;
  readonly place: CellPlace;
  readonly scale: Scale;
}

/** Numbers of a column: shares of 1, percentages, or neither (a scale of 1 to 5, a date). */
export type Scale = "fraction" | "percent" | "plain";

const DATES = ["due", "revised", "started", "completed", "lastUpdate"] as const;
const NUMBERED_DATE = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/;

/** The columns of a tracker by what they hold; several may hold the same (an owner and a lead), the first filled speaks. */
export class TrackerColumns {
  /** Some text date in it can only be American (6/30/2023), so that 6/7/2023 may be either. */
  readonly monthFirst: boolean;
  private readonly columns = new Map<TrackerRole, number[]>();
  private readonly scales = new Map<number, Scale>();

  constructor(
    private readonly table: RawTable,
    private readonly rows: readonly BodyRow[],
  ) {
    this.place();
    for (const column of this.roles().flatMap((role) => this.columns.get(role) ?? [])) {
      this.scales.set(column, this.scaleOf(column));
    }
    this.monthFirst = DATES.some((role) =>
      (this.columns.get(role) ?? []).some((column) => this.texts(column).some(isMonthFirst)),
    );
  }

  roles(): TrackerRole[] {
    return [...this.columns.keys()];
  }

  /** The first filled cell of a role in a row; its first cell where none is filled; null where there is no such column. */
  cell(role: TrackerRole, row: number): TrackerCell | null {
    const columns = this.columns.get(role);
    if (columns === undefined) return null;
    const { grid } = this.table;
    const column = columns.find((each) => !grid.blank(row, each)) ?? (columns[0] as number);
    const value = grid.blank(row, column) ? null : grid.value(row, column);
    const shown = /%/.test(grid.format(row, column)) ? "fraction" : (this.scales.get(column) ?? "plain");
    return { value, place: grid.place(row, column), scale: shown };
  }

  private place(): void {
    const { grid, headerRows, left, right } = this.table;
    const taken = new Set<number>();
    for (const row of headerRows) {
      for (let column = left; column <= right; column++) {
        const value = grid.value(row, column);
        const role = typeof value === "string" ? trackerRoleWithin(fold(value)) : null;
        if (role !== null && !taken.has(column)) {
          this.columns.set(role, [...(this.columns.get(role) ?? []), column]);
          taken.add(column);
        }
      }
    }
    this.settleCompletion();
  }

  /** "Completion date" is when an action is due, as in the plan, unless another column says that. */
  private settleCompletion(): void {
    const completion = this.columns.get("completion");
    if (completion === undefined) return;
    const role = this.columns.has("due") || this.columns.has("revised") ? "completed" : "due";
    this.columns.delete("completion");
    this.columns.set(role, [...(this.columns.get(role) ?? []), ...completion]);
  }

  /** How the numbers of a column are meant that no number format marks as percentages. */
  private scaleOf(column: number): Scale {
    const { grid } = this.table;
    const numbers = this.rows
      .filter(({ row }) => !/%/.test(grid.format(row, column)))
      .map(({ row }) => grid.value(row, column))
      .filter((value): value is number => typeof value === "number");
    if (numbers.length === 0) return "plain";
    const isPercent = (this.columns.get("percent") ?? []).includes(column);
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
