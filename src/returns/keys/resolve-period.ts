import type { Metric } from "../../plan/schema";
import {
  contains,
  financialYearOf,
  monthOf,
  noHints,
  readPeriod,
  underHeading,
  type Period,
  type PeriodReading,
} from "../../plan/time/periods";
import type { ObservationKind } from "../observation";

/** A figure's period, or why it has none. */
export type ResolvedPeriod =
  { readonly kind: "period"; readonly period: Period } | { readonly kind: "none"; readonly reason: string };

function resolved(period: Period): ResolvedPeriod {
  return { kind: "period", period };
}

function unresolved(reason: string): ResolvedPeriod {
  return { kind: "none", reason };
}

/**
 * The period of one figure from everything that names one, nearest first (cli-contract "Period"):
 * `near` is the cell's own row and column, `around` the title, the sheet, the file and the choices.
 * "Q3" takes its year from the next that has one; an ambiguous label is settled only by another
 * that says the same; two that differ are reported, never chosen between.
 */
export function resolvePeriod(near: readonly PeriodReading[], around: readonly PeriodReading[]): ResolvedPeriod {
  const sure = near.filter((reading) => reading.kind === "period");
  const unsure = near.filter((reading) => reading.kind === "ambiguous");
  const nearest = narrowest(sure.map(({ period }) => period));
  if (nearest === "conflict") {
    const labels = sure.map(({ period }) => period.label);
    const other = labels.find((label) => label !== labels[0]);
    return unresolved(`Its headings name two periods, ${labels[0]} and ${other}: leave the right one.`);
  }
  const [first] = unsure;
  if (first !== undefined) return settle(first, nearest, around);
  if (nearest) return resolved(nearest);
  return fromAround(around);
}

export const targetYearNote = "a target's bare year is read as the financial year that ends in it";

/** The bare year of a target ("by 2032") by the plan's convention (plan-facts section 2, "Reading years"); null for anything else. */
export function targetYear(reading: PeriodReading, kind: ObservationKind | null): PeriodReading | null {
  if (reading.kind !== "ambiguous" || (kind !== "target" && kind !== "trajectory")) return null;
  const read = underHeading(reading, { ...noHints, basis: "ending" });
  return read.kind === "period" && read.period.kind === "financial-year" ? read : null;
}

/** The base years of the Climate Change Act 2008, sections 1 and 25: calendar years, before any footprint of the NHS's own. */
const STATUTORY_BASE_YEARS: ReadonlySet<string> = new Set(["1990", "1995"]);

export const baseYearNote = "1990 and 1995 are calendar years in law, as base years";

/** "Baseline 1990" as the calendar year that the law's base year is; null for anything else. */
export function baseYear(reading: PeriodReading, isBaseline: boolean): PeriodReading | null {
  if (reading.kind !== "ambiguous" || !isBaseline) return null;
  const period = reading.readings.find(
    ({ kind, label }) => kind === "calendar-year" && STATUTORY_BASE_YEARS.has(label),
  );
  return period === undefined ? null : { kind: "period", period, text: reading.text };
}

export const dayIsNoPeriod =
  "A single day is no period for this figure: write the month, quarter or year that it covers, such as 2024/25.";

/** The period a figure is of: what is so at a day is so in its month, or, on 31 March, at its year's end; null for a figure that a day cannot hold. */
export function periodFor(period: Period, nature: Metric["nature"]): Period | null {
  if (period.kind !== "date") return period;
  if (nature === "flow" || nature === "ratio") return null;
  const year = financialYearOf(period);
  return year.last === period.last ? year : monthOf(period.last);
}

/** The period inside all others; "conflict" where two stand apart. */
function narrowest(periods: readonly Period[]): Period | null | "conflict" {
  let narrow: Period | null = null;
  for (const period of periods) {
    if (narrow === null || contains(narrow, period)) narrow = period;
    else if (!contains(period, narrow)) return "conflict";
  }
  return narrow;
}

/** An ambiguous heading: "Q3" in the year beside or above it, or the one reading that another heading confirms. */
function settle(
  reading: Extract<PeriodReading, { kind: "ambiguous" }>,
  nearest: Period | null,
  around: readonly PeriodReading[],
): ResolvedPeriod {
  const others = [nearest, ...around.map((each) => (each.kind === "period" ? each.period : null))];
  for (const other of others) {
    if (other === null) continue;
    const same = reading.readings.find(({ label }) => label === other.label);
    if (same) return resolved(same);
    if (reading.readings.length > 0) continue;
    const within = readPeriod(reading.text, { within: other });
    if (within.kind === "period") return resolved(within.period);
  }
  return unresolved(reading.reason);
}

function fromAround(around: readonly PeriodReading[]): ResolvedPeriod {
  for (const [index, reading] of around.entries()) {
    if (reading.kind === "period") return resolved(reading.period);
    if (reading.kind !== "ambiguous") continue;
    const settled = settle(reading, null, around.slice(index + 1));
    if (settled.kind === "period") return settled;
    const named = around.slice(index + 1).some(({ kind }) => kind === "period");
    // A title over several years says nothing of one figure; a single ambiguous year does.
    if (named && severalYears(reading)) continue;
    return settled;
  }
  return unresolved(
    "No period is named in its row, column, title, sheet or file: add one, such as 2024/25, or choose the period.",
  );
}

/** Readings of one label meet in at least one of them ("2023"); a span of years ("2019/20 … 2024/25") does not. */
function severalYears({ readings }: Extract<PeriodReading, { kind: "ambiguous" }>): boolean {
  const meet = (a: Period, b: Period) => a.first <= b.last && b.first <= a.last;
  return readings.length > 1 && !readings.some((one) => readings.every((other) => meet(one, other)));
}
