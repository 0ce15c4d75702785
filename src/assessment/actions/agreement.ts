import type { DateSystem, IsoDate } from "../../plan/time/periods";
import type { AgreementCell, ReportedAction } from "../../returns/observation";
import { readDay } from "./day";

/** Who agreed to a new date and when, as far as a tracker's row says. */
export interface Agreement {
  readonly by: string | null;
  readonly on: IsoDate | null;
  /** Words that say that it is not agreed: "awaiting Board", "No". Null where none do. */
  readonly instead: string | null;
}

/** The agreement in the row's own columns, in the words beside the new date itself, or in its reason or comment, in that order. */
export function agreementOf(row: ReportedAction, beside: string | null, dateSystem: DateSystem): Agreement {
  const cells = (row.agreement ?? []).map((cell) => ofCell(cell, dateSystem));
  const texts = [beside, row.reason ?? null, row.comment].flatMap((text) =>
    text === null ? [] : [inText(text, dateSystem)],
  );
  const near =
    beside !== null && OF_A_BODY.test(beside) && !NOT_AGREED.test(beside) ? [ofWords(beside, dateSystem)] : [];
  const all = [...cells, ...near, ...texts];
  const instead =
    [...cells, ...texts.slice(0, beside === null ? 0 : 1)].find((each) => each.instead !== null)?.instead ?? null;
  const by = all.find((each) => each.by !== null)?.by ?? null;
  return { by, on: all.find((each) => each.on !== null)?.on ?? null, instead };
}

/** What makes words beside a date those of an agreement, and not of the delay. */
const OF_A_BODY =
  /\b(agreed|approved|signed off|authorised|endorsed|ratified|board|committee|group|meeting|executive|exec|panel|steering|minutes?|director|chief)\b/i;

const NOTHING: Agreement = { by: null, on: null, instead: null };

/** What says that nobody has agreed yet, or has refused. */
const NOT_AGREED =
  /\b(not (?:yet )?(?:agreed|approved|signed off|been)|await\w*|pending|outstanding|to be (?:agreed|approved|confirmed|decided|taken)|subject to|proposed|proposal|draft|request(?:ed)?|seeking|sought|submitted|going to|to go to|rejected|refused|declined|not supported|tbc|tba|tbd|unapproved|requires? approval|needs? approval)\b/i;
const YES = /^(?:y|yes|true|approved|agreed|granted|ok|✓|✔|supported|signed off)$/i;
const NO = /^(?:n|no|false|none|not yet|no record)$/i;

function ofCell({ heading, value }: AgreementCell, dateSystem: DateSystem): Agreement {
  const body = bodyIn(heading);
  if (typeof value === "number") return { ...NOTHING, by: body, on: readDay(value, dateSystem).date };
  const text = String(value).trim();
  if (/^n\/?a$|^not applicable$/i.test(text)) return NOTHING;
  if (NO.test(text)) return { ...NOTHING, instead: `${heading}: ${typeof value === "boolean" ? "No" : text}` };
  if (YES.test(text)) return { ...NOTHING, by: body };
  if (NOT_AGREED.test(text)) return { ...NOTHING, instead: text };
  const said = ofWords(text, dateSystem);
  const isReference = body !== null && /\b(minutes?|ref(erence)?)\b/i.test(heading);
  return { ...said, by: isReference ? `${body} (${said.by ?? text})` : (said.by ?? body) };
}

/** The body that a heading names: "Green Board approval" is the Green Board's; "Agreed at" over a day is a meeting's. */
function bodyIn(heading: string): string | null {
  const named = heading
    .replace(/\(.*?\)|[?:]/g, " ")
    .replace(
      /\b(approv\w*|agree\w*|where|change[ds]?|sign(?:ed)?[ -]?off|authoris\w*|endors\w*|ratif\w*|decision|decided|approver|date|extension|extended|revised|revision|new|change|control|minutes?|ref(?:erence)?|route|body|status|stage|notes?|y\/n|yes\/no|who|whom|when|it|was|of|the|for|by|at|on|in|with|and|to)\b/gi,
      " ",
    )
    .replace(/[^A-Za-z&' ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (named !== "" && !/^meetings?$/i.test(named)) return named;
  return /\b(agreed|approved|decided) at\b|\bmeeting\b/i.test(heading) ? "a meeting" : null;
}

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
/** A day as it stands in words; a month alone is no day, and stays with the words. */
const DAY = new RegExp(
  `(?<![\\w/])(\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?[ -]${MONTH},?[ -]\\d{2,4})\\b`,
  "i",
);

/** "Green Board, 12 March 2025" is the Green Board's on that day. */
function ofWords(text: string, dateSystem: DateSystem): Agreement {
  const day = DAY.exec(text);
  const on = day === null ? null : readDay((day[1] ?? "").replace(/(\d)(?:st|nd|rd|th)\b/, "$1"), dateSystem).date;
  const rest = on === null ? text : text.replace(DAY, " ");
  const by = rest
    .replace(
      /^[\s,;:()–-]*(?:(?:as )?(?:agreed|approved|authorised|signed off|endorsed|ratified)\b)?[\s:]*(?:(?:by|at|in|on|via|per)\b)?\s*(?:the\b)?\s*/i,
      "",
    )
    .replace(/[\s,;:.()–-]+(?:(?:on|of|at|in|dated)[\s,;:.()–-]*)*$/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return { by: by === "" ? null : by, on, instead: null };
}

const AGREED_BY =
  /\b(?:agreed|approved|authorised|signed off|endorsed|ratified)\b(?: \w+){0,3}? (?:by|at|in) (?:the )?([^.;()]+?)(?=$|[.;()])/i;

/** Words of agreement within a sentence: "extension agreed at Green Board 12/03/25". */
function inText(text: string, dateSystem: DateSystem): Agreement {
  const said = AGREED_BY.exec(text);
  if (NOT_AGREED.test(text)) return { ...NOTHING, instead: text };
  return said === null ? NOTHING : ofWords(said[1] ?? "", dateSystem);
}
