import { oncePer } from "../../collections/once-per";
import type { Outcome } from "../../outcome";
import { compare, type Comparison, type Figure } from "./compare";
import { historyIn, itemsOf, type History, type ReportKept } from "./history";
import { historyWith, type Kept } from "./keeping";
import { reportedIn, type FigureReported, type ReportedNow } from "./reported";
import { sinceOf, type Since } from "./since";

/** What moved since an earlier report. */
export interface Moved extends Comparison {
  readonly since: ReportKept;
  /** True where nothing moved, as far as the history tells. */
  readonly isNothing: boolean;
}

interface Changes {
  readonly now: ReportedNow;
  readonly history: History;
  /** The history with this report in it. */
  readonly kept: Kept;
  readonly since: Since;
  /** Null where there is no report to set this one against. */
  readonly moved: Moved | null;
}

/** What has changed since the last report: worked out once an outcome. */
export const changesIn = oncePer((outcome: Outcome): Changes => {
  const history = historyIn(outcome.snapshot);
  const now = reportedIn(outcome);
  const since = sinceOf(history, now);
  const kept = historyWith(history, now);
  if (since.report === null) return { now, history, kept, since, moved: null };
  const before = { ...since.report, items: itemsOf(history, since.report) };
  const moved = compare(before, now, (of) => asItStands(of, outcome));
  const counted = moved.counts.some((each) => each.before !== null && each.before !== each.now);
  const isNothing = moved.figures.length === 0 && moved.actions.length === 0 && !counted;
  return { now, history, kept, since, moved: { ...moved, since: since.report, isNothing } };
});

/** The figure of an earlier report's period, as this return has it; null where it has none. */
function asItStands(of: FigureReported, { assessments, totals }: Outcome): Figure | null {
  const isOf = (each: { readonly metric: string; readonly organisation: string; readonly period: { label: string } }) =>
    each.metric === of.metric && each.organisation === of.organisation && each.period.label === of.period?.label;
  const row = assessments.find((each) => isOf(each) && (of.target === null || each.target === of.target));
  const { period, value, unit } = row ? { ...row, value: row.actual } : (totals.find(isOf) ?? { ...of, value: null });
  return period === null || value === null ? null : { period, value, unit, rating: row?.rag ?? null };
}
