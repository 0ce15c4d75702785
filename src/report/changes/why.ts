import { latestAssessments } from "../../assessment/targets/latest";
import { isSigned, signature } from "../../decisions/decisions";
import type { Outcome } from "../../outcome";
import { isSameFigure } from "../../plan/quantity/same-figure";
import { formatDate } from "../../plan/time/periods";
import { formatFigure, formatQuantity } from "../../plan/wording";
import type { Moved } from "./changes";
import type { Figure, FigureMove } from "./compare";
import type { OfWhat } from "./reported";

/** Why a figure moved, in the words of whoever said so: an explanation, a note of the return, or a signed decision. */

const NO_REASON = "no reason recorded";

/** True where something was put in the place of what was reported, and nobody has said why. */
export function lacksReason(why: string): boolean {
  return why.includes(NO_REASON);
}

/** What stands under Why; "" for a figure of a new period alone, which needs no reason. */
export function whyOf(move: FigureMove, outcome: Outcome, { since }: Pick<Moved, "since">): string {
  const { kind, before, now, beforeNow, baseline } = move;
  const parts: string[] = [];
  if (kind === "restated" && now !== null) parts.push(reasonFor(move, now, outcome, since.madeOn));
  if (kind === "rating only") parts.push(ratingReason(move, outcome));
  if (kind === "withdrawn") parts.push(`${before?.period.label ?? "it"} has no figure any more: ${NO_REASON}`);
  if (beforeNow !== null && before !== null) {
    const reason = reasonFor(move, beforeNow, outcome, since.madeOn);
    parts.push(`${before.period.label} was restated ${fromTo(before, beforeNow)}: ${reason}`);
  }
  if (baseline !== null) parts.push(baselineReason(move, baseline, outcome));
  return parts.join("; ");
}

/** "from 79,000 tCO₂e to 80,400 tCO₂e", with as many decimals as tell the two apart. */
export function fromTo(before: Figure, now: Figure): string {
  const words = [before, now].map(({ value, unit }) => formatFigure(value, unit));
  const [then, by] =
    words[0] === words[1] ? [before, now].map(({ value, unit }) => formatQuantity(value, unit, 6)) : words;
  return `from ${then} to ${by}`;
}

/** A figure that has aged, or is a part by now, is not rated any more. */
function ratingReason({ metric, organisation }: OfWhat, { assessments }: Outcome): string {
  const row = latestAssessments(assessments).find(
    (each) => each.metric === metric && each.organisation === organisation,
  );
  return row?.why ? `not rated now: ${row.why}` : NO_REASON;
}

function baselineReason(
  { metric, organisation }: OfWhat,
  { before, now }: NonNullable<FigureMove["baseline"]>,
  { decisions, pack }: Outcome,
): string {
  const unit = pack.metrics.find(({ id }) => id === metric)?.unit ?? "count";
  const decided = decisions
    .filter((each) => each.kind === "baseline" && each.metric === metric && each.organisation === organisation)
    .filter(({ value }) => value !== null && isSameFigure(value, now))
    .filter(isSigned)
    .at(-1);
  const reason = decided === undefined ? NO_REASON : `${decided.why} (${signature(decided)})`;
  return `new baseline, ${formatFigure(now, unit)} in place of ${formatFigure(before, unit)}: ${reason}`;
}

/** What somebody has said of this very figure, as it stands now or since that report. */
function reasonFor(
  { metric, organisation }: OfWhat,
  { period, value }: Figure,
  { explanations, reading, pack }: Outcome,
  madeOn: string | null,
): string {
  // The system's figure is its members' too.
  const members = pack.organisations.filter(({ role }) => role === "member").map(({ code }) => code);
  const organisations = organisation === pack.system ? [organisation, ...members] : [organisation];
  const given = explanations.find(({ key, text, figure, when }) => {
    // The rule, the metric, the organisation, the site and the period.
    const [, about = "", of = "", , label = ""] = key.split("|");
    if (text.trim() === "" || about !== metric || !organisations.includes(of) || label !== period.label) return false;
    const isOfFigure = typeof figure === "number" && isSameFigure(figure, value);
    return isOfFigure || (when !== null && madeOn !== null && when > madeOn);
  });
  if (given !== undefined) {
    const who = [given.who, given.when && formatDate(given.when)].filter(Boolean).join(", ");
    return `${given.text.trim()}${who === "" ? "" : ` (${who})`}`;
  }
  const noted = reading.observations.find(
    (each) =>
      each.metric === metric &&
      organisations.includes(each.organisation) &&
      each.period.label === period.label &&
      /\[r\]|\brevis|\brestate|\bcorrect/i.test(each.note ?? ""),
  );
  return noted?.note ?? NO_REASON;
}
