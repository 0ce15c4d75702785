import type { Assessment } from "../../assessment/assessment";
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
import { levelSentence, standingSentence } from "./row-words";

/** A board's own template leaves so much room for a summary. */
const MOST_WORDS = 150;
const MOST_FIGURES = 2;

/** A sentence, and how soon it gives way where all are too long together: 0 never does. */
interface Said {
  readonly text: string;
  readonly givesWay: 0 | 1 | 2 | 3;
}

/**
 * The report in at most 150 words: the footprints and their change on the year, targets and actions by state, what
 * changed, and how far to rely on it. At most two numbers a sentence, and no codes.
 */
export function summary(source: ReportSource): string {
  const { outcome } = source;
  const all = [
    opening(source),
    ...figures(source),
    ...targets(source.latest()),
    ...actions(outcome),
    changed(outcome),
    ...reliance(outcome),
  ].filter(({ text }) => text !== "");
  return fitted(all)
    .map(({ text }) => text)
    .join(" ");
}

/** Of the sentences that give way first, the last goes first. */
function fitted(all: readonly Said[]): readonly Said[] {
  const words = all.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const most = Math.max(...all.map(({ givesWay }) => givesWay));
  if (words <= MOST_WORDS || most === 0) return all;
  const at = all.findLastIndex(({ givesWay }) => givesWay === most);
  return fitted(all.filter((_, index) => index !== at));
}

const must = (text: string): Said => ({ text, givesWay: 0 });

function opening({ subject, asOf, outcome: { pack, asOf: day } }: ReportSource): Said {
  const ended = day > pack.end ? ` The plan ended on ${formatDate(pack.end)}.` : "";
  return { text: `This paper says how ${subject} stands against its green plan, as at ${asOf}.${ended}`, givesWay: 3 };
}

/** The first figures of page one, one of each metric. */
function figures(source: ReportSource): Said[] {
  const { outcome, doubts } = source;
  const all = headlineRows(source);
  const shown = all.filter(({ metric }, at) => all.findIndex((row) => row.metric === metric) === at);
  const [first] = shown;
  if (first === undefined) return [must("The return holds no figure for any target of the plan.")];
  const isFootprint = source.metric(first.metric)?.area === "carbon";
  return [
    ...(isFootprint ? [] : [must("The return holds no footprint.")]),
    ...shown
      .slice(0, MOST_FIGURES)
      .flatMap((row): Said[] => [
        must(levelSentence(outcome.pack, row)),
        must(standingSentence(source, row)),
        must(doubts.of(row) === "" ? "" : "That rests on a cell with an error."),
        { text: lateSentence(row), givesWay: 2 },
      ]),
  ];
}

function lateSentence(row: Assessment): string {
  const late = row.why === "stale" ? "" : unreportedWords(row);
  return late === "" ? "" : `${sentenceCase(late)}.`;
}

function targets(latest: readonly Assessment[]): Said[] {
  const reported = latest.filter(({ actual }) => actual !== null);
  const count = (rag: Assessment["rag"]) => reported.filter((row) => row.rag === rag).length;
  const [red, amber, green, grey] = [count("red"), count("amber"), count("green"), count("grey")];
  const silent = latest.length - reported.length;
  const rated = red + amber + green;
  const behind = [
    ...(red > 0 ? [`${formatNumber(red)} ${be(red)} off track`] : []),
    ...(amber > 0 ? [`${formatNumber(amber)} ${amber === 1 ? "needs" : "need"} attention`] : []),
  ].join(" and ");
  const rest = [
    ...(grey > 0 ? [`${formatNumber(grey)} cannot be rated`] : []),
    ...(silent > 0 ? [`${formatNumber(silent)} ${silent === 1 ? "has" : "have"} no figure`] : []),
  ].join(" and ");
  if (rated === 0) return [must("No target can be rated."), { text: ended(rest), givesWay: 1 }];
  return [
    must(`Of ${plural(rated, "target")} rated, ${formatNumber(green)} ${be(green)} on track.`),
    must(ended(behind)),
    { text: ended(rest), givesWay: 1 },
  ];
}

const be = (count: number) => (count === 1 ? "is" : "are");
const ended = (text: string) => (text === "" ? "" : `${text}.`);

function actions({ actions: all }: Outcome): Said[] {
  if (all.length === 0) return [];
  const silent = all.filter(({ status }) => status === "no return").length;
  if (silent === all.length) return [must(`None of the plan’s ${plural(all.length, "action")} has a return.`)];
  const [late, done] = [all.filter(isLateAction).length, all.filter(isDone).length];
  const rest = silent > 0 ? ` and ${formatNumber(silent)} ${silent === 1 ? "has" : "have"} no return` : "";
  const overdue = late === 0 ? "none is overdue" : `${formatNumber(late)} ${be(late)} overdue`;
  return [
    must(`Of ${plural(all.length, "action")}, ${overdue}.`),
    { text: `${formatNumber(done)} ${be(done)} complete${rest}.`, givesWay: 1 },
  ];
}

function changed(outcome: Outcome): Said {
  const { moved, since } = changesIn(outcome);
  if (moved === null) return must(since.report === null ? since.why : "");
  const before = `Since the report as at ${formatDate(moved.since.asOf)}`;
  const known = moved.unknown.length > 0 ? ", as far as is known" : "";
  if (moved.isNothing) return must(`${before}, nothing has changed${known}.`);
  const restated = moved.figures.filter(({ kind, beforeNow }) => kind === "restated" || beforeNow !== null).length;
  const also = restated === 0 ? "" : ` Restated, which is no progress: ${plural(restated, "figure")}.`;
  const parts = [
    ...(moved.figures.length > 0 ? [plural(moved.figures.length, "figure")] : []),
    ...(moved.actions.length > 0 ? [plural(moved.actions.length, "action")] : []),
  ];
  if (parts.length === 0) return must(`${before}, only counts have changed${known}.`);
  const one = moved.figures.length + moved.actions.length === 1;
  return must(`${before}, ${parts.join(" and ")} ${one ? "has" : "have"} moved${known}.${also}`);
}

function reliance(outcome: Outcome): Said[] {
  const { readiness: state, errors, warningsToExplain, asked } = readiness(outcome);
  if (state === "ready")
    return [must("The return is ready to report: no error or unexplained warning stands against it.")];
  const parts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warningsToExplain > 0 ? [`${plural(warningsToExplain, "warning")} to explain`] : []),
  ].join(" and ");
  const unread = `${plural(asked, "figure")} could not be understood and ${asked === 1 ? "is" : "are"} left out.`;
  return [
    must(parts === "" ? "The return is not ready to report." : `The return is not ready to report: it has ${parts}.`),
    ...(asked > 0 ? [{ text: unread, givesWay: 1 as const }] : []),
  ];
}
