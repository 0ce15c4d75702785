/** The fields of an action's row in a tracker. */
export type TrackerRole =
  | "rawId"
  | "title"
  | "status"
  | "owner"
  | "due"
  | "started"
  | "completed"
  | "lastUpdate"
  | "percent"
  | "comment"
  | "organisation";

const headings: Readonly<Record<TrackerRole, string>> = {
  rawId:
    "id|ref|action id|action ref|action reference|action no|action number|no|number|reference|ref no|action code|code|plan ref|plan reference|green plan ref|item|item no|unique id|ap ref|#",
  title:
    "action|actions|title|action title|description|action description|task|activity|commitment|deliverable|objective|agreed action|what|initiative|project|green plan action|action required|actions required",
  status:
    "status|rag|rag status|progress status|rag rating|current status|state|action status|progress rag|overall status|stage|delivery status|brag|brag status|progress",
  owner:
    "owner|lead|action owner|responsible|responsible lead|lead officer|who|named lead|action lead|responsible person|lead organisation|accountable|assigned to|responsible officer|owner lead|sro|delivery lead|leads",
  due: "due|due date|deadline|target date|completion date|target completion|target completion date|by when|date due|planned completion|planned completion date|end date|timescale|timescales|finish date|when|timeframe|planned end date|planned finish|completion|to be completed by|expected completion|expected completion date|due by|timeline|completion due",
  started: "start|start date|started|date started|actual start|actual start date|planned start|commenced|begin date",
  completed:
    "completed|date completed|actual completion|completed date|actual completion date|completed on|actual finish|date closed|closed date|closed|date complete|actual end date|complete date",
  lastUpdate:
    "last update|last updated|date of update|updated|update date|date updated|last reviewed|reviewed|review date|date of last update|last review",
  percent:
    "percent|percent complete|complete percent|percent progress|progress percent|completion percent|percentage complete|percent completed|percentage|percent done|completion percentage|percentage completion",
  comment:
    "comment|comments|commentary|update|progress update|notes|note|progress notes|narrative|latest update|remarks|update comments|progress comments|progress commentary|current position|issues|latest position|highlights",
  organisation: "organisation|organization|trust|org|provider|member|partner|organisation name|trust name",
};

const roleOf = new Map<string, TrackerRole>();
for (const [role, words] of Object.entries(headings) as [TrackerRole, string][]) {
  for (const word of words.split("|")) if (!roleOf.has(word)) roleOf.set(word, role);
}

/** What a tracker's column headed so holds; null where the heading is none of a tracker's. `folded` as `fold` gives it. */
export function trackerRole(folded: string): TrackerRole | null {
  return roleOf.get(folded) ?? roleOf.get(folded.replace(/ (dd mm yy(yy)?|date|y n|of action|as at .*)$/, "")) ?? null;
}
