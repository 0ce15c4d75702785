import { entriesOf } from "../../collections/entries";
/** The fields of an action's row in a tracker. */
export type TrackerRole =
  | "rawId"
  | "title"
  | "area"
  | "status"
  | "rag"
  | "progress"
  | "owner"
  | "due"
  | "revised"
  | "completion"
  | "started"
  | "completed"
  | "lastUpdate"
  | "percent"
  | "comment"
  | "organisation";

const headings: Readonly<Record<TrackerRole, string>> = {
  rawId:
    "id|ref|action id|action ref|action reference|action no|action number|no|number|reference|ref no|reference no|reference number|action code|code|plan ref|plan reference|green plan ref|green plan reference|plan action|plan action no|plan id|item|item no|unique id|ap ref|#|action #",
  title:
    "action|actions|title|action title|description|action description|details|details of action|action details|detail|task|activity|commitment|deliverable|objective|agreed action|what|initiative|project|green plan action|action required|actions required",
  area: "area|area of focus|focus area|theme|workstream|work stream|chapter|area code|plan area|green plan area|section",
  status:
    "status|progress status|current status|state|action status|overall status|stage|delivery status|complete y n|complete yes no",
  rag: "rag|rag status|rag rating|progress rag|brag|brag status|brag rating|current rag|rag score|ragb|bragg",
  progress: "progress|progress to date",
  owner:
    "owner|lead|action owner|responsible|responsible lead|lead officer|who|named lead|action lead|responsible person|lead organisation|accountable|accountable lead|assigned to|responsible officer|owner lead|lead owner|sro|delivery lead|leads|owners|owned by|by whom|exec lead|executive lead|exec sponsor|sponsor|programme lead|project lead|accountable officer",
  due: "due|due date|deadline|target date|target completion|target completion date|by when|date due|planned completion|planned completion date|timescale|timescales|when|timeframe|planned end date|planned finish|to be completed by|expected completion|expected completion date|due by|timeline|completion due|due in the plan|plan date|original date|original due date|original deadline|deadline date|original target date",
  revised:
    "revised date|revised due date|revised deadline|revised target date|new date|new due date|new deadline|forecast date|forecast completion|forecast completion date|anticipated completion|anticipated completion date|revised completion date",
  completion: "completion date|completion|end date|finish date",
  started: "start|start date|started|date started|actual start|actual start date|planned start|commenced|begin date",
  completed:
    "completed|date completed|actual completion|completed date|actual completion date|completed on|actual finish|date closed|closed date|closed|actual end date|complete date|date of completion|closure date|actual date|date complete|complete",
  lastUpdate:
    "last update|last updated|date of update|updated|update date|date updated|last reviewed|reviewed|review date|date of last update|last review|date last updated|date last reviewed|date reviewed|updated on|last update date|last review date|date of last review",
  percent:
    "percent|percent complete|complete percent|percent progress|progress percent|completion percent|percentage complete|percent completed|percentage|percent done|completion percentage|percentage completion|percent delivered|percent of action complete",
  comment:
    "comment|comments|commentary|update|updates|progress update|progress updates|notes|note|progress notes|narrative|latest update|remarks|update comments|progress comments|progress commentary|current position|issues|latest position|highlights|update narrative",
  organisation: "organisation|organization|trust|org|provider|member|partner|organisation name|trust name",
};

const roleOf = new Map<string, TrackerRole>();
for (const [role, words] of entriesOf(headings)) {
  for (const word of words.split("|")) if (!roleOf.has(word)) roleOf.set(word, role);
}

/** What stands after a heading's own words: the form of its dates, or when it was last filled in. */
const AFTER =
  / (dd mm yy(yy)?|dd mmm yy(yy)?|date|y n|yes no|of action|as at .*|q[1-4]( \d{4}( \d{2,4})?)?|\d{4} \d{2,4}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*( \d{2,4})?)$/;

/** What a tracker's column headed so holds; null where the heading is none of a tracker's. `folded` as `fold` gives it. */
export function trackerRole(folded: string): TrackerRole | null {
  return roleOf.get(folded) ?? roleOf.get(folded.replace(AFTER, "")) ?? null;
}

/** Words by which a heading in a table that is known to be a tracker says what it holds, the surest first. */
const telling: readonly (readonly [TrackerRole, RegExp])[] = [
  ["percent", /\bpercent\b.*\b(complete|completed|progress|done|delivered)\b|\b(complete|progress)\b.*\bpercent\b/],
  ["rag", /\bb?ragb?\b/],
  ["status", /\bstatus\b/],
  ["owner", /\b(owner|sro|responsible|accountable|lead officer|lead)\b(?! time)/],
  ["lastUpdate", /\b(last|date)\b.*\b(updated?|reviewed|review)\b/],
  ["completed", /\b(date|actual)\b.*\b(completed|closed)\b/],
  ["revised", /\b(revised|forecast|anticipated)\b.*\b(date|deadline|completion)\b/],
  ["started", /\bstart(ed)? date\b|\bdate started\b/],
  ["due", /\b(due|deadline|by when|target date|timescale)\b/],
  ["comment", /\b(comments?|commentary|updates?|narrative|notes)\b/],
];

/** As `trackerRole`, for a heading of a table already known to be a tracker: "Exec lead (SRO)", "Latest RAG for Q3". */
export function trackerRoleWithin(folded: string): TrackerRole | null {
  return trackerRole(folded) ?? telling.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Whether a role says how an action stands. */
export function tellsStatus(role: TrackerRole): boolean {
  return role === "status" || role === "rag" || role === "progress";
}
