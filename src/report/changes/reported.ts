import { totalsWithoutTarget } from "../../returns/totals/without-target";
import type { ActionStatus, Assessment, Rag } from "../../assessment/assessment";
import { isDone } from "../../assessment/actions/urgency";
import { subjectOf } from "../../assessment/cases/subject";
import { gapOf } from "../../assessment/paths/gap";
import { latestAssessments } from "../../assessment/targets/latest";
import { ragOf } from "../../assessment/targets/rag";
import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import type { CountName } from "../../decisions/history-tables";
import type { Outcome } from "../../outcome";
import type { MetricId, OrganisationCode, Pack, UnitId } from "../../plan/schema";
import { isSameFigure } from "../../plan/quantity/same-figure";
import { type IsoDate, type Period } from "../../plan/time/periods";
import { seriesKey } from "../../series/series-key";
import { readiness } from "../../validation/checking/readiness";
import { isLateAction } from "../words/sentences";

/** What a report says, taken down so that the next can be set against it. */

/** Whose figure of which metric; the target where a metric has several, else null. */
export interface OfWhat {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly target: string | null;
}

/** A metric of one organisation, as one report has it. */
export interface FigureReported extends OfWhat {
  readonly kind: "figure";
  /** Both null where no figure was reported. */
  readonly period: Period | null;
  readonly value: number | null;
  readonly unit: UnitId;
  /** Null for a figure without a target. */
  readonly rating: Rag | null;
  /** "met" where the target's own level was reached, else why the rating is grey, else "". */
  readonly state: string;
  readonly baseline: number | null;
}

/** An action, as one report has it; `due` is the day that counts. */
export interface ActionReported {
  readonly kind: "action";
  readonly action: string;
  readonly status: ActionStatus;
  readonly due: IsoDate | null;
}

export type Reported = FigureReported | ActionReported;
/** A count is null where a person has cleared it. */
export type Counts = ReadonlyMap<CountName, number | null>;

/** Everything that this report says. */
export interface ReportedNow {
  /** The plan, whose report it is and the reading of the targets: only reports of the same are compared. */
  readonly series: string;
  readonly asOf: IsoDate;
  readonly madeOn: IsoDate | null;
  readonly counts: Counts;
  readonly items: ReadonlyMap<string, Reported>;
}

/** Identifies a thing reported from report to report. */
export function reportedKey(item: Reported): string {
  return item.kind === "action" ? keyOf(item.action) : keyOf(item.metric, item.target, item.organisation);
}

/** True where two reports say the same of a thing. */
export function isSameReported(a: Reported, b: Reported): boolean {
  if (a.kind === "action") return b.kind === "action" && a.status === b.status && a.due === b.due;
  if (b.kind === "action" || a.period?.label !== b.period?.label) return false;
  const same = a.unit === b.unit && a.rating === b.rating && a.state === b.state;
  return same && isSameOrNone(a.value, b.value) && isSameOrNone(a.baseline, b.baseline);
}

export function isSameOrNone(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : isSameFigure(a, b);
}

export function reportedIn(outcome: Outcome): ReportedNow {
  const { pack, reading, asOf, madeOn, basis, actions, chosen = [] } = outcome;
  const all = chosen.length === 0 ? "all" : [...chosen].sort().join("+");
  const ofActions = actions.map(({ id, status, due }): Reported => ({ kind: "action", action: id, status, due }));
  const items = [...targetFigures(outcome), ...otherFigures(outcome), ...ofActions];
  return {
    series: [pack.id, subjectOf(reading, pack) ?? all, ...(basis === null ? [] : [basis])].join(" | "),
    asOf,
    madeOn: madeOn ?? null,
    counts: countsOf(outcome),
    items: new Map(items.map((item) => [reportedKey(item), item])),
  };
}

function targetFigures({ assessments, pack }: Outcome): FigureReported[] {
  const series = groupBy(latestAssessments(assessments), seriesKey);
  return [...series.values()].flatMap((rows) =>
    rows.map((row): FigureReported => {
      const { metric, organisation, period, actual: value, unit, rag: rating, baseline } = row;
      const target = rows.length > 1 ? row.target : null;
      const state = isMet(row, pack) ? "met" : (row.why ?? "");
      const figure = { period: value === null ? null : period, value, unit, rating, state };
      return { kind: "figure", metric, organisation, target, ...figure, baseline: baseline?.value ?? null };
    }),
  );
}

/** Whether the target's own level is reached, whatever the path says by then. */
function isMet({ actual, goal, metric, target, partial }: Assessment, pack: Pack): boolean {
  if (actual === null || goal.value === null || partial) return false;
  if (goal.upper !== null) return actual >= goal.value && actual <= goal.upper;
  const better = pack.metrics.find(({ id }) => id === metric)?.better ?? "lower";
  const asked = pack.targets.find(({ id }) => id === target)?.goal;
  const strict = asked?.kind === "level" && asked.strict === true;
  return ragOf(gapOf(actual, goal.value, better), goal.value, { amberPercent: 0, strict }) === "green";
}

/** The latest figure of each metric that has no target, so that a restated one is seen too. */
function otherFigures({ assessments, totals, asOf }: Outcome): FigureReported[] {
  return totalsWithoutTarget(totals, assessments, asOf).map(([{ metric, organisation, period, value, unit }]) => {
    const none = { target: null, rating: null, state: "", baseline: null };
    return { kind: "figure", metric, organisation, period, value, unit, ...none };
  });
}

function countsOf(outcome: Outcome): Counts {
  const latest = latestAssessments(outcome.assessments);
  const rated = (wanted: Rag) => latest.filter(({ rag }) => rag === wanted).length;
  const { errors, warningsToExplain } = readiness(outcome);
  return new Map<CountName, number>([
    ["Off track", rated("red")],
    ["Needs attention", rated("amber")],
    ["On track", rated("green")],
    ["Not rated", rated("grey")],
    ["Actions complete", outcome.actions.filter(isDone).length],
    ["Actions overdue", outcome.actions.filter(isLateAction).length],
    ["Open errors", errors],
    ["Warnings to explain", warningsToExplain],
  ]);
}
