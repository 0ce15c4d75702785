import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  monthsAfter,
  type DateSystem,
  type IsoDate,
} from "../../plan/time/periods";
import { readCompletion, type PlanTerm } from "../../plan/time/completion";
import { plural } from "../../plan/wording";
import type { ReportedAction } from "../../returns/observation";
import type { AgreedDate } from "../assessment";
import { agreementOf } from "./agreement";
import { readDay } from "./day";
import { endOf, type Timetable } from "./timetable";

/** What a new date is set against. */
export interface DateContext {
  readonly pack: PlanTerm;
  readonly asOf: IsoDate;
  readonly dateSystem: DateSystem;
}

/**
 * The new date that a tracker's row gives an action, and what stands of its agreement; null where it gives none or the
 * plan's own. A revised date counts, also without a record of who agreed it, unless the tracker itself says that it is
 * not agreed or it was agreed after the reporting date. A forecast counts only where somebody agreed to it.
 */
export function agreedDateOf(row: ReportedAction, timetable: Timetable, context: DateContext): AgreedDate | null {
  const isForecast = (row.revised ?? null) === null;
  const value = row.revised ?? row.forecast ?? null;
  const plan = endOf(timetable);
  if (value === null || timetable.done) return null;
  const field = isForecast ? "forecast" : "revised";
  const read = row.eitherWay?.includes(field) ? null : newDate(value, plan, context);
  if (read !== null && read.date === plan) return null;
  const { by, on, instead } = agreementOf(row, read?.beside ?? null, context.dateSystem);
  const standing = (): AgreedDate["standing"] => {
    if (read === null) return "not read";
    if (instead !== null) return "not agreed";
    if (on !== null && on > context.asOf) return "later";
    if (by !== null) return "agreed";
    return isForecast ? "forecast" : "no record";
  };
  return {
    date: read?.date ?? null,
    written: writtenAs(value, context.dateSystem),
    by,
    on,
    standing: standing(),
    instead,
    moved: read === null || plan === null ? null : sizeOfMove(plan, read.date),
    earlier: read !== null && plan !== null && read.date < plan,
    reason: row.reason ?? null,
    cell: row.cells[field] ?? row.place.cell,
  };
}

/** The date that counts in the place of the plan's; null where the plan's does. */
export function countingDate(agreed: AgreedDate | null): IsoDate | null {
  return agreed !== null && (agreed.standing === "agreed" || agreed.standing === "no record") ? agreed.date : null;
}

/** "agreed by Green Board on 12 March 2025", "with no record of who agreed it". */
export function agreementWords({ by, on }: Pick<AgreedDate, "by" | "on">): string {
  const day = on === null ? "" : ` on ${formatDate(on)}`;
  if (by !== null) return `agreed by ${by}${day}`;
  return `${on === null ? "" : `agreed${day} `}with no record of who agreed it`;
}

/** A timetable with its end moved; the start of its window moves with it when it is later. */
export function movedTo<T extends Timetable>(timetable: T, date: IsoDate | null): T {
  if (date === null) return timetable;
  const { due, until, start, continuous } = timetable;
  if (continuous && until !== null) return { ...timetable, until: date };
  const days = due === null ? 0 : Math.max(0, daysBetween(due, date));
  return {
    ...timetable,
    due: date,
    until: until === null ? null : date,
    start: start === null ? null : addDays(start, days),
  };
}

interface NewDate {
  readonly date: IsoDate;
  /** What stands beside it in the same cell. */
  readonly beside: string | null;
}

/** A day, a month, a quarter as the plan writes them, "6 months" more; also with words after it: "30/06/2026 - agreed at Green Board". */
function newDate(value: string | number, plan: IsoDate | null, context: DateContext): NewDate | null {
  const text = String(value).replace(OPENING, "");
  const [, head = "", beside = ""] = PARTED.exec(text) ?? [];
  const date = head === "" ? null : oneDate(head, head, plan, context);
  // A second date beside the first: which of them holds is not ours to say.
  if (date !== null) return oneDate(beside, beside, plan, context) === null ? { date, beside } : null;
  const whole = oneDate(text, text === String(value) ? value : text, plan, context);
  return whole === null ? null : { date: whole, beside: null };
}

const OPENING =
  /^(?:extended|moved|revised|changed|deferred|now|new date|until|to|re-?profiled|rescheduled)(?: (?:to|until|date))?[\s:]+/i;
/** A date, and the words after a bracket, a dash or the word of an agreement. */
const PARTED =
  /^(.+?)(?:\s*[(;,\n]\s*|\s+[-–]\s+|\s+(?=(?:as )?(?:agreed|approved|by|per|signed|authorised|endorsed|subject|awaiting|pending|proposed|tbc)\b))(.+?)\)?$/is;

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const MONTHS_MORE = new RegExp(`^\\+?\\s*(\\d{1,2}|${NUMBERS.join("|")})[ -]?(?:months?|mths?)(?: extension)?$`, "i");

function oneDate(
  text: string,
  value: string | number,
  plan: IsoDate | null,
  { pack, dateSystem }: DateContext,
): IsoDate | null {
  const day = readDay(value, dateSystem).date;
  if (day !== null) return day;
  const more = MONTHS_MORE.exec(text.trim())?.[1]?.toLowerCase();
  if (more !== undefined) {
    const months = NUMBERS.includes(more) ? NUMBERS.indexOf(more) : Number(more);
    return plan === null ? null : monthsAfter(plan, months);
  }
  const asPlan = readCompletion(text, pack);
  return asPlan === null || asPlan.continuous || asPlan.complete ? null : endOf(asPlan);
}

/** "6 months", "12 days", "about 7 months": the size of a move, whichever way; null where there is none. */
function sizeOfMove(from: IsoDate, to: IsoDate): string | null {
  const [first, last] = [from, to].sort();
  if (first === undefined || last === undefined || first === last) return null;
  const months =
    (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7));
  if (months > 0 && (monthsAfter(first, months) === last || addMonths(first, months) === last))
    return plural(months, "month");
  const days = daysBetween(first, last);
  return days < 60 ? plural(days, "day") : `about ${plural(Math.round(days / 30.4375), "month")}`;
}

function writtenAs(value: string | number, dateSystem: DateSystem): string {
  const day = typeof value === "number" ? readDay(value, dateSystem).date : null;
  return day === null ? String(value) : formatDate(day);
}
