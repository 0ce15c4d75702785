import { isSigned, signature } from "../../decisions/decisions";
import type { Explanation } from "../../decisions/explanations";
import type { Outcome } from "../../outcome";
import type { MetricId, OrganisationCode, UnitId } from "../../plan/schema";
import { isSameFigure } from "../../plan/quantity/same-figure";
import { formatDate, type Period } from "../../plan/time/periods";
import { formatQuantity } from "../../plan/wording";
import type { Figure, FigureMove } from "./compare";
import type { ReportKept } from "./history";

/** Why a figure moved, in the words of whoever said so: an explanation, a data note of the return, or a signed decision. */

const NO_REASON = "no reason recorded";

/** What stands under Why: a new year's figure needs no reason, a restated one has one or it is said that none is recorded. */
export function whyOf(move: FigureMove, outcome: Outcome, since: ReportKept): string {
  const { kind, before, now, beforeNow, baseline } = move;
  const parts: string[] = [];
  if (kind === "restated" && now !== null) parts.push(reasonFor(move, now, outcome, since) ?? NO_REASON);
  if (kind === "rating only") parts.push(ratingReason(outcome, since));
  if (kind === "withdrawn")
    parts.push(now === null ? NO_REASON : `${before?.period.label ?? ""} no longer has a figure`);
  if (beforeNow !== null && before !== null)
    parts.push(
      `${before.period.label} was restated from ${formatQuantity(before.value, before.unit)} to ${formatQuantity(beforeNow.value, beforeNow.unit)}: ${reasonFor(move, beforeNow, outcome, since) ?? NO_REASON}`,
    );
  if (hasNewBaseline(move)) parts.push(baselineReason(move, baseline, outcome));
  return parts.join("; ");
}

/** True where a baseline that stood before was replaced. */
export function hasNewBaseline({ baseline: { before, now } }: FigureMove): boolean {
  return before !== null && now !== null && !isSameFigure(before, now);
}

function ratingReason({ basis }: Outcome, since: ReportKept): string {
  const words = (each: string) => (each === "" ? "plan’s own" : each);
  if ((basis ?? "") === since.basis) return NO_REASON;
  return `its target is read on the ${words(basis ?? "")} basis, then on the ${words(since.basis)} basis`;
}

type Of = { readonly metric: MetricId; readonly organisation: OrganisationCode };

function baselineReason(of: Of, { before, now }: FigureMove["baseline"], { decisions, pack }: Outcome): string {
  const unit: UnitId = pack.metrics.find(({ id }) => id === of.metric)?.unit ?? "count";
  const words = (value: number | null) => (value === null ? "none" : formatQuantity(value, unit));
  const decided = decisions
    .filter((each) => each.kind === "baseline" && isOf(each, of) && each.value !== null && now !== null)
    .filter(({ value }) => isSameFigure(value ?? 0, now ?? 0))
    .filter(isSigned)
    .at(-1);
  const reason = decided === undefined ? NO_REASON : `${decided.why} (${signature(decided)})`;
  return `new baseline, ${words(now)} in place of ${words(before)}: ${reason}`;
}

const isOf = (each: Of, { metric, organisation }: Of) => each.metric === metric && each.organisation === organisation;

/** What somebody said of this very figure, since that report or of the figure as it stands now. */
function reasonFor(of: Of, figure: Figure, outcome: Outcome, since: ReportKept): string | null {
  const whose = organisationsOf(of, outcome);
  const given = outcome.explanations.find(
    (each) => each.text.trim() !== "" && speaksOf(each, of, whose, figure.period) && isNew(each, figure, since),
  );
  if (given !== undefined) {
    const who =
      given.who === "" ? "" : ` (${[given.who, given.when && formatDate(given.when)].filter(Boolean).join(", ")})`;
    return `${given.text.trim()}${who}`;
  }
  const noted = outcome.reading.observations.find(
    ({ metric, organisation, period, note }) =>
      metric === of.metric && whose.includes(organisation) && period.label === figure.period.label && isReason(note),
  );
  return noted?.note ?? null;
}

/** An organisation, and of the system its members too: their figures make its own. */
function organisationsOf({ organisation }: Of, { pack }: Outcome): OrganisationCode[] {
  if (organisation !== pack.system) return [organisation];
  const members = pack.organisations.filter(({ role }) => role === "member").map(({ code }) => code);
  return [organisation, ...members];
}

/** An explanation's key holds the rule, the metric, the organisation, the site and the period. */
function speaksOf({ key }: Explanation, { metric }: Of, whose: readonly OrganisationCode[], period: Period): boolean {
  const [, about = "", organisation = "", , label = ""] = key.split("|");
  return about === metric && whose.includes(organisation) && label === period.label;
}

function isNew({ figure, when }: Explanation, { value }: Figure, { madeOn }: ReportKept): boolean {
  if (typeof figure === "number" && isSameFigure(figure, value)) return true;
  return when !== null && madeOn !== null && when > madeOn;
}

/** A note that says why a figure is another than before; that it is estimated or typed as text says nothing of it. */
function isReason(note: string | null): boolean {
  return note !== null && /\[r\]|\brevis|\brestate|\bcorrect/i.test(note);
}
