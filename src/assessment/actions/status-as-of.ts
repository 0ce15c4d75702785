import { addMonths, daysBetween, formatDate, type IsoDate } from "../../plan/time/periods";
import { plural } from "../../plan/wording";
import type { ActionStatus, Rag } from "../assessment";
import type { Timetable } from "./timetable";
import type { ReportedStatus } from "./reported-status";
import { isEnded, type NormalStatus } from "./status-words";

/** An action's status as of a date, with its colour and the reason. */
export interface DatedStatus {
  readonly status: ActionStatus;
  readonly rag: Rag;
  readonly daysLate: number;
  /** A clause that says why, with the dates in it. */
  readonly because: string;
}

/**
 * An action's status as of a date (plan-facts.md section 4), from what its row reports and when it is
 * due. Only what had happened by then counts.
 *
 * @param dueSoonDays how many days ahead counts as soon: the pack's threshold.
 */
export function statusAsOf(
  reported: ReportedStatus,
  timetable: Timetable,
  asOf: IsoDate,
  dueSoonDays: number,
): DatedStatus {
  const { due } = timetable;
  if (reported.status === "not applicable") return dated("not applicable", "grey", "it is reported as not applicable");
  const ended = endedStatus(reported, asOf);
  if (ended !== null) return ended;
  if (isComplete(reported, asOf)) return completed(reported, timetable);
  if (timetable.done) return againstPlan(reported);
  if (reported.status === null && !reported.unknownWords) return silent(timetable, asOf);
  if (timetable.continuous) return continuing(reported, timetable, asOf);
  if (due !== null && asOf > due && timetable.review !== null && reported.ongoing) {
    return dated("review due", "amber", `${pastReview(reported, timetable, asOf)}: close it or carry it on`);
  }
  if (due !== null && asOf > due) {
    const late = daysBetween(due, asOf);
    return dated("overdue", "red", `it was due on ${formatDate(due)} and is not reported complete`, late);
  }
  if (timetable.review !== null && hasBegun(reported)) {
    const overdueReview = reviewDue(reported, timetable, asOf);
    if (overdueReview !== null) return overdueReview;
  }
  return ahead(reported, timetable, asOf, dueSoonDays);
}

function dated(status: ActionStatus, rag: Rag, because: string, daysLate = 0): DatedStatus {
  return { status, rag, daysLate, because };
}

const ENDINGS: Partial<Record<NormalStatus, readonly [ActionStatus, string]>> = {
  cancelled: ["closed", "it is reported as closed without being done"],
  superseded: ["superseded", "it is reported as superseded by other work"],
  "business as usual": ["business as usual", "it is reported as moved to business as usual"],
  "next plan": ["next plan", "it is reported as moved to the next plan"],
};

/** Ended otherwise than by being done: neither late nor complete. Null where it had not ended by then. */
function endedStatus({ status, completed }: ReportedStatus, asOf: IsoDate): DatedStatus | null {
  const ending = status === null ? undefined : ENDINGS[status];
  if (ending === undefined || (completed !== null && completed > asOf)) return null;
  const on = completed === null ? "" : ` on ${formatDate(completed)}`;
  return dated(ending[0], "grey", `${ending[1]}${on}`);
}

/** A row without a status says no more than no row. */
function silent({ due, continuous }: Timetable, asOf: IsoDate): DatedStatus {
  const passed = !continuous && due !== null && due < asOf ? `, though ${formatDate(due)} has passed` : "";
  return dated("no return", "grey", `its row gives no status${passed}`);
}

/** Said to go on past its date, where the plan asks for reviews. */
function pastReview(reported: ReportedStatus, { due, review }: Timetable, asOf: IsoDate): string {
  const last = lastUpdate(reported, asOf);
  const when = last === null ? "no update is dated" : `its last update was on ${formatDate(last)}`;
  return `its date of ${formatDate(due ?? asOf)} has passed, it is reported as going on and is reviewed ${review === "annual" ? "yearly" : "each quarter"} (${when})`;
}

function isComplete({ status, completed }: ReportedStatus, asOf: IsoDate): boolean {
  if (completed !== null && completed > asOf) return false;
  return status === "complete" || (status === null && completed !== null);
}

/** What goes on has no day to be complete by, so it is never complete late. */
function completed({ completed }: ReportedStatus, { due, continuous }: Timetable): DatedStatus {
  if (completed === null) return dated("complete", "green", "it is reported complete, without a completion date");
  const on = `it was completed on ${formatDate(completed)}`;
  if (due === null || continuous || completed <= due) return dated("complete", "green", on);
  const days = daysBetween(due, completed);
  return dated("complete late", "green", `${on}, ${plural(days, "day")} after ${formatDate(due)}`, days);
}

/** The plan gives it as complete and the return does not: shown as the return says, never green. */
function againstPlan({ status }: ReportedStatus): DatedStatus {
  const plan = "the plan itself gives it as complete";
  if (status === null) return dated("complete", "green", `${plan}, and the return gives it no status that can be read`);
  return dated(
    status === "not started" ? "not started late" : "on track",
    "amber",
    `${plan}, but the return as ${status}`,
  );
}

/** Work under way. The status says so, not the start date, in which trackers often hold a planned start. */
function hasBegun({ status }: ReportedStatus): boolean {
  return status === "in progress" || status === "complete" || status === "on hold" || isEnded(status);
}

function continuing(reported: ReportedStatus, timetable: Timetable, asOf: IsoDate): DatedStatus {
  if (reported.status === null) return unknown("it is to go on");
  if (hasBegun(reported)) {
    const { until } = timetable;
    if (until !== null && asOf > until) {
      return dated("review due", "amber", `it was to go on until ${formatDate(until)}: close it or carry it on`);
    }
    return (
      reviewDue(reported, timetable, asOf) ??
      coloured(reported, "on track", `it goes on and ${reviewed(reported, timetable, asOf)}`)
    );
  }
  const first = timetable.due ?? timetable.start;
  if (first === null || asOf <= first) return ahead(reported, timetable, asOf, 0);
  const days = daysBetween(first, asOf);
  return dated("not started late", "red", `it was to have begun by ${formatDate(first)} and has not`, days);
}

/** A row that says nothing that can be read is as good as none; never a guess. */
function unknown(when: string): DatedStatus {
  return dated("no return", "grey", `${when} and the return gives it no status that can be read`);
}

/** Months a review may be old. */
const REVIEW_MONTHS = { quarterly: 3, annual: 12 } as const;

/** The last dated update by the reporting date. */
function lastUpdate({ lastUpdate, completed }: ReportedStatus, asOf: IsoDate): IsoDate | null {
  const updates = [lastUpdate, completed].filter((date) => date !== null && date <= asOf);
  return updates.sort().at(-1) ?? null;
}

/** A review due where the last update, or without one the start, is too long ago; else null. */
function reviewDue(reported: ReportedStatus, { review, start }: Timetable, asOf: IsoDate): DatedStatus | null {
  if (review === null) return null;
  const last = lastUpdate(reported, asOf);
  const since = last ?? reported.started ?? start;
  const months = REVIEW_MONTHS[review];
  if (since === null) return dated("review due", "amber", "it is to be reviewed and no update is dated");
  if (asOf <= addMonths(since, months)) return null;
  const when =
    last === null ? `no update is dated since ${formatDate(since)}` : `its last update was on ${formatDate(last)}`;
  return dated("review due", "amber", `${when}, more than ${months} months ago`);
}

/** When it was last reviewed, in words; where it was not yet, when that is due. */
function reviewed(reported: ReportedStatus, { review, start }: Timetable, asOf: IsoDate): string {
  const last = lastUpdate(reported, asOf);
  if (last !== null) return `was last updated on ${formatDate(last)}`;
  const since = reported.started ?? start;
  return review === null || since === null
    ? "has no review to come"
    : `is to be reviewed by ${formatDate(addMonths(since, REVIEW_MONTHS[review]))}`;
}

/** Not yet due: on track, due soon, or late to start. */
function ahead(reported: ReportedStatus, { start, due }: Timetable, asOf: IsoDate, dueSoonDays: number): DatedStatus {
  const days = due === null ? null : daysBetween(asOf, due);
  const when = due === null ? "it has no end date" : `it is due on ${formatDate(due)}`;
  if (!hasBegun(reported) && start !== null && asOf > start && reported.status !== null) {
    return dated("not started late", "amber", `${when}, was to start on ${formatDate(start)} and has not begun`);
  }
  if (days !== null && days <= dueSoonDays) {
    return dated(
      "due soon",
      "amber",
      days === 0 ? `${when}, the reporting date itself` : `${when}, in ${plural(days, "day")}`,
    );
  }
  if (reported.status === null) return unknown(when);
  return coloured(reported, "on track", when);
}

/** Green, unless the person who reports it says otherwise. */
function coloured(reported: ReportedStatus, status: ActionStatus, because: string): DatedStatus {
  if (reported.status === "on hold") return dated(status, "amber", `${because}, but it is reported on hold`);
  return reported.trouble
    ? dated(status, "amber", `${because}, but its own status speaks of trouble`)
    : dated(status, "green", because);
}
