import { oncePer } from "../../collections/once-per";
import type { Outcome } from "../../outcome";
import { compare, type Comparison, type Figure } from "./compare";
import { historyIn, isUnclearMark, itemsOf, type History, type ReportKept } from "./history";
import { historyWith, isComplete, type Kept } from "./keeping";
import { reportedIn, type FigureReported } from "./reported";
import { sinceOf, type Since } from "./since";

/** What this report says that an earlier one did not. */
export interface Changes {
  readonly history: History;
  /** The history with this report in it. */
  readonly kept: Kept;
  readonly since: Since;
  /** Null where there is no report to set this one against. */
  readonly moved: (Comparison & { readonly since: ReportKept }) | null;
}

/** What has changed since the last report: worked out once an outcome. */
export const changesIn = oncePer((outcome: Outcome): Changes => {
  const history = historyIn(outcome.snapshot);
  const now = reportedIn(outcome);
  const since = sinceOf(history, now);
  const kept = historyWith(history, now);
  if (since.report === null) return { history, kept, since, moved: null };
  const items = itemsOf(history, since.report);
  const before = { ...since.report, items, isComplete: isComplete(since.report, items) };
  const moved = compare(before, now, (of) => asItStands(of, outcome));
  return { history, kept, since, moved: { ...moved, since: since.report } };
});

/** True where nothing moved, as far as the history tells. */
export function isUnchanged({ figures, actions, counts }: Comparison): boolean {
  const counted = counts.some(({ before, now }) => before !== null && now !== null && before !== now);
  return figures.length === 0 && actions.length === 0 && !counted;
}

/** The figure of an earlier report's period, as this return has it; null where it has none. */
function asItStands(
  { metric, organisation, target, period }: FigureReported,
  { assessments, totals }: Outcome,
): Figure | null {
  const isSame = (each: {
    readonly metric: string;
    readonly organisation: string;
    readonly period: { label: string };
  }) => each.metric === metric && each.organisation === organisation && each.period.label === period?.label;
  const row = assessments.find((each) => isSame(each) && (target === null || each.target === target));
  if (row !== undefined && row.actual !== null)
    return { period: row.period, value: row.actual, unit: row.unit, rating: row.rag };
  const total = totals.find(isSame);
  return total === undefined || total.value === null
    ? null
    : { period: total.period, value: total.value, unit: total.unit, rating: null };
}

/** Rows of the history that cannot be used and marks that say neither yes nor no, one plain sentence each. */
export function unreadSentences(
  { history: { unreadReports, unreadItems, reports }, kept }: Changes,
  sheet: string,
): string[] {
  const rows = [...unreadReports, ...unreadItems];
  const [first, ...others] = rows;
  const unclear = kept.reports.find(isUnclearMark) ?? reports.find(isUnclearMark);
  return [
    ...(first === undefined
      ? []
      : [
          `${sheet} has ${others.length === 0 ? "a row" : `${rows.length} rows`} that could not be used; the first: ${first.why.replace(/^not used: /, "")}.`,
        ]),
    ...(unclear === undefined
      ? []
      : [
          `${sheet}, report ${unclear.number}: “${String(unclear.mark)}” under Went to a board is neither yes nor no, so it is taken for no.`,
        ]),
  ];
}
