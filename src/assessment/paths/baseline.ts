import type { Period } from "../../plan/time/periods";
import type { OrganisationCode } from "../../plan/schema";
import type { Observation } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";
import { edges } from "./due";
import { baseYearOf, isMoving, statedBaseline, type Pathway } from "./pathway";
import { signature, type Signed } from "../../decisions/decisions";
import { byPlace } from "../../snapshot/place-order";
import type { Series } from "../../series/series";
import { position } from "../../series/axis";

/** Where a change is counted from, and how it was come by. */
export interface Baseline {
  readonly period: Period;
  readonly at: number;
  /** In the metric's unit. */
  readonly value: number;
  readonly place: CellPlace | null;
  readonly how: "stated by the plan" | "marked as baseline" | "base year" | "earliest figure" | "decided";
  /** Who decided on it and when, where a person did. */
  readonly signed?: string;
}

/** The baseline that people agreed on in place of the one found; a cell that holds the very figure stays its source. */
export function decidedBaseline(decision: Signed | null, found: Baseline | null): Baseline | null {
  if (decision === null || decision.value === null || decision.period === null) return found;
  const { period, value } = decision;
  const same = found !== null && found.period.label === period.label && found.value === value;
  const place = same ? found.place : null;
  return { period, at: position(period.last), value, place, how: "decided", signed: signature(decision) };
}

/**
 * A change target's own baseline (calculations.md section 8): the plan's stated one for this
 * organisation, else the figure marked baseline, else the base year's, else the earliest (and it
 * says so). Null where none is known or the pathway needs none. A roll-up with a member missing is
 * never a baseline.
 */
export function baselineOf(
  pathway: Pathway,
  organisation: OrganisationCode,
  series: Series,
  marked: readonly Observation[],
): Baseline | null {
  if (!isMoving(pathway) && !pathway.targets.some(({ goal }) => goal.kind === "change")) return null;
  const year = baseYearOf(pathway);
  const stated = statedBaseline(pathway, organisation);
  if (stated !== null) {
    return { period: year, at: position(year.last), value: stated, place: null, how: "stated by the plan" };
  }
  return markedBaseline(marked, year) ?? fromSeries(pathway, series, year);
}

function markedBaseline(marked: readonly Observation[], year: Period): Baseline | null {
  const figures = marked.filter((each) => each.value !== null).sort((a, b) => byPlace(a.place, b.place));
  const period = (figures.find((each) => each.period.label === year.label) ?? earliest(figures))?.period;
  if (period === undefined) return null;
  const bySite = new Map<string | null, Observation>();
  for (const each of figures) {
    if (each.period.label !== period.label) continue;
    const known = bySite.get(each.site);
    if (known !== undefined && known.value !== each.value) return null;
    bySite.set(each.site, known ?? each);
  }
  const own = bySite.get(null);
  const used = own === undefined || bySite.size === 1 ? [...bySite.values()] : [own];
  const value = used.reduce((sum, each) => sum + (each.value ?? 0), 0);
  const place = used.length === 1 ? (used[0]?.place ?? null) : null;
  return { period, at: position(period.last), value, place, how: "marked as baseline" };
}

function earliest(figures: readonly Observation[]): Observation | undefined {
  return figures.reduce<Observation | undefined>(
    (first, each) => (first === undefined || each.period.last < first.period.last ? each : first),
    undefined,
  );
}

function fromSeries(pathway: Pathway, series: Series, year: Period): Baseline | null {
  const whole = series.points.filter((point) => point.wholeYear && !point.partial);
  const inYear =
    whole.find((point) => point.period.label === year.label) ?? whole.find((each) => each.period.last === year.last);
  const point = inYear ?? whole[0];
  if (point === undefined || (inYear === undefined && point.at >= lastDue(pathway))) return null;
  const place = point.places.length === 1 ? (point.places[0] ?? null) : null;
  const how = inYear === undefined ? "earliest figure" : "base year";
  return { period: point.period, at: point.at, value: point.value, place, how };
}

/** An earliest figure from when the change was already due is nothing to count it from. */
function lastDue(pathway: Pathway): number {
  return Math.max(...pathway.targets.map(({ due }) => edges(due, "year").late));
}
