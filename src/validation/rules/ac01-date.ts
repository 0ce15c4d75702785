import { readDay } from "../../actions/day";
import { readCompletion } from "../../plan/completion";
import { readPeriod } from "../../plan/periods";
import { joinWords, periodWords } from "../../plan/wording";
import { actionCandidate, actionName, actionRows, cellOf, isLive } from "../action-rows";
import type { ActionRow } from "../action-rows";
import type { CheckContext } from "../context";
import { quoted } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";

const FIELDS = {
  due: "due date",
  started: "start date",
  completed: "completion date",
  lastUpdate: "date of update",
} as const;
type Field = keyof typeof FIELDS;

/** Dates of actions that cannot be read, or can be read two ways (validation-rules.md AC01-AC07). */
export const actionDate: Rule = {
  code: "AC01",
  name: "action-date",
  reach: "layout",
  severity: "warning",
  looksFor: "An action’s date that cannot be read, or a quarter that can be read two ways.",
  why: "Without a date nobody can say whether the action is late.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return actionRows(context)
      .filter(isLive)
      .flatMap((row) => (Object.keys(FIELDS) as Field[]).flatMap((field) => dateProblem(context, row, field)));
  },
};

function dateProblem(context: CheckContext, row: ActionRow, field: Field): Candidate[] {
  const value = row.row[field];
  if (value === null || value === "" || isPlansOwn(row, field, value)) return [];
  const reading =
    typeof value === "string" ? readPeriod(value, { dateSystem: context.input.snapshot.dateSystem }) : null;
  const cell = cellOf(row, field).cell;
  const head = `The ${FIELDS[field]} of action ${actionName(row)} in ${cell}, ${quoted(String(value))},`;
  if (reading?.kind === "ambiguous") {
    const readings = joinWords(
      reading.readings.map((each) => `${periodWords(each)} (to ${each.last})`),
      "or",
    );
    return [problem(row, field, value, `${head} can be read as ${readings}. Write a date, such as 31 March 2025.`)];
  }
  const read = !readDay(value, context.input.snapshot.dateSystem).unread;
  const asPlan = field === "due" && typeof value === "string" && readCompletion(value, context.pack) !== null;
  return read || asPlan
    ? []
    : [problem(row, field, value, `${head} cannot be read as a date. Write a date, such as 31 March 2025.`)];
}

/** The plan's own words for the date: how they are read is the plan's convention, shown with its notes. */
function isPlansOwn({ action }: ActionRow, field: Field, value: string | number): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (field !== "due" || action === null || typeof value !== "string") return false;
  const own = [action.completion, action.exception?.completion, ...(action.parts ?? []).map((part) => part.completion)];
  return own.some((each) => each !== undefined && plain(each) === plain(value));
}

function problem(row: ActionRow, field: Field, value: string | number, message: string): Candidate {
  return actionCandidate([row], field, { severity: "warning", message, figure: value, subject: field });
}
