import { plural } from "../../../../plan/wording";
import { isLive } from "../../../evidence/sheets/action-rows";
import { quoted } from "../../../findings/quoted";
import { cellsNamed, rowsNamed } from "../../../evidence/sheets/action-finding";
import { statusWarning, type SharedProblem, type StatusCheck } from "./status-check";

const KNOWN = "Write not started, in progress, complete, on hold, cancelled or not applicable.";
const STATUS_COLUMNS = ["status", "rag", "progress", "percent", "completed"];

/** No status, or words that are none we know. */
export const unreadStatus: StatusCheck = (each) => {
  const { row, told } = each;
  if (told.unknownWords) {
    const text = quoted(row.status ?? "");
    const says = `has the status ${text}, which cannot be read as one`;
    return statusWarning(each, "status", says, KNOWN, unknownWords(text));
  }
  if (told.status !== null || !isLive(each)) return null;
  if (!STATUS_COLUMNS.some((field) => row.cells[field] !== undefined)) {
    const expected = "Head one of the tracker’s columns Status.";
    return statusWarning(each, "rawId", "has no column that says how it stands", expected, NO_COLUMN);
  }
  return statusWarning(each, "status", "has no status", KNOWN, NO_STATUS);
};

function unknownWords(text: string): SharedProblem {
  return {
    key: `unknown ${text.toLowerCase()}`,
    says: (rows) =>
      `${plural(rows.length, "action has", "actions have")} the status ${text}, which cannot be read as one: ${rowsNamed(rows, "status")}`,
  };
}

const NO_STATUS: SharedProblem = {
  key: "no status",
  says: (rows) => `${plural(rows.length, "action has", "actions have")} no status: ${rowsNamed(rows, "status")}`,
};

const NO_COLUMN: SharedProblem = {
  key: "no column",
  says: (rows) =>
    `The tracker of ${plural(rows.length, "action")} (${cellsNamed(rows, "rawId")}) has no column that says how each stands`,
};
