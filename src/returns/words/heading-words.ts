import { entriesOf } from "../../collections/entries";
import { readTypedNumber } from "../../plan/quantity/units";
import type { ObservationKind } from "../observation";
import { fold } from "./text";

/** What a column holds beside figures. */
export type KeyRole =
  | "metric"
  | "value"
  | "unit"
  | "period"
  | "organisation"
  | "organisationCode"
  | "site"
  | "siteCode"
  | "kind"
  | "quality"
  | "note"
  | "meter"
  | "attribute";

/** Whole headings, folded, that say what a column holds. */
const headings: Readonly<Record<KeyRole, string>> = {
  metric:
    "metric|metrics|metric name|metric id|metric code|metric title|indicator|indicators|indicator name|measure|measures|measure name|kpi|kpi name|item|items|data item|line item|line|description|category|field|field name|data field|question|stream|waste stream|waste type|fuel|fuel type|energy source|energy type|utility|utility type|emission source|emissions source|source of emissions|emission category|performance measure|parameter|variable|data point|resource|commodity|scope|activity|heading|return line|metric description|indicator description|data line",
  value:
    "value|values|figure|figures|amount|result|quantity|quantities|qty|reading|response|answer|reported value|reported figure|return|returned value|submitted value|data value|your answer|your figure|reported|outturn|value reported|number|data|performance|position|current position|input|entry|your response|total value|metric value",
  unit: "unit|units|uom|unit of measure|unit of measurement|measurement unit|unit measure|units of measure|measured in|metric unit",
  period:
    "period|year|years|financial year|fy|month|quarter|reporting period|reporting year|time period|date|year ending|month ending|fiscal year|data period|reporting month|reporting quarter|collection period|period covered|financial year ending|period ending|return period|return year|year of return|eric year|data year|month year|period reported|year month|period start|period end|start date|end date|date from|date to|date start|date end|from date|to date|period from|period to|period start date|period end date|billing period start|billing period end|billing start|billing end|bill start|bill end|bill from|bill to|bill start date|bill end date|invoice from|invoice to|start of period|end of period|first day|last day|from to|supply start|supply end|start|end|starts|ends|starting|ending",
  organisation:
    "organisation|organization|organisations|org|trust|trusts|provider|organisation name|organization name|trust name|provider name|reporting organisation|member|member organisation|nhs trust|name of organisation|name of trust|submitting organisation|body|employer|org name|organisation full name|partner|partner organisation|reporting trust|entity|organisation trust",
  organisationCode:
    "organisation code|organization code|trust code|ods code|org code|provider code|ods|trust ods code|organisation ods code|ods trust code|code of organisation|trust id|organisation id",
  site: "site|sites|site name|location|building|hospital|premises|property|hospital site|building name|practice|practice name|gp practice|facility|ward|department|location name|property name|hospital name|name of site|estate|surgery|health centre|pcn|block|site description|site location",
  siteCode:
    "site code|site ods code|location code|site id|ods site code|building code|practice code|property code|site ref|site reference|site number",
  kind: "kind|type of figure|figure type|value type|scenario|actual or target|actual target|actual or forecast|data type|measure type|version|actual plan|category of figure|type|status|basis|actual target forecast|record type",
  quality:
    "estimated|actual estimated|actual or estimated|estimated or actual|estimate|data quality|quality|estimate flag|data status|reading type|estimated y n|is estimated|actual estimate",
  note: "note|notes|comment|comments|commentary|source|sources|data source|explanation|remarks|rag|rag status|rag rating|owner|lead|footnote|ref|reference|id|no|contact|email|frequency|definition|area|section|theme|group|responsible|collected by|method|methodology|assurance|trend|direction|narrative|evidence|further information|guidance|data owner|guidance notes|supporting comments|row|line no|line number|#|ref no|priority|page|page no|page number|tab|sheet|worksheet|slide|rank|band|pay band|grade",
  meter:
    "meter|meter number|meter no|meter id|meter name|meter ref|meter reference|meter serial|meter serial number|mpan|mprn|sub meter|submeter",
  attribute:
    "commissioning region|region|nhs region|organisation type|trust type|integrated care board|icb|ics|local authority|site type|post code|postcode|tenure|scheme name|non inpatient type|type of lease|sector|trust category|property type|building type|address|uprn|cluster|division|directorate|cost centre|supplier|serial|serial no|serial number|account number|account no|account|invoice|invoice no|invoice number|bill no|bill number|asset|asset no|asset number|po number|order number|contract number|job no|system",
};

const roleOf = new Map<string, KeyRole>();
for (const [role, words] of entriesOf(headings)) {
  for (const word of words.split("|")) if (!roleOf.has(word)) roleOf.set(word, role);
}

/** What a column headed so holds; null where the heading says nothing of the kind. `folded` as `fold` gives it. */
export function keyRole(folded: string): KeyRole | null {
  return roleOf.get(folded) ?? null;
}

/** Plans that are documents, not planned figures. */
const planDocuments =
  /\b(green|carbon reduction|reduction|travel|transport|action|adaptation|delivery|management|decarbonisation|development|business|care|with a|improvement|sustainability|recovery|resilience|contingency) plans?\b/g;
const notKinds = /\b(climate change|change of use|base line load|target setting)\b/g;

const kindPatterns: readonly (readonly [ObservationKind, RegExp])[] = [
  [
    "variance",
    /\b(variances?|changes?|movement|differences?|diff|gap|yoy|year on year|vs|versus|delta|δ|compared (with|to)|percent (reduction|increase|decrease)|(reduction|increase|decrease) (since|from|against|on)|reductions? (required|needed|wanted)|(required|needed) reductions?|rag|(percent )?progress)\b/,
  ],
  ["baseline", /\b(baselines?|base line|base year|basecase|base case)\b/],
  ["trajectory", /\b(trajector(y|ies)|pathways?|glide ?path)\b/],
  ["forecast", /\b(forecasts?|forecasted|fcast|fcst|fot|projected|projections?|predicted)\b/],
  ["budget", /\b(budgets?|budgeted)\b/],
  ["target", /\b(targets?|goals?|ambitions?|plan|planned|plans)\b/],
  ["estimate", /\b(estimated?|estimates|est|provisional|prov)\b/],
  ["actual", /\b(actuals?|outturn|out turn|achieved|reported)\b/],
];

export interface KindReading {
  readonly kind: ObservationKind;
  /** The text without the words that said so. */
  readonly rest: string;
}

/** What kind of figure a heading speaks of (cli-contract "Kind"); null where it does not say. `folded` as `fold` gives it. */
export function readKind(folded: string): KindReading | null {
  const looked = folded.replace(planDocuments, (words) => words.replace(/plans?/, "")).replace(notKinds, "");
  for (const [kind, pattern] of kindPatterns) {
    if (!pattern.test(looked)) continue;
    const rest = kindPatterns.reduce((text, [, each]) => text.replace(new RegExp(each.source, "g"), " "), looked);
    return { kind, rest: rest.replace(/\s+/g, " ").trim() };
  }
  return null;
}

/** Words that are left over once period, unit, organisation and kind are taken out of a heading. */
const leftovers =
  /\b(for|by|year|years|to|at|as|on|of|the|in|value|values|figures?|position|level|data|return|returns|fy|cy|end|ending|ended|performance|against|from|full|annual|month|quarter|period|and|financial|fiscal|calendar|only|own|nhs|trust|our|current|latest|previous|prior|last|this|submission|summary|results?|date|up|mar|march|april|ytd)\b/g;

/** The part of a heading that names something: "" where only small words are left. */
export function withoutLeftovers(folded: string): string {
  const rest = folded.replace(leftovers, " ").replace(/\s+/g, " ").trim();
  return /[\p{L}\p{N}]/u.test(rest) ? folded : "";
}

const totalWords =
  /^(grand |sub |overall |combined |running )?(totals?|subtotals?|sum|results?)$|^overall( results?)?$|^all (sites|trusts|organisations|members|properties|practices|buildings|locations)( totals?)?$/;
const aroundTotal =
  /\b(totals?|subtotals?|results?|sub|grand|overall|all|sites?|trusts?|organisations?|members?|hospitals?|properties|practices|nhs|the|of|for|sum|combined|system|site)\b/g;

/** Whether a row or column headed so is a total of others; `name` is the heading without organisation, period and unit. */
export function isTotalHeading(folded: string, name: string): boolean {
  if (totalWords.test(folded)) return true;
  return /\b(totals?|subtotals?|results?|sum)\b/.test(folded) && name.replace(aroundTotal, "").trim() === "";
}

/** A group of columns, or a table, that covers only part of the organisation: its figures are not the whole. */
export const partialCover = /\b(pfi|of which|sub ?let|leased out|tenants?)\b/;

/** Why a cell that should hold a figure holds none; null for other text. `folded` as `fold` gives it. */
export function emptyWord(raw: string, folded: string): string | null {
  if (folded === "") return /^[-–—.…_\s]+$/.test(raw) ? "no figure given" : null;
  if (/^(not applicable|n a|na|not relevant|not app)$/.test(folded)) return "not applicable";
  if (/^(please |< ?)?select( one| an option| from list)?( ?>)?$/.test(folded)) return "nothing selected";
  if (
    /^(tbc|tbd|tba|to be confirmed|to follow|not known|unknown|not available|unavailable|no data|not recorded|not collected|awaiting data|pending|missing|data not available|not provided|nil return|not held|none held)$/.test(
      folded,
    )
  )
    return "no figure given";
  const shorthand = /^\[([a-z]{1,2})\]$/i.exec(raw.trim());
  return shorthand ? raw.trim() : null;
}

const yes = /^(yes|y|true|in place|yes in place|fully in place|done|complete|completed)$/;
const no = /^(no|n|false|not in place|not yet|no not yet)$/;
/** What follows an answer: "Yes - since 2019", "No (planned Q3)". */
const afterAnswer = / [-–—] |[,;:] | (?=\()/;
/** Words after an answer that take a part of it back. */
const yesBut =
  /\b(part|partial|partially|partly|some|not|no|except|excluding|but|only|plan|planned|planning|draft|will|from|tbc|pending|progress|n a|due|expected|soon|most|mostly)\b/;
const noBut = /\b(part|partial|partially|partly|some|except|but|n a|applicable|yes|tbc|000s?|thousands?)\b/;

/** Yes or no as people write them, with what they add to it; null for anything else, and for what is half of both. */
export function readAnswer(text: string): boolean | null {
  if (/^[✓✔☑]\ufe0f?$/.test(text)) return true;
  if (/^[✗✘]\ufe0f?$/.test(text)) return false;
  const after = afterAnswer.exec(text);
  const head = fold(after === null ? text : text.slice(0, after.index));
  const tail = after === null ? "" : fold(text.slice(after.index));
  if (yes.test(head)) return yesBut.test(tail) ? null : true;
  return no.test(head) && !noBut.test(tail) ? false : null;
}

/** A number as people type it into a text, or nearly one: "1,077", "12 kWh", "~200", "95,000 E". */
export function looksLikeNumber(text: string): boolean {
  return readTypedNumber(text) !== null || /^[(~<>≈]\s*£?\d[\d,.\s]*\)?(?:%|[a-z]{0,3})$/i.test(text.trim());
}

const noteStart =
  /^(notes?\b|sources?\b|footnotes?\b|\*|†|\[|\(\d\)|\d{1,2}[).]\s|prepared by|completed by|produced|updated|last updated|version|contact|printed|created|published|disclaimer|guidance|instructions?\b|please\b|key\b|caveat)/i;

/** What marks mean, as in "[e] estimated, [p] provisional": said of some cells, never of the whole table. */
const legend = /\[[a-z]\].*\[[a-z]\]|^(data notes?|legend|shorthand)\s*:/i;

const counted =
  /\b(?:numbers?|counts?|no) of\b|\b(?:invoices|complaints?|incidents|meters|calls|tickets|queries|enquiries|faults|vacancies|posts|risks|audits|inspections|responses|attendees|headcount)\b/;

/** The words by which a text speaks of things counted ("Number of meters"), under which “Gas | 3” is no amount of gas. */
export function countedWords(text: string): string | undefined {
  return counted.exec(fold(text))?.[0];
}

/** "(2023/24 is provisional)": a sentence in brackets about figures, unless it says in what they are given. */
export function isRemark(text: string): boolean {
  return (
    /^\(.*\b(is|are|was|were|has|have|not|subject to)\b.*\)$/i.test(text) && !/thousand|million|0{3}|£/i.test(text)
  );
}

/** A line that explains or signs a table instead of naming it. */
export function isNoteLine(text: string): boolean {
  return noteStart.test(text) || legend.test(text) || text.length > 160;
}
