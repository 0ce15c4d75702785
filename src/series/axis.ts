import {
  dateParts,
  financialYear,
  financialQuarterOf,
  financialYearOf,
  monthOf,
  monthsIn,
  type IsoDate,
  type Period,
  type PeriodKind,
} from "../plan/time/periods";

/**
 * The year axis of every path: twelve months ending on 31 March stand at the financial year's
 * start (2019/20 at 2019), twelve months ending on 30 September 2024 at 2023.5.
 */
export function position(last: IsoDate): number {
  const { year, month } = dateParts(last);
  return (year * 12 + month - 3) / 12 - 1;
}

/** Where a financial year label such as "2027/28" stands: 2027. */
export function yearPosition(label: string): number {
  return Number(label.slice(0, 4));
}

/**
 * The financial year that holds the end of twelve months which stand at a point of the axis between
 * whole years: those ending in February 2024 (2022.92) end in 2023/24.
 */
export function yearOfEndAt(at: number): Period {
  return financialYear(Math.ceil(at - 1e-9));
}

/** How often a series is reported. Anything that is not a month or a quarter is looked at year by year. */
export type Rhythm = "year" | "quarter" | "month";

/** The rhythm of a series whose periods are of a kind. */
export function rhythmOf(kind: PeriodKind): Rhythm {
  if (kind === "month") return "month";
  return kind === "financial-quarter" || kind === "calendar-quarter" ? "quarter" : "year";
}

/** Whether a period is a month, a quarter or a half of a year, so that a flow by it has seasons. */
export function isPartOfYear(period: Period): boolean {
  const months = monthsIn(period);
  return rhythmOf(period.kind) !== "year" || (period.kind === "range" && months !== null && months < 12);
}

/** Months in one period of a rhythm. */
export function monthsOf(rhythm: Rhythm): number {
  return rhythm === "year" ? 12 : rhythm === "quarter" ? 3 : 1;
}

/** The period of a rhythm that holds a day: the first one ending on or after it. */
export function periodHolding(date: IsoDate, rhythm: Rhythm): Period {
  if (rhythm === "month") return monthOf(date);
  return rhythm === "quarter" ? financialQuarterOf(date) : financialYearOf(date);
}
