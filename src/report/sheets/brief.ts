import { groupBy } from "../../collections/groups";
import type { Outcome } from "../../outcome";
import {
  formatDifference,
  formatPercent,
  formatQuantity,
  joinWords,
  metricName,
  organisationName,
  periodWords,
  plural,
  possessive,
  someOf,
} from "../../plan/wording";
import type { ActionAssessment, Assessment } from "../../assessment/assessment";
import { hasFallenDue } from "../../assessment/outlook/outlook-words";
import { areaRollUps } from "../../assessment/targets/areas";
import { PLAN_BASIS } from "../../assessment/targets/basis";
import { gapOf, gapPercentOf } from "../../assessment/paths/gap";
import { seriesKey } from "../../series/series-key";
import { basesOf } from "../source/bases";
import { readiness } from "../../validation/checking/readiness";
import type { Doubts } from "../words/doubts";
import { actionStateSentences } from "../words/action-words";
import { actionHeadline, gapWords, isLateAction, ragHeadline, standing } from "../words/sentences";

/** What a board must know before it reads a table, as sentences under the questions it asks. */
export interface Brief {
  readonly question: string;
  readonly answers: readonly string[];
}

/** More than this in one sentence, and it is no longer one. */
const mostNamed = 3;

/** @param rows where each metric of each organisation stands now, in the plan's order, the system first. */
export function briefOf(outcome: Outcome, rows: readonly Assessment[], doubts: Doubts): Brief[] {
  return [
    { question: "Where we stand", answers: behind(outcome, rows) },
    { question: "What is late", answers: late(outcome) },
    { question: "What needs a decision", answers: decisions(outcome, rows) },
    { question: "How far these figures can be relied on", answers: reliance(outcome, rows, doubts) },
  ];
}

function behind(outcome: Outcome, rows: readonly Assessment[]): string[] {
  const { pack } = outcome;
  const isFootprint = ({ metric }: Assessment) => pack.metrics.find(({ id }) => id === metric)?.area === "carbon";
  const furthest = rows
    .filter((row) => row.rag === "red" && !isFootprint(row))
    .sort((a, b) => (b.gapPercent ?? Infinity) - (a.gapPercent ?? Infinity))
    .slice(0, mostNamed)
    .map(
      (row) =>
        `${possessive(organisationName(pack, row.organisation))} ${metricName(pack, row.metric)} (${shareBehind(row)})`,
    );
  return [
    ...wholeFirst(rows.filter(isFootprint)).flatMap((footprint) => [
      standing(footprint, pack),
      ...onOtherBasis(outcome, footprint),
    ]),
    ragHeadline(rows),
    ...(furthest.length > 0 ? [`Of the other targets, furthest behind are ${joinWords(furthest)}.`] : []),
  ];
}

/** Where a footprint stands on the other reading of its target, in one line: level, gap and percent. */
function onOtherBasis(outcome: Outcome, row: Assessment): string[] {
  const { metric, organisation, period, actual } = row;
  const found = basesOf(outcome).find((each) => each.metric === metric && each.organisation === organisation);
  const used = outcome.basis ?? PLAN_BASIS;
  const other = found?.readings.findIndex(({ id }) => id !== used) ?? -1;
  const path = found?.years.find((year) => year.period.label === period.label)?.values[other];
  if (path === undefined || actual === null || row.gap === null) return [];
  const gap = gapOf(actual, path, outcome.pack.metrics.find(({ id }) => id === metric)?.better ?? "lower");
  const there = { ...row, gap, gapPercent: gapPercentOf(gap, path), path: { late: path, early: null } };
  const id = found?.readings[other]?.id;
  return [`On ${id === PLAN_BASIS ? "the plan’s own" : `the ${id}`} basis it is ${gapWords(there)}.`];
}

function shareBehind({ gap, gapPercent, unit }: Assessment): string {
  return gapPercent === null || unit === "%"
    ? formatDifference(Math.abs(gap ?? 0), unit)
    : formatPercent(Math.abs(gapPercent));
}

/** Of each footprint where the system stands; where that cannot be judged, where each organisation stands that can. */
function wholeFirst(rows: readonly Assessment[]): Assessment[] {
  const groups = groupBy(
    rows.filter(({ actual }) => actual !== null),
    ({ metric }) => metric,
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first.gap === null ? [first, ...others.filter(({ gap }) => gap !== null)] : [first],
  );
}

function late(outcome: Outcome): string[] {
  const orphans = outcome.actions.filter((action) => isLateAction(action) && action.owner === null);
  return [
    actionHeadline(outcome),
    ...actionStateSentences(outcome),
    ...(orphans.length > 0 ? [`Late and without an owner in the return: ${someOf(orphans.map(({ id }) => id))}.`] : []),
  ];
}

function decisions(outcome: Outcome, rows: readonly Assessment[]): string[] {
  const { pack, assessments, actions } = outcome;
  const names = (gaps: readonly Assessment[]) => someOf(byMetric(outcome, gaps));
  // A footprint's gap is answered by no one action but by those of all areas: only an area's own gap asks for another.
  const areas = areaRollUps(pack, assessments, actions);
  const once = (gaps: readonly Assessment[]) => [...new Set(gaps)];
  const unanswered = once(areas.flatMap((area) => area.unanswered));
  const outlived = once(areas.flatMap((area) => area.outlived));
  const isBehind = ({ rag }: Assessment) => rag === "red" || rag === "amber";
  const failing = rows.filter((row) => isBehind(row) && row.assurance === "F" && !hasFallenDue(row));
  const missed = rows.filter((row) => isBehind(row) && hasFallenDue(row));
  const answers = [
    ...(failing.length > 0
      ? [`On their trend these will miss their targets unless something changes: ${names(failing)}.`]
      : []),
    ...(missed.length > 0
      ? [`Their date has come and they are not met: ${names(missed)}. What is to be done, and by when?`]
      : []),
    ...(unanswered.length > 0
      ? [`No action of the plan answers the gap in ${names(unanswered)}: who acts, and by when?`]
      : []),
    ...(outlived.length > 0
      ? [`Every action for it is complete, yet the gap stands in ${names(outlived)}: what else is to be done?`]
      : []),
    ...disagreement(actions),
    ...basesSentence(outcome, rows),
  ];
  return answers.length > 0 ? answers : ["Nothing that this return shows."];
}

/** The same work reported twice and differently is settled by people, not by us. */
function disagreement(actions: readonly ActionAssessment[]): string[] {
  const ids = actions
    .filter(({ concerns = [] }) => concerns.some(({ kind }) => kind === "twins disagree"))
    .map(({ id }) => id);
  return ids.length === 0 ? [] : [`The same work is reported differently under ${someOf(ids)}: which one holds?`];
}

/** Two readings of one target ask for different things: a board should know which one it is shown. */
function basesSentence(outcome: Outcome, rows: readonly Assessment[]): string[] {
  const { pack, basis } = outcome;
  const shown = new Set(rows.filter(({ actual }) => actual !== null).map(seriesKey));
  const comparisons = basesOf(outcome).filter((each) => shown.has(seriesKey(each)));
  const one = comparisons.find(({ organisation }) => organisation === pack.system) ?? comparisons[0];
  if (!one) return [];
  const [size, spent] = [one.differencePerYear, one.budgetDifference].map((each) =>
    formatQuantity(Math.abs(each), one.unit, 0),
  );
  const title = `${possessive(organisationName(pack, one.organisation))} ${metricName(pack, one.metric)}`;
  const used = basis === null ? "the plan’s own" : `the ${basis} basis`;
  return [
    `The target for ${title} can be read on two bases, ${size} a year and ${spent} of budget apart. Used here: ${used} (Notes sets them side by side).`,
  ];
}

/** Figures of the year before stand until the new year's come, one by one. */
function lateFigures(rows: readonly Assessment[]): string[] {
  const late = rows.flatMap(({ unreported, why }) => (unreported === null || why === "stale" ? [] : [unreported]));
  const groups = groupBy(late, ({ period, why }) =>
    why === null
      ? `${periodWords(period)} is not yet reported`
      : `${periodWords(period)} has no figure that can be used`,
  );
  return [...groups].map(
    ([said, group]) =>
      `${said} for ${plural(group.length, "target")}, which ${group.length === 1 ? "stands" : "stand"} as last reported.`,
  );
}

function reliance(outcome: Outcome, rows: readonly Assessment[], doubts: Doubts): string[] {
  const { readiness: state, statement } = readiness(outcome);
  const shaky = rows.filter((row) => row.actual !== null && doubts.of(row) !== "");
  const silent = rows.filter(({ actual }) => actual === null);
  const stale = rows.filter(({ why }) => why === "stale");
  return [
    `The return is ${state} to submit: ${statement.charAt(0).toLowerCase()}${statement.slice(1)}.`,
    ...lateFigures(rows),
    ...(stale.length > 0
      ? [`Out of date, with two periods or more not reported since: ${someOf(byMetric(outcome, stale))}.`]
      : []),
    ...(shaky.length > 0
      ? [`Resting on a cell with an error, marked [u] below: ${someOf(byMetric(outcome, shaky))}.`]
      : []),
    ...(silent.length > 0
      ? [`${plural(silent.length, "target has", "targets have")} no figure in the return; they are listed below.`]
      : []),
  ];
}

/** "NHS Carbon Footprint (LLR, UHL)" for each metric, in the order given. */
function byMetric({ pack }: Outcome, rows: readonly Assessment[]): string[] {
  const whose = new Map<string, Set<string>>();
  for (const { metric, organisation } of rows) {
    whose.set(metric, (whose.get(metric) ?? new Set()).add(organisationName(pack, organisation)));
  }
  return [...whose].map(([metric, names]) => `${metricName(pack, metric)} (${[...names].join(", ")})`);
}
