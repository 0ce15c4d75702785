import {
  formatDifference,
  formatPercent,
  formatQuantity,
  inSentence,
  joinWords,
  periodWords,
  plural,
  sentenceCase,
} from "../../plan/wording";
import type { Period } from "../../plan/time/periods";
import type { SeriesCase } from "../cases/series-cases";
import { gapPercentOf } from "../paths/gap";
import type { OwnTarget } from "../paths/pathway";
import type { ReadyTarget, ReadyPathway } from "../paths/ready-pathway";
import type { SeriesPoint } from "../../series/series";
import type { Judgement } from "./judgement";

/** A figure that is not there. */
interface Missing {
  readonly period: Period;
}

/** "How was this worked out": one plain sentence with the numbers in it, and the plan's section. */
export function workingOf(
  each: SeriesCase,
  path: ReadyPathway,
  target: ReadyTarget,
  point: SeriesPoint | Missing,
  judgement: Judgement,
): string {
  const words =
    "value" in point
      ? `${figure(each, point)}${judged(each, path, target, judgement, point)}`
      : `${absence(each, point)}${expectation(each, path, target, judgement)}`;
  return `${sentenceCase(words)} (${target.plan.target.source}${targetNote(target)}${trendNote(each)}).`;
}

/** What a reader must know of the target itself: an aim only, or read in another way than the plan's own. */
function targetNote({ plan, shown, ownUsed }: ReadyTarget): string {
  const aimOnly = plan.target.firm ? "" : "; an aim, not a firm target";
  const { own } = shown;
  const ownNotUsed = own === undefined || ownUsed || plan.own === undefined ? "" : `; ${own}`;
  return plan.alternative === null
    ? `${aimOnly}${ownNotUsed}`
    : `${aimOnly}${ownNotUsed}; read as: ${plan.alternative.title}`;
}

/** A trend that leaves years out says so wherever it is used. */
function trendNote({ settings }: SeriesCase): string {
  return settings.leaveOutPandemic ? "; trends leave out 2020/21 and 2021/22" : "";
}

/** Titles are singular or plural as they come, so no verb stands after them: "UHL, business-mileage emissions: 538 tCO₂e in 2020/21". */
function figure(each: SeriesCase, point: SeriesPoint): string {
  return `${subject(each)}: ${formatQuantity(point.value, each.pathway.metric.unit)} ${whenOf(point)}`;
}

function whenOf({ rolling, period }: SeriesPoint): string {
  return `in ${rolling ? "the twelve months to " : ""}${periodWords(period)}`;
}

function subject({ name, pathway }: SeriesCase): string {
  return `${name}, ${inSentence(pathway.metric.title)}`;
}

function absence(each: SeriesCase, { period }: Missing): string {
  const { unit } = each.pathway.metric;
  const reason = each.series.withoutValue.find((none) => none.period.label === period.label)?.why;
  const { incomplete } = each.series;
  const because =
    reason !== undefined && reason !== null
      ? `, because ${inSentence(reason.replace(/\.$/, ""))}`
      : incomplete !== null && incomplete.ending.last === period.last
        ? `, because ${plural(incomplete.missingMonths, "month")} of its twelve ${incomplete.missingMonths === 1 ? "is" : "are"} missing and a part is never scaled up`
        : "";
  return `${subject(each)}: no ${unit === "yes/no" ? "answer" : "figure"} for ${periodWords(period)}${because}`;
}

function judged(
  each: SeriesCase,
  path: ReadyPathway,
  target: ReadyTarget,
  judgement: Judgement,
  point: SeriesPoint,
): string {
  switch (judgement.word) {
    case "members missing":
      return `, but ${joinWords(point.missing.map((code) => each.names.get(code) ?? code))} ${point.missing.length === 1 ? "is" : "are"} missing from it, and a part is never set against the whole`;
    case "part of a year":
      return ", which is part of a year and is never scaled up to be set against a yearly target";
    case "no earlier figure":
      return `, the earliest figure there is: ${aim(each, target)} is counted from it, and it cannot be judged against itself`;
    case "no baseline":
      return `, but no baseline is known to count ${aim(each, target)} from`;
    case "no path":
      return `, but no compound path can be drawn to ${aim(each, target)} from ${formatQuantity(each.baseline?.value ?? 0, each.pathway.metric.unit)}: give the plan pack another path`;
    case "before the base year":
      return `, before the base year ${each.baseline?.period.label ?? ""}, so there is no path yet`;
    case "stale":
      return `; ${expected(each, path, target, judgement)}, but it is too old to be judged`;
    default:
      return `; ${expected(each, path, target, judgement)}, so it is ${verdict(each, target, judgement)}`;
  }
}

function expectation(each: SeriesCase, path: ReadyPathway, target: ReadyTarget, judgement: Judgement): string {
  return judgement.path.late === null
    ? `, nor is a baseline known to count ${aim(each, target)} from`
    : `; ${expected(each, path, target, judgement)}`;
}

/** What the figure is set against, with the ends of the path. */
function expected(each: SeriesCase, path: ReadyPathway, target: ReadyTarget, { path: at }: Judgement): string {
  const { unit } = each.pathway.metric;
  if (!path.moving || each.baseline === null) return `the target is ${aim(each, target)}`;
  const early = at.early === null ? "" : ` at the late edge (early edge ${formatQuantity(at.early, unit)})`;
  return `${course(each, each.baseline, target)} stands at ${formatQuantity(at.late ?? 0, unit)}${early}`;
}

/** The ends of a path in words. */
function course(each: SeriesCase, baseline: NonNullable<SeriesCase["baseline"]>, target: ReadyTarget): string {
  const how =
    baseline.how === "earliest figure"
      ? ", its earliest figure,"
      : baseline.signed === undefined
        ? ""
        : `, the baseline agreed by ${baseline.signed},`;
  const from = formatQuantity(baseline.value, each.pathway.metric.unit);
  return `the path from ${from} in ${periodWords(baseline.period)}${how} to ${aim(each, target)}`;
}

/** The target in words: "under 10% by April 2022", "25% to 40% (in force)", "17,720 tCO₂e (-80%) by 2028-32". */
function aim(each: SeriesCase, { plan, level, ownUsed }: ReadyTarget): string {
  const { unit } = each.pathway.metric;
  const by = plan.due.kind === "inForce" ? `(${plan.due.as})` : `by ${plan.due.as}`;
  switch (plan.goal.kind) {
    case "yes":
      return `to have it in place ${by}`;
    case "band":
      return `${formatQuantity(plan.goal.low, unit)} to ${formatQuantity(plan.goal.high, unit)} ${by}`;
    case "level":
      return `${plan.goal.strict === true ? "under " : ""}${formatQuantity(plan.goal.value, unit)} ${by}`;
    case "change": {
      const change = changeWords(plan.goal.percent);
      if (level !== null && ownUsed && plan.own !== undefined)
        return `${formatQuantity(level, unit)} (${ownAim(plan.own)}, more than the plan's ${change}) ${by}`;
      return level === null ? `the ${change} ${by}` : `${formatQuantity(level, unit)} (${change}) ${by}`;
    }
  }
}

function changeWords(percent: number): string {
  return `${percent > 0 ? "+" : "-"}${formatPercent(Math.abs(percent))}`;
}

function ownAim({ goal, from }: OwnTarget): string {
  return goal.kind === "change"
    ? `${changeWords(goal.percent)}, its own target in ${from}`
    : `its own target in ${from}`;
}

function verdict({ pathway }: SeriesCase, target: ReadyTarget, { gap, path, word }: Judgement): string {
  const { unit } = pathway.metric;
  const { goal } = target.plan;
  if (gap === null || path.late === null) return word;
  if (goal.kind === "yes") return word === "not yet due" ? `${gap > 0 ? "not " : ""}in place: ${word}` : word;
  const upper = goal.kind === "band" ? goal.low - gap - goal.high : 0;
  if (upper > 0) return `${formatDifference(upper, unit)} above the upper edge: ${word}`;
  if (gap === 0) return `${target.strict ? "at the level it must stay under" : "exactly there"}: ${word}`;
  if (goal.kind === "band")
    return `${formatDifference(Math.abs(gap), unit)} ${gap > 0 ? "below" : "above"} the lower edge: ${word}`;
  const percent = gapPercentOf(gap, path.late);
  const share = percent === null ? "" : ` (${shareWords(Math.abs(percent))}${unit === "%" ? " of the target" : ""})`;
  const distance = `${formatDifference(Math.abs(gap), unit)}${share} ${gap > 0 ? "behind" : "better than that"}`;
  return word === "behind" ? distance : `${distance}: ${word}`;
}

function shareWords(percent: number): string {
  return percent < 0.05 ? "under 0.1%" : formatPercent(percent);
}
