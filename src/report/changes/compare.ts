import { hasEnded, isDone } from "../../assessment/actions/urgency";
import { RAG_ORDER } from "../../assessment/targets/rag";
import type { Rag } from "../../assessment/assessment";
import type { MetricId, OrganisationCode, UnitId } from "../../plan/schema";
import type { Period } from "../../plan/time/periods";
import { isLateAction } from "../words/sentences";
import {
  countNames,
  isSameOrNone,
  isSameReported,
  type ActionReported,
  type CountName,
  type Counts,
  type FigureReported,
  type Reported,
} from "./reported";

/** Two reports set against each other. What the history does not say is counted as not known, never guessed. */

/** A figure with its period. */
export interface Figure {
  readonly period: Period;
  readonly value: number;
  readonly unit: UnitId;
  readonly rating: Rag | null;
}

/** What became of a figure. Only a new period can be progress: the same period's figure that differs was restated. */
export type FigureMoveKind = "new period" | "restated" | "baseline" | "rating only" | "first figure" | "withdrawn";

export interface FigureMove {
  readonly kind: FigureMoveKind;
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly target: string | null;
  readonly before: Figure | null;
  readonly now: Figure | null;
  /** Of a new period: the period reported before as it stands now, where that is not as it was reported. */
  readonly beforeNow: Figure | null;
  readonly baseline: { readonly before: number | null; readonly now: number | null };
  /** How the rating moved from one period to the next, like with like; null where it did not or cannot be told. */
  readonly rating: "better" | "worse" | null;
  /** The target's own level is reached now and was not before. */
  readonly newlyMet: boolean;
}

type ActionMoveKind =
  | "completed"
  | "reopened"
  | "ended"
  | "newly overdue"
  | "no longer overdue"
  | "date moved"
  | "first return"
  | "no longer returned";

export interface ActionMove {
  readonly kind: ActionMoveKind;
  readonly action: string;
  readonly before: ActionReported;
  readonly now: ActionReported;
  readonly isMoved: boolean;
}

interface CountMove {
  readonly name: CountName;
  readonly before: number | null;
  readonly now: number | null;
}

export interface Comparison {
  readonly figures: readonly FigureMove[];
  readonly actions: readonly ActionMove[];
  readonly counts: readonly CountMove[];
  /** Things reported now of which the history does not say how they stood. */
  readonly unknown: readonly Reported[];
}

/** What stands in a report: each thing by its key. */
interface Report {
  readonly items: ReadonlyMap<string, Reported>;
  readonly counts: Counts;
  readonly basis: string;
}

/** A figure of an earlier period, as the return has it now. */
type AsNow = (of: FigureReported) => Figure | null;

/** @param before `isComplete`: all that it said is known. */
export function compare(before: Report & { readonly isComplete: boolean }, now: Report, asNow: AsNow): Comparison {
  const context = { asNow, isSameBasis: before.basis === now.basis };
  const figures: FigureMove[] = [];
  const actions: ActionMove[] = [];
  const unknown: Reported[] = [];
  for (const [key, item] of now.items) {
    const earlier = before.items.get(key);
    if (earlier === undefined && !before.isComplete) unknown.push(item);
    else if (earlier !== undefined && isSameReported(earlier, item)) continue;
    else if (item.kind === "figure")
      figures.push(...figureMove(earlier?.kind === "figure" ? earlier : null, item, context));
    else if (earlier?.kind === "action") actions.push(...actionMove(earlier, item));
  }
  for (const [key, item] of before.items)
    if (item.kind === "figure" && item.value !== null && !now.items.has(key))
      figures.push(...figureMove(item, { ...item, period: null, value: null, rating: null, state: "" }, context));
  const counts = countNames.map((name) => ({ name, before: before.counts[name], now: now.counts[name] }));
  return { figures, actions, counts, unknown };
}

interface Context {
  readonly asNow: AsNow;
  readonly isSameBasis: boolean;
}

function figureMove(before: FigureReported | null, now: FigureReported, context: Context): FigureMove[] {
  const [then, is] = [before && figureOf(before), figureOf(now)];
  const kind = kindOf(before, now);
  if (kind === null) return [];
  const { metric, organisation, target } = now;
  const standing = kind === "new period" && before !== null ? context.asNow(before) : null;
  const restated = standing !== null && then !== null && !isSameOrNone(standing.value, then.value);
  // Two ratings are like with like where both stand on the same baseline and the same reading of the target.
  const isLike = context.isSameBasis && isSameOrNone(before?.baseline ?? null, now.baseline);
  const compared = standing ?? (isLike ? then : null);
  return [
    {
      ...{ kind, metric, organisation, target, before: then, now: is },
      beforeNow: restated ? standing : null,
      baseline: { before: before?.baseline ?? null, now: now.baseline },
      rating: kind === "new period" ? ratingMove(compared?.rating ?? null, is?.rating ?? null) : null,
      newlyMet: kind === "new period" && isLike && !restated && now.state === "met" && before?.state !== "met",
    },
  ];
}

function figureOf({ period, value, unit, rating }: FigureReported): Figure | null {
  return period === null || value === null ? null : { period, value, unit, rating };
}

function kindOf(before: FigureReported | null, now: FigureReported): FigureMoveKind | null {
  if (now.period === null) return before === null || before.period === null ? null : "withdrawn";
  if (before === null || before.period === null) return "first figure";
  if (now.period.last > before.period.last) return "new period";
  if (now.period.label !== before.period.label) return now.period.last < before.period.last ? "withdrawn" : "restated";
  if (now.unit !== before.unit || !isSameOrNone(before.value, now.value)) return "restated";
  if (!isSameOrNone(before.baseline, now.baseline)) return "baseline";
  // That a figure has aged, or that its target is met, is no change of its rating.
  return before.rating === now.rating ? null : "rating only";
}

function ratingMove(before: Rag | null, now: Rag | null): FigureMove["rating"] {
  if (before === null || now === null || before === "grey" || now === "grey" || before === now) return null;
  return RAG_ORDER.indexOf(now) > RAG_ORDER.indexOf(before) ? "better" : "worse";
}

function actionMove(before: ActionReported, now: ActionReported): ActionMove[] {
  const isMoved = before.due !== now.due;
  const kind = actionKind(before, now) ?? (isMoved ? "date moved" : null);
  return kind === null ? [] : [{ kind, action: now.action, before, now, isMoved }];
}

const isClosed = (each: ActionReported) => hasEnded(each) || each.status === "not applicable";

function actionKind(before: ActionReported, now: ActionReported): ActionMoveKind | null {
  if (isDone(now)) return isDone(before) ? null : "completed";
  if (isClosed(now)) return isClosed(before) ? null : "ended";
  if (now.status === "no return") return before.status === "no return" ? null : "no longer returned";
  if (isDone(before) || isClosed(before)) return "reopened";
  if (isLateAction(now)) return isLateAction(before) ? null : "newly overdue";
  if (before.status === "no return") return "first return";
  return isLateAction(before) ? "no longer overdue" : null;
}
