import {
  addMonths,
  dayPeriod,
  formatDate,
  monthsAfter,
  next,
  type IsoDate,
  type Period,
} from "../../plan/time/periods";
import type { Metric } from "../../plan/schema";
import { periodWords } from "../../plan/wording";
import type { Assessment } from "../assessment";

/** So many later periods ended without a figure make the last one stale (cli-contract "Latest and stale"). */
export const PERIODS_TO_STALE = 2;

/** The next periods after a figure's own, at most two, that ended by the reporting date without a figure. */
export function unreportedAfter(period: Period, asOf: IsoDate): Period[] {
  const periods: Period[] = [];
  for (let due = following(period); due.last <= asOf && periods.length < PERIODS_TO_STALE; due = following(due))
    periods.push(due);
  return periods;
}

/** A figure as at a day comes once a year. */
function following(period: Period): Period {
  return period.kind === "date" ? dayPeriod(addMonths(period.last, 12)) : next(period);
}

/** "2025/26 is not yet reported."; "" where nothing is. */
export function unreportedSentence(periods: readonly Period[]): string {
  const [first, second] = periods.map(({ label }) => label);
  if (first === undefined) return "";
  return second === undefined ? `${first} is not yet reported.` : `Neither ${first} nor ${second} is reported.`;
}

/** "2025/26 is not yet reported, due by 30 June 2026"; of a stale figure, that nothing is reported since. */
export function unreportedWords(period: Period, why: Assessment["why"], metric?: Metric): string {
  if (why === "stale") return `out of date: nothing is reported for ${periodWords(period)} or since`;
  const months = metric?.reportedWithinMonths;
  const due = months === undefined ? "" : `, due by ${formatDate(monthsAfter(period.last, months))}`;
  return `${periodWords(period)} is not yet reported${due}`;
}
