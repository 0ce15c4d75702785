import type { Rag } from "../../assessment/assessment";
import { hasEnded, isDone } from "../../assessment/actions/urgency";
import { RAG_ORDER } from "../../assessment/targets/rag";
import type { CountName } from "../../decisions/history-tables";
import type { UnitId } from "../../plan/schema";
import type { Period } from "../../plan/time/periods";
import { isLateAction } from "../words/sentences";
import {
  isSameOrNone,
  isSameReported,
  type ActionReported,
  type Counts,
  type FigureReported,
  type OfWhat,
  type Reported,
} from "./reported";

/** Two reports set against each other. What the history does not say is not known, and never guessed. */

/** A figure with its period. */
export interface Figure {
  readonly period: Period;
  readonly value: number;
  readonly unit: UnitId;
  readonly rating: Rag | null;
}

/** What became of a figure. Only one of a new period can be progress: another figure for the same period was restated. */
export const figureMoveKinds = [
  "new period",
  "restated",
  "new baseline",
  "rating only",
  "withdrawn",
  "first figure",
] as const;
type FigureMoveKind = (typeof figureMoveKinds)[number];

export interface FigureMove extends OfWhat {
  readonly kind: FigureMoveKind;
  readonly before: Figure | null;
  readonly now: Figure | null;
  /** Of a new period: the figure reported before as it stands by now, where that is not as it was reported. */
  readonly beforeNow: Figure | null;
  /** The two baselines, where one took the place of another. */
  readonly baseline: { readonly before: number; readonly now: number } | null;
  /** How the rating moved from the period before, like with like; null where it did not, or where that is not known. */
  readonly rating: "better" | "worse" | null;
  /** The target's own level is reached now and was not before. */
  readonly newlyMet: boolean;
}

/** What became of an action, the most telling first; "date moved" where its date alone did. */
export const actionMoveKinds = [
  "completed",
  "newly overdue",
  "reopened",
  "ended without being done",
  "date moved",
  "no longer overdue",
  "first reported",
  "no longer reported",
] as const;

interface ActionMove {
  readonly kind: (typeof actionMoveKinds)[number];
  readonly action: string;
  readonly before: ActionReported;
  readonly now: ActionReported;
  readonly isMoved: boolean;
}

export interface Comparison {
  readonly figures: readonly FigureMove[];
  readonly actions: readonly ActionMove[];
  readonly counts: readonly { readonly name: CountName; readonly before: number | null; readonly now: number | null }[];
  /** What is reported now and of which the history does not say how it stood. */
  readonly unknown: readonly Reported[];
}

/** What a report said, and of how many things: fewer items, and not all that it said is known. */
interface Report {
  readonly items: ReadonlyMap<string, Reported>;
  readonly counts: Counts;
}

/** A figure of an earlier period, as the return has it now. */
type AsNow = (of: FigureReported) => Figure | null;

/** @param before `size`: of how many things it spoke; where there are fewer items, some are not known. */
export function compare(before: Report & { readonly size: number }, now: Report, asNow: AsNow): Comparison {
  const isComplete = before.size > 0 && before.items.size >= before.size;
  const figures: FigureMove[] = [];
  const actions: ActionMove[] = [];
  const unknown: Reported[] = [];
  for (const [key, item] of now.items) {
    const earlier = before.items.get(key) ?? null;
    if (earlier === null && !isComplete) unknown.push(item);
    else if (earlier !== null && isSameReported(earlier, item)) continue;
    else if (item.kind === "figure" && earlier?.kind !== "action") figures.push(...figureMove(earlier, item, asNow));
    else if (item.kind === "action" && earlier?.kind === "action") actions.push(...actionMove(earlier, item));
  }
  for (const [key, item] of before.items)
    if (item.kind === "figure" && !now.items.has(key))
      figures.push(...figureMove(item, { ...item, period: null, value: null, rating: null, state: "" }, asNow));
  const counts = [...now.counts].map(([name, count]) => ({
    name,
    before: before.counts.get(name) ?? null,
    now: count,
  }));
  return { figures, actions, counts, unknown };
}

function figureMove(before: FigureReported | null, now: FigureReported, asNow: AsNow): FigureMove[] {
  const kind = kindOf(before, now);
  if (kind === null) return [];
  const { metric, organisation, target } = now;
  const then = before && figureOf(before);
  const standing = kind === "new period" && before !== null ? asNow(before) : null;
  const isRestated = standing !== null && then !== null && !isSameOrNone(standing.value, then.value);
  const bases = [before?.baseline ?? null, now.baseline] as const;
  const isRebased = before !== null && before.period !== null && !isSameOrNone(...bases);
  const [from, to] = bases;
  // The rating of the period before as it is judged by now; as it was judged then only on the same baseline.
  const compared = standing ?? (isRebased ? null : then);
  const isProgress = kind === "new period" && !isRestated && !isRebased;
  return [
    {
      ...{ kind, metric, organisation, target, before: then, now: figureOf(now) },
      beforeNow: isRestated ? standing : null,
      baseline: isRebased && from !== null && to !== null ? { before: from, now: to } : null,
      rating: kind === "new period" ? ratingMove(compared?.rating ?? null, now.rating) : null,
      newlyMet: isProgress && now.state === "met" && before?.state !== "met",
    },
  ];
}

function figureOf({ period, value, unit, rating }: FigureReported): Figure | null {
  return period === null || value === null ? null : { period, value, unit, rating };
}

function kindOf(before: FigureReported | null, now: FigureReported): FigureMoveKind | null {
  if (before === null || before.period === null) return now.period === null ? null : "first figure";
  if (now.period === null || now.period.last < before.period.last) return "withdrawn";
  if (now.period.last > before.period.last) return "new period";
  const isSame = now.period.label === before.period.label && now.unit === before.unit;
  if (!isSame || !isSameOrNone(before.value, now.value)) return "restated";
  if (!isSameOrNone(before.baseline, now.baseline)) return "new baseline";
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

function actionKind(before: ActionReported, now: ActionReported): ActionMove["kind"] | null {
  if (isDone(now)) return isDone(before) ? null : "completed";
  if (isClosed(now)) return isClosed(before) ? null : "ended without being done";
  if (now.status === "no return") return before.status === "no return" ? null : "no longer reported";
  if (isDone(before) || isClosed(before)) return "reopened";
  if (isLateAction(now)) return isLateAction(before) ? null : "newly overdue";
  if (before.status === "no return") return "first reported";
  return isLateAction(before) ? "no longer overdue" : null;
}
