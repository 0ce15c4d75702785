import type { Outcome } from "../../outcome";
import type { Metric, Pack, Target } from "../../plan/schema";
import { formatDate } from "../../plan/time/periods";
import {
  figureName,
  formatFigure,
  formatFigureDifference,
  formatNumber,
  formatPercent,
  formatQuantity,
  inSentence,
  joinWords,
  metricName,
  organisationName,
  periodWords,
  plural,
  possessive,
  sentenceCase,
} from "../../plan/wording";
import { decimalsOf } from "../../plan/quantity/precision";
import { methodBreak, methodChangeSentence } from "../../assessment/method/method-changes";
import { unreportedWords } from "../../assessment/targets/unreported";
import type { ActionAssessment, Assessment, Assurance } from "../../assessment/assessment";
import { isOver } from "../../assessment/actions/urgency";
import { attainmentWords, hasFallenDue } from "../../assessment/outlook/outlook-words";
import type { BaseYearCheck } from "../../assessment/change/restatements";

/** Every sentence the report makes from figures. Pure text: the sheets decide where it stands. */

/** What a target asks, as a board reads it: "80% less than in 2019/20, by 2028-32"; with what is said of an organisation's own. */
export function targetWords(target: Target, metric: Metric, own?: string): string {
  return `${goalWords(target, metric)}, ${dueWords(target)}${own === undefined ? "" : `; ${own}`}`;
}

function goalWords({ goal, base }: Target, { unit, better }: Metric): string {
  switch (goal.kind) {
    case "level":
      if (goal.strict) return `under ${formatQuantity(goal.value, unit)}`;
      if (goal.value === 0) return "none";
      return `${better === "higher" ? "at least" : "at most"} ${formatQuantity(goal.value, unit)}`;
    case "change": {
      const size = formatPercent(Math.abs(goal.percent));
      return `${size} ${goal.percent < 0 ? "less" : "more"} than in ${base?.year ?? "the base year"}`;
    }
    case "band":
      return `${formatQuantity(goal.low, unit)} to ${formatQuantity(goal.high, unit)}`;
    case "yes":
      return "in place";
  }
}

function dueWords({ due }: Target): string {
  if (due.kind === "inForce")
    return due.as.toLowerCase().startsWith("in force") ? due.as.toLowerCase() : `in force ${due.as}`;
  return `by ${due.as}`;
}

const outlookWords: Readonly<Record<Assurance, string>> = {
  P: "Will meet",
  F: "Will not meet unless something changes",
  "?": "May or may not meet",
};

/** Fewer figures than this carry a trend badly, and it says so. */
const FEW_FIGURES = 5;

/** What is to be expected of a target before its date, as a word beside the colour (after Making Data Count); from its date on whether it was met. */
export function outlook(row: Assessment): string {
  const { assurance, goal, why, rag, projection } = row;
  if (rag !== "grey" && hasFallenDue(row)) return rag === "green" ? "Met" : `Missed${reachedWords(row)}`;
  if (assurance !== null) {
    const few =
      projection !== null && projection.points < FEW_FIGURES ? ` (on ${plural(projection.points, "figure")})` : "";
    return outlookWords[assurance] + few;
  }
  if (goal.kind === "yes" || goal.kind === "band") return "[z] not projected";
  if (why === "stale") return "[x] the figure is out of date";
  if (row.methodChanges !== undefined) return "Too few figures since the method changed";
  return why === "partial" ? "[x] part of the total" : "Too few figures to say";
}

function reachedWords(row: Assessment): string {
  const reached = attainmentWords(row);
  if (reached === null) return "";
  return reached === "not on current trend" ? "; not reached on trend" : `; on trend reached in ${reached}`;
}

/** Why a figure or a colour is not there, with the shorthand of published statistics first. */
export function dataNote(assessment: Assessment, metric?: Metric): string {
  const { actual, why, missing, rolling, period, unreported } = assessment;
  const parts: string[] = [];
  if (rolling) parts.push(`the twelve months to ${periodWords(period)}`);
  if (actual === null) parts.push("[x] no figure in the return");
  if (why === "partial") parts.push(`[x] part of the total: no figure from ${joinWords(missing) || "a member"}`);
  if (why === "no baseline") parts.push("[x] no baseline to measure from");
  if (why === "not yet due") parts.push("[z] not yet due");
  const change = assessment.methodChanges?.at(-1);
  if (change !== undefined) parts.push(`[b] ${methodBreak(change)}`);
  if (unreported !== null) parts.push(`[x] ${unreportedWords(assessment, metric)}`);
  return parts.join("; ");
}

/** Where an organisation stands on one metric, in one sentence. */
export function standing(assessment: Assessment, pack: Pack): string {
  const { organisation, metric: id, period, actual, unit, path, gap, reductions, baseline } = assessment;
  const title = inSentence(pack.metrics.find((each) => each.id === id)?.title ?? id);
  const whose = possessive(organisationName(pack, organisation));
  const late = unreportedWords(
    assessment,
    pack.metrics.find((each) => each.id === id),
  );
  const changed = assessment.methodChanges?.at(-1);
  const method = changed === undefined ? "" : ` ${methodChangeSentence(changed, organisation, pack)}`;
  const since = `${late === "" ? "" : ` ${sentenceCase(late)}.`}${method}`;
  if (actual === null) return `${whose} ${title} has no figure for ${periodWords(period)}.`;
  const was = `${whose} ${title} was ${formatFigure(actual, unit)} in ${periodWords(period)}`;
  if (assessment.partial)
    return `${was}, without ${joinWords(assessment.missing.map((code) => organisationName(pack, code)))}: a part, so it is set against no target.${since}`;
  if (gap === null || path.late === null) return `${was}; ${whyNoPath(assessment)}.${since}`;
  // A share is not so many percent less than another share.
  const base = unit === "%" ? null : reductions.againstBase;
  const sinceBase = base === null || !baseline ? "" : `, ${change(base)} in ${baseline.period.label}`;
  return `${was}${sinceBase}: ${gapWords(assessment)}.${since}`;
}

function whyNoPath({ why }: Assessment): string {
  if (why === "no baseline") return "there is no baseline to draw its trajectory from";
  return why === "not yet due" ? "its target is not yet due" : "it is not set against a trajectory";
}

function change(reduction: number): string {
  if (reduction === 0) return "the same as";
  return `${formatPercent(Math.abs(reduction))} ${reduction > 0 ? "less than" : "more than"}`;
}

/** The size of a gap in one figure: "33.7%", of a share "13 percentage points", of a trajectory at 0 in its unit. */
export function gapSize({ gap, gapPercent, unit }: Pick<Assessment, "gap" | "gapPercent" | "unit">): string {
  return gapPercent === null || unit === "%"
    ? formatFigureDifference(Math.abs(gap ?? 0), unit)
    : formatPercent(Math.abs(gapPercent));
}

/** "LLR’s NHS Carbon Footprint is 33.7% behind its trajectory in 2024/25": what a chart or a page says first of a figure. */
export function standingTitle(row: Assessment, pack: Pack): string {
  const [name, { gap, actual, period }] = [figureName(pack, row), row];
  if (actual === null || gap === null) return notRatedTitle(row, pack);
  if (gap === 0) return `${name} is exactly on its trajectory in ${period.label}`;
  return `${name} is ${gapSize(row)} ${gap > 0 ? "behind" : "ahead of"} its trajectory in ${period.label}`;
}

/** "LLR’s NHS Carbon Footprint cannot be rated for 2024/25" */
export function notRatedTitle(row: Assessment, pack: Pack): string {
  return `${figureName(pack, row)} cannot be rated for ${row.period.label}`;
}

/** "19,933 tCO₂e (33.7%) behind its trajectory of 59,067 tCO₂e", of a figure that is set against one. */
export function gapWords({ gap, gapPercent, unit, path }: Assessment): string {
  const late = formatFigure(path.late ?? 0, unit);
  if (gap === null || gap === 0) return `exactly on its trajectory (${late})`;
  const share = gapPercent === null || unit === "%" ? "" : ` (${formatPercent(Math.abs(gapPercent))})`;
  const size = `${formatFigureDifference(Math.abs(gap), unit)}${share}`;
  return gap > 0 ? `${size} behind its trajectory of ${late}` : `${size} ahead of its trajectory of ${late}`;
}

/** "8,754 tCO₂e less each year to 2031/32; its trend is 1,726 less"; null where no year is left or nothing is needed. */
export function neededWords(row: Assessment): string | null {
  const { neededPerYear, projection, unit, goal, actual } = row;
  if (neededPerYear === null || neededPerYear === 0 || actual === null || goal.value === null) return null;
  if (goal.kind === "yes" || hasFallenDue(row)) return null;
  const towards = actual > goal.value ? -1 : 1;
  const way = (amount: number) => (amount < 0 ? "less" : "more");
  const slope = projection?.slope ?? 0;
  const trend = `${formatNumber(Math.abs(slope), decimalsOf(slope, unit))} ${way(slope)}`;
  const said = projection === null ? "" : `; its trend is ${slope === 0 ? "no change" : trend}`;
  return `${formatFigureDifference(neededPerYear, unit)} ${way(towards)} each year to ${periodWords(goal.due)}${said}`;
}

/** Past its date and not done. */
export const isLateAction = ({ status }: Pick<ActionAssessment, "status">) =>
  status === "overdue" || status === "not started late";

/** How the plan's actions stand on the reporting date. */
export function actionHeadline({ actions, asOf, pack }: Pick<Outcome, "actions" | "asOf" | "pack">): string {
  if (actions.length === 0) return "The plan has no actions.";
  const counts = countBy(actions, ({ status }) => status);
  const complete = (counts.get("complete") ?? 0) + (counts.get("complete late") ?? 0);
  const late = actions.filter(isLateAction);
  const longest = [...late].sort((a, b) => b.daysLate - a.daysLate)[0];
  const worst = longest ? ` (the longest, ${longest.id}, by ${plural(longest.daysLate, "day")})` : "";
  const soon = counts.get("due soon") ?? 0;
  const silent = counts.get("no return") ?? 0;
  const rest = silent === 0 ? "" : `; ${formatNumber(silent)} with no return`;
  return `Of ${plural(actions.length, "action")} on ${formatDate(asOf)}: ${complete} complete, ${late.length} overdue${worst}, ${soon} due within ${plural(pack.thresholds.dueSoonDays, "day")}${rest}.`;
}

/** What closed and what stays open of a plan that has ended by the reporting date; "" of one that goes on. */
export function endedSentence({ actions, asOf, pack }: Pick<Outcome, "actions" | "asOf" | "pack">): string {
  if (asOf <= pack.end) return "";
  const ended = `${pack.name} ended on ${formatDate(pack.end)}`;
  if (actions.length === 0) return `${ended}.`;
  const count = (isWanted: (action: ActionAssessment) => boolean) => actions.filter(isWanted).length;
  const on = count(({ status }) => status === "business as usual" || status === "next plan");
  const over = count(isOver);
  const open = actions.length - over - on;
  const closed = `of its ${plural(actions.length, "action")} ${formatNumber(over)} ${over === 1 ? "is" : "are"} closed`;
  const gone = on === 0 ? "" : `, ${formatNumber(on)} went on as business as usual or in the next plan`;
  if (open === 0) return `${ended}: ${closed}${gone} and none stays open.`;
  const late = count(isLateAction);
  const silent = count(({ status }) => status === "no return");
  const of = [
    ...(late > 0 ? [`${formatNumber(late)} late`] : []),
    ...(silent > 0 ? [`${formatNumber(silent)} with no return`] : []),
  ];
  const stay = `${formatNumber(open)} ${open === 1 ? "stays" : "stay"} open${of.length > 0 ? ` (${joinWords(of)})` : ""}`;
  return `${ended}: ${closed}${gone} and ${stay}.`;
}

/** What the return holds, for the notes: "1,204 figures for UHL and LPT, from 12 tables on 8 sheets". */
export function coverage({ reading, pack }: Outcome): string {
  const whose = [...new Set(reading.observations.map((each) => each.organisation))];
  const names = whose.map((code) => organisationName(pack, code));
  const sheets = new Set(reading.tables.map((each) => each.sheet)).size;
  const from = `from ${plural(reading.tables.length, "table")} on ${plural(sheets, "sheet")}`;
  return `${plural(reading.observations.length, "figure")} for ${joinWords(names) || "no organisation of the plan"}, ${from}`;
}

/** How much of the report rests on sound figures. */
export function dataQuality(outcome: Outcome): string {
  const { reading, findings } = outcome;
  const estimated = reading.observations.filter((each) => each.kind === "estimate").length;
  const guessed = reading.observations.filter((each) => each.confidence < 1).length;
  const hidden = reading.observations.filter((each) => each.hidden).length;
  const parts = [
    `${plural(findings.filter((each) => each.severity === "error").length, "error")} and ${plural(findings.filter((each) => each.severity === "warning").length, "warning")} were found`,
    `${formatNumber(estimated)} of ${plural(reading.observations.length, "figure")} ${estimated === 1 ? "is" : "are"} estimated`,
    ...(guessed > 0 ? [`${plural(guessed, "figure was", "figures were")} matched to a metric by a near name`] : []),
    ...(hidden > 0 ? [`${plural(hidden, "figure stands", "figures stand")} in hidden rows, columns or sheets`] : []),
    `${plural(reading.census.asked, "figure")} could not be understood and ${reading.census.asked === 1 ? "is" : "are"} in no total`,
  ];
  return `${parts.join("; ")}.`;
}

/** How many items there are of each word. */
function countBy<T, K>(items: readonly T[], word: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(word(item), (counts.get(word(item)) ?? 0) + 1);
  return counts;
}

/** A base year that the return states otherwise than the plan, or than the baseline on record, by enough to ask for a new baseline (calculations.md section 5). */
export function baseYearSentence(check: BaseYearCheck, pack: Pack): string {
  const { metric, organisation, period, unit, old, new: now, percent, planned } = check;
  const whose = possessive(organisationName(pack, organisation));
  const size = percent === null ? "" : `, ${formatPercent(Math.abs(percent))} ${now > old ? "more" : "less"}`;
  return `For ${whose} ${metricName(pack, metric)} in its base year ${period.label} ${planned ? "the plan states" : "the settings sheet has on record"} ${formatQuantity(old, unit)} and the return ${formatQuantity(now, unit)}${size}. Agree which one stands, and say why on the settings sheet.`;
}
