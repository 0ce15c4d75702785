import { latestAssessments } from "../../assessment/targets/latest";
import { ragOf } from "../../assessment/targets/rag";
import { gapOf } from "../../assessment/paths/gap";
import { subjectOf } from "../../assessment/cases/subject";
import { isDone } from "../../assessment/actions/urgency";
import type { ActionAssessment, ActionStatus, Assessment, Rag } from "../../assessment/assessment";
import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import type { Outcome } from "../../outcome";
import type { MetricId, OrganisationCode, Pack, UnitId } from "../../plan/schema";
import { isSameFigure } from "../../plan/quantity/same-figure";
import { comparePeriods, type IsoDate, type Period } from "../../plan/time/periods";
import { seriesKey } from "../../series/series-key";
import { readiness } from "../../validation/checking/readiness";
import { isLateAction } from "../words/sentences";

/** What a report says, taken down so that the next can be set against it. */

/** A metric of one organisation, as one report has it. */
export interface FigureReported {
  readonly kind: "figure";
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  /** Tells two targets of one metric apart; null where there is one or none. */
  readonly target: string | null;
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

/** An action, as one report has it. */
export interface ActionReported {
  readonly kind: "action";
  readonly action: string;
  readonly status: ActionStatus;
  /** The day that counts: the agreed one where one was agreed. */
  readonly due: IsoDate | null;
}

export type Reported = FigureReported | ActionReported;

/** The counts of one report; null where a person has cleared one. */
export const countNames = [
  "Red",
  "Amber",
  "Green",
  "Grey",
  "Actions complete",
  "Actions overdue",
  "Errors",
  "Warnings to explain",
] as const;
export type CountName = (typeof countNames)[number];
export type Counts = Readonly<Record<CountName, number | null>>;

/** Everything that this report says, by the key of each thing. */
export interface ReportedNow {
  readonly plan: string;
  /** The one organisation whose report it is; "all" for the whole plan. */
  readonly whose: string;
  /** Another reading of the targets than the plan's own; "" for that. */
  readonly basis: string;
  readonly asOf: IsoDate;
  readonly madeOn: IsoDate | null;
  readonly counts: Counts;
  readonly items: ReadonlyMap<string, Reported>;
}

/** Identifies a thing reported from report to report. */
export function reportedKey(item: Reported): string {
  return item.kind === "action"
    ? keyOf("action", item.action)
    : keyOf("figure", item.metric, item.target, item.organisation);
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
  const { pack, reading, asOf, madeOn, basis } = outcome;
  const items = [...targetFigures(outcome), ...otherFigures(outcome), ...outcome.actions.map(actionReported)];
  return {
    plan: pack.id,
    whose: subjectOf(reading, pack) ?? "all",
    basis: basis ?? "",
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
      const { metric, organisation, target, period, actual, unit, rag, baseline } = row;
      return {
        kind: "figure",
        metric,
        organisation,
        target: rows.length > 1 ? target : null,
        period: actual === null ? null : period,
        value: actual,
        unit,
        rating: rag,
        state: isMet(row, pack) ? "met" : (row.why ?? ""),
        baseline: baseline?.value ?? null,
      };
    }),
  );
}

/** Whether the target's own level is reached, whatever the path says by then. */
export function isMet({ actual, goal, metric, target, partial }: Assessment, pack: Pack): boolean {
  if (actual === null || goal.value === null || partial) return false;
  const better = pack.metrics.find(({ id }) => id === metric)?.better ?? "lower";
  if (goal.upper !== null) return actual >= goal.value && actual <= goal.upper;
  const asked = pack.targets.find(({ id }) => id === target)?.goal;
  const strict = asked?.kind === "level" && asked.strict === true;
  return ragOf(gapOf(actual, goal.value, better), goal.value, { amberPercent: 0, strict }) === "green";
}

/** The latest figure of each metric that has no target, so that a restated one is seen too. */
function otherFigures({ assessments, totals, asOf }: Outcome): FigureReported[] {
  const judged = new Set(assessments.map(seriesKey));
  const others = totals.filter(
    (total) => total.value !== null && !total.partial && total.period.last <= asOf && !judged.has(seriesKey(total)),
  );
  return [...groupBy(others, seriesKey).values()].map((own): FigureReported => {
    const [{ metric, organisation, period, value, unit }] = own.sort((a, b) => comparePeriods(b.period, a.period));
    const none = { target: null, rating: null, state: "", baseline: null };
    return { kind: "figure", metric, organisation, period, value, unit, ...none };
  });
}

function actionReported({ id, status, due }: ActionAssessment): ActionReported {
  return { kind: "action", action: id, status, due };
}

function countsOf(outcome: Outcome): Counts {
  const latest = latestAssessments(outcome.assessments);
  const rated = (wanted: Rag) => latest.filter(({ rag }) => rag === wanted).length;
  const { errors, warningsToExplain } = readiness(outcome);
  return {
    Red: rated("red"),
    Amber: rated("amber"),
    Green: rated("green"),
    Grey: rated("grey"),
    "Actions complete": outcome.actions.filter(isDone).length,
    "Actions overdue": outcome.actions.filter(isLateAction).length,
    Errors: errors,
    "Warnings to explain": warningsToExplain,
  };
}
