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
  | "agreedDate"
  | "forecast"
  | "agreedBy"
  | "agreedOn"
  | "reason"
  | "completion"
  | "started"
  | "completed"
  | "lastUpdate"
  | "percent"
  | "comment"
  | "organisation"
  | "lead"
  | "contributors"
  | "dependency"
  | "partner"
  | "evidence"
  | "resources"
  | "cost"
  | "saving";

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
    "owner|lead|action owner|responsible|responsible lead|lead officer|who|named lead|action lead|responsible person|accountable|accountable lead|assigned to|responsible officer|owner lead|lead owner|sro|delivery lead|leads|owners|owned by|by whom|exec lead|executive lead|exec sponsor|sponsor|programme lead|project lead|accountable officer",
  due: "due|due date|deadline|target date|target completion|target completion date|by when|date due|planned completion|planned completion date|timescale|timescales|when|timeframe|planned end date|planned finish|to be completed by|expected completion|expected completion date|due by|timeline|completion due|due in the plan|plan date|original date|original due date|original deadline|deadline date|original target date|original completion date|original end date|baseline date|current due date|current target date|current deadline|date due in plan|green plan date|plan due date|plan deadline",
  revised:
    "revised|revised date|revised due date|revised deadline|revised target|revised target date|revised completion|revised completion date|revised end date|revised timescale|revised timescales|revised timeline|revised by when|date revised to|new date|new due date|new deadline|new target date|new target|new completion date|new end date|new timescale|extended to|extended date|extended until|extended deadline|extension|extension to|extension date|extension agreed to|extended by|extension length|length of extension|moved by|deferred to|deferred until|deferred date|moved to|date moved to|rescheduled to|rescheduled date|slipped to|rebaselined date|re baselined date|rebased date|re profiled date|reprofiled date|amended date|amended due date|updated due date|updated target date|updated deadline|changed date|agreed due date|agreed deadline|agreed target date|agreed completion date|agreed new date|agreed revised date|agreed extension|approved due date|approved deadline|approved extension|approved new date",
  agreedDate: "agreed date|approved date",
  forecast:
    "forecast|forecast date|forecast completion|forecast completion date|forecast end date|forecast finish|anticipated completion|anticipated completion date|anticipated date|projected completion|projected completion date|projected date|estimated completion|estimated completion date|likely completion|likely date",
  agreedBy:
    "approved by|agreed by|agreed at|approved at|agreed with|agreed|approved|approval|approvals|board approval|board approved|green board approval|committee approval|approving body|approving group|approving committee|approval body|approval route|authorised by|authorisation|signed off by|sign off|sign off by|extension approved by|extension agreed by|extension approval|change approved by|change agreed by|change approval|change control|revision approved by|revision agreed by|date agreed by|date approved by|new date agreed by|revised date agreed by|revised date approved by|decision by|decision|decision of|decided by|decided at|meeting|meeting agreed|agreed meeting|meeting minute|minute|minute ref|minute reference|minutes|board minute|endorsed by|ratified by|governance|governance decision|who agreed|who agreed it|who approved|approver|approvers|authoriser|agreed where|where agreed|approved where|agreed in|agreed by whom|approved by whom",
  agreedOn:
    "date agreed|date approved|agreed on|approved on|approval date|date of approval|date of agreement|date of decision|decision date|meeting date|date of meeting|board date|extension agreed on|sign off date|date signed off|change approved on|date of change",
  reason:
    "reason|reasons|rationale|justification|reason for change|reason for revision|reason for extension|reason for revised date|reason for delay|reason for slippage|reason for closure|closure reason|reason closed|reason for new date|reason for status|why moved|closure notes|closure comments|explanation",
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
  lead: "lead organisation|lead organization|lead org|lead body|lead trust|lead partner|lead agency|lead provider|leading organisation|host organisation|owning organisation",
  contributors:
    "contributors|contributor|contributing organisations|contributing organisation|contributing bodies|contributing partners|partners|partner organisations|partners involved|supporting organisations|supporting organisation|supporting partners|supporting|supported by|support from|working with|in partnership with|delivery partners|other organisations|other partners|key partners|collaborators|joint with|organisations involved",
  dependency:
    "dependency|dependencies|dependent on|depends on|interdependency|interdependencies|inter dependencies|reliant on|reliance|enablers",
  partner:
    "external dependency|external dependencies|partner dependency|partner dependencies|depends on a partner|depends on partner|depends on partners|dependent on partner|dependent on partners|dependent on others|depends on others|partner dependent|externally dependent|blocked by|blocker|blockers|blocked|awaiting|waiting for|waiting on|held up by|external blocker|external blockers|third party dependency|third party dependencies|third party|outside our control",
  evidence:
    "evidence|evidence of completion|completion evidence|evidence link|link to evidence|evidence file|evidence location|evidence provided|evidence held|evidence seen|supporting evidence|evidence reference|evidence ref|closure evidence|proof|proof of completion|assurance evidence|evidence of delivery|evidence of closure|evidence y n|evidence yes no",
  resources:
    "resources|resource|resourcing|resource required|resources required|resource needed|resources needed|resource requirement|resource requirements|resource implications|staff time|staffing|capacity|fte|wte",
  cost: "cost|costs|budget|funding|funding required|funding source|estimated cost|estimated costs|cost estimate|total cost|capital cost|capital costs|revenue cost|revenue costs|project cost|implementation cost|capital|capex|opex|investment|investment required|capital required|cost to implement|cost of action|indicative cost|financial implications|cost implications|annual cost",
  saving:
    "saving|savings|cost saving|cost savings|financial saving|financial savings|annual saving|annual savings|estimated saving|estimated savings|expected saving|expected savings|saving achieved|savings achieved|carbon saving|carbon savings|carbon reduction|emissions saving|emissions savings|energy saving|energy savings|potential saving|potential savings|cash saving|cash releasing savings|projected saving|projected savings|tco2e saved|tco2e saving",
};

const roleOf = new Map<string, TrackerRole>();
for (const [role, words] of entriesOf(headings)) {
  for (const word of words.split("|")) if (!roleOf.has(word)) roleOf.set(word, role);
}

/** What stands after a heading's own words: the form of its dates, its unit, or when it was last filled in. */
const AFTER =
  / (dd mm yy(yy)?|dd mmm yy(yy)?|date|y n|yes no|of action|as at .*|if (any|known|applicable|different|changed)|where (relevant|known|applicable)|£[a-z0-9]*|gbp|000s?|k|t?co2e?|tonnes( co2e?)?|kgco2e?|[km]wh|fte|wte|per annum|p a|pa|per year|a year|no|[1-9]|q[1-4]( \d{4}( \d{2,4})?)?|\d{4} \d{2,4}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*( \d{2,4})?)$/;

/** More letters than this are a text, and no heading. */
const LONGEST_HEADING = 120;

/** What a tracker's column headed so holds; null where the heading is none of a tracker's. `folded` as `fold` gives it. */
export function trackerRole(folded: string): TrackerRole | null {
  if (folded.length > LONGEST_HEADING) return null;
  for (let words = folded; ;) {
    const role = roleOf.get(words);
    const shorter = words.replace(AFTER, "");
    if (role !== undefined || shorter === words) return role ?? null;
    words = shorter;
  }
}

/** Words by which a heading in a table that is known to be a tracker says what it holds, the surest first. */
const telling: readonly (readonly [TrackerRole, RegExp])[] = [
  ["evidence", /\bevidence\b/],
  [
    "revised",
    /\b(revised|rescheduled|rebaselined|extended|extension|renegotiated)\b(?!.*\b(by|at|on|action|scope|status|rag|owner|lead|comments?|cost|budget|value)\b)|\b((new|amended)( \w+)? (date|deadline|target)|date changed?|changed? to)\b(?!.*\b(by|at|on|approved|scope)\b)/,
  ],
  [
    "agreedOn",
    /\b(date|when|on)\b.*\b(agreed|approved|approval|decision)\b(?! (by|to|at))|\b(approval|decision|meeting) date\b/,
  ],
  [
    "agreedBy",
    /\b(agreed|approved|authorised|endorsed|ratified|signed off|decided) (by|at|in)\b|\bapprovals?\b|\bwho (agreed|approved)\b|\bminutes?\b/,
  ],
  ["forecast", /\b(forecast|anticipated|projected|estimated|expected)\b.*\b(date|deadline|completion|finish)\b/],
  ["partner", /\b(external|partner|third party)\b.*\b(dependenc|dependent|depends|block)|\bblock(ed|er)s?\b/],
  ["dependency", /\bdependenc(y|ies)\b|\bdepend(s|ent) on\b/],
  ["reason", /\breasons?\b/],
  ["percent", /\bpercent\b.*\b(complete|completed|progress|done|delivered)\b|\b(complete|progress)\b.*\bpercent\b/],
  ["rag", /\bb?ragb?\b/],
  ["status", /\bstatus\b/],
  ["owner", /\b(owner|sro|responsible|accountable|lead officer|lead)\b(?! time)/],
  ["lastUpdate", /\b(last|date)\b.*\b(updated?|reviewed|review)\b/],
  ["completed", /\b(date|actual)\b.*\b(completed|closed)\b/],
  ["started", /\bstart(ed)? date\b|\bdate started\b/],
  ["due", /\b(due|deadline|by when|target date|timescale)\b/],
  ["comment", /\b(comments?|commentary|updates?|narrative|notes)\b/],
  ["saving", /\b(savings?|saved)\b/],
  ["cost", /\b(costs?|budget|funding|capex|opex)\b/],
  ["resources", /\b(resources?|resourcing|fte|wte)\b/],
  ["due", /\b(baseline|original|planned|current|latest)( \w+)? (date|finish|end|completion)$/],
];

/** As `trackerRole`, for a heading of a table already known to be a tracker: "Exec lead (SRO)", "Latest RAG for Q3". */
export function trackerRoleWithin(folded: string): TrackerRole | null {
  return trackerRole(folded) ?? telling.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Whether a column is one that many lists have, so that it alone makes a table no tracker. */
export function isBesides(role: TrackerRole): boolean {
  return /^(agreedBy|agreedOn|reason|contributors|dependency|partner|evidence|resources|cost|saving)$/.test(role);
}

/** Whether a role says how an action stands. */
export function tellsStatus(role: TrackerRole): boolean {
  return role === "status" || role === "rag" || role === "progress";
}
