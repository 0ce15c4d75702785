import type { NormalStatus } from "./status-words";

/**
 * How actions end otherwise than by being done, in the sentences of trackers: "Closed - not pursued", "Superseded by
 * EF3", "Now BAU", "Carried forward to 2025-28 plan". What is only intended ("to move to BAU") has not ended.
 */

/** What may stand before the words that tell. */
const LEAD =
  "^(?:(?:closed|complete|completed|action|this action|now|and|as|has been|have been|has|was|is|been|being|fully|all) )*";

const NEXT_PLAN =
  "(?:(?:the|our|its|a) )*(?:(?:next|new|refreshed|future|successor|following|subsequent|second) (?:(?:iteration of )?(?:the )?)?(?:three year |3 year )?(?:(?:system|trust|icb|ics|nhs) )?(?:green |sustainability |net zero |estates )?(?:plan|strategy)\\b|(?:green )?plan (?:refresh|20\\d\\d)|gp ?2\\b|(?:green plan )?20\\d\\d (?:to )?(?:20)?\\d\\d\\b(?: (?:green |sustainability )?(?:plan|strategy))?)";
const MOVED_ON =
  "(?:carr(?:y|ied)|c ?f(?:wd)?|c fwd|roll(?:ed)?|taken|brought|mov(?:e|ed)|transferred|deferred|included|incorporated|picked up|continu(?:ed|es|ing)|passed|put|added|absorbed|subsumed|superseded by|replaced by|merged|held|part)";
const CARRIED = new RegExp(
  `${LEAD}(?:${MOVED_ON} )?(?:(?:forward|over|on) )?(?:(?:to|into|in|under|within|by|for|of) )?(${NEXT_PLAN})`,
);
const YEARS = /20(\d\d) (?:to )?(?:20)?(\d\d)\b/;

const USUAL = /\b(?:bau|business as (?:usual|normal))\b/;
const USUAL_FIRST = new RegExp(
  `${LEAD}(?:green |amber |red |blue |in progress |ongoing |on going |continuing |continues |moved |transferred |transitioned |passed |handed |handed over |embedded |absorbed |incorporated |integrated |mainstreamed |converted |becomes? |became |part |closed |delivered through |over |in |into |to |as |under |of |within |through )*(?:the )?(?:trust |our |normal |routine )?(?:bau|business as (?:usual|normal))\\b`,
);

const SUPERSEDED = new RegExp(
  `${LEAD}(?:superseded|(?:merged|combined|amalgamated) with|(?:merged|combined|amalgamated|incorporated|subsumed|absorbed|rolled|rolled up|folded|taken) (?:in|into|under|to)|replaced by|overtaken by|duplicate of|duplicates|duplicated by|covered (?:by|under|in)|picked up (?:by|under|in)|now part of)\\b`,
);

const GIVEN_UP =
  /^(?:action |this action |now |has been |was |is |will be |will )*(?:not (?:be |being |to be )?(?:pursued|pursuing|taken forward|proceeding|going ahead|proceed|go ahead)|no longer (?:required|needed|pursued|being pursued|viable|relevant|feasible|going ahead|progressing|being progressed|proceeding|to be pursued|a priority)|(?:cancelled|withdrawn|abandoned|discontinued|dropped) (?:as|by|due|because|following|at|in|on|from)\b|decided not to (?:proceed|pursue|progress))|^will not be (?:delivered|done|completed|implemented|achieved|progressed)/;
/** After "Closed": what makes it closed without being done. */
const NOT_DONE =
  /^closed (?:and |as |action |was |it was )*(?:(?:un|in)(?:achieved|delivered|complete|completed|funded|viable|affordable)\b|not\b|no longer\b|without (?:completion|delivery|being|completing)|partial|partially|partly|part |cancelled|withdrawn|stopped|rejected|abandoned|dropped|discontinued|declined|unable|never|lack of|no (?:funding|funds|capacity|resource))/;

const INTENDED =
  /\b(?:to be|will(?: be)?|would|moving|transitioning|transition(?= to)|towards|not yet|not(?= bau)|prior to|before|until|awaiting|ready|due to|propos\w*|recommend\w*|request\w*|seeking|planned|planning|intend\w*|expected|should|could|may|can|might|part(?! of)|partial|partially|partly|some|mostly|elements|aspects)\b/;

/** How an action ended, by the opening of a text folded to lower case without punctuation; null where it does not say that. */
export function endingIn(folded: string): NormalStatus | null {
  if (NOT_DONE.test(folded)) return "cancelled";
  if (GIVEN_UP.test(folded)) return "cancelled";
  if (/^closed (?:and |as )*(?:carried|rolled) (?:forward|over)$/.test(folded)) return "next plan";
  const carried = CARRIED.exec(folded);
  if (carried && isPlanAhead(carried[1] ?? "")) return "next plan";
  if (USUAL_FIRST.test(folded)) return /^(?:fully )?completed? /.test(folded) ? "complete" : "business as usual";
  return SUPERSEDED.test(folded) ? "superseded" : null;
}

/** Whether a text speaks of an end that is only intended: "moving to BAU", "to be carried forward to the next plan", "propose to close". */
export function isOnlyIntended(folded: string): boolean {
  const end =
    USUAL.exec(folded) ?? new RegExp(NEXT_PLAN).exec(folded) ?? /\bclos(?:e|ed|ure)\b|\bsuperseded\b/.exec(folded);
  return end !== null && INTENDED.test(folded.slice(0, end.index)) && folded.length < 80;
}

/** "2025-28" is a plan's years, "2025/26" one year's; a plan that is named needs none. */
function isPlanAhead(words: string): boolean {
  const years = YEARS.exec(words);
  if (years === null) return true;
  return Number(years[2]) - Number(years[1]) > 1 || /plan|strategy/.test(words);
}
