import type { Pack, PlanAction } from "../../plan/schema";
import { shortened } from "../../errors/shortened";
import { joinWords, organisationName, someOf } from "../../plan/wording";
import type { ReportedAction } from "../../returns/observation";
import type { ActionAssessment, ActionConcern } from "../assessment";
import { hasOwner } from "./owner";
import type { RowStatus } from "./reported-status";
import type { DatedStatus } from "./status-as-of";
import { endOf, type ActionTimetable } from "./timetable";

/** One row of a tracker, what it reports, and the status that follows as of the reporting date. */
export interface AssessedRow {
  readonly row: ReportedAction;
  readonly reported: RowStatus;
  readonly judged: DatedStatus;
}

/** Who reports a row: the organisation's name, or the row's cell where it names none. */
export function reporterOf(row: ReportedAction, pack: Pack): string {
  return row.organisation === null ? row.place.cell : organisationName(pack, row.organisation);
}

/** What a person should look at in one action's rows. */
export function concernsOf(
  action: PlanAction,
  timetable: ActionTimetable,
  rows: readonly AssessedRow[],
  pack: Pack,
): ActionConcern[] {
  return [
    ...ownerless(action, rows),
    ...unknownStatuses(action, rows),
    ...unreadDates(action, rows),
    ...disagreeing(action, rows, pack),
    ...openAgain(action, timetable, rows, pack),
    ...outlivesPlan(action, timetable, pack),
  ];
}

function ownerless({ id }: PlanAction, rows: readonly AssessedRow[]): ActionConcern[] {
  const bare = rows.filter(({ row, reported }) => isOpen(reported) && !hasOwner(row.owner));
  if (bare.length === 0) return [];
  const places = someOf(
    bare.map(({ row }) => cellFor(row, "owner")),
    6,
  );
  return [{ kind: "no owner", sentence: `${id} names no owner in ${places}: write who answers for it.` }];
}

function unknownStatuses({ id }: PlanAction, rows: readonly AssessedRow[]): ActionConcern[] {
  return rows
    .filter(({ reported }) => reported.unknownWords)
    .map(({ row }) => ({
      kind: "status not read",
      sentence: `The status "${shortened(row.status ?? "")}" of ${id} in ${cellFor(row, "status")} is not understood: write not started, in progress, complete, on hold, cancelled or not applicable.`,
    }));
}

function unreadDates({ id }: PlanAction, rows: readonly AssessedRow[]): ActionConcern[] {
  const cells = rows.flatMap(({ row, reported }) => reported.unread.map((field) => cellFor(row, field)));
  return cells.map((cell) => ({
    kind: "date not read",
    sentence: `A date of ${id} in ${cell} could not be read, so it was not used: write it like 31 Mar 2025.`,
  }));
}

/** A row for a part of the action may differ; those for the whole of it should not. */
function disagreeing({ id }: PlanAction, rows: readonly AssessedRow[], pack: Pack): ActionConcern[] {
  const whole = rows.filter(({ row }) => row.part === undefined);
  if (new Set(whole.map(({ reported }) => reported.status)).size < 2) return [];
  const oneReporter = new Set(whole.map(({ row }) => row.organisation)).size === 1;
  const statuses = whole.map(
    ({ row, reported }) =>
      `${reported.status ?? "with no status"} (${oneReporter ? row.place.cell : reporterOf(row, pack)})`,
  );
  const sentence = `${id} is reported ${someOf(statuses, 6)}: the worst stands for it.`;
  return [{ kind: "rows disagree", sentence }];
}

function openAgain(
  { id }: PlanAction,
  { done }: ActionTimetable,
  rows: readonly AssessedRow[],
  pack: Pack,
): ActionConcern[] {
  const open = rows.filter(({ reported }) => isOpen(reported) && reported.status !== null);
  if (!done || open.length === 0) return [];
  const places = someOf(
    open.map(({ row }) => cellFor(row, "status")),
    6,
  );
  const since = pack.issued.replace(/,.*$/, "");
  const sentence = `The plan gives ${id} as complete since ${since}, the return does not (${places}): correct the status, or say why it is open again.`;
  return [{ kind: "plan says complete", sentence }];
}

function outlivesPlan({ id }: PlanAction, timetable: ActionTimetable, { end }: Pack): ActionConcern[] {
  if ((endOf(timetable) ?? end) <= end) return [];
  const sentence = `${id} falls due after the plan itself ends: see that the next plan carries it on.`;
  return [{ kind: "ends after the plan", sentence }];
}

/** The cell of one of a row's columns, or the row's first where the tracker has no such column. */
function cellFor({ cells, place }: ReportedAction, field: string): string {
  return cells[field] ?? place.cell;
}

/** Still to be done: neither complete nor given up. */
function isOpen({ status }: RowStatus): boolean {
  return status !== "complete" && status !== "cancelled" && status !== "not applicable";
}

const isDone = ({ status }: ActionAssessment) => status === "complete" || status === "complete late";
const isReported = ({ status }: ActionAssessment) => status !== "no return" && status !== "not applicable";

/** The assessment with a concern added where actions that are the same work disagree: one cannot be complete and the other not. */
export function withTwins(each: ActionAssessment, byId: ReadonlyMap<string, ActionAssessment>): ActionAssessment {
  const against = each.twins
    .flatMap((id) => byId.get(id) ?? [])
    .filter((twin) => isReported(twin) && isDone(twin) !== isDone(each));
  if (!isReported(each) || against.length === 0) return each;
  const others = joinWords(against.map((twin) => `${twin.id} is ${twin.status}`));
  const sentence = `${each.id} is ${each.status} but ${others}, though they are the same work: give both the same status.`;
  return { ...each, concerns: [...(each.concerns ?? []), { kind: "twins disagree", sentence }] };
}
