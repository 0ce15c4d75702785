import type { ReportedAction } from "../../../returns/observation";

const NONE =
  /^(?:n|no|none|nil|false|tbc|tba|tbd|n\/?a|not applicable|missing|outstanding|to follow|awaited|awaiting|pending|not (?:yet )?(?:seen|provided|received|available|held)|\?|-)\b/i;
const SAYS_NONE =
  /\b(?:no|without(?: any)?|awaiting|pending|lacks?|missing|needs?|outstanding) (?:\w+ )?evidence\b|\bevidence (?:is |was |not |still |to be )*(?:awaited|outstanding|to follow|missing|needed|pending|required|seen|provided|received|tbc)\b/i;
const SAYS_SOME =
  /\bevidence (?:is |was |has been )?(?:filed|held|attached|seen|provided|received|on file|saved|available|in|at)\b|\bevidenced? (?:by|in)\b/i;
const DENIED =
  /\bevidence (?:is |was )?(?:not|awaited|outstanding|to follow|missing|needed|pending|required|tbc|still|to be)\b|\b(?:no|without|awaiting|pending|lacks?|missing|needs?|outstanding) (?:\w+ )?evidence\b/i;

/**
 * The evidence of an action's completion: what its row names, null where it names none, undefined where the tracker
 * has no column for it and the row does not speak of it.
 */
export function evidenceOf(row: ReportedAction): string | null | undefined {
  if (row.evidence !== undefined) return row.evidence === null || NONE.test(row.evidence) ? null : row.evidence;
  const text = [row.status, row.comment].find(
    (each) => each !== null && (SAYS_NONE.test(each) || SAYS_SOME.test(each)),
  );
  if (text === undefined || text === null) return undefined;
  return DENIED.test(text) ? null : text;
}
