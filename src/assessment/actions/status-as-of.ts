import { addMonths, daysBetween, formatDate } from "../../plan/time/periods";
import type { IsoDate } from "../../plan/time/periods";
import { plural } from "../../plan/wording";
import type { ActionStatus, Rag } from "../assessment";
import type { Timetable } from "./timetable";
import type { Told } from "./reported-status";

export interface Standing {
  readonly status: ActionStatus;
  readonly rag: Rag;
  readonly daysLate: number;
  /** A clause that says why, with the dates in it. */
  readonly because: string;
}

/** An action's status as of a date (plan-facts.md section 4). Only what had happened by then counts. */
export function standingAsOf(told: Told, timetable: Timetable, asOf: IsoDate, dueSoonDays: number): Standing {
  const { due } = timetable;
  if (told.status === "not applicable") return standing("not applicable", "grey", "it is reported as not applicable");
  if (told.status === "cancelled")
    return standing("not applicable", "grey", "it is reported as cancelled, so it will not be delivered");
  if (isComplete(told, asOf)) return completed(told, timetable);
  if (timetable.done) return againstPlan(told);
  const late = due !== null && asOf > due ? daysBetween(due, asOf) : 0;
  if (timetable.continuous) return continuing(told, timetable, asOf);
  if (late > 0)
    return standing("overdue", "red", `it was due on ${formatDate(due as IsoDate)} and is not reported complete`, late);
  if (timetable.review !== null && hasBegun(told)) {
    const overdueReview = reviewDue(told, timetable, asOf);
    if (overdueReview !== null) return overdueReview;
  }
  return ahead(told, timetable, asOf, dueSoonDays);
}

function standing(status: ActionStatus, rag: Rag, because: string, daysLate = 0): Standing {
  return { status, rag, daysLate, because };
}

function isComplete({ status, completed }: Told, asOf: IsoDate): boolean {
  if (completed !== null && completed > asOf) return false;
  return status === "complete" || (status === null && completed !== null);
}

/** What goes on has no day to be complete by, so it is never complete late. */
function completed({ completed }: Told, { due, continuous }: Timetable): Standing {
  if (completed === null) return standing("complete", "green", "it is reported complete, without a completion date");
  const on = `it was completed on ${formatDate(completed)}`;
  if (due === null || continuous || completed <= due) return standing("complete", "green", on);
  const days = daysBetween(due, completed);
  return standing("complete late", "green", `${on}, ${plural(days, "day")} after ${formatDate(due)}`, days);
}

/** The plan gives it as complete and the return does not: shown as the return says, never green. */
function againstPlan({ status }: Told): Standing {
  const plan = "the plan itself gives it as complete";
  if (status === null)
    return standing("complete", "green", `${plan}, and the return gives it no status that can be read`);
  return standing(
    status === "not started" ? "not started late" : "on track",
    "amber",
    `${plan}, but the return as ${status}`,
  );
}

/** Work under way. The status says so, not the start date, in which trackers often hold a planned start. */
function hasBegun({ status }: Told): boolean {
  return status === "in progress" || status === "complete" || status === "on hold";
}

function continuing(told: Told, timetable: Timetable, asOf: IsoDate): Standing {
  if (told.status === null) return unknown("it is to go on");
  if (hasBegun(told)) {
    const { until } = timetable;
    if (until !== null && asOf > until) {
      return standing("review due", "amber", `it was to go on until ${formatDate(until)}: close it or carry it on`);
    }
    return (
      reviewDue(told, timetable, asOf) ??
      coloured(told, "on track", `it goes on and ${reviewed(told, timetable, asOf)}`)
    );
  }
  const first = timetable.due ?? timetable.start;
  if (first === null || asOf <= first) return ahead(told, timetable, asOf, 0);
  const days = daysBetween(first, asOf);
  return standing("not started late", "red", `it was to have begun by ${formatDate(first)} and has not`, days);
}

/** A row that says nothing that can be read is as good as none; never a guess. */
function unknown(when: string): Standing {
  return standing("no return", "grey", `${when} and the return gives it no status that can be read`);
}

/** Months a review may be old. */
const REVIEW_MONTHS = { quarterly: 3, annual: 12 } as const;

/** The last dated update by the reporting date. */
function lastUpdate({ lastUpdate, completed }: Told, asOf: IsoDate): IsoDate | null {
  const updates = [lastUpdate, completed].filter((date): date is IsoDate => date !== null && date <= asOf);
  return updates.sort()[updates.length - 1] ?? null;
}

/** A review due where the last update, or without one the start, is too long ago; else null. */
function reviewDue(told: Told, { review, start }: Timetable, asOf: IsoDate): Standing | null {
  if (review === null) return null;
  const last = lastUpdate(told, asOf);
  const since = last ?? told.started ?? start;
  const months = REVIEW_MONTHS[review];
  if (since === null) return standing("review due", "amber", "it is to be reviewed and no update is dated");
  if (asOf <= addMonths(since, months)) return null;
  const when =
    last === null ? `no update is dated since ${formatDate(since)}` : `its last update was on ${formatDate(last)}`;
  return standing("review due", "amber", `${when}, more than ${months} months ago`);
}

/** When it was last reviewed, in words; where it was not yet, when that is due. */
function reviewed(told: Told, { review, start }: Timetable, asOf: IsoDate): string {
  const last = lastUpdate(told, asOf);
  if (last !== null) return `was last updated on ${formatDate(last)}`;
  const since = told.started ?? start;
  return review === null || since === null
    ? "has no review to come"
    : `is to be reviewed by ${formatDate(addMonths(since, REVIEW_MONTHS[review]))}`;
}

/** Not yet due: on track, due soon, or late to start. */
function ahead(told: Told, { start, due }: Timetable, asOf: IsoDate, dueSoonDays: number): Standing {
  const days = due === null ? null : daysBetween(asOf, due);
  const when = due === null ? "it has no end date" : `it is due on ${formatDate(due)}`;
  if (!hasBegun(told) && start !== null && asOf > start && told.status !== null) {
    return standing("not started late", "amber", `${when}, was to start on ${formatDate(start)} and has not begun`);
  }
  if (days !== null && days <= dueSoonDays) {
    return standing(
      "due soon",
      "amber",
      days === 0 ? `${when}, the reporting date itself` : `${when}, in ${plural(days, "day")}`,
    );
  }
  if (told.status === null) return unknown(when);
  return coloured(told, "on track", when);
}

/** Green, unless the person who reports it says otherwise. */
function coloured(told: Told, status: ActionStatus, because: string): Standing {
  if (told.status === "on hold") return standing(status, "amber", `${because}, but it is reported on hold`);
  return told.trouble
    ? standing(status, "amber", `${because}, but its own status speaks of trouble`)
    : standing(status, "green", because);
}
