import { groupBy } from "../../collections/groups";
import { formatDate, type DateSystem, type IsoDate } from "../../plan/time/periods";
import type { Pack, PlanAction } from "../../plan/schema";
import { sentenceCase } from "../../plan/wording";
import type { ReportedAction } from "../../returns/observation";
import { byPlace } from "../../snapshot/place-order";
import type { ActionAssessment, AgreedDate, EndRecord } from "../assessment";
import { agreedDateOf, agreementWords, countingDate, movedTo, type DateContext } from "./agreed-date";
import { agreementOf } from "./agreement";
import { bodiesOf } from "./bodies";
import { dependenceOf } from "./notes/dependence";
import { evidenceOf } from "./notes/evidence";
import { concernsOf, isReturned, reporterOf, withTwins, type AssessedRow } from "./concerns";
import { hasOwner } from "./owner";
import { statusAsOf, type DatedStatus } from "./status-as-of";
import { endOf, timetableOf, type ActionTimetable } from "./timetable";
import { rowStatus } from "./reported-status";
import { byStatus, hasEnded, isDone } from "./urgency";

/** What every action's status is worked out from. */
export interface ActionsInput {
  readonly reported: readonly ReportedAction[];
  readonly pack: Pack;
  /** The reporting date. */
  readonly asOf: IsoDate;
  /** How the workbook counts its dates. */
  readonly dateSystem: DateSystem;
}

/**
 * Every action of the plan, in its order, with its status as of a date (plan-facts.md section 4).
 * Where several rows report one action, the worst status stands for it and every row's cell is
 * kept. Rows of no action of the plan are not looked at.
 */
export function assessActions({ reported, pack, asOf, dateSystem }: ActionsInput): ActionAssessment[] {
  const rows = groupBy(reported, ({ action }) => action);
  const assessed = pack.actions.map((action) => assessOne(action, rows.get(action.id) ?? [], pack, asOf, dateSystem));
  const byId = new Map(assessed.map((each) => [each.id, each]));
  return assessed.map((each) => withTwins(each, byId));
}

function assessOne(
  action: PlanAction,
  reported: readonly ReportedAction[],
  pack: Pack,
  asOf: IsoDate,
  dateSystem: DateSystem,
): ActionAssessment {
  const timetable = timetableOf(action, pack);
  const rows = reported
    .map((row) => assessedRow(row, timetable, { pack, asOf, dateSystem }, pack.thresholds.dueSoonDays))
    .sort(worstFirst);
  const [worst] = rows;
  const judged = worst?.judged ?? unreported(timetable, asOf);
  return {
    id: action.id,
    area: action.area,
    title: action.title,
    completion: action.completion,
    reading: timetable.reading,
    due: worst?.due ?? endOf(timetable),
    planDue: endOf(timetable),
    agreed: worst?.agreed ?? null,
    goesOn: timetable.continuous && timetable.until === null,
    review: timetable.review,
    parts: timetable.parts,
    status: judged.status,
    rag: judged.rag,
    reported: worst?.row.status ?? null,
    normalised: worst?.reported.status ?? null,
    bodies: bodiesOf(rows),
    lead: noteOf(rows, "lead"),
    contributors: noteOf(rows, "contributors"),
    dependsOn: dependenceOfAll(rows),
    ended: worst !== undefined && hasEnded(judged) ? endRecordOf(worst, dateSystem) : null,
    ...evidenceGiven(rows, judged),
    resources: noteOf(rows, "resources"),
    cost: noteOf(rows, "cost"),
    saving: noteOf(rows, "saving"),
    owner: ownerOf(rows),
    cell: worst?.row.place.cell ?? null,
    daysLate: judged.daysLate,
    metrics: action.metrics,
    twins: action.twins,
    comment: worst?.row.comment ?? null,
    concerns: concernsOf(action, timetable, rows, pack, dateSystem),
    cells: rows.map(({ row }) => row.place.cell),
    working: workingOf(action, timetable, rows, { judged, asOf, pack }),
  };
}

function assessedRow(
  row: ReportedAction,
  timetable: ActionTimetable,
  context: DateContext,
  dueSoonDays: number,
): AssessedRow {
  const reported = rowStatus(row, context.dateSystem);
  const agreed = agreedDateOf(row, timetable, context);
  const counting = movedTo(timetable, countingDate(agreed));
  const judged = statusAsOf(reported, counting, context.asOf, dueSoonDays);
  return { row, reported, judged, agreed, due: endOf(counting) };
}

/** The status of an action without a row: nothing is known of it, unless the plan itself says it is done. */
function unreported({ done, due, continuous }: ActionTimetable, asOf: IsoDate): DatedStatus {
  const noRow = "the return has no row for it";
  if (done) {
    const because = `the plan itself gives it as complete; ${noRow}`;
    return { status: "complete", rag: "green", daysLate: 0, because };
  }
  const passed = !continuous && due !== null && due < asOf ? `, though ${formatDate(due)} has passed` : "";
  return { status: "no return", rag: "grey", daysLate: 0, because: `${noRow}${passed}` };
}

/** The most pressing first; a row left blank says nothing of the action, so it stands for it only where no other does. */
function worstFirst(a: AssessedRow, b: AssessedRow): number {
  return (
    Number(isReturned(b.reported)) - Number(isReturned(a.reported)) ||
    byStatus(a.judged, b.judged) ||
    byPlace(a.row.place, b.row.place) ||
    compareText(a.row.organisation ?? "", b.row.organisation ?? "")
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every owner named, once each, the worst row's first; null where none is. */
function ownerOf(rows: readonly AssessedRow[]): string | null {
  const owners = rows.flatMap(({ row }) => (hasOwner(row.owner) && row.owner !== null ? [row.owner.trim()] : []));
  return owners.length === 0 ? null : [...new Set(owners)].join("; ");
}

/** What the rows say in one of their notes, once each, the worst row's first; null where none does. */
function noteOf(rows: readonly AssessedRow[], field: NoteField): string | null {
  const said = rows.flatMap(({ row }) => row[field] ?? []);
  return [...new Set(said)].join("; ") || null;
}
type NoteField = "lead" | "contributors" | "resources" | "cost" | "saving";

/** Of what is done or has ended, nothing waits any more. */
function dependenceOfAll(rows: readonly AssessedRow[]): string | null {
  const open = rows.filter(({ judged }) => !isDone(judged) && !hasEnded(judged) && judged.status !== "not applicable");
  const said = open.flatMap(({ row }) => dependenceOf(row) ?? []);
  return [...new Set(said)].join("; ") || null;
}

/** The evidence of a complete action: none where any of its rows should have some and has not. */
function evidenceGiven(rows: readonly AssessedRow[], judged: DatedStatus): Pick<ActionAssessment, "evidence"> {
  const given = rows.flatMap(({ row }) => {
    const evidence = evidenceOf(row);
    return evidence === undefined ? [] : [evidence];
  });
  if (!isDone(judged) || given.length === 0) return {};
  return { evidence: given.includes(null) ? null : [...new Set(given)].join("; ") };
}

/** Why, when and by whose word an action ended, as far as its row says. */
function endRecordOf({ row, reported }: AssessedRow, dateSystem: DateSystem): EndRecord {
  const { by, on } = agreementOf(row, null, dateSystem);
  const words = row.status?.trim() ?? "";
  const own = words.split(/\s+/).length > 1 && words.toLowerCase() !== reported.status ? words : null;
  return { on: reported.completed ?? on, by, reason: row.reason ?? own ?? row.comment };
}

/** One plain sentence: the completion date and how it was read, what was reported, and why the status follows. */
function workingOf(
  action: PlanAction,
  timetable: ActionTimetable,
  rows: readonly AssessedRow[],
  { judged, asOf, pack }: { judged: DatedStatus; asOf: IsoDate; pack: Pack },
): string {
  const [worst] = rows;
  const read = `${action.id}, "${action.completion}" ${timetable.reading}`;
  const because = `: ${sentenceCase(judged.status)}, because ${judged.because}`;
  if (worst === undefined) return `${read}${because} (${action.source}).`;
  const choice =
    rows.length < 2 ? "" : `; of ${rows.length} rows the worst stands, that of ${reporterOf(worst.row, pack)}`;
  const parts = partsPastDue(timetable, judged, asOf);
  return `${read}${newDateWords(worst.agreed)}. ${sentenceCase(reportWords(worst))}${choice}${because}${parts} (${action.source}).`;
}

/** The new date that counts, after the plan's; "" where the plan's does. */
function newDateWords(agreed: AgreedDate | null): string {
  const date = countingDate(agreed);
  if (agreed === null || date === null) return "";
  const size = agreed.moved === null ? "" : ` by ${agreed.moved}`;
  return `; moved${size} to ${formatDate(date)}, ${agreementWords(agreed)}`;
}

/** What the row says, and how it was read where that is not plain. */
function reportWords({ row, reported }: AssessedRow): string {
  const written = row.status?.trim() ?? "";
  const from = reported.statusFrom === null ? "" : `, by ${reported.statusFrom}`;
  if (written === "") {
    return reported.status === null
      ? "its row gives no status"
      : `its row gives no status word, read as ${reported.status}${from}`;
  }
  if (reported.unknownWords && reported.status === null) return `reported "${written}", which is not understood`;
  const plain = reported.status === written.toLowerCase() && from === "";
  return `reported "${written}"${plain ? "" : `, read as ${reported.status ?? "nothing known"}${from}`}`;
}

/** A part with a date of its own that has passed: the one status of the row does not say whether it is done. */
function partsPastDue({ parts }: ActionTimetable, { status }: DatedStatus, asOf: IsoDate): string {
  if (isDone({ status }) || hasEnded({ status }) || status === "not applicable") return "";
  const sentences = (parts ?? []).map(({ title, due, review }) =>
    review === null && due !== null && due < asOf
      ? `; its part "${title}" was due on ${formatDate(due)}: see that it is done`
      : "",
  );
  return sentences.join("");
}
