import { isOpen } from "../../../evidence/sheets/action-rows";
import { quoted } from "../../../findings/quoted";
import { statusWarning, type StatusCheck } from "./status-check";

/** An action that the plan itself gives as complete, and the return does not. */
export const openAgainstPlan: StatusCheck = (row) => {
  const done = row.actions.every(({ completion }) => /^\s*completed?\s*$/i.test(completion));
  if (!done || row.told.status === null || !isOpen(row)) return null;
  return statusWarning(
    row,
    "status",
    `is ${quoted(row.row.status ?? row.told.status)}, but the plan itself gives it as complete`,
    "Mark it complete, or say why it is open again.",
  );
};
