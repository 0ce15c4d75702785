import type { Proposal } from "../../decisions/board-asks";
import { groupBy } from "../../collections/groups";
import type { Outcome } from "../../outcome";
import {
  formatFigure,
  metricName,
  organisationName,
  periodWords,
  plural,
  someOf,
  figureName,
} from "../../plan/wording";
import type { ActionAssessment, Assessment } from "../../assessment/assessment";
import { hasFallenDue } from "../../assessment/outlook/outlook-words";
import { areaRollUps } from "../../assessment/targets/areas";
import { PLAN_BASIS } from "../../assessment/targets/basis";
import { gapOf, gapPercentOf } from "../../assessment/paths/gap";
import { seriesKey } from "../../series/series-key";
import { basesOf } from "../source/bases";
import { readiness } from "../../validation/checking/readiness";
import { unreportedWords } from "../../assessment/targets/unreported";
import { sourcesSentence } from "../words/source-words";
import type { Doubts } from "../words/doubts";
import { gapsOfNoArea } from "../words/area-words";
import { actionStateSentences } from "../words/action-words";
import { actionHeadline, gapWords, isLateAction, neededWords, standing } from "../words/sentences";

/** What a board must know beside the tables, as sentences. */

/**
 * What stands beneath the headline figures: the part that a whole lacks, what each year must bring, and how the first
 * stands on the other basis.
 */
export function headlineSentences(outcome: Outcome, rows: readonly Assessment[]): string[] {
  const [first] = rows;
  return [
    ...rows.flatMap((row) => (row.gap === null ? [standing(row, outcome.pack)] : unreportedSentences(outcome, row))),
    ...rows.flatMap((row) => {
      const needed = row.gap === null ? [] : neededSentence(outcome, row);
      const subject = needed.length > 0 ? "it" : figureName(outcome.pack, row);
      return [...needed, ...(row === first ? onOtherBasis(outcome, row, subject) : [])];
    }),
  ];
}

/** "LLR’s NHS Carbon Footprint: 2025/26 is not yet reported." */
function unreportedSentences({ pack }: Outcome, row: Assessment): string[] {
  const late = unreportedWords(
    row,
    pack.metrics.find(({ id }) => id === row.metric),
  );
  return late === "" ? [] : [`${figureName(pack, row)}: ${late}.`];
}

/** "LLR’s NHS Carbon Footprint needs 8,754 tCO₂e less each year to 2031/32; its trend is 1,726 tCO₂e less." */
function neededSentence({ pack }: Outcome, row: Assessment): string[] {
  const needed = neededWords(row);
  return needed === null ? [] : [`${figureName(pack, row)} needs ${needed}.`];
}

/** Where a footprint stands on the other reading of its target, in one line: level, gap and percent. */
export function onOtherBasis(outcome: Outcome, row: Assessment, subject: string): string[] {
  const { metric, organisation, period, actual } = row;
  const found = basesOf(outcome).find((each) => each.metric === metric && each.organisation === organisation);
  const used = outcome.basis ?? PLAN_BASIS;
  const other = found?.readings.findIndex(({ id }) => id !== used) ?? -1;
  const path = found?.years.find((year) => year.period.label === period.label)?.values[other];
  if (path === undefined || actual === null || row.gap === null) return [];
  const gap = gapOf(actual, path, outcome.pack.metrics.find(({ id }) => id === metric)?.better ?? "lower");
  const there = { ...row, gap, gapPercent: gapPercentOf(gap, path), path: { late: path, early: null } };
  const id = found?.readings[other]?.id;
  return [`On ${id === PLAN_BASIS ? "the plan’s own" : `the ${id}`} basis ${subject} is ${gapWords(there)}.`];
}

/** How the plan's actions stand. */
export function actionSentences(outcome: Outcome): string[] {
  const orphans = outcome.actions.filter((action) => isLateAction(action) && action.owner === null);
  return [
    actionHeadline(outcome),
    ...actionStateSentences(outcome),
    ...(orphans.length > 0
      ? [`Overdue and without an owner in the return: ${someOf(orphans.map(({ id }) => id))}.`]
      : []),
  ];
}

/** What the board may be asked: proposed only, until a person keeps or rewords it. Keys stay when numbers change. */
export function proposals(outcome: Outcome, rows: readonly Assessment[]): Proposal[] {
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
  const asks = (kind: Proposal["kind"], key: string, gaps: readonly Assessment[], words: (names: string) => string) =>
    gaps.length > 0 ? [{ kind, key, text: words(names(gaps)) }] : [];
  const elsewhere = gapsOfNoArea(pack, assessments, actions);
  return [
    ...asks(
      "NOTE",
      "failing",
      failing,
      (of) => `On their trend these will miss their targets unless something changes: ${of}.`,
    ),
    ...asks(
      "AGREE",
      "missed",
      missed,
      (of) => `What is to be done, and by when, about targets whose date has come and that are not met: ${of}.`,
    ),
    ...asks(
      "AGREE",
      "unanswered",
      unanswered,
      (of) => `Who acts, and by when, on gaps that no action of the plan answers: ${of}.`,
    ),
    ...asks(
      "AGREE",
      "outlived",
      outlived,
      (of) => `What else is to be done where every action is complete and the gap stands: ${of}.`,
    ),
    ...(elsewhere === null ? [] : [{ kind: "NOTE" as const, key: "no area", text: elsewhere }]),
    ...disagreement(actions),
    ...basesProposal(outcome, rows),
  ];
}

/** The same work reported twice and differently is settled by people, not by us. */
function disagreement(actions: readonly ActionAssessment[]): Proposal[] {
  const ids = actions
    .filter(({ concerns = [] }) => concerns.some(({ kind }) => kind === "twins disagree"))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  return [
    {
      kind: "AGREE",
      key: "duplicates",
      text: `Which report holds where the same work is reported differently under ${someOf(ids)}.`,
    },
  ];
}

/** Two readings of one target ask for different things: a board should know which one it is shown. */
function basesProposal(outcome: Outcome, rows: readonly Assessment[]): Proposal[] {
  const { pack, basis } = outcome;
  const shown = new Set(rows.filter(({ actual }) => actual !== null).map(seriesKey));
  const comparisons = basesOf(outcome).filter((each) => shown.has(seriesKey(each)));
  const one = comparisons.find(({ organisation }) => organisation === pack.system) ?? comparisons[0];
  if (!one) return [];
  const [size, spent] = [one.differencePerYear, one.budgetDifference].map((each) =>
    formatFigure(Math.abs(each), one.unit),
  );
  const used = basis === null ? "the plan’s own" : `the ${basis} basis`;
  return [
    {
      kind: "NOTE",
      key: "bases",
      text: `The target for ${figureName(pack, one)} can be read on two bases, ${size} a year and ${spent} of budget apart. Used here: ${used} (Notes sets them side by side).`,
    },
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

/** How far the figures of the page can be relied on. */
export function relianceSentences(outcome: Outcome, rows: readonly Assessment[], doubts: Doubts): string[] {
  const { readiness: state, statement } = readiness(outcome);
  const shaky = rows.filter((row) => row.actual !== null && doubts.of(row) !== "");
  const stale = rows.filter(({ why }) => why === "stale");
  return [
    `The return is ${state} to submit: ${statement.charAt(0).toLowerCase()}${statement.slice(1)}.`,
    ...lateFigures(rows),
    ...(stale.length > 0
      ? [`Out of date, with two periods or more not reported since: ${someOf(byMetric(outcome, stale))}.`]
      : []),
    ...(shaky.length > 0 ? [`Resting on a cell with an error, marked [u]: ${someOf(byMetric(outcome, shaky))}.`] : []),
    sourcesSentence(outcome),
  ].filter((sentence) => sentence !== "");
}

/** "NHS Carbon Footprint (LLR, UHL)" for each metric, in the order given. */
function byMetric({ pack }: Outcome, rows: readonly Assessment[]): string[] {
  const organisations = new Map<string, Set<string>>();
  for (const { metric, organisation } of rows) {
    organisations.set(metric, (organisations.get(metric) ?? new Set()).add(organisationName(pack, organisation)));
  }
  return [...organisations].map(([metric, names]) => `${metricName(pack, metric)} (${[...names].join(", ")})`);
}
