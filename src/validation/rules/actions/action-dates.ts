import { dayOf } from "../../../assessment/actions/reported-status";
import { readCompletion } from "../../../plan/time/completion";
import { formatDate, readPeriod } from "../../../plan/time/periods";
import { joinWords, periodWords, plural } from "../../../plan/wording";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { actionRows, cellOf, isLive, type ActionRow } from "../../evidence/sheets/action-rows";
import type { CheckContext } from "../../context/check-context";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { actionFinding, actionName, cellsNamed } from "../../evidence/sheets/action-finding";

const FIELDS = [
  ["due", "due date"],
  ["revised", "revised date"],
  ["started", "start date"],
  ["completed", "completion date"],
  ["lastUpdate", "date of update"],
] as const;
type Field = (typeof FIELDS)[number][0];

/** Dates of actions that cannot be read, or can be read two ways (validation-rules.md AC01-AC07). */
export const actionDates: Rule = {
  code: "AC01",
  name: "action-date",
  severity: "warning",
  looksFor: "An action’s date that cannot be read, or a quarter or a date that can be read two ways.",
  why: "Without a date nobody can say whether the action is late.",
  check(context) {
    const rows = actionRows(context).filter(isLive);
    return FIELDS.flatMap(([field, name]) => {
      const problems = rows.flatMap((row) => problemOf(context, row, field));
      return ["unclear", "unread"].flatMap((kind) => {
        const ofKind = problems.filter((each) => each.kind === kind);
        return isNonEmpty(ofKind) ? [finding(field, name, ofKind)] : [];
      });
    });
  },
};

interface Problem {
  readonly kind: "unclear" | "unread";
  readonly row: ActionRow;
  readonly value: string;
  /** "can be read as …", "cannot be read as a date". */
  readonly says: string;
}

function problemOf(context: CheckContext, row: ActionRow, field: Field): Problem[] {
  const { dateSystem } = context.input.snapshot;
  const value = row.row[field] ?? null;
  if (value === null || value === "" || isPlansOwn(row, field, value)) return [];
  const problem = (kind: Problem["kind"], says: string): Problem[] => [{ kind, row, value: String(value), says }];
  if (row.row.eitherWay?.includes(field)) {
    return problem("unclear", "can be read day first or month first: other dates of the tracker are month first");
  }
  const reading = typeof value === "string" ? readPeriod(value, { dateSystem }) : null;
  if (reading?.kind === "ambiguous" && reading.readings.length > 0) {
    // Whichever day was meant, it was met.
    const { status, completed } = row.told;
    const last = (day: string) => reading.readings.every((each) => day <= each.last);
    if (field === "due" && status === "complete" && completed !== null && last(completed)) return [];
    const readings = reading.readings.map((each) => `${periodWords(each)} (to ${formatDate(each.last)})`);
    return problem("unclear", `can be read as ${joinWords(readings, "or")}`);
  }
  const asPlan = field === "due" && typeof value === "string" && readCompletion(value, context.pack) !== null;
  const unread = dayOf(row.row, field, dateSystem).unread;
  return unread && !asPlan ? problem("unread", "cannot be read as a date") : [];
}

/** The plan's own words for the date: how they are read is the plan's convention, shown with its notes. */
function isPlansOwn({ actions }: ActionRow, field: Field, value: string | number): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  if ((field !== "due" && field !== "revised") || typeof value !== "string") return false;
  const own = actions.flatMap((each) => [
    each.completion,
    each.exception?.completion,
    ...(each.parts ?? []).map((part) => part.completion),
  ]);
  return own.some((each) => each !== undefined && plain(each) === plain(value));
}

/** What is wrong with one column in the same way is one finding. */
function finding(field: Field, name: string, problems: NonEmpty<Problem>): Candidate {
  const [first, ...others] = problems;
  const named = `of action ${actionName(first.row)} in ${cellOf(first.row, field).cell}, ${quoted(first.value)},`;
  const too = first.kind === "unclear" ? "can be read in more than one way too" : "cannot be read either";
  const cells = cellsNamed(
    others.map(({ row }) => row),
    field,
  );
  const more = others.length === 0 ? "" : ` ${plural(others.length, "other")} (${cells}) ${too}.`;
  return actionFinding([first.row, ...others.map(({ row }) => row)], field, {
    severity: "warning",
    message: `The ${name} ${named} ${first.says}.${more} Write a date, such as 31 March 2025.`,
    figure: others.length === 0 ? first.value : problems.length,
    subject: others.length === 0 ? field : `${field} ${first.kind}`,
  });
}
