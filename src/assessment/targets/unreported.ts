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
import { inSentence, periodWords, sentenceCase } from "../../plan/wording";
import type { Series } from "../../series/series";
import type { Assessment, Unreported } from "../assessment";

/** So many later periods ended without a figure make the last one stale (cli-contract "Latest and stale"). */
export const PERIODS_TO_STALE = 2;

/** The first periods after a figure's own, at most two, that ended by the reporting date without a figure. */
export function unreportedAfter(after: Period, series: Series, asOf: IsoDate): Unreported[] {
  const { points, months, quarters, withoutValue } = series;
  // Months that make no whole year yet are reported all the same.
  const reported = new Set([...points, ...months, ...quarters].map(({ period }) => period.label));
  const found: Unreported[] = [];
  for (
    let period = following(after);
    period.last <= asOf && found.length < PERIODS_TO_STALE;
    period = following(period)
  ) {
    if (reported.has(period.label)) continue;
    found.push({ period, why: withoutValue.find((none) => none.period.label === period.label)?.why ?? null });
  }
  return found;
}

/** The next figure after a latest one: its period, and the day by which it is due where the plan says how long it may take. */
export function nextFigure(
  { period, unreported }: Pick<Assessment, "period" | "unreported">,
  metric?: Metric,
): { readonly period: Period; readonly due: IsoDate | null } {
  const expected = unreported?.period ?? following(period);
  const months = metric?.reportedWithinMonths;
  return { period: expected, due: months === undefined ? null : monthsAfter(expected.last, months) };
}

/** A figure as at a day comes once a year. */
function following(period: Period): Period {
  return period.kind === "date" ? dayPeriod(addMonths(period.last, 12)) : next(period);
}

/** "2025/26 is not yet reported."; "" where nothing is missing. */
export function unreportedSentence([first, second]: readonly Unreported[]): string {
  if (first === undefined) return "";
  if (second === undefined) return `${sentenceCase(lateWords(first))}.`;
  const names = `${periodWords(first.period)} nor ${periodWords(second.period)}`;
  return first.why === null && second.why === null
    ? `Neither ${names} is reported.`
    : `Neither ${names} has a figure that can be used.`;
}

/** What is said of the period after a latest figure; "" where none has ended without one. Of a stale figure, that nothing is reported since. */
export function unreportedWords(row: Pick<Assessment, "unreported" | "why">, metric?: Metric): string {
  const { unreported, why } = row;
  if (unreported === null) return "";
  const { period } = unreported;
  if (why === "stale")
    return unreported.why === null
      ? `out of date: nothing is reported for ${periodWords(period)} or since`
      : `out of date: ${lateWords(unreported)}, nor has a period since`;
  const months = metric?.reportedWithinMonths;
  const due =
    months === undefined || unreported.why !== null ? "" : `, due by ${formatDate(monthsAfter(period.last, months))}`;
  return `${lateWords(unreported)}${due}`;
}

function lateWords({ period, why }: Unreported): string {
  if (why === null) return `${periodWords(period)} is not yet reported`;
  return `${periodWords(period)} has no figure that can be used: ${inSentence(why.replace(/\.$/, ""))}`;
}
