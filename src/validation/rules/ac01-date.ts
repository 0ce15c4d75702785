import { readDay } from "../../actions/day";
import { readCompletion } from "../../plan/completion";
import { formatDate, readPeriod } from "../../plan/periods";
import type { Period } from "../../plan/periods";
import { joinWords, periodWords, plural, someOf } from "../../plan/wording";
import { actionCandidate, actionName, actionRows, cellOf, isLive } from "../action-rows";
import type { ActionRow } from "../action-rows";
import type { CheckContext } from "../context";
import { groupBy } from "../groups";
import { quoted } from "../phrases";
import { references } from "../places";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";

const NAMES = {
  due: "due date",
  started: "start date",
  completed: "completion date",
  lastUpdate: "last update",
} as const;
type Field = keyof typeof NAMES;
const FIELDS = Object.keys(NAMES) as Field[];

/** Dates of actions that cannot be read, or can be read two ways (validation-rules.md AC01-AC07). */
export const actionDate: Rule = {
  code: "AC01",
  name: "action-date",
  severity: "warning",
  looksFor: "An action’s date that cannot be read, or a quarter that can be read two ways.",
  why: "Without a date nobody can say whether the action is late.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const problems = actionRows(context)
      .filter(isLive)
      .flatMap((row) => FIELDS.flatMap((field) => problemOf(context, row, field) ?? []));
    const groups = groupBy(
      problems,
      ({ field, text, readings }) => `${field}|${readings === null ? text : kindOf({ readings })}`,
    );
    return [...groups.values()].map(candidate);
  },
};

/** A date of one action that does not say which day is meant. */
interface Problem {
  readonly row: ActionRow;
  readonly field: Field;
  readonly text: string;
  /** The periods it can mean, none where it names no year; null where it is no date at all. */
  readonly readings: readonly Period[] | null;
}

function problemOf(context: CheckContext, row: ActionRow, field: Field): Problem | null {
  const value = row.row[field];
  if (value === null || value === "" || isPlansOwn(row, field, value)) return null;
  const { dateSystem } = context.input.snapshot;
  const problem = { row, field, text: String(value) };
  const reading = typeof value === "string" ? readPeriod(value, { dateSystem }) : null;
  if (reading?.kind === "ambiguous") {
    const { completed, status } = row;
    // Whichever day was meant, it was met.
    const met = status === "complete" && completed !== null && reading.readings.every(({ last }) => completed <= last);
    return field === "due" && met && reading.readings.length > 0 ? null : { ...problem, readings: reading.readings };
  }
  const read = !readDay(value, dateSystem).unread;
  const asPlan = field === "due" && typeof value === "string" && readCompletion(value, context.pack) !== null;
  return read || asPlan ? null : { ...problem, readings: null };
}

/** The plan's own words for the date: how they are read is the plan's convention, shown with its notes. */
function isPlansOwn({ action }: ActionRow, field: Field, value: string | number): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (field !== "due" || action === null || typeof value !== "string") return false;
  const own = [action.completion, action.exception?.completion, ...(action.parts ?? []).map((part) => part.completion)];
  return own.some((each) => each !== undefined && plain(each) === plain(value));
}

function candidate(group: readonly Problem[]): Candidate {
  const [{ field, text, readings }] = group as readonly Problem[] as [Problem];
  const alone = group.length === 1;
  return actionCandidate(
    group.map(({ row }) => row),
    field,
    {
      severity: "warning",
      message: `${wrong(group)}. Write ${alone ? "a date" : "dates"}, such as 31 March 2025.`,
      figure: alone ? text : group.length,
      subject: alone ? field : `${field} ${kindOf({ readings })}`,
    },
  );
}

function kindOf({ readings }: Pick<Problem, "readings">): string {
  if (readings === null) return "unread";
  return readings.length === 0 ? "without a year" : "two ways";
}

function wrong(group: readonly Problem[]): string {
  const [first] = group as readonly Problem[] as [Problem];
  const { row, field, text, readings } = first;
  if (group.length === 1) {
    const head = `The ${NAMES[field]} of action ${actionName(row)} in ${cellOf(row, field).cell}, ${quoted(text)},`;
    if (readings === null) return `${head} cannot be read as a date`;
    return readings.length === 0
      ? `${head} does not say which year is meant`
      : `${head} can be read as ${days(readings, field)}`;
  }
  const cells = someOf(references(group.map((each) => cellOf(each.row, field))));
  const head = `${plural(group.length, NAMES[field])} (${cells})`;
  if (readings === null) return `${head} say ${quoted(text)}, which cannot be read as a date`;
  return readings.length === 0
    ? `${head} do not say which year is meant, the first ${quoted(text)}`
    : `${head} can be read in more than one way: the first, ${quoted(text)}, as ${days(readings, field)}`;
}

/** "31 March 2024 (calendar quarter 1 of 2024) or 30 June 2024 (quarter 1 of 2024/25)". */
function days(readings: readonly Period[], field: Field): string {
  const said = readings.map((each) => {
    const day = formatDate(field === "started" ? each.first : each.last);
    const words = periodWords(each);
    return words.includes(day) ? words : `${day} (${words})`;
  });
  return joinWords(said, "or");
}
