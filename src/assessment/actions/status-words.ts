import type { ReportedStatusWord } from "../assessment";

/** A status as people mean it, whatever they write (plan-facts.md section 4). */
export type NormalStatus = ReportedStatusWord;

/** Words that name a status. Compared without case, spacing or punctuation. */
const WORDS: readonly (readonly [NormalStatus, string])[] = [
  [
    "not started",
    "not started|not yet started|not started yet|not begun|not commenced|not due|not yet due|not yet|to do|todo|to be started|yet to start|planned|pending|future|scheduled|backlog|new|proposed|awaiting start|no progress",
  ],
  [
    "in progress",
    "in progress|wip|work in progress|ongoing|on going|started|underway|under way|begun|commenced|active|live|open|partially complete|part complete|partial|partly complete|partially achieved|partially completed|mostly complete|nearly complete|almost complete|continuing|continuous|carried forward|carried over|rolled over|rolled forward|delivering|in delivery|in development|implementing|some progress|good progress|progressing|progressing well|in review|under review|in train|in hand",
  ],
  [
    "complete",
    "complete|completed|done|closed|finished|achieved|delivered|met|implemented|signed off|action closed|action complete|action completed|fully complete|fully implemented|in place|yes|y",
  ],
  ["on hold", "on hold|hold|paused|suspended|deferred|postponed|blocked|stalled|parked|awaiting funding"],
  [
    "cancelled",
    "cancelled|canceled|stopped|withdrawn|dropped|abandoned|rejected|removed|discontinued|descoped|wont do|will not do|no longer required|no longer needed",
  ],
  ["superseded", "superseded|merged|replaced|duplicate|duplicated|overtaken by events|overtaken"],
  ["business as usual", "business as usual|bau|business as normal|mainstreamed|embedded in bau"],
  ["next plan", "next plan|next green plan|new plan|new green plan|moved to next plan"],
  ["not applicable", "not applicable|na|none applicable|not relevant|out of scope|not required|not needed"],
];

/** Words that say how work under way is going: a status word beside them says more. */
const HOW_IT_GOES =
  "on track|on schedule|on target|delayed|slipped|slipping|late|overdue|behind|behind schedule|off track|at risk|needs attention|some issues|major issues";

/** RAG colours tell of work under way, blue (of BRAG) of work done. Grey, black and white have no one meaning. */
const COLOURS: Readonly<Record<string, NormalStatus>> = {
  red: "in progress",
  r: "in progress",
  amber: "in progress",
  a: "in progress",
  yellow: "in progress",
  orange: "in progress",
  green: "in progress",
  g: "in progress",
  blue: "complete",
  b: "complete",
};

/** What one word or phrase means: a status, or only a colour or how the work goes. */
export interface Meaning {
  readonly status: NormalStatus;
  readonly kind: "status" | "colour" | "course";
}

const meanings = new Map<string, Meaning>();
for (const [status, words] of WORDS) {
  for (const word of words.split("|")) meanings.set(plain(word), { status, kind: "status" });
}
for (const word of HOW_IT_GOES.split("|")) meanings.set(plain(word), { status: "in progress", kind: "course" });
for (const [word, status] of Object.entries(COLOURS)) meanings.set(word, { status, kind: "colour" });

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9%]+/g, "");
}

/** What a whole text means as one word or phrase; null where it is none we know. */
export function meaningOf(text: string): Meaning | null {
  return meanings.get(plain(text)) ?? null;
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\u{1F534}\u{1F7E5}\u2764]/gu, "red"],
  [/[\u{1F7E0}\u{1F7E1}\u{1F7E7}\u{1F7E8}]/gu, "amber"],
  [/[\u{1F7E2}\u{1F7E9}\u{1F49A}]/gu, "green"],
  [/[\u{1F535}\u{1F7E6}]/gu, "blue"],
  [/[\u2705\u2611\u2713\u2714]/gu, "complete"],
];

/** "BRAG: B", "Status - complete": what stands before the status itself. */
const LABEL = /^\s*(?:(?:current|overall|latest)\s+)?(?:b?rag|status|progress)(?:\s+(?:status|rating))?\s*[:=-]\s*/i;

/** A status cell without its label, its coloured signs as words. */
export function spelled(text: string): string {
  let words = text
    .normalize("NFKC")
    .replace(/[\ufe0e\ufe0f]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  for (const [sign, word] of SIGNS) words = words.replace(sign, `/${word}/`);
  return words
    .replace(LABEL, "")
    .replace(/^[\s/]+|[\s/]+$/g, "")
    .replace(/\s*\/[\s/]*/g, "/")
    .replace(/\s+/g, " ");
}

/** Ended otherwise than by being done: no longer this plan's to do. */
export function isEnded(status: NormalStatus | null): boolean {
  return status === "cancelled" || status === "superseded" || status === "business as usual" || status === "next plan";
}
