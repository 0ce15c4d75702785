import type { Metric } from "../../plan/schema";
import type { Period } from "../../plan/time/periods";
import { position } from "../../series/axis";
import { changeBetween } from "../method/method-changes";
import type { Assessment } from "../assessment";

/** Where a short series goes, as NHS board papers say it; "rose" and "fell" where neither is better. */
type DirectionWord = "improved" | "sustained" | "deteriorated" | "rose" | "fell";

/** A figure beside that of the year before. */
export interface Direction {
  readonly from: { readonly period: Period; readonly value: number };
  /** The change: in percentage points of a share, else in percent of the year before; null where that was 0. */
  readonly change: number | null;
  readonly word: DirectionWord | "method changed";
}

/** A change of less than this, in percent or percentage points, is none worth a word [ours: rounding and estimates make as much]. */
const NO_CHANGE = 1;

/** One whole year, on the axis of years. */
const YEAR = 1;

type Point = Pick<Assessment, "period" | "actual" | "methodChanges">;

/** The direction of a series' last figure, null where the year before has none of the same kind of period. */
export function directionOf(
  last: Point,
  series: readonly Point[],
  { unit, better }: Pick<Metric, "unit" | "better">,
): Direction | null {
  const { actual, period } = last;
  if (actual === null) return null;
  const before = series.find(
    (each) =>
      each.actual !== null &&
      each.period.kind === period.kind &&
      Math.abs(position(period.last) - position(each.period.last) - YEAR) < 0.01,
  );
  if (!before || before.actual === null) return null;
  const from = { period: before.period, value: before.actual };
  // A difference that another method made is a restatement, and goes nowhere.
  if (changeBetween(last.methodChanges ?? [], before.period, period) !== null)
    return { from, change: null, word: "method changed" };
  const difference = actual - before.actual;
  const inPoints = unit === "%";
  const percent = before.actual === 0 ? null : (difference / Math.abs(before.actual)) * 100;
  const change = inPoints ? difference : percent;
  return {
    from,
    change,
    word: wordOf(change ?? Math.sign(difference) * Infinity, better === "yes" ? "higher" : better),
  };
}

function wordOf(change: number, better: Metric["better"]): DirectionWord {
  if (Number.isNaN(change) || Math.abs(change) < NO_CHANGE) return "sustained";
  if (better !== "lower" && better !== "higher") return change > 0 ? "rose" : "fell";
  return change > 0 === (better === "higher") ? "improved" : "deteriorated";
}
