import { comparePeriods, monthsIn, type IsoDate, type Period } from "../plan/time/periods";
import type { Metric } from "../plan/schema";
import { byPlace } from "../snapshot/place-order";
import type { CellPlace } from "../snapshot/snapshot";
import { position, rhythmOf, type Rhythm } from "./axis";
import type { Point } from "./point";
import { rollingYears } from "./twelve-months";

/** What a series is made of: the total of one period, or the reason why it has no value. */
export interface PeriodTotal {
  readonly period: Period;
  /** In the metric's unit. */
  readonly value: number | null;
  readonly why: string | null;
  readonly partial: boolean;
  /** Codes of the members that a roll-up lacks. */
  readonly missing: readonly string[];
  readonly observations: readonly { readonly place: CellPlace }[];
}

/** One figure of a series that can be set against a path, or that says why it cannot. */
export interface SeriesPoint extends Point {
  /** Where it stands on the year axis. */
  readonly at: number;
  /** The first day the figure covers: for a rolling year, of its twelve months. */
  readonly first: IsoDate;
  readonly rhythm: Rhythm;
  readonly places: readonly CellPlace[];
  readonly partial: boolean;
  readonly missing: readonly string[];
  /** True where the value is the twelve months ending with the period. */
  readonly rolling: boolean;
  /** False for part of a year's flow, which is never scaled up to be set against a yearly path. */
  readonly wholeYear: boolean;
}

/** The figures of one metric of one organisation by the reporting date, in order of period. */
export interface Series {
  readonly points: readonly SeriesPoint[];
  /** Monthly and quarterly figures as reported; a roll-up with a member missing is none of them. */
  readonly months: readonly Point[];
  readonly quarters: readonly Point[];
  /** Periods that have a total but no value, with the reason. */
  readonly withoutValue: readonly { readonly period: Period; readonly why: string | null }[];
  /** The last month or quarter whose twelve months are not complete, and how many are missing. */
  readonly incomplete: { readonly ending: Period; readonly missingMonths: number } | null;
}

interface Figure extends Point {
  readonly total: PeriodTotal;
}

/** A flow is compared over twelve months; a level, share or answer as it is (plan-facts.md section 2). */
export function seriesOf(totals: readonly PeriodTotal[], nature: Metric["nature"], asOf: IsoDate): Series {
  const seen = totals.filter((total) => total.period.last <= asOf).sort((a, b) => comparePeriods(a.period, b.period));
  const withoutValue: { period: Period; why: string | null }[] = [];
  const figures: Figure[] = [];
  for (const total of seen) {
    if (total.value === null) withoutValue.push({ period: total.period, why: total.why });
    else figures.push({ period: total.period, value: total.value, total });
  }
  const [months, quarters] = [ofRhythm("month", figures), ofRhythm("quarter", figures)];
  const compared =
    nature === "flow"
      ? flowPoints(figures)
      : { points: figures.map((figure) => pointOf(figure, true)), incomplete: null };
  return { ...compared, months, quarters, withoutValue };
}

/** A roll-up with a member missing is left out: it would move with the members. */
function ofRhythm(rhythm: Rhythm, figures: readonly Figure[]): Figure[] {
  const own = figures.filter(({ period, total }) => rhythmOf(period.kind) === rhythm && !total.partial);
  return own.filter((part, index) => part.period.last !== own[index - 1]?.period.last);
}

function flowPoints(figures: readonly Figure[]): Pick<Series, "points" | "incomplete"> {
  const parts = figures.filter((figure) => rhythmOf(figure.period.kind) !== "year");
  const others = figures.filter((figure) => rhythmOf(figure.period.kind) === "year");
  const points = others.map((figure) => pointOf(figure, monthsIn(figure.period) === 12));
  const yearEnds = new Set(points.filter((point) => point.wholeYear).map((point) => point.period.last));
  const windows = rollingYears(parts);
  for (const window of windows) {
    if (window.value === null || yearEnds.has(window.ending.last)) continue;
    points.push({
      period: window.ending,
      at: position(window.ending.last),
      first: window.first,
      value: window.value,
      rhythm: rhythmOf(window.ending.kind),
      places: window.parts.flatMap((part) => placesOf(part.total)),
      partial: window.parts.some((part) => part.total.partial),
      missing: [...new Set(window.parts.flatMap((part) => part.total.missing))].sort(),
      rolling: true,
      wholeYear: true,
    });
  }
  const last = windows[windows.length - 1];
  const incomplete =
    last !== undefined && last.value === null ? { ending: last.ending, missingMonths: last.missingMonths } : null;
  return { points: points.sort(inOrder), incomplete };
}

/** By last day; of two that end together the longer comes last, so that a stated year is the latest figure. */
function inOrder(a: SeriesPoint, b: SeriesPoint): number {
  if (a.period.last !== b.period.last) return a.period.last < b.period.last ? -1 : 1;
  return a.first === b.first ? comparePeriods(a.period, b.period) : a.first < b.first ? 1 : -1;
}

function pointOf({ period, value, total }: Figure, wholeYear: boolean): SeriesPoint {
  return {
    period,
    at: position(period.last),
    first: period.first,
    value,
    rhythm: rhythmOf(period.kind),
    places: placesOf(total),
    partial: total.partial,
    missing: total.missing,
    rolling: false,
    wholeYear,
  };
}

/** The cells behind a total, in the order of the sheet whatever order they were read in. */
function placesOf(total: PeriodTotal): CellPlace[] {
  const places = total.observations.map((observation) => observation.place);
  return places.length < 2 ? places : places.sort(byPlace);
}
