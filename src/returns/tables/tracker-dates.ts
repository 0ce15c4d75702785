import { fold } from "../words/text";
import type { TrackerRole } from "../words/tracker-words";

/** A column of a tracker by its heading. */
export interface HeadedColumn {
  readonly role: TrackerRole;
  readonly column: number;
  /** Its words, as written. */
  readonly heading: string;
}

/**
 * What the date columns of a tracker mean beside each other: which is the plan's, which was agreed later, which is
 * when it was done, and whose agreement is meant.
 */
export function settledDates<C extends HeadedColumn>(columns: readonly C[]): C[] {
  return [completion, agreedDate, currentBesideOriginal, forecastAlone, agreementOfTheDate].reduce(
    (settled, settle) => settle(settled),
    [...columns],
  );
}

const WHEN_DUE: readonly TrackerRole[] = ["due", "revised", "forecast"];

/** "Completion date" is when an action is due, as in the plan, unless another column says that. */
function completion<C extends HeadedColumn>(columns: C[]): C[] {
  return withRole(columns, "completion", has(columns, WHEN_DUE) ? "completed" : "due");
}

/** "Agreed date" is the new date, unless another column holds that: then it is the day it was agreed on. */
function agreedDate<C extends HeadedColumn>(columns: C[]): C[] {
  return withRole(columns, "agreedDate", has(columns, ["revised"]) ? "agreedOn" : "revised");
}

const ORIGINAL = /\b(original(ly)?|baseline|initial)\b|\bin( the)? plan\b|^(green )?plan (date|due|due date|deadline)$/;

const CURRENT = /\b(current|latest)\b/;

/** "Original date" beside "Due date", or "Due date" beside "Current date": the second is the date as it is now. */
function currentBesideOriginal<C extends HeadedColumn>(columns: C[]): C[] {
  const due = columns.filter(({ role }) => role === "due");
  const original = due.filter(({ heading }) => ORIGINAL.test(fold(heading)));
  const current =
    original.length > 0
      ? due.filter((each) => !original.includes(each))
      : due.filter(({ heading }) => CURRENT.test(fold(heading)));
  if (current.length === due.length) return columns;
  return columns.map((each) => (current.includes(each) ? { ...each, role: "revised" as const } : each));
}

/** What is forecast is when an action is due where no other column says that. */
function forecastAlone<C extends HeadedColumn>(columns: C[]): C[] {
  return has(columns, ["due", "revised"]) ? columns : withRole(columns, "forecast", "due");
}

const OF_AGREEMENT: readonly TrackerRole[] = ["agreedBy", "agreedOn", "reason"];

/** What stands before the dates ("Meeting", "Date agreed", "Rationale") is about the action itself, not about its new date. */
function agreementOfTheDate<C extends HeadedColumn>(columns: C[]): C[] {
  const dates = columns.filter(({ role }) => WHEN_DUE.includes(role)).map(({ column }) => column);
  const first = dates.length === 0 ? -1 : Math.min(...dates);
  return columns.filter(({ role, column }) => !OF_AGREEMENT.includes(role) || column > first);
}

function has(columns: readonly HeadedColumn[], roles: readonly TrackerRole[]): boolean {
  return columns.some(({ role }) => roles.includes(role));
}

function withRole<C extends HeadedColumn>(columns: C[], from: TrackerRole, to: TrackerRole): C[] {
  return columns.map((each) => (each.role === from ? { ...each, role: to } : each));
}
