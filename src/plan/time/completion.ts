import {
  calendarQuarter,
  calendarYear,
  financialQuarter,
  financialYear,
  formatDate,
  readPeriod,
  type IsoDate,
} from "./periods";
import { financialYearStart } from "./period-words";
import { dateParts } from "./dates";

/** A completion date as a plan writes it, read as conventions of plan packs say (Pack.conventions). */
export interface Completion {
  /** First day of the window it names; null where it names none. */
  readonly starts: IsoDate | null;
  /** Last day of the window; for a continuous action the day it is to have begun by; null where there is none. */
  readonly due: IsoDate | null;
  readonly review: "quarterly" | "annual" | null;
  /** Goes on after `due`: reviewed, never overdue once begun. */
  readonly continuous: boolean;
  /** When a continuous action ends; null where it has no end. */
  readonly until: IsoDate | null;
  /** The plan says it is done. */
  readonly complete: boolean;
  /** How it was read, to stand after the words themselves: "is due on 30 September 2025, …". */
  readonly reading: string;
}

/** What of the plan a completion date depends on. */
export interface PlanTerm {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/**
 * Reads a completion date ("Q3 2022/23", "Q4 on-going to 2025", "Quarterly in 2024"); null where it
 * cannot be read. Quarters of one year are calendar quarters, of two years financial ones; a
 * quarter alone is in the plan's first year; a range is due at its end. An exception's own
 * completion date is read instead, and its reason told. Dates of several parts are parted by ";".
 */
export function readCompletion(
  text: string,
  plan: PlanTerm,
  exception?: { readonly completion: string; readonly reason: string },
): Completion | null {
  const parts = (exception?.completion ?? text).split(";").map((part) => readPart(part, plan));
  const read = parts.filter((part): part is Completion => part !== null);
  if (read.length < parts.length) return null;
  const whole = read.length === 1 ? read[0] : inParts(read);
  if (!whole) return null;
  return exception ? { ...whole, reading: `${whole.reading}, an exception: ${clause(exception.reason)}` } : whole;
}

/** A sentence as it stands inside another. */
function clause(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, "");
}

/** An action of several parts is due when the last of them is. */
function inParts(parts: readonly Completion[]): Completion | undefined {
  const dates = (of: (part: Completion) => IsoDate | null): IsoDate[] =>
    parts
      .map(of)
      .filter((date): date is IsoDate => date !== null)
      .sort();
  const dues = dates(({ due }) => due);
  return {
    starts: dates(({ starts }) => starts)[0] ?? null,
    due: dues[dues.length - 1] ?? null,
    review: parts.find(({ review }) => review !== null)?.review ?? null,
    continuous: parts.some(({ continuous }) => continuous),
    until: dates(({ until }) => until).pop() ?? null,
    complete: parts.every(({ complete }) => complete),
    reading: `has ${parts.length} parts: the first ${parts.map(({ reading }) => reading).join("; the next ")}`,
  };
}

function readPart(text: string, plan: PlanTerm): Completion | null {
  const plain = text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/on-going/g, "ongoing")
    .replace(/\s+/g, " ")
    .replace(/^ ?by |\.$/g, "")
    .trim();
  if (/^completed?$/.test(plain)) return done();
  return repeated(plain) ?? ongoing(plain, plan) ?? once(plain, plan);
}

function done(): Completion {
  const reading = "was complete when the plan was published";
  return { starts: null, due: null, review: null, continuous: false, until: null, complete: true, reading };
}

/** "quarterly in 2023 / 24": one review for each quarter of the year. */
function repeated(plain: string): Completion | null {
  const match = /^(quarterly|annually|yearly) in (.+)$/.exec(plain);
  const span = match && yearSpan(match[2] ?? "");
  if (!match || !span) return null;
  const review = match[1] === "quarterly" ? "quarterly" : "annual";
  const reading = `is reviewed ${review === "quarterly" ? "each quarter" : "each year"} from ${formatDate(span.first)} to ${formatDate(span.last)}, ${span.words}`;
  return { starts: span.first, due: span.last, review, continuous: false, until: span.last, complete: false, reading };
}

/** "ongoing", "q4 ongoing to 2025", "q1 2023 then annually", "annually": no end date of its own. */
function ongoing(plain: string, plan: PlanTerm): Completion | null {
  const match =
    /^(.*?)[ -]*(?:then )?\b(ongoing|annually|yearly|quarterly|continuous(?:ly)?)\b(?: (?:up )?to (\d{4}))?(.*)$/.exec(
      plain,
    );
  if (!match) return null;
  const [, before = "", word = "", endYear, rest = ""] = match;
  const window = before === "" ? null : windowOf(before, plan);
  if (before !== "" && window === null) return null;
  if (endYear === undefined && /\d/.test(rest)) return null;
  const until = endYear === undefined ? null : endOf(Number(endYear), plan);
  const review = word === "quarterly" ? "quarterly" : "annual";
  const starts = window?.first ?? plan.start;
  const begun = window
    ? `is to have begun by ${formatDate(window.last)} (${window.words}) and goes on`
    : `goes on from ${formatDate(plan.start)}, the plan's start`;
  const end = until === null ? "" : `${window ? "" : ","} until ${formatDate(until)}`;
  const reading = `${begun}${end}, reviewed ${review === "annual" ? "yearly" : "quarterly"}`;
  return { starts, due: window?.last ?? null, review, continuous: true, until, complete: false, reading };
}

/** A year that something lasts to: the plan's end in its last year, else the year's last day. */
function endOf(year: number, plan: PlanTerm): IsoDate {
  return dateParts(plan.end).year === year ? plan.end : calendarYear(year).last;
}

function once(plain: string, plan: PlanTerm): Completion | null {
  const window = windowOf(plain, plan);
  if (window === null) return null;
  const reading = `is due on ${formatDate(window.last)}, ${window.words}`;
  return {
    starts: window.first,
    due: window.last,
    review: null,
    continuous: false,
    until: null,
    complete: false,
    reading,
  };
}

interface Span {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly words: string;
}

const YEAR = "(\\d{4}(?: ?[/-] ?\\d{2,4})?|\\d{2}[/-]\\d{2})";
const QUARTERS = new RegExp(`^q([1-4])(?: ?${YEAR})?(?: ?(?:-|to) ?q?([1-4])(?: ?${YEAR})?)?$`);

/** The days from the first to the last of what a date names. */
function windowOf(plain: string, plan: PlanTerm): Span | null {
  const match = QUARTERS.exec(plain);
  if (match) return quarterSpan(match, plan);
  return yearSpan(plain) ?? anyPeriod(plain);
}

function quarterSpan(match: RegExpExecArray, plan: PlanTerm): Span {
  const [, from = "", firstYear, to = from, lastYear] = match;
  const endYear = lastYear ?? firstYear;
  const start = quarterOf(from, firstYear ?? lastYear, plan);
  const end = quarterOf(to, endYear, plan);
  const kind = end.kind === "financial-quarter" ? "of the financial year" : "of the calendar year";
  const assumed = endYear === undefined ? " in the plan's first year" : "";
  const words =
    to === from && lastYear === undefined
      ? `the last day of a quarter ${kind}${assumed}`
      : `the end of a range of quarters ${kind}${assumed}`;
  return { first: start.first, last: end.last, words };
}

function quarterOf(quarter: string, year: string | undefined, plan: PlanTerm) {
  const start = year === undefined ? null : financialYearStart(year.replace(/ /g, ""));
  if (start !== null) return financialQuarter(start, Number(quarter));
  return calendarQuarter(year === undefined ? dateParts(plan.start).year : Number(year.slice(0, 4)), Number(quarter));
}

/** "2023 / 24" is a financial year; "2024" and "2022-2024" are calendar years, as actions' bare years are. */
function yearSpan(plain: string): Span | null {
  const bare = /^(\d{4})(?: ?- ?(\d{4}))?$/.exec(plain);
  if (bare) {
    const [, from = "", to = from] = bare;
    if (Number(to) < Number(from)) return null;
    const words = to === from ? "a calendar year" : "the end of a range of calendar years";
    return { first: calendarYear(Number(from)).first, last: calendarYear(Number(to)).last, words };
  }
  const start = financialYearStart(plain.replace(/ /g, ""));
  return start === null ? null : { ...days(financialYear(start)), words: "a financial year" };
}

/** Any other period that can be read without doubt: "Jan 2025", "31 March 2025". */
function anyPeriod(plain: string): Span | null {
  const reading = readPeriod(plain);
  return reading.kind === "period" ? { ...days(reading.period), words: "the last day named" } : null;
}

function days({ first, last }: { readonly first: IsoDate; readonly last: IsoDate }): Omit<Span, "words"> {
  return { first, last };
}
