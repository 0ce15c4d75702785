import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import { mapNonEmpty, type NonEmpty } from "../../collections/non-empty";
import type { MetricId } from "../../plan/schema";
import { rangeAddress } from "../../snapshot/addresses";
import type { NotUnderstood } from "../observation";
import { looksLikeNumber, readAnswer } from "../words/heading-words";
import { tidy } from "../words/text";
import { placeOf, type Claim } from "./claim";

/** A claim that is not read, with why, and the likeliest metric where the question is which it is. */
export interface Refusal {
  readonly claim: Claim;
  /** A whole sentence, or what follows "not read: ". */
  readonly reason: string;
  readonly suggestion: MetricId | null;
  readonly asks: NotUnderstood["asks"];
}

const sayWhich = " Say in the mapping which metric it is, or leave it out.";

/** Whether a cell holds a number or a yes or no, as the census counts them; words and blanks hold none. */
export function isCounted({ raw }: Pick<Claim, "raw">): boolean {
  if (typeof raw !== "string") return raw !== null;
  return readAnswer(tidy(raw)) !== null || looksLikeNumber(tidy(raw));
}

/**
 * One question for all numbers of a table that lack the same thing: a name, with its label; an organisation or a
 * period, whatever their labels. One each for texts.
 */
export function questionsOf(refusals: readonly Refusal[]): NotUnderstood[] {
  const groups = groupBy(refusals, ({ claim, reason, asks }) => {
    const isAnswer = typeof claim.raw === "string" && readAnswer(tidy(claim.raw)) !== null;
    const own = asks === "other" && typeof claim.raw === "string" && !isAnswer ? placeOf(claim).cell : "";
    const label = reason.endsWith(".") ? "" : claim.metric.text;
    return keyOf(claim.table, reason, label, own);
  });
  return [...groups.values()].map(questionOf);
}

function questionOf(refusals: NonEmpty<Refusal>): NotUnderstood {
  const [{ claim, reason, suggestion, asks }] = refusals;
  const claims = mapNonEmpty(refusals, (each) => each.claim);
  const counted = claims.filter(isCounted);
  const range = rangeOf(claims);
  const which = counted.length <= 1 ? "This figure is" : `These ${counted.length} figures (${range}) are`;
  return {
    place: placeOf(claim),
    range,
    cells: counted.length,
    raw: claim.raw,
    label: claim.metric.text,
    reason: reason.endsWith(".") ? reason : `${which} not read: ${reason}.${asks === "metric" ? sayWhich : ""}`,
    asks,
    suggestion,
  };
}

/** The area that some claims of one table lie in. */
export function rangeOf(claims: NonEmpty<Claim>): string {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const { row, column } of claims) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return rangeAddress({ top, left, bottom, right });
}
