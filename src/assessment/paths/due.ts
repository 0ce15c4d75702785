import { financialYear, type Period } from "../../plan/time/periods";
import type { Due } from "../../plan/schema";
import { periodHolding, position, yearPosition, type Rhythm } from "../../series/axis";

/** The period in which a target falls due: for a window its late edge, for what is in force the first period it holds for. */
export function dueIn(due: Due, rhythm: Rhythm): Period {
  switch (due.kind) {
    case "date":
      return periodHolding(due.date, rhythm);
    case "window":
      return financialYear(yearPosition(due.late));
    case "inForce":
      return periodHolding(due.from, rhythm);
  }
}

/** Where a target stands on the year axis, at its late and its early edge: the same point where it has no window. */
export function edges(due: Due, rhythm: Rhythm): { late: number; early: number } {
  if (due.kind === "window") return { late: yearPosition(due.late), early: yearPosition(due.early) };
  const at = position(dueIn(due, rhythm).last);
  return { late: at, early: at };
}

/**
 * Whether a target is judged in a period (calculations.md section 8): a dated one in the first
 * period ending on or after its date and in all later ones, one in force in every period that
 * starts on or after it.
 */
export function isJudged(due: Due, period: Pick<Period, "first" | "last">): boolean {
  switch (due.kind) {
    case "date":
      return period.last >= due.date;
    case "window":
      return period.last >= financialYear(yearPosition(due.late)).last;
    case "inForce":
      return period.first >= due.from;
  }
}

/** Targets of one pathway in order of date. */
export function dueDate(due: Due): string {
  switch (due.kind) {
    case "date":
      return due.date;
    case "window":
      return financialYear(yearPosition(due.late)).last;
    case "inForce":
      return due.from;
  }
}
