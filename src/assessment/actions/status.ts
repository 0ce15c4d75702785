import { endingIn, isOnlyIntended } from "./status-endings";
import { isEnded, meaningOf, spelled, type Meaning, type NormalStatus } from "./status-words";

export type { NormalStatus } from "./status-words";

/** What a status cell says. */
export interface StatusReading extends Meaning {
  /** What is written after a status of completion: often its date ("Completed - 12/03/24"); null where nothing is. */
  readonly rest: string | null;
}

/** The five-step scale some trackers use: 1 not started to 5 complete. */
const SCALE: readonly NormalStatus[] = ["not started", "in progress", "in progress", "in progress", "complete"];

/**
 * What a status cell means: words, RAG words, letters and signs, "Amber/Green", 1 to 5, percentages.
 * A RAG colour tells of work under way, blue of work done; a status word beside a colour says more
 * ("Red - not started"). Null where the text says nothing known: it is then shown as written, never
 * guessed.
 */
export function readStatus(text: string | null): StatusReading | null {
  if (text === null) return null;
  const words = spelled(text);
  return read(words) ?? read(words.replace(/^[1-5]\s*[-:.)]\s*/, ""));
}

function read(words: string): StatusReading | null {
  const alone = meaningOf(words) ?? fromNumber(words) ?? fromEnding(words) ?? fromParts(words);
  if (alone !== null) return { ...alone, rest: null };
  return fromOpening(words) ?? fromSentence(words);
}

const CLAUSES = /\s*[;:(),]\s*|\.\s+|\s+-+\s*|\s*-+\s+|\n/;

/** "Closed - not pursued", "Green (now BAU)", "Superseded by EF3": the first clause, or after a bare status the second. */
function fromEnding(words: string): Meaning | null {
  const [head = "", next = ""] = words.split(CLAUSES).filter((each) => each !== "");
  const [first, whole] = [folded(head), folded(`${head} ${next}`)];
  const own = meaningOf(head) ?? fromNumber(head);
  if (BEFOREHAND.test(first)) return isOnlyIntended(first) ? { status: "in progress", kind: "status" } : null;
  const closed = /^closed\b/.test(first);
  const after = own === null || own.status === "complete" ? null : endingIn(folded(next));
  const ending = closed ? endingIn(whole) : (endingIn(first) ?? after);
  return ending === null ? null : { status: ending, kind: "status" };
}

/** What opens the words for what is still to come. */
const BEFOREHAND =
  /^(?:to be|will be|propos\w*|recommend\w*|moving|transitioning|transition to|ready|request\w*|awaiting|not yet|partial\w*|part(?! of)|move)\b/;

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** How an action reported as no more than "closed" ended, by the reason or the comment beside it; null where they do not say. */
export function endingBeside(status: string | null, texts: readonly (string | null)[]): NormalStatus | null {
  if (status === null || folded(spelled(status)) !== "closed") return null;
  for (const text of texts) {
    const ending = text === null ? null : fromEnding(`closed - ${spelled(text)}`);
    if (ending !== null && isEnded(ending.status)) return ending.status;
  }
  return null;
}

/** "3", "60%", "0.6", "100 %", "75 % complete". */
function fromNumber(text: string): Meaning | null {
  const percent = /^\s*(\d+(?:\.\d+)?)\s*(?:%|per ?cent|percent)\s*(?:complete|completed|done)?\s*$/i.exec(text);
  if (percent) return ofPercent(Number(percent[1]));
  if (/^\s*0?\.\d+\s*$/.test(text)) return ofPercent(Number(text) * 100);
  const step = /^\s*([1-5])(?:\.0+)?\s*(?:(?:\/|of|out of)\s*5)?\s*$/i.exec(text);
  const status = step ? SCALE[Number(step[1]) - 1] : undefined;
  return status === undefined ? null : { status, kind: "status" };
}

function ofPercent(percent: number): Meaning | null {
  const status = fromPercent(percent);
  return status === null ? null : { status, kind: "status" };
}

/** 0 is not started, 100 complete, anything between in progress; null outside 0 to 100. */
export function fromPercent(percent: number): NormalStatus | null {
  if (percent < 0 || percent > 100) return null;
  return percent === 0 ? "not started" : percent === 100 ? "complete" : "in progress";
}

/** "Amber/Green", "Red - delayed", "Amber Green", "Completed late": several words that do not contradict each other. */
function fromParts(text: string): Meaning | null {
  const ways = [/[/|,;+&]|\s-\s|\bto\b|\band\b/i, /[/|,;+&-]|\bto\b|\band\b/i, / /];
  for (const between of ways) {
    const meaning = allKnown(text.split(between));
    if (meaning !== null) return meaning;
  }
  return null;
}

function allKnown(texts: readonly string[]): Meaning | null {
  const parts = texts.map((part) => meaningOf(part) ?? fromNumber(part));
  return parts.length > 1 && parts.every((part) => part !== null) ? agreedMeaning(parts) : null;
}

/** The one meaning of several words: status words count before colours; null where they contradict each other. */
function agreedMeaning(parts: readonly Meaning[]): Meaning | null {
  const named = parts.filter(({ kind }) => kind === "status");
  const telling = named.length > 0 ? named : parts;
  const [first] = telling;
  // Done and handed over is done; under way as business as usual is business as usual.
  const usual = telling.find(({ status }) => status === "business as usual");
  const others = telling.filter(({ status }) => status !== "business as usual");
  if (usual && others.length > 0) {
    return others.every(({ status }) => status === "in progress") ? usual : agreedMeaning(others);
  }
  return first && telling.every(({ status }) => status === first.status) ? first : null;
}

/** "Complete (March 2024)", "In progress - see note", "Amber: not started, no funds": known words before a bracket, dash or colon. */
function fromOpening(text: string): StatusReading | null {
  const [, head = "", rest = ""] = /^(.*?)\s*(?:[(:;,.]|\s-)\s*(.*)$/.exec(text) ?? [];
  if (rest === "") return meaningIn(head, null);
  const opening = meaningOf(head) ?? fromNumber(head) ?? fromParts(head);
  if (opening === null || (opening.status === "complete" && NOT_QUITE.test(rest) && !/\bevidence\b/i.test(rest)))
    return null;
  const more = opening.kind === "status" ? null : read(rest);
  return more?.kind === "status" ? more : { ...opening, rest: opening.status === "complete" ? rest : null };
}

/** What makes a completion none yet: "complete, subject to sign-off"; evidence still awaited does not. */
const NOT_QUITE =
  /^(?:subject|except|bar|but|pending|awaiting|apart|other|not|waiting|to be|ongoing|on hold|outstanding|deferred|in progress)\b/i;

function meaningIn(text: string, rest: string | null): StatusReading | null {
  const meaning = text === "" ? null : (meaningOf(text) ?? fromNumber(text));
  return meaning && { ...meaning, rest };
}

/** What may follow a status without changing it; "complete subject to sign-off" is not complete. */
const FOLLOWS =
  /^(?:in|on|as|since|during|this|last|from|until|till|by|due|because|pending|awaiting|for|to|\d.*|q[1-4])$/i;
const FOLLOWS_COMPLETION = /^(?:in|on|as|since|during|this|last|\d.*|q[1-4])$/i;
const FOLLOWS_DONE = /^(?:completed|delivered|achieved|closed|implemented|finished)$/i;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-'\d]*$/i;
const LONGEST_PHRASE = 4;

/** Words of waiting, for others or for money. */
const WAITING =
  /^(?:awaiting|waiting (?:for|on)|depend(?:s|ent|ing) (?:up)?on|reliant on|relies on|held up by|blocked|external(?:ly)? (?:dependency|dependent)|partner(?: |-)depend\w+|with (?:the )?(?:partners?|council|local authority|supplier|landlord))\b/i;

/** "Completed March 2024", "On hold until April", "Delayed due to funding", "Awaiting the council". */
function fromSentence(text: string): StatusReading | null {
  if (WAITING.test(text)) return { status: "on hold", kind: "status", rest: null };
  const words = text.split(" ");
  for (let count = Math.min(LONGEST_PHRASE, words.length - 1); count > 0; count--) {
    const meaning = meaningOf(words.slice(0, count).join(" "));
    if (meaning === null) continue;
    return mayFollow(meaning, words, count) ? { ...meaning, rest: restOf(meaning, words.slice(count)) } : null;
  }
  return null;
}

function mayFollow({ status }: Meaning, words: readonly string[], count: number): boolean {
  const next = words[count] ?? "";
  if (MONTH.test(next)) return true;
  if (status !== "complete") return FOLLOWS.test(next);
  return FOLLOWS_COMPLETION.test(next) || (/^by$/i.test(next) && FOLLOWS_DONE.test(words[count - 1] ?? ""));
}

function restOf({ status }: Meaning, words: readonly string[]): string | null {
  return status === "complete" ? words.join(" ") : null;
}

const TROUBLE =
  /\b(red|amber|yellow|orange|delayed|slipp(ed|ing)|late|overdue|behind|at risk|off[ -]track|needs attention|(some|major) issues)\b/i;

/** Whether the words speak of trouble, so that the dates alone do not make it green. */
export function speaksOfTrouble(text: string | null): boolean {
  if (text === null) return false;
  const words = spelled(text);
  if (TROUBLE.test(words)) return true;
  return read(words)?.kind === "colour" && words.split(/[/ -]/).some((part) => /^[AR]$/i.test(part));
}

/** Whether a text is the colour green and nothing else: going well, or done. */
export function isGreen(text: string | null): boolean {
  return (
    text !== null &&
    spelled(text)
      .split("/")
      .every((part) => /^\s*(green|g)\s*$/i.test(part))
  );
}
