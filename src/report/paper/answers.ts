import type { Assessment } from "../../assessment/assessment";
import { isOver } from "../../assessment/actions/urgency";
import { whatChanged, type WhatChanged } from "../../assessment/change/what-changed";
import { methodChangeSentence } from "../../assessment/method/method-changes";
import { hasFallenDue } from "../../assessment/outlook/outlook-words";
import type { Pack } from "../../plan/schema";
import { answeredBy } from "../../assessment/targets/areas";
import { unreportedWords } from "../../assessment/targets/unreported";
import {
  formatFigure,
  formatFigureDifference,
  joinWords,
  metricName,
  organisationName,
  periodWords,
  plural,
  sentenceCase,
  someOf,
  figureName,
} from "../../plan/wording";
import { changesIn } from "../changes/changes";
import { reportName } from "../changes/since";
import { standingKey, type ReportSource } from "../source/source";
import { neededWords } from "../words/sentences";
import type { Comment } from "./paper-text";
import { figureSentences, notRatedWords } from "./row-words";

/** An answer made from the figures of one row, or that it is unknown, and the cell that bears it out where that is not the figure's own row. */
export type Answer = readonly [answer: string, cell?: string | undefined];

/** How far off it is, whose gap that is, and the reasons that people gave: the figures give none. */
export function whyBehind(source: ReportSource, row: Assessment, comments: readonly Comment[]): Answer {
  const { findings, explanations } = source.outcome;
  const keys = findings.filter((each) => isOf(each, row)).map(({ key }) => key);
  const reasons = [
    ...comments.filter(({ key }) => key === standingKey(row)).map(({ words }) => words),
    ...explanations.filter(({ key, text }) => text !== "" && keys.includes(key)).map(({ text }) => text),
  ].map((words) => `“${words}”`);
  const behind = row.rag === "red" || row.rag === "amber";
  const none = "The cause is not known: nobody has written it down.";
  const why = reasons.length === 0 ? none : `Written of it: ${joinWords(reasons)}.`;
  return [[figureSentences(source, row), ...furthestMember(source, row), ...(behind ? [why] : [])].join(" ")];
}

type Named = Readonly<Record<"metric" | "organisation", string | null>>;
const isOf = (each: Named, row: Assessment) => each.metric === row.metric && each.organisation === row.organisation;

function furthestMember(source: ReportSource, { metric, organisation, period, target, unit }: Assessment): string[] {
  const { pack } = source.outcome;
  const [first] = source
    .latest()
    .filter((row) => row.metric === metric && row.target === target && row.period.label === period.label)
    .filter((row) => row.organisation !== organisation && (row.gap ?? 0) > 0)
    .sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  if (organisation !== pack.system || first === undefined || unit === "yes/no") return [];
  const size = formatFigureDifference(first.gap ?? 0, unit);
  return [`Of its members ${organisationName(pack, first.organisation)} is furthest behind, by ${size}.`];
}

/** Whether emissions from energy changed by use or by the emission factors: of the whole, else of each member known. */
export function useOrGrid(source: ReportSource, { organisation: subject, metric, unit }: Assessment): Answer {
  const { totals, pack, asOf } = source.outcome;
  if (source.metric(metric)?.area !== "carbon")
    return [
      unit.includes("CO2e") ? "Not known of this figure." : "It counts no emissions, so the grid has no part in it.",
    ];
  const latest = [...new Map(whatChanged(totals, pack, asOf).map((each) => [each.organisation, each])).values()];
  const own = latest.filter(({ organisation }) => organisation === subject);
  const known = own.length > 0 || subject !== pack.system ? own : latest;
  const name = organisationName(pack, subject);
  if (known.length === 0) return [`Not known: for ${name} the return does not hold the energy of two years in a row.`];
  const placesOf = ({ fuels }: WhatChanged) =>
    fuels.flatMap(({ before, after }) => [...after.places, ...before.places]);
  const said = known.map((change) => {
    const wrong = source.doubts.cellsInError(placesOf(change));
    const doubt = wrong.length === 0 ? "" : ` That is not to be relied on: an error stands in ${someOf(wrong)}.`;
    return splitWords(change, pack) + doubt;
  });
  const whole = own.length > 0 ? "" : ` For ${name} as a whole it is not known.`;
  return [`${said.join(" ")} This is of energy alone.${whole}`, known.flatMap(placesOf)[0]?.cell];
}

function splitWords({ split, fuels, from, to, risingUseHidden, organisation, notes }: WhatChanged, pack: Pack): string {
  const [activity, factor, total] = [split.activity, split.factor, split.total].map(
    (tonnes) => `${formatFigure(Math.abs(tonnes), "tCO2e")} ${tonnes > 0 ? "more" : "less"}`,
  );
  const cause = Math.abs(split.activity) >= Math.abs(split.factor) ? "use" : "the grid and other emission factors";
  return [
    `${organisationName(pack, organisation)}: mostly ${cause}.`,
    `Emissions from ${joinWords(fuels.map(({ metric }) => metricName(pack, metric)))} came to ${total} in ${to.label} than in ${from.label}.`,
    `Use made ${activity}, emission factors ${factor}${risingUseHidden ? ": only cleaner factors hide that more was used" : ""}.`,
    ...notes.slice(0, 1),
  ].join(" ");
}

/** What each year must bring, and the actions that answer the gap. @param gaps those that a footprint's rests on. */
export function whatGetsUsBack(source: ReportSource, row: Assessment, gaps: readonly Assessment[]): Answer {
  const isDue = row.rag !== "grey" && hasFallenDue(row);
  const due = row.rag === "green" ? "Its target is met." : "Its date has come: what to do is for the board to agree.";
  const years = isDue ? due : yearsWords(row);
  if (source.metric(row.metric)?.area !== "carbon") return [`${years} ${answersWords(source, row)}`.trim()];
  const widest = gaps.map((gap) => figureName(source.outcome.pack, gap)).join("; ");
  const areas = "No one action answers a footprint: it falls as the gaps of the areas close.";
  return [`${years} ${areas}${widest === "" ? "" : ` The widest: ${widest}.`}`];
}

function yearsWords(row: Assessment): string {
  const needed = neededWords(row);
  if (needed !== null || row.goal.kind === "yes") return needed === null ? "" : `It needs ${needed}.`;
  return row.neededPerYear === 0 ? "It needs nothing more each year." : "What it needs each year is not known.";
}

function answersWords({ outcome: { pack, actions } }: ReportSource, { metric }: Assessment): string {
  const all = answeredBy(pack, actions, metric);
  const open = all.filter((action) => !isOver(action));
  if (open.length === 0)
    return all.length === 0 ? "No action of the plan answers it." : "The actions that answer it are all over.";
  return `Answered by: ${someOf(open.map(({ title, owner, status }) => `${title} (${owner ?? "no action owner"}, ${status})`))}.`;
}

/** What became of the figure since the last report. */
export function changeSince({ outcome }: ReportSource, row: Assessment): Answer {
  const { moved, since } = changesIn(outcome);
  if (moved === null) return [since.report === null ? since.why : ""];
  const found = moved.figures.find((each) => isOf(each, row) && (each.target ?? row.target) === row.target);
  const name = reportName(moved.since);
  const isUnknown = moved.unknown.some((each) => each.kind === "figure" && isOf(each, row));
  if (found === undefined)
    return [isUnknown ? `Not known: how it stood in ${name} is not kept.` : `Nothing in it since ${name}.`];
  const [then, now] = [found.beforeNow ?? found.before, found.now].map(
    (each) => each && `${formatFigure(each.value, each.unit)} in ${periodWords(each.period)}`,
  );
  const restated = found.beforeNow !== null ? " (restated)" : found.kind === "restated" ? ", which is no progress" : "";
  const figures = [...(then ? [`then ${then}`] : []), ...(now ? [`now ${now}`] : [])].join(", ");
  return [`${sentenceCase(found.kind)}${restated} since ${name}: ${figures}.`];
}

/** What stands against the figure, and what its trend rests on. */
export function howSure(source: ReportSource, row: Assessment): Answer {
  const { pack, findings, reading } = source.outcome;
  const wrong = source.doubts.cellsInError([...row.places, row.baseline?.place ?? []].flat());
  const cells = row.places.map(({ cell }) => cell);
  const guesses = reading.observations.filter(({ kind }) => kind === "estimate").map(({ place }) => place.cell);
  const guessed = cells.filter((cell) => guesses.includes(cell)).length;
  const warnings = findings.filter((each) => each.severity === "warning" && isOf(each, row)).length;
  const change = row.methodChanges?.at(-1);
  const against = [
    wrong.length === 0 ? "" : `Not sure: it rests on ${someOf(wrong)}, where there is an error to put right.`,
    row.why === "partial" ? `It is not whole: ${notRatedWords(pack, row)}.` : "",
    guessed === 0 ? "" : `${plural(guessed, "of its figures is an estimate", "of its figures are estimates")}.`,
    row.unreported === null ? "" : `${sentenceCase(unreportedWords(row, source.metric(row.metric)))}.`,
    change === undefined ? "" : methodChangeSentence(change, row.organisation, pack),
    warnings === 0 ? "" : `${plural(warnings, "warning stands", "warnings stand")} against it.`,
  ].filter((sentence) => sentence !== "");
  const trend = row.projection && `Its trend rests on ${plural(row.projection.points, "figure")}.`;
  const clear = `No error or warning stands against ${row.places.length === 1 ? "the cell" : `the ${row.places.length} cells`} it rests on.`;
  const said = [...(against.length === 0 ? [clear] : against), trend ?? "There are too few figures for a trend."];
  return [said.join(" "), wrong[0] ?? cells[0]];
}
