/**
 * Which words of a text speak of whose figures it gives, and which of others: "LLR ICS (excl EMAS)"
 * gives the system's, "UHL return, submitted to the ICB" the trust's.
 */
export interface Clauses {
  /** The text without what follows. */
  readonly subject: string;
  /** What it leaves out: "excl EMAS", "EMAS is counted in Nottingham". */
  readonly excluded: readonly string[];
  /** What it takes in: "includes UHL and LPT". */
  readonly included: readonly string[];
}

/** Words that open a clause about a body left out; it runs to the end of its sentence, dash or bracket. */
const excludes =
  /\b(?:excl\.?|exclud(?:es?|ed|ing)|exc\.|ex\.|not (?:including|incl\.?|counting)|(?:does|do) not (?:include|cover|count)|other than|except(?:ing)?(?: for)?|leav(?:es?|ing) out|apart from|without|omit(?:s|ting)?|minus|less(?! than)|outside(?: of)?|but not|not|(?:all|every(?:one|body|thing)?|any(?:one|body|thing)?) but|no (?:data|figures?|return) (?:for|from))(?![\p{L}\d])/iu;

/** Words that open a clause about somebody else: who is compared with, who receives, who was asked. */
const others =
  /\b(?:(?:as )?compar(?:ed|es|ing|ison)s? (?:with|to|against)|comparators?|versus|vs|against|alongside|benchmark(?:s|ed|ing)?|see also|contacts?|sources?|queries|questions|(?:submitted|submission|sent|send|return(?:ed)?|report(?:ed|s|ing)?|addressed|issued|provided|copied) (?:to|through|via)|(?:prepared|produced|compiled|completed|supplied|hosted|collected|checked|approved|provided) (?:for|by|on behalf of|with)|for the attention of|fao|cc|to(?=\s*:))(?![\p{L}\d])/iu;

const includes = /\b(?:incl\.?|includ(?:es?|ed|ing)|inc\.|covers|covering|made up of|compris(?:es|ing))(?![\p{L}\d])/iu;

/** What says of the body named before it that its figures stand elsewhere. */
const standsElsewhere =
  /\b(?:(?:is|are|was|were|has been|have been|to be) (?:not|excluded|omitted|left out)|excluded|omitted|not (?:included|counted|shown|covered|reported|in scope)|left out|(?:reports?|submits?|returns?) (?:through|via|separately|elsewhere|its|their|under|in its|in their)|(?:counted|reported|sent|submitted|shown|given|held|covered|collected|provided) (?:separately|elsewhere|through|via|(?:in|on|with|under) (?:its|their|another|a separate))|separately|elsewhere|own (?:workbook|return|file)|to follow|outstanding|awaited)(?![\p{L}\d])|\b(?:is|are) (?:counted|reported|included) (?:in|with|by|under) (?=[\p{Lu}])/u;

/** Where one clause ends and the next begins; a point after a short form or between digits ends none. */
const boundary = /[;()[\]\n]|(?<=\p{L}{3})\.(?=\s|$)|\s[-–—|]\s|[–—]/u;
/** A comma parts clauses too, unless it stands in a list of names. */
const comma = /,\s+/;

const opensAny = new RegExp([excludes, others, includes, standsElsewhere].map(({ source }) => source).join("|"), "iu");

/** Parts the clauses of a title, a heading or a cell. */
export function clausesOf(text: string): Clauses {
  if (!opensAny.test(text)) return { subject: text, excluded: [], included: [] };
  const parted = text.split(boundary).map(clauseOf);
  const all = (of: (clauses: Clauses) => readonly string[]) => parted.flatMap(of).filter((part) => part.trim() !== "");
  return {
    subject: all(({ subject }) => [subject]).join(" – "),
    excluded: all(({ excluded }) => excluded),
    included: all(({ included }) => included),
  };
}

function clauseOf(clause: string): Clauses {
  const nothing: Clauses = { subject: clause, excluded: [], included: [] };
  const openers = [
    { at: clause.search(excludes), is: "excluded" },
    { at: clause.search(others), is: "others" },
    { at: clause.search(includes), is: "included" },
  ].filter(({ at }) => at >= 0);
  const first = openers.sort((one, other) => one.at - other.at)[0];
  const elsewhere = elsewhereIn(clause);
  if (elsewhere !== null && (first === undefined || elsewhere.from <= first.at))
    return { ...nothing, subject: clause.slice(0, elsewhere.from), excluded: [clause.slice(elsewhere.from)] };
  if (first === undefined) return nothing;
  const said = clause.slice(first.at);
  return {
    subject: clause.slice(0, first.at),
    excluded: first.is === "excluded" ? [said] : [],
    included: first.is === "included" ? [said] : [],
  };
}

/** "…, EMAS excluded", "LPT's figures are sent in its own workbook": the clause from its own beginning, or that of its list. */
function elsewhereIn(clause: string): { readonly from: number } | null {
  const match = standsElsewhere.exec(clause);
  if (match === null) return null;
  const before = clause.slice(0, match.index);
  const parts = before.split(comma);
  const last = parts.at(-1) ?? "";
  if (last.trim() === "" || (parts.length > 1 && /\b(?:and|or)\b|&/.test(last))) return { from: 0 };
  return { from: before.length - last.length };
}
