import { endOf, timetableOf } from "../../../assessment/actions/timetable";
import { dayOf } from "../../../assessment/actions/reported-status";
import { readCompletion } from "../../../plan/time/completion";
import { formatDate, type IsoDate } from "../../../plan/time/periods";
import { actionRows, cellOf, isOpen, type ActionRow } from "../../evidence/sheets/action-rows";
import type { CheckContext } from "../../context/check-context";
import type { Rule } from "../rule";
import { actionFinding, actionName } from "../../evidence/sheets/action-finding";

/** Actions that a return lets run past the plan's end (validation-rules.md AC01-AC07). */
export const actionsAfterPlan: Rule = {
  code: "AC02",
  name: "action-after-plan",
  severity: "warning",
  looksFor: "A due date after the plan’s end that the plan itself does not give.",
  why: "What ends after the plan is outside what it was approved to deliver, and needs a place in the next one.",
  check(context) {
    return actionRows(context)
      .filter((row) => row.actions.length > 0 && isOpen(row))
      .flatMap((row) => {
        const field = (row.row.revised ?? null) === null ? "due" : "revised";
        const due = dueDate(context, row, field);
        if (due === null || due <= context.pack.end || due <= planned(context, row)) return [];
        return [
          actionFinding([row], field, {
            severity: "warning",
            message: `Action ${actionName(row)} is due on ${formatDate(due)} (${cellOf(row, field).cell}), after the plan ends on ${formatDate(context.pack.end)}. A date within the plan was expected; bring it forward, or say which plan it moves to.`,
            figure: due,
          }),
        ];
      });
  },
};

function dueDate(context: CheckContext, { row }: ActionRow, field: "due" | "revised"): IsoDate | null {
  const day = dayOf(row, field, context.input.snapshot.dateSystem).date;
  const written = row[field];
  if (day !== null || typeof written !== "string") return day;
  return endOf(readCompletion(written, context.pack));
}

/** The plan's own last date: an action it lets run past its end is shown with its contradictions, not here. */
function planned(context: CheckContext, { actions }: ActionRow): IsoDate {
  const dates = actions.map((action) => endOf(timetableOf(action, context.pack)) ?? "").sort();
  return dates[dates.length - 1] ?? "";
}
