import type { ActionAssessment } from "../trajectory/assessment";

/** A status as people mean it, whatever they write. */
export type NormalStatus = NonNullable<ActionAssessment["normalised"]>;

/** Status words as trackers have them. Compared without case, spacing or punctuation. */
const WORDS: Readonly<Record<NormalStatus, readonly string[]>> = {
  "not started": [
    "not started",
    "not yet started",
    "not begun",
    "not commenced",
    "to do",
    "todo",
    "to be started",
    "yet to start",
    "planned",
    "pending",
    "not due",
    "future",
    "scheduled",
    "backlog",
    "open",
    "new",
    "proposed",
    "awaiting start",
  ],
  "in progress": [
    "in progress",
    "wip",
    "work in progress",
    "ongoing",
    "on going",
    "started",
    "underway",
    "under way",
    "begun",
    "commenced",
    "active",
    "on track",
    "on schedule",
    "on target",
    "delayed",
    "slipped",
    "late",
    "overdue",
    "behind",
    "behind schedule",
    "off track",
    "at risk",
    "needs attention",
    "partially complete",
    "part complete",
    "partial",
    "partly complete",
    "partially achieved",
    "mostly complete",
    "nearly complete",
    "almost complete",
    "continuing",
    "continuous",
    "business as usual",
    "bau",
    "delivering",
    "in delivery",
    "in development",
    "implementing",
    "amber",
    "green",
    "red",
    "a",
    "g",
    "r",
    "some progress",
    "good progress",
    "progressing",
    "some issues",
    "major issues",
    "in review",
    "under review",
  ],
  complete: [
    "complete",
    "completed",
    "done",
    "closed",
    "finished",
    "achieved",
    "delivered",
    "met",
    "implemented",
    "blue",
    "b",
    "signed off",
    "fully complete",
    "fully implemented",
    "in place",
    "yes",
    "y",
  ],
  "on hold": [
    "on hold",
    "hold",
    "paused",
    "suspended",
    "deferred",
    "postponed",
    "blocked",
    "stalled",
    "parked",
    "awaiting funding",
  ],
  cancelled: [
    "cancelled",
    "canceled",
    "stopped",
    "withdrawn",
    "dropped",
    "superseded",
    "abandoned",
    "rejected",
    "removed",
    "discontinued",
  ],
  "not applicable": ["not applicable", "na", "none applicable", "not relevant", "grey", "out of scope"],
};

const byWord = new Map(
  (Object.entries(WORDS) as [NormalStatus, readonly string[]][]).flatMap(([status, words]) =>
    words.map((word) => [plain(word), status] as const),
  ),
);

/** The five-step scale some trackers use: 1 not started to 5 complete. */
const SCALE: readonly NormalStatus[] = ["not started", "in progress", "in progress", "in progress", "complete"];

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9%]+/g, "");
}

/**
 * What a status cell means: words, RAG words and letters, "Amber/Green", 1 to 5, percentages. A RAG
 * colour tells of work under way, blue of work done. Null where the text says nothing known: it is
 * then shown as written, never guessed.
 */
export function normaliseStatus(text: string | null): NormalStatus | null {
  if (text === null) return null;
  const word = plain(text);
  if (word === "") return null;
  return byWord.get(word) ?? fromNumber(text) ?? fromPair(text) ?? fromOpening(text);
}

/** "3", "60%", "100 %", "5 - complete" is left to the words. */
function fromNumber(text: string): NormalStatus | null {
  const percent = /^\s*(\d+(?:\.\d+)?)\s*(?:%|per ?cent|percent)\s*(?:complete|completed|done)?\s*$/i.exec(text);
  if (percent) return fromPercent(Number(percent[1]));
  const step = /^\s*([1-5])(?:\.0+)?\s*(?:(?:\/|of|out of)\s*5)?\s*$/i.exec(text);
  return step ? (SCALE[Number(step[1]) - 1] ?? null) : null;
}

/** 0 is not started, 100 complete, anything between in progress; null outside 0 to 100. */
export function fromPercent(percent: number): NormalStatus | null {
  if (percent < 0 || percent > 100) return null;
  return percent === 0 ? "not started" : percent === 100 ? "complete" : "in progress";
}

/** "Amber/Green", "Red-Amber": several words that mean the same thing. */
function fromPair(text: string): NormalStatus | null {
  const parts = text.split(/[/|,;+&-]|\bto\b|\band\b/i).map((part) => byWord.get(plain(part)) ?? fromNumber(part));
  const [first] = parts;
  return parts.length > 1 && first && parts.every((part) => part === first) ? first : null;
}

/** "Complete (March 2024)", "In progress - see note", "5 - Complete": known words before a bracket, dash or colon, or after a number. */
function fromOpening(text: string): NormalStatus | null {
  const opening = text.replace(/^\s*[1-5]\s*[-:.)]\s*/, "");
  const [head = "", ...rest] = opening.split(/\s*[(:;,.]\s*|\s+[-–—]\s*/);
  if (rest.length === 0 && opening === text) return null;
  return byWord.get(plain(head)) ?? fromNumber(head) ?? fromPair(head);
}

const TROUBLE =
  /\b(red|amber|delayed|slipp(ed|ing)|late|overdue|behind|at risk|off track|needs attention|(some|major) issues)\b/i;

/** Whether the words speak of trouble, so that the dates alone do not make it green. */
export function speaksOfTrouble(text: string | null): boolean {
  return text !== null && (TROUBLE.test(text) || /^\s*[AR]\s*$/i.test(text));
}
