import { formatDate, type IsoDate } from "../../../../plan/time/periods";
import { formatPercent, plural } from "../../../../plan/wording";
import type { ActionRow } from "../../../evidence/sheets/action-rows";
import { quoted } from "../../../findings/quoted";
import { rowsNamed } from "../../../evidence/sheets/action-finding";
import { isSaidOpen, statusWarning, type SharedProblem, type StatusCheck } from "./status-check";

/** A status that the dates of its row contradict, or that lacks the date it needs. */
export const datesAgainstStatus: StatusCheck = (each, asOf) => {
  const { row, told } = each;
  const { status, started, completed } = told;
  const words = quoted(row.status ?? status ?? "");
  if (status === "complete" && completed === null && row.completed === null && hasDateColumn(row.cells)) {
    const says = `is ${words} without a completion date`;
    return statusWarning(each, "completed", says, "Add the date it was completed.", UNDATED);
  }
  if (completed !== null && completed <= asOf && isSaidOpen(each)) {
    const says = `is ${words} but was completed on ${formatDate(completed)}`;
    return statusWarning(each, "status", says, "Mark it complete, or take the date out.");
  }
  if (status === "not started" && hasBegun(row.percent, started, asOf)) {
    const how =
      started === null || started > asOf
        ? `at ${formatPercent(row.percent ?? 0)}`
        : `started on ${formatDate(started)}`;
    const expected = "Mark it in progress, or correct what says that it began.";
    return statusWarning(each, "status", `is ${words} but ${how}`, expected);
  }
  return null;
};

/** A column of completion dates: one of Yes and No is where the status itself was read. */
function hasDateColumn(cells: ActionRow["row"]["cells"]): boolean {
  return cells["completed"] !== undefined && cells["completed"] !== cells["status"];
}

const UNDATED: SharedProblem = {
  key: "undated",
  says: (rows) =>
    `${plural(rows.length, "action is", "actions are")} complete without a completion date: ${rowsNamed(rows, "completed")}`,
};

/** Progress is claimed. Trackers often hold the planned start: alone it contradicts only where no percentage says 0. */
function hasBegun(percent: number | null, started: IsoDate | null, asOf: IsoDate): boolean {
  return percent === null ? started !== null && started <= asOf : percent > 0;
}
