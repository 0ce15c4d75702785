import type { ReportedAction } from "../../../returns/observation";

/** Words for others, on whom an NHS organisation's work may wait. */
const OTHERS =
  "(?:partners?|others|council|local authorit\\w*|county|district|borough|highways|government|department|dhsc|desnz|defra|nhs ?e\\b|nhs england|nhs property|nhsps|property services|supply chain|suppliers?|contractors?|landlord|developer|third part(?:y|ies)|external\\w*|network operator|dno|grid|national grid|western power|ngid?|utility|energy supplier|water company|severn trent|bus operators?|bus company|transport operator|university|pfi|planning (?:permission|authority|consent)|planners|neighbouring|other (?:trusts?|organisations?|bod(?:y|ies)|part(?:y|ies))|icb|ics|primary care|pcns?|gps?|practices|trust partners?|manufacturers?|vendor|ofgem|environment agency|national team|region\\w*)";
const WAITS = new RegExp(
  `\\b(?:await\\w*|waiting (?:for|on)|wait for|blocked by|held up by|delayed by|depend\\w* (?:up)?on|relian(?:t|ce) on|relies on|subject to|pending|with|stuck with|in the hands of|outside our control)\\b[^.;]{0,40}?\\b${OTHERS}`,
  "i",
);
const PLAIN =
  /\b(?:external(?:ly)? (?:dependen\w*|blocked)|partner[ -]depend\w*|blocked by others|on hold[ (:-]+external\w*|depend\w* on (?:a |our )?(?:partner|other)s?|outside (?:of )?our control|third[ -]party dependen\w*)\b/i;
const OVER = /\b(?:no longer|not|never|none|no|was|were|previously|resolved|cleared|received from)\b/i;
const NONE = /^(?:no|none|n|n\/?a|nil|false|not applicable|internal(?: only)?|no (?:external )?dependenc\w*|-|0)\b/i;
const NAMES_OTHERS = new RegExp(`\\b${OTHERS}\\b`, "i");

/**
 * The words by which an action depends on a partner: of a column for that, of a column of any dependencies where it
 * names others, else of its status, reason or comment where they say that it waits for others. Null where nothing does.
 */
export function dependenceOf(row: ReportedAction): string | null {
  const { partner = null, dependency = null, reason = null, status, comment } = row;
  if (partner !== null && !NONE.test(partner)) return /^(?:y|yes|true|x|✓)$/i.test(partner) ? "a partner" : partner;
  if (dependency !== null && !NONE.test(dependency) && NAMES_OTHERS.test(dependency)) return dependency;
  return [status, reason, comment].find((text) => text !== null && waits(text)) ?? null;
}

function waits(text: string): boolean {
  const said = PLAIN.exec(text) ?? waitingIn(text);
  return said !== null && !OVER.test(text.slice(Math.max(0, said.index - 16), said.index));
}

/** "with" alone is also how people work together: "working with the council" waits for nobody. */
function waitingIn(text: string): RegExpExecArray | null {
  const said = WAITS.exec(text);
  if (said === null || !/^with\b/i.test(said[0])) return said;
  return said.index === 0 || /\b(?:now|currently|sits|rests|stuck)\s*$/i.test(text.slice(0, said.index)) ? said : null;
}
