import { formatDate } from "../../../../plan/time/periods";
import type { StatusCheck, StatusProblem } from "./status-check";

/** Dates that cannot be: completed before it started, or after the reporting date. */
export const impossibleDates: StatusCheck = (row, asOf) => {
  const { started, completed, status } = row.told;
  const error = (says: string, expected: string): StatusProblem => {
    const field = row.row.completed === null ? "status" : "completed";
    return { row, severity: "error", field, says, expected };
  };
  if (completed !== null && started !== null && completed < started) {
    return error(
      `was completed on ${formatDate(completed)}, before it started on ${formatDate(started)}`,
      "Correct whichever date is wrong.",
    );
  }
  if (completed !== null && completed > asOf && status === "complete") {
    return error(
      `is complete, on ${formatDate(completed)}, after the reporting date of ${formatDate(asOf)}`,
      "Correct the date or the status, or report as of a later date.",
    );
  }
  return null;
};
