import { formatDate } from "../../plan/time/periods";
import type { DateSystem, IsoDate } from "../../plan/time/periods";
import type { Pack, PlanAction } from "../../plan/schema";
import { sentenceCase } from "../../plan/wording";
import type { ReportedAction } from "../../returns/observation";
import type { ActionAssessment, ActionStatus } from "../assessment";
import { concernsOf, whose, withTwins } from "./concerns";
import type { ReadRow } from "./concerns";
import { hasOwner } from "./owner";
import { standingAsOf } from "./status-as-of";
import type { Standing } from "./status-as-of";
import { endOf, timetableOf } from "./timetable";
import type { ActionTimetable } from "./timetable";
import { toldBy } from "./reported-status";

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
  const rows = new Map<string, ReportedAction[]>();
  for (const row of reported) {
    if (row.action === null) continue;
    rows.set(row.action, [...(rows.get(row.action) ?? []), row]);
  }
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
    .map((row) => readRow(row, timetable, asOf, dateSystem, pack.thresholds.dueSoonDays))
    .sort(worstFirst);
  const [worst] = rows;
  const standing = worst?.standing ?? silent(timetable, asOf);
  return {
    id: action.id,
    area: action.area,
    title: action.title,
    completion: action.completion,
    reading: timetable.reading,
    due: endOf(timetable),
    goesOn: timetable.continuous && timetable.until === null,
    review: timetable.review,
    parts: timetable.parts,
    status: standing.status,
    rag: standing.rag,
    reported: worst?.row.status ?? null,
    normalised: worst?.told.status ?? null,
    owner: ownerOf(rows),
    cell: worst?.row.place.cell ?? null,
    daysLate: standing.daysLate,
    metrics: action.metrics,
    twins: action.twins,
    comment: worst?.row.comment ?? null,
    concerns: concernsOf(action, timetable, rows, pack),
    cells: rows.map(({ row }) => row.place.cell),
    working: working(action, timetable, rows, { standing, asOf, pack }),
  };
}

function readRow(
  row: ReportedAction,
  timetable: ActionTimetable,
  asOf: IsoDate,
  dateSystem: DateSystem,
  dueSoonDays: number,
): ReadRow {
  const told = toldBy(row, dateSystem);
  return { row, told, standing: standingAsOf(told, timetable, asOf, dueSoonDays) };
}

/** No row: nothing is known of it, unless the plan itself says it is done. */
function silent({ done, due, continuous }: ActionTimetable, asOf: IsoDate): Standing {
  const noRow = "the return has no row for it";
  if (done) {
    const because = `the plan itself gives it as complete; ${noRow}`;
    return { status: "complete", rag: "green", daysLate: 0, because };
  }
  const passed = !continuous && due !== null && due < asOf ? `, though ${formatDate(due)} has passed` : "";
  return { status: "no return", rag: "grey", daysLate: 0, because: `${noRow}${passed}` };
}

/** From the worst to the best: what is late, then what is coming, then what is done. */
export const URGENCY: readonly ActionStatus[] = [
  "overdue",
  "not started late",
  "review due",
  "due soon",
  "no return",
  "on track",
  "complete late",
  "complete",
  "not applicable",
];

/** Orders actions by how pressing they are: status, days late, then the day each is due. */
export function byUrgency(a: ActionAssessment, b: ActionAssessment): number {
  return (
    moreUrgent(a, b) || (a.due ?? "9").localeCompare(b.due ?? "9") || a.id.localeCompare(b.id, "en", { numeric: true })
  );
}

function moreUrgent(a: Pick<Standing, "status" | "daysLate">, b: Pick<Standing, "status" | "daysLate">): number {
  return URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status) || b.daysLate - a.daysLate;
}

function worstFirst(a: ReadRow, b: ReadRow): number {
  return (
    moreUrgent(a.standing, b.standing) ||
    compareText(a.row.place.sheet, b.row.place.sheet) ||
    a.row.place.row - b.row.place.row ||
    a.row.place.column - b.row.place.column ||
    compareText(a.row.organisation ?? "", b.row.organisation ?? "")
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every owner named, once each, the worst row's first; null where none is. */
function ownerOf(rows: readonly ReadRow[]): string | null {
  const owners = rows.flatMap(({ row }) => (hasOwner(row.owner) && row.owner !== null ? [row.owner.trim()] : []));
  return owners.length === 0 ? null : [...new Set(owners)].join("; ");
}

/** One plain sentence: the completion date and how it was read, what was reported, and why the status follows. */
function working(
  action: PlanAction,
  timetable: ActionTimetable,
  rows: readonly ReadRow[],
  { standing, asOf, pack }: { standing: Standing; asOf: IsoDate; pack: Pack },
): string {
  const [worst] = rows;
  const told = worst === undefined ? "" : `. ${sentenceCase(reportedAs(worst))}`;
  const choice =
    rows.length < 2 ? "" : `; of ${rows.length} rows the worst stands, that of ${whose((worst as ReadRow).row, pack)}`;
  const parts = worst === undefined ? "" : pastParts(timetable, standing, asOf);
  return `${action.id}, "${action.completion}" ${timetable.reading}${told}${choice}: ${sentenceCase(standing.status)}, because ${standing.because}${parts} (${action.source}).`;
}

/** What the row says, and how it was read where that is not plain. */
function reportedAs({ row, told }: ReadRow): string {
  const written = row.status?.trim() ?? "";
  const from = told.statusFrom === null ? "" : `, by ${told.statusFrom}`;
  if (written === "") {
    return told.status === null
      ? "its row gives no status"
      : `its row gives no status word, read as ${told.status}${from}`;
  }
  if (told.unknownWords && told.status === null) return `reported "${written}", which is not understood`;
  const plain = told.status === written.toLowerCase() && from === "";
  return `reported "${written}"${plain ? "" : `, read as ${told.status ?? "nothing known"}${from}`}`;
}

/** A part with a date of its own that has passed: the one status of the row does not say whether it is done. */
function pastParts({ parts }: ActionTimetable, { status }: Standing, asOf: IsoDate): string {
  if (status === "complete" || status === "complete late" || status === "not applicable") return "";
  const past = (parts ?? []).filter(({ due, review }) => review === null && due !== null && due < asOf);
  return past
    .map(({ title, due }) => `; its part "${title}" was due on ${formatDate(due as IsoDate)}: see that it is done`)
    .join("");
}
