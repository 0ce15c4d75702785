import { groupBy } from "../../collections/groups";
import type { Pack, PlanAction } from "../../plan/schema";
import { shortened } from "../../errors/shortened";
import { joinWords, organisationName, someOf } from "../../plan/wording";
import type { ReportedAction } from "../../returns/observation";
import { formatDate, type DateSystem, type IsoDate } from "../../plan/time/periods";
import type { ActionAssessment, ActionConcern, AgreedDate } from "../assessment";
import { readDay } from "./day";
import { evidenceOf } from "./notes/evidence";
import { hasOwner } from "./owner";
import { hasEnded, isDone } from "./urgency";
import { isEnded } from "./status-words";
import type { RowStatus } from "./reported-status";
import type { DatedStatus } from "./status-as-of";
import { endOf, type ActionTimetable } from "./timetable";

/** One row of a tracker, what it reports, and the status that follows as of the reporting date. */
export interface AssessedRow {
  readonly row: ReportedAction;
  readonly reported: RowStatus;
  readonly judged: DatedStatus;
  /** A new date that the row gives, and the day that counts as its end: that, or the plan's. */
  readonly agreed: AgreedDate | null;
  readonly due: IsoDate | null;
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
  dateSystem: DateSystem,
): ActionConcern[] {
  const concerns: ActionConcern[] = [
    ...ownerless(action, rows),
    ...withoutStatus(action, rows),
    ...unknownStatuses(action, rows),
    ...unreadDates(action, rows),
    ...movedDates(action, rows),
    ...writtenOver(action, timetable, rows, dateSystem),
    ...withoutEvidence(action, rows),
    ...disagreeing(action, rows, pack),
    ...openAgain(action, timetable, rows, pack),
    ...outlivesPlan(action, timetable, rows, pack),
  ];
  // Rows of several organisations may share a cell.
  return [...new Map(concerns.map((each) => [each.sentence, each])).values()];
}

function ownerless({ id }: PlanAction, rows: readonly AssessedRow[]): ActionConcern[] {
  const bare = rows.filter(({ row, reported }) => isReturned(reported) && isOpen(reported) && !hasOwner(row.owner));
  if (bare.length === 0) return [];
  const places = someOf(
    bare.map(({ row }) => cellFor(row, "owner")),
    6,
  );
  return [{ kind: "no owner", sentence: `${id} names no owner in ${places}: write who answers for it.` }];
}

/** A row that says something of the action, but not how it stands. A row left as the template has it says nothing. */
function withoutStatus({ id }: PlanAction, rows: readonly AssessedRow[]): ActionConcern[] {
  const worded = rows.filter(
    ({ row, reported }) => !isReturned(reported) && (row.comment !== null || row.lastUpdate !== null),
  );
  return worded.map(({ row }) => ({
    kind: "no status",
    sentence: `${id} has words or a date of update but no status in ${cellFor(row, "status")}, so it counts as no return: write how it stands.`,
  }));
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

/** What is said of new dates: those that do not count, and those that count without a record of who agreed them. */
function movedDates({ id }: PlanAction, rows: readonly AssessedRow[]): ActionConcern[] {
  return rows.flatMap(({ agreed, reported }): ActionConcern[] => {
    if (agreed === null || !isOpen(reported) || !isReturned(reported)) return [];
    const sentence = newDateSentence(id, agreed);
    return sentence === null ? [] : [{ kind: "date moved", sentence }];
  });
}

function newDateSentence(id: string, { date, written, standing, instead, on, cell }: AgreedDate): string | null {
  const to = date === null ? written : formatDate(date);
  switch (standing) {
    case "agreed":
      return null;
    case "no record":
      return `${id} was moved to ${to} (${cell}) with no record of who agreed it: write who did, at which meeting and when.`;
    case "not read":
      return `The revised date "${shortened(written)}" of ${id} in ${cell} could not be read, so the plan's date counts: write it like 31 Mar 2025.`;
    case "not agreed":
      return `The revised date of ${id}, ${to} (${cell}), is not agreed ("${shortened(instead ?? "")}"), so the plan's date counts.`;
    case "later":
      return `The revised date of ${id}, ${to} (${cell}), was agreed on ${formatDate(on ?? "")}, after the reporting date, so the plan's date counts.`;
    case "forecast":
      return `${id} is forecast for ${to} (${cell}), which nobody is on record to have agreed, so the plan's date counts.`;
  }
}

/** A due date in the tracker that is not the plan's, where no revised date says that it was moved. */
function writtenOver(
  { id }: PlanAction,
  timetable: ActionTimetable,
  rows: readonly AssessedRow[],
  dateSystem: DateSystem,
): ActionConcern[] {
  const plan = endOf(timetable);
  if (plan === null || timetable.continuous) return [];
  return rows.flatMap(({ row, reported, agreed }): ActionConcern[] => {
    const given = row.eitherWay?.includes("due") ? null : readDay(row.due, dateSystem).date;
    if (given === null || given === plan || agreed !== null || !isOpen(reported) || !isReturned(reported)) return [];
    const sentence = `The return gives ${formatDate(given)} as the due date of ${id} (${cellFor(row, "due")}), the plan ${formatDate(plan)}, which counts: put an agreed date under Revised date, with who agreed it.`;
    return [{ kind: "date moved", sentence }];
  });
}

function withoutEvidence({ id }: PlanAction, rows: readonly AssessedRow[]): ActionConcern[] {
  return rows
    .filter(({ row, judged }) => isDone(judged) && evidenceOf(row) === null)
    .map(({ row }) => ({
      kind: "no evidence",
      sentence: `${id} is complete without evidence in ${row.cells["evidence"] ?? cellFor(row, "status")}: name what shows that it is done.`,
    }));
}

/** A row for a part of the action may differ, and another organisation's; one organisation's for the whole of it should not. */
function disagreeing({ id }: PlanAction, rows: readonly AssessedRow[], pack: Pack): ActionConcern[] {
  const whole = rows.filter(({ row, reported }) => row.part === undefined && isReturned(reported));
  const reporters = groupBy(whole, ({ row }) => row.organisation ?? "");
  return [...reporters.values()]
    .filter((own) => new Set(own.map(({ reported }) => reported.status)).size > 1)
    .map((own) => {
      const statuses = own.map(({ row, reported }) => `${reported.status ?? "with no status"} (${row.place.cell})`);
      const whose = reporters.size === 1 ? "" : ` by ${reporterOf(own[0].row, pack)}`;
      return {
        kind: "rows disagree",
        sentence: `${id} is reported${whose} ${someOf(statuses, 6)}: the worst stands for it.`,
      };
    });
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

function outlivesPlan(
  { id }: PlanAction,
  timetable: ActionTimetable,
  [worst]: readonly AssessedRow[],
  { end }: Pack,
): ActionConcern[] {
  if (worst !== undefined && isEnded(worst.reported.status)) return [];
  if ((worst?.due ?? endOf(timetable) ?? end) <= end) return [];
  const sentence = `${id} falls due after the plan itself ends: see that the next plan carries it on.`;
  return [{ kind: "ends after the plan", sentence }];
}

/** The cell of one of a row's columns, or the row's first where the tracker has no such column. */
function cellFor({ cells, place }: ReportedAction, field: string): string {
  return cells[field] ?? place.cell;
}

/** Still to be done: neither complete nor given up. */
function isOpen({ status }: RowStatus): boolean {
  return status !== "complete" && !isEnded(status) && status !== "not applicable";
}

/** The row says how the action stands, in words that can be read or not. */
export function isReturned({ status, unknownWords }: RowStatus): boolean {
  return status !== null || unknownWords;
}

/** Somebody reports it, as work of this plan: what the plan alone gives as complete, nobody reports. */
function isReported(each: ActionAssessment): boolean {
  return each.normalised !== null && each.status !== "not applicable" && !hasEnded(each);
}

/** The assessment with a concern added where actions that are the same work disagree, both reported: one cannot be complete and the other not. */
export function withTwins(each: ActionAssessment, byId: ReadonlyMap<string, ActionAssessment>): ActionAssessment {
  const against = each.twins
    .flatMap((id) => byId.get(id) ?? [])
    .filter((twin) => isReported(twin) && isDone(twin) !== isDone(each));
  if (!isReported(each) || against.length === 0) return each;
  const others = joinWords(against.map((twin) => `${twin.id} is ${twin.status}`));
  const sentence = `${each.id} is ${each.status} but ${others}, though they are the same work: give both the same status.`;
  return { ...each, concerns: [...(each.concerns ?? []), { kind: "twins disagree", sentence }] };
}
