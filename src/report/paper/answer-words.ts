import type { Assessment } from "../../assessment/assessment";
import { whatChanged, type WhatChanged } from "../../assessment/change/what-changed";
import { gapOf, gapPercentOf } from "../../assessment/paths/gap";
import { PLAN_BASIS } from "../../assessment/targets/basis";
import { oncePer } from "../../collections/once-per";
import type { Outcome } from "../../outcome";
import {
  formatFigure,
  formatFigureDifference,
  joinWords,
  metricName,
  organisationName,
  periodWords,
  possessive,
} from "../../plan/wording";
import { changesIn } from "../changes/changes";
import { differenceWords } from "../changes/change-sentences";
import type { Figure, FigureMove } from "../changes/compare";
import { reportName } from "../changes/since";
import { basesOf } from "../source/bases";
import type { ReportSource } from "../source/source";
import { gapWords } from "../words/sentences";

/** An answer, and the cell that bears it out where that is not the figure's own row. */
export interface Answer {
  readonly answer: string;
  readonly place?: string | null;
}

/** Members named in one answer. */
const MOST_MEMBERS = 3;

const bridges = oncePer(({ totals, pack, asOf }: Outcome) => whatChanged(totals, pack, asOf));

/** Whether emissions from energy changed by use or by the emission factors: for the whole, else for each member known. */
export function useOrGrid(source: ReportSource, row: Assessment): Answer {
  const { outcome, subject } = source;
  const latest = [...new Map(bridges(outcome).map((change) => [change.organisation, change])).values()];
  const own = latest.filter(({ organisation }) => organisation === row.organisation);
  const isWhole = row.organisation === outcome.pack.system;
  const told = own.length > 0 || !isWhole ? own : latest.slice(0, MOST_MEMBERS);
  const [first] = told;
  if (first === undefined)
    return {
      answer: `Not known: the return gives ${isWhole ? subject : organisationName(outcome.pack, row.organisation)} no energy for two years in a row, which it takes to tell them apart.`,
    };
  const part = own.length > 0 ? "" : " For the whole it is not known.";
  const place = first.fuels[0]?.after.places[0]?.cell ?? null;
  return {
    answer: `${told.map((change) => splitWords(source, change)).join(" ")}${part} This is of energy alone, not of all the footprint.`,
    place,
  };
}

/** "Mostly the emission factors. UHL’s emissions from gas consumed fell by 300 tCO₂e from 2023/24 to 2024/25. …" */
function splitWords({ outcome: { pack }, doubts }: ReportSource, change: WhatChanged): string {
  const { split, fuels, from, to, risingUseHidden, organisation, notes } = change;
  const cells = doubts.cellsInError(fuels.flatMap(({ before, after }) => [...before.places, ...after.places]));
  const names = joinWords(fuels.map(({ metric }) => metricName(pack, metric)));
  const tonnes = (amount: number) => formatFigure(Math.abs(amount), "tCO2e");
  const made = (amount: number) => (amount === 0 ? "nothing" : `${tonnes(amount)} ${amount < 0 ? "less" : "more"}`);
  const verdict =
    Math.abs(split.activity) >= Math.abs(split.factor) ? "Mostly use." : "Mostly the emission factors, as of the grid.";
  const moved = split.total === 0 ? "did not change" : `${split.total < 0 ? "fell" : "rose"} by ${tonnes(split.total)}`;
  return [
    ...(cells.length > 0 ? [`Not to be relied on: it rests on ${joinWords(cells)}, where there is an error.`] : []),
    verdict,
    `${possessive(organisationName(pack, organisation))} emissions from ${names} ${moved} from ${from.label} to ${to.label}.`,
    `Use made ${made(split.activity)}, the emission factors ${made(split.factor)}.`,
    ...(risingUseHidden ? ["More was used, and only cleaner factors hide it."] : []),
    ...notes,
  ].join(" ");
}

/** "Of its members UHL is 15,000 tCO₂e behind, LPT 300 tCO₂e ahead." Nothing of a row that is no whole's. */
export function membersBehind(
  source: ReportSource,
  { metric, organisation, period, unit, target }: Assessment,
): string[] {
  const { pack } = source.outcome;
  if (organisation !== pack.system || unit === "yes/no") return [];
  const members = source
    .latest()
    .filter((row) => row.metric === metric && row.target === target && row.organisation !== organisation)
    .filter((row) => row.gap !== null && row.period.label === period.label)
    .sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0))
    .slice(0, MOST_MEMBERS);
  if (members.length === 0) return [];
  const said = members.map((row) => {
    const gap = row.gap ?? 0;
    const size = formatFigureDifference(Math.abs(gap), unit);
    const where = gap === 0 ? "on its trajectory" : `${size} ${gap > 0 ? "behind" : "ahead"}`;
    return `${organisationName(pack, row.organisation)} is ${where}`;
  });
  return [`Against their own trajectories ${joinWords(said)}.`];
}

/** What became of one figure since the last report. */
export function changeOf({ outcome }: ReportSource, row: Assessment): string {
  const { moved, since } = changesIn(outcome);
  if (moved === null) return since.report === null ? since.why : "";
  const isIts = (each: { kind: string; metric?: string; organisation?: string; target?: string | null }) =>
    each.metric === row.metric && each.organisation === row.organisation && (each.target ?? row.target) === row.target;
  const name = reportName(moved.since);
  const found = moved.figures.find(isIts);
  if (found !== undefined) return `Since ${name}: ${moveWords(found)}`;
  if (moved.unknown.some((each) => each.kind === "figure" && isIts(each)))
    return `Not known: how it stood in ${name} is not kept.`;
  return `Nothing in it has changed since ${name}.`;
}

function moveWords({ kind, before, now, beforeNow, rating, baseline }: FigureMove): string {
  const figure = ({ value, unit, period }: Figure) => `${formatFigure(value, unit)} in ${periodWords(period)}`;
  const then = beforeNow ?? before;
  const rated = rating === null ? "" : ` It is rated ${rating} than before.`;
  switch (kind) {
    case "new period":
      if (then === null || now === null) return "it has a figure of a new period.";
      return `it went from ${figure(then)}${beforeNow === null ? "" : " (restated)"} to ${figure(now)}: ${differenceWords(then, now)}.${rated}`;
    case "restated":
      if (then === null || now === null) return "its figure was restated.";
      return `its figure was restated from ${figure(then)} to ${figure(now)}, which is no progress.`;
    case "new baseline":
      return `its baseline was replaced${baseline === null ? "" : `, and gaps of then and now cannot be compared`}.`;
    case "rating only":
      return `its figure is the same, and its rating is another.${rated}`;
    case "withdrawn":
      return "the figure reported then was withdrawn.";
    case "first figure":
      return "it is reported for the first time.";
  }
}

/** How a footprint stands on the other reading of its target; null where it has one reading, or is not rated. */
export function otherBasis({ outcome }: ReportSource, row: Assessment): (Answer & { readonly id: string }) | null {
  const { metric, organisation, period, actual, gap } = row;
  const found = basesOf(outcome).find((each) => each.metric === metric && each.organisation === organisation);
  const used = outcome.basis ?? PLAN_BASIS;
  const at = found?.readings.findIndex(({ id }) => id !== used) ?? -1;
  const reading = found?.readings[at];
  if (reading === undefined || found === undefined) return null;
  const id = reading.id === PLAN_BASIS ? "plan’s own" : reading.id;
  const late = found.years.find((year) => year.period.label === period.label)?.values[at];
  if (late === undefined || actual === null || gap === null)
    return { id, answer: "Not known: the figure cannot be set against a trajectory on either basis." };
  const better = outcome.pack.metrics.find((each) => each.id === metric)?.better ?? "lower";
  const there = gapOf(actual, late, better);
  const words = gapWords({ ...row, gap: there, gapPercent: gapPercentOf(there, late), path: { late, early: null } });
  const here = `The report uses ${outcome.basis === null ? "the plan’s own" : `the ${outcome.basis}`} basis.`;
  const apart = `The two are ${formatFigure(Math.abs(found.differencePerYear), row.unit)} a year apart.`;
  return { id, answer: `On it ${organisationName(outcome.pack, organisation)} is ${words}. ${here} ${apart}` };
}
