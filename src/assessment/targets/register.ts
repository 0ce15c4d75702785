import type { Pack } from "../../plan/schema";
import { formatPercent, formatQuantity, organisationName, periodWords, plural } from "../../plan/wording";
import { seriesCases, type AssessmentInput, type SeriesCase } from "../cases/series-cases";
import { isSigned, signature, type Decision } from "../../decisions/decisions";
import { baseYearCheck, baseYearFigure, type BaseYearCheck } from "../change/restatements";
import { LEAST_SPC_POINTS } from "../spc/spc";
import { chartedFigures, underLatestLimits } from "../spc/spc-reading";
import { seriesKey } from "../../series/series-key";
import { ownTargetWords } from "../paths/own-target";

/** A decision as the register keeps it, and what became of it. */
interface RegisterRow {
  readonly decision: Decision;
  /** "used: …", "asked for: …", "not used: …". */
  readonly state: string;
}

/** What becomes of each decision on record, in the order given, and the rows that are to join them. */
export interface Register {
  /** Null where a row that was only asked for is no longer needed. */
  readonly kept: readonly (RegisterRow | null)[];
  /** Baselines used for the first time, and base years that changed by so much that a new baseline is asked for. */
  readonly added: readonly RegisterRow[];
}

/**
 * The register of decisions (calculations.md sections 5 and 6): the old and new value of each
 * baseline with who, when and why; own targets; new control limits. A change of 5% or more of a
 * base year asks for a signed row.
 */
export function register(input: AssessmentInput): Register {
  const decisions = input.decisions ?? [];
  const cases = new Map(
    seriesCases(input).map((each) => [
      seriesKey({ metric: each.pathway.metric.id, organisation: each.organisation }),
      each,
    ]),
  );
  const asked = new Set<string>();
  const kept = decisions.map((decision, index): RegisterRow | null => {
    // A member that stands beside the total may have no target of its own, so no case.
    if (decision.kind === "in total") return { decision, state: inTotalState(decision, input.pack) };
    const each = cases.get(seriesKey(decision));
    if (each === undefined) return { decision, state: "kept: this report holds no figure of it" };
    const later = decisions.slice(index + 1).filter((other) => isOfOneKind(other, decision));
    switch (decision.kind) {
      case "own target":
        return { decision, state: later.length > 0 ? "replaced by a later row" : ownTargetState(each, decision) };
      case "limits":
        return { decision, state: limitsState(each, decision) };
      case "baseline": {
        const row = baselineRow(each, decision, later, input.pack);
        if (row !== null && isAsked(row.decision)) asked.add(seriesKey(decision));
        return row;
      }
    }
  });
  const added = [...cases].flatMap(([key, each]) => {
    const row = asked.has(key) ? null : newBaselineRow(each, input.pack);
    return row === null ? [] : [row];
  });
  return { kept, added };
}

function isOfOneKind(a: Decision, b: Decision): boolean {
  return a.kind === b.kind && seriesKey(a) === seriesKey(b);
}

/** A baseline that waits for somebody to say why, who and when. */
function isAsked(decision: Decision): boolean {
  return decision.old !== null && !isSigned(decision);
}

function ownTargetState({ pathway }: SeriesCase, { value }: Decision): string {
  const plan = pathway.targets.find(({ target }) => target.ownIfGreater === true);
  if (plan === undefined) return "not used: the plan leaves no room for an own target of this metric";
  if (value === null || plan.own === undefined || plan.goal.kind !== "change")
    return "not used: give it as a change in percent";
  const greater = value < 0 ? value < plan.goal.percent : value > plan.goal.percent;
  return `${greater ? "used" : "not used"}: ${ownTargetWords(plan.own, greater, pathway.metric.unit)}`;
}

function inTotalState(decision: Decision, { system, organisations }: Pack): string {
  const member = organisations.find(({ code }) => code === decision.organisation);
  if (system === null || member?.role !== "member")
    return "not used: only a member of a system is counted in its total";
  if (member.besideTotal !== true) return "not needed: the plan counts its figures in the total";
  if (!isSigned(decision)) return "not used: say who, when and, under Why, what the baseline holds of it";
  return `used: counted in the total of ${organisationName({ organisations }, system)}, agreed by ${signature(decision)}`;
}

function limitsState({ series, decided }: SeriesCase, decision: Decision): string {
  if (!isSigned(decision) || decision.period === null) return "not used: say from which period, why, who and when";
  const { period } = decision;
  const figures = chartedFigures(series);
  if (figures.length === 0) return "not used: control limits are for monthly and quarterly figures only";
  const after = figures.filter((figure) => figure.period.first >= period.first).length;
  if (after < LEAST_SPC_POINTS) {
    return `waiting: ${plural(after, "figure")} since then, and limits need ${LEAST_SPC_POINTS}; the limits before stay in use`;
  }
  return underLatestLimits(figures, decided.limits).since?.label === period.label
    ? `used: limits stand on the ${plural(after, "figure")} from ${periodWords(period)} on`
    : "replaced by later limits";
}

function baselineRow(each: SeriesCase, decision: Decision, later: readonly Decision[], pack: Pack): RegisterRow | null {
  const check = baseYearCheck(each, pack.thresholds.rebaselinePercent);
  const stillAsked = check?.rebaseline === true;
  if (isAsked(decision)) {
    if (later.length > 0) return { decision, state: "replaced by a later row" };
    if (stillAsked) return askedRow(each, check, decision);
    const untouched = decision.why === "" && decision.who === "" && decision.when === null;
    return untouched ? null : { decision, state: "no longer asked for: the figures agree again" };
  }
  if (later.some((other) => !isAsked(other))) return { decision, state: "on record: a later baseline stands" };
  const signed =
    isSigned(decision) && decision.old !== null
      ? `used: agreed by ${signature(decision)}`
      : "on record since it was first used";
  return { decision, state: `${signed}${driftWords(each, check)}` };
}

function driftWords({ pathway }: SeriesCase, check: BaseYearCheck | null): string {
  if (check === null || check.new === check.old) return "";
  const now = `; the return now has ${formatQuantity(check.new, pathway.metric.unit)}, ${sizeWords(check)}`;
  return check.rebaseline
    ? `${now}: see the row that asks for a new baseline`
    : `${now}: too small a change for a new baseline`;
}

/** The row for a series without one: its first baseline, or the change that asks for a new one. */
function newBaselineRow(each: SeriesCase, pack: Pack): RegisterRow | null {
  const check = baseYearCheck(each, pack.thresholds.rebaselinePercent);
  if (check !== null) return check.rebaseline ? askedRow(each, check, BLANK) : null;
  const found = each.baselineFound?.how === "stated by the plan" ? null : baseYearFigure(each);
  if (found === null) return null;
  const { metric } = each.pathway;
  const decision: Decision = {
    ...{ kind: "baseline", metric: metric.id, organisation: each.organisation, period: found.period },
    ...{ old: null, value: found.value, ...BLANK },
  };
  return { decision, state: "on record since it was first used" };
}

const BLANK = { why: "", who: "", when: null } as const;

function askedRow(each: SeriesCase, check: BaseYearCheck, said: Pick<Decision, "why" | "who" | "when">): RegisterRow {
  const { metric, organisation, period, old, unit } = check;
  const decision: Decision = {
    ...{ kind: "baseline", metric, organisation, period, old, value: check.new },
    ...{ why: said.why, who: said.who, when: said.when },
  };
  const stood = check.planned ? "the plan states" : "on record is";
  const meanwhile = each.baseline === null ? "" : `; until then ${formatQuantity(each.baseline.value, unit)} is used`;
  return {
    decision,
    state: `asked for: ${stood} ${formatQuantity(old, unit)} and the return has ${formatQuantity(check.new, unit)}, ${sizeWords(check)}. Say why, who and when to agree on the new baseline${meanwhile}`,
  };
}

function sizeWords({ old, new: now, percent }: BaseYearCheck): string {
  const direction = now > old ? "more" : "less";
  return percent === null ? `where there was none` : `${formatPercent(Math.abs(percent))} ${direction}`;
}
