import { MONTH_NAMES } from "./dates";

/**
 * The words people write periods with, brought to one spelling so that the readers need few
 * patterns: "Quarter 3" is "q3", "financial year" is "fy", any dash is "-".
 */

/** Every word that a period's own text may hold, once in plain words and without what stands beside it. */
const VOCABULARY = "q|h|m|t|z|fy|cy|ay|ye|ytd|to|up|until|till|through|and|from|ended|ending|months?|of|the|no|on";

/** Matches one month's name or short form. */
export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** Words that stand beside a period without being part of it. */
const BESIDE =
  "provisional|prov|final|revised|draft|unaudited|audited|actuals?|outturn|forecast|budget|plan|target|baseline|base|estimated?|published|reported|reporting period|period|during|for the|for|in|by|as at|as of|position at|end of|data|return|figures?|total|annual|full year|year|yr|quarterly|monthly";

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u2044\u2215\uff0f]/g, "/"],
  [/[\u2018\u2019\u02bc`]/g, "'"],
  [/[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§]+/g, " "],
  [/\[[^\]]*\]/g, " "],
  [/\bsta?r?t?ing\b/g, "from"],
  [/\b(?:financial|fiscal|fin\.?|nhs) (?:year|yr)\b|\bf\/y\b|\bf\.y\.?/g, "fy"],
  [/\b(?:calendar|cal\.?) (?:year|yr)\b/g, "cy"],
  [/\bcalendar\b/g, "cy"],
  [/\bacademic(?: (?:year|yr))?\b|\bschool year\b/g, "ay"],
  [/\by\.?t\.?d\b\.?|\byear[ -]to[ -]date\b|\bcumulative\b/g, "ytd"],
  // Only a year can be "to date": "April 2024 to date" does not say to which.
  [/(\d{4}[/_-]\d{2,4}) to[ -]date\b/g, "$1 ytd"],
  [
    /\bfye?:? (?:to |ending |ended )?(?=(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}[/.]\d{1,2}[/.])/g,
    "ye ",
  ],
  [/\bfye\b ?(?=\d)|\bfye(?=\d)/g, "fy"],
  [/\b(?:(?:rolling|last) )?(?:12|twelve)[ -]?m(?:onths?|ths?)? (?:to|ended|ending)(?: the)?\b/g, "ye"],
  [/\b(?:year|yr)[ -]?(?:ended|ending|end|to)(?: the)?\b|\by\/e\b/g, "ye"],
  [/\b(?:quarter|qtr)\.? ?(?=[1-4]\b)/g, "q"],
  [/\bq (?=[1-4]\b)/g, "q"],
  [/\b(?:1st|first) (?:quarter|qtr)\b/g, "q1"],
  [/\b(?:2nd|second) (?:quarter|qtr)\b/g, "q2"],
  [/\b(?:3rd|third) (?:quarter|qtr)\b/g, "q3"],
  [/\b(?:4th|fourth|final|last) (?:quarter|qtr)\b/g, "q4"],
  [/\b(?:month|mth|period) ?(?=\d{1,2}\b(?!\/))/g, "m"],
  // "P06 2024/25" is the NHS finance month; "P6" alone may be anything.
  [/\bp0?(\d{1,2})(?=[ /-]{0,3}(?:fy ?)?(?:\d{4}|\d{2}[/-]\d{2})\b)/g, "m$1"],
  [/^p(0[1-9]|1[0-2])$/g, "m$1"],
  [/((?:\d{4}|\b\d{2})[/-]\d{2,4})[ -]{1,3}p0?(\d{1,2})\b/g, "$1 m$2"],
  [/\b(?:1st|first) half(?: of)?\b/g, "h1"],
  [/\b(?:2nd|second) half(?: of)?\b/g, "h2"],
  [/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?=\d)/g, ""],
  [/\b(?:half|half-year) ?(?=[12]\b)/g, "h"],
  [/\bcy (q[1-4]) ?(?=\d{4})/g, "$1 cy "],
  [/(\d)(?:st|nd|rd|th)\b/g, "$1"],
  [/[,;]/g, " "],
];

/** Lower case, one spelling of each word, single spaces. */
export function plainWords(text: string): string {
  let plain = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
  for (const [pattern, spelling] of SPELLINGS) plain = plain.replace(pattern, spelling);
  return plain.replace(/\s+/g, " ").trim();
}

/** Without the words and marks that stand beside a period: "baseline 2019/20:" is "2019/20". */
export function withoutBeside(plain: string): string {
  const marks = /^[\s.:\-_'"]+|[\s.:\-_'"]+$/g;
  const words = new RegExp(`^(?:${BESIDE})\\b|\\b(?:${BESIDE})$`, "g");
  let before: string;
  let text = plain;
  do {
    before = text;
    text = text
      .replace(marks, "")
      .replace(words, "")
      .replace(/\(\s*\)/g, "")
      .trim();
  } while (text !== before);
  return text;
}

const MAY_BE_PERIOD = new RegExp(`\\d|\\b${MONTH}\\b`, "i");
const FOREIGN_WORD = new RegExp(`(?<![a-z])(?!(?:${VOCABULARY}|${MONTH})(?![a-z]))[a-z]+`);

/** Whether a label can be a period at all: it has a digit or a month's name. A quick no for most. */
export function mayBePeriod(text: string): boolean {
  return MAY_BE_PERIOD.test(text);
}

/** Whether a plain text holds a word that is part of no period ("rwe12", "ward 3"); brackets may hold any. */
export function hasForeignWord(plain: string): boolean {
  return FOREIGN_WORD.test(plain.replace(/\([^()]*\)/g, ""));
}

/** 1 to 12 of a month's name or short form, or null. */
export function monthNumber(word: string): number | null {
  const start = word.slice(0, 3);
  const index = MONTH_NAMES.findIndex((name) => name.slice(0, 3).toLowerCase() === start);
  return index < 0 ? null : index + 1;
}

/** A two-digit year in full: 00 to 69 are of this century, 70 to 99 of the last. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

export const likelyYears = { first: 1970, last: 2099 };

/** A year that a return could be about; keeps 1234 or 9999 from being read as one. */
export function isLikelyYear(year: number): boolean {
  return year >= likelyYears.first && year <= likelyYears.last;
}

/** The starting year of a financial year's text ("2016/17", "fy 22-23", "fy17"), or null. */
export function financialYearStart(text: string): number | null {
  const named = /^(fy)? ?(\d{4}|\d{2}) ?[/_-] ?(\d{4}|\d{2})(?: ?fy)?$/.exec(text);
  if (named) return consecutive(named[2] ?? "", named[3] ?? "");
  const packed = /^fy ?(\d{2})(\d{2})$/.exec(text);
  if (packed && isNext(packed[1] ?? "", packed[2] ?? "")) return fullYear(packed[1] ?? "");
  const six = /^(?:fy ?)?(\d{4})(\d{2})$/.exec(text);
  if (six && isLikelyYear(Number(six[1]))) return consecutive(six[1] ?? "", six[2] ?? "");
  // A financial year named by one year is named by the year it ends in: FY17 ended in March 2017.
  const ending = /^fy ?(\d{4}|\d{2})$/.exec(text);
  return ending ? fullYear(ending[1] ?? "") - 1 : null;
}

function consecutive(from: string, to: string): number | null {
  if (from.length === 2 && to.length !== 2) return null;
  if (to.length === 4) return Number(to) === Number(from) + 1 ? Number(from) : null;
  return isNext(from, to) ? fullYear(from) : null;
}

function isNext(from: string, to: string): boolean {
  return (Number(from) + 1) % 100 === Number(to) % 100;
}
