import type { Rag } from "../../assessment/assessment";
import { isDone } from "../../assessment/actions/urgency";
import { unreportedWords } from "../../assessment/targets/unreported";
import type { Outcome } from "../../outcome";
import { formatDate } from "../../plan/time/periods";
import { formatNumber, plural, sentenceCase } from "../../plan/wording";
import { readiness } from "../../validation/checking/readiness";
import { headlineRows } from "../board/headline";
import { changesIn } from "../changes/changes";
import type { ReportSource } from "../source/source";
import { isLateAction } from "../words/sentences";
import { figureSentences } from "./row-words";

/** A board's own template leaves so much room for a summary. */
const MOST_WORDS = 150;

/** Sentences that stand or fall together, and how soon they give way where all are too long: 0 never. */
type Said = readonly [text: string, givesWay: 0 | 1 | 2 | 3];

/**
 * The report in at most 150 words: the footprints and their change on the year, targets and actions by state, what
 * changed, and how far to rely on it. At most two numbers a sentence, and no codes.
 */
export function summary(source: ReportSource): string {
  const { outcome } = source;
  const first = [opening(source), ...figures(source), ...targets(source), ...actions(outcome)];
  const all: Said[] = [...first, [changed(outcome), 0], ...reliance(outcome)];
  const fitting = fitted(all.filter(([text]) => text !== ""));
  return fitting.map(([text]) => text).join(" ");
}

/** Of those that give way first, the last goes first. */
function fitted(all: readonly Said[]): readonly Said[] {
  const words = all.flatMap(([text]) => text.split(/\s+/)).length;
  const most = Math.max(...all.map(([, givesWay]) => givesWay));
  if (words <= MOST_WORDS || most === 0) return all;
  const at = all.findLastIndex(([, givesWay]) => givesWay === most);
  return fitted(all.filter((_, index) => index !== at));
}

function opening({ subject, asOf, outcome: { pack, asOf: day } }: ReportSource): Said {
  const ended = day > pack.end ? ` The plan ended on ${formatDate(pack.end)}.` : "";
  return [`This paper says how ${subject} stands against its green plan, as at ${asOf}.${ended}`, 3];
}

function figures(source: ReportSource): Said[] {
  const all = headlineRows(source);
  const shown = all.filter(({ metric }, at) => all.findIndex((row) => row.metric === metric) === at);
  const hasFootprint = shown.some(({ metric }) => source.metric(metric)?.area === "carbon");
  const late = shown.map((row) => (row.why === "stale" ? "" : unreportedWords(row)));
  const sentences = shown.slice(0, 2).map((row, at): Said => {
    const doubt = source.doubts.of(row) === "" ? "" : " That rests on a cell with an error.";
    return [figureSentences(source, row) + doubt, at === 0 ? 0 : 1];
  });
  const none = hasFootprint ? "" : "The return holds no footprint for a target of the plan.";
  return [[none, 0], ...sentences, ...[...new Set(late)].map((words): Said => [ended(sentenceCase(words)), 2])];
}

function targets(source: ReportSource): Said[] {
  const latest = source.latest();
  const reported = latest.filter(({ actual }) => actual !== null);
  const of = (wanted: Rag) => reported.filter(({ rag }) => rag === wanted).length;
  const rated = reported.length - of("grey");
  const good = count(of("green"), "is on track", "are on track") || "none is on track";
  const silent = count(latest.length - reported.length, "has no figure", "have no figure");
  return [
    [rated === 0 ? "No target can be rated." : `Of ${plural(rated, "target")} rated, ${good}.`, 0],
    [
      both(count(of("red"), "is off track", "are off track"), count(of("amber"), "needs attention", "need attention")),
      0,
    ],
    [both(count(of("grey"), "cannot be rated"), silent), 1],
  ];
}

const ended = (text: string) => (text === "" ? "" : `${text}.`);
const both = (...parts: readonly string[]) => ended(parts.filter((part) => part !== "").join(" and "));

function count(size: number, one: string, many = one): string {
  return size === 0 ? "" : `${formatNumber(size)} ${size === 1 ? one : many}`;
}

function actions({ actions: all }: Outcome): Said[] {
  if (all.length === 0) return [];
  const silent = all.filter(({ status }) => status === "no return").length;
  const late = count(all.filter(isLateAction).length, "is overdue", "are overdue") || "none is overdue";
  const done = both(count(all.filter(isDone).length, "is complete", "are complete"));
  const unknown = count(silent, "has no return", "have no return");
  const others = silent === 0 || silent === all.length ? "" : `Of the others, ${late}.`;
  return [
    [`Of ${plural(all.length, "action")}, ${unknown || late}.`, 0],
    [others, 0],
    [done, 1],
  ];
}

function changed(outcome: Outcome): string {
  const { moved, since } = changesIn(outcome);
  if (moved === null) return since.report === null ? since.why : "";
  const before = `Since the report as at ${formatDate(moved.since.asOf)}`;
  const known = moved.unknown.length > 0 ? ", as far as is known" : "";
  if (moved.isNothing) return `${before}, nothing has changed${known}.`;
  const sizes = [count(moved.figures.length, "figure", "figures"), count(moved.actions.length, "action", "actions")];
  const restated = moved.figures.filter(({ kind, beforeNow }) => kind === "restated" || beforeNow !== null).length;
  const also = both(count(restated, "figure was", "figures were"));
  const progress = also === "" ? "" : ` Of them ${also.slice(0, -1)} restated, which is no progress.`;
  return `${before} these have moved${known}: ${both(...sizes) || "counts alone."}${progress}`;
}

function reliance(outcome: Outcome): Said[] {
  const { readiness: state, errors, warningsToExplain: warnings, asked } = readiness(outcome);
  const against = both(count(errors, "error", "errors"), count(warnings, "warning to explain", "warnings to explain"));
  const unread = count(asked, "figure could not be understood", "figures could not be understood");
  const judged = state === "ready" ? "ready to report: no error stands against it." : "not ready to report.";
  return [
    [`The return is ${against === "" ? judged : `not ready to report: it has ${against}`}`, 0],
    [ended(unread), 1],
  ];
}
