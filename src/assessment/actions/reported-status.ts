import type { DateSystem, IsoDate } from "../../plan/time/periods";
import type { ReportedAction } from "../../returns/observation";
import { readDay, type Day } from "./day";
import { endingBeside, fromPercent, isGreen, readStatus, speaksOfTrouble, type NormalStatus } from "./status";

/** What one row of a tracker reports of an action, its words and dates read. */
export interface ReportedStatus {
  readonly status: NormalStatus | null;
  readonly started: IsoDate | null;
  readonly completed: IsoDate | null;
  readonly lastUpdate: IsoDate | null;
  /** The words or the colour speak of trouble: red, amber, delayed, at risk. */
  readonly trouble: boolean;
  /** Status words are given, and say nothing known. */
  readonly unknownWords: boolean;
  /** The words say that it goes on: "ongoing", "continuing". */
  readonly ongoing: boolean;
}

/** What one row of a tracker reports, with where its status comes from and what could not be read. */
export interface RowStatus extends ReportedStatus {
  /** What was taken for the status where it is not the words themselves: "40% complete", "the completion date". */
  readonly statusFrom: string | null;
  /** The date fields that hold something that is no date, or may be two. */
  readonly unread: readonly DateField[];
}

/** The columns of a tracker that say when something happened. */
const DATE_FIELDS = ["started", "completed", "lastUpdate"] as const;
/** One of the columns that say when something happened. */
export type DateField = (typeof DATE_FIELDS)[number];

/**
 * What a tracker's row reports: its status from its words, else its colour, else its percentage, else
 * its completion date; green beside a completion date or 100% is done, and "closed" beside a reason such as "superseded by
 * EF3" is not.
 */
export function rowStatus(row: ReportedAction, dateSystem: DateSystem): RowStatus {
  const days = {
    started: dayOf(row, "started", dateSystem),
    completed: dayOf(row, "completed", dateSystem),
    lastUpdate: dayOf(row, "lastUpdate", dateSystem),
  };
  const words = readStatus(row.status);
  const completed = days.completed.date ?? dateIn(words?.status === "complete" ? words.rest : null, dateSystem);
  const { status, from } = statusOf(row, completed);
  return {
    status,
    statusFrom: from,
    started: days.started.date,
    completed,
    lastUpdate: days.lastUpdate.date,
    trouble: speaksOfTrouble(row.status) || speaksOfTrouble(row.rag ?? null),
    ongoing:
      words?.status === "in progress" &&
      /\b(on ?-?going|continu(es|ing|ous|ously|al)|rolling)\b/i.test(row.status ?? ""),
    unknownWords: words === null && (row.status?.trim() ?? "") !== "",
    unread: DATE_FIELDS.filter((field) => days[field].unread),
  };
}

function statusOf(
  row: ReportedAction,
  completed: IsoDate | null,
): { status: NormalStatus | null; from: string | null } {
  const beside = endingBeside(row.status, [row.reason ?? null, row.comment]);
  if (beside !== null) return { status: beside, from: "the reason beside it" };
  const words = readStatus(row.status);
  if (words !== null) {
    if (!isGreen(row.status)) return { status: words.status, from: null };
    if (completed !== null) return { status: "complete", from: "green with a completion date" };
    if (row.percent === 100) return { status: "complete", from: "green at 100%" };
    return { status: words.status, from: null };
  }
  const colour = readStatus(row.rag ?? null);
  if (colour !== null) return { status: colour.status, from: `the colour "${row.rag ?? ""}" beside it` };
  const percent = row.percent === null ? null : fromPercent(row.percent);
  if (percent !== null) return { status: percent, from: `${row.percent}% complete` };
  return completed === null ? { status: null, from: null } : { status: "complete", from: "its completion date" };
}

/** A date field of a row; what may be day or month first is not read. */
export function dayOf(row: ReportedAction, field: DateField | "due" | "revised", dateSystem: DateSystem): Day {
  if (row.eitherWay?.includes(field)) return { date: null, unread: true };
  return readDay(row[field] ?? null, dateSystem);
}

/** The date after a status of completion: "on 12/03/24)" is 12 March 2024; null where what stands there is none. */
function dateIn(rest: string | null, dateSystem: DateSystem): IsoDate | null {
  const bare = rest?.replace(/^\s*(?:in|on|as at|as of|during)\s+|[\s()[\].]+$/gi, "") ?? "";
  return bare === "" ? null : readDay(bare, dateSystem).date;
}
