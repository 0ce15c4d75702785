import { formatDate, type IsoDate, type Period } from "../plan/time/periods";
import type { CountedIn } from "../plan/members";
import type { MetricId, OrganisationCode } from "../plan/schema";
import { seriesKey } from "../series/series-key";

/**
 * What a person decided about one series, with the reason, the name and the date: a new baseline
 * (calculations.md section 5), new control limits (section 6), an organisation's own target where
 * the plan leaves room for one (plan TT2), or a member counted in the system's total.
 */
export interface Decision {
  readonly kind: "baseline" | "own target" | "limits" | "in total";
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  /** A baseline's year, or the period that new limits begin with. */
  readonly period: Period | null;
  /** What stood before; in the metric's unit. Null where nothing did. */
  readonly old: number | null;
  /** A baseline in the metric's unit, or an own target as a change in percent: -25. */
  readonly value: number | null;
  readonly why: string;
  readonly who: string;
  readonly when: IsoDate | null;
}

/** A decision that says why, who and when: nothing less moves a baseline or a limit. */
export type Signed = Decision & { readonly when: IsoDate };

export function isSigned(decision: Decision): decision is Signed {
  return decision.why !== "" && decision.who !== "" && decision.when !== null;
}

/** "A. Patel on 2 April 2025". */
export function signature({ who, when }: Signed): string {
  return `${who} on ${formatDate(when)}`;
}

/** The decisions on one series, as it uses them. */
export interface Decided {
  /** The last signed new baseline. */
  readonly baseline: Signed | null;
  /** The last baseline that is on record, whether it was decided on or only taken down when first used. */
  readonly recorded: Decision | null;
  /** The last own target given, as a change in percent. */
  readonly ownTarget: number | null;
  /** Signed new limits, in order of the period they begin with. */
  readonly limits: readonly (Signed & { readonly period: Period })[];
}

/** The members that signed decisions count in the system's totals. */
export function countedInTotals(decisions: readonly Decision[]): CountedIn[] {
  return decisions.filter((each) => each.kind === "in total" && isSigned(each));
}

const NONE: Decided = { baseline: null, recorded: null, ownTarget: null, limits: [] };

export type Decisions = ReadonlyMap<string, Decided>;

/** Decisions by series, in the order they were recorded: of two baselines or own targets the later one counts. */
export function decisionsBySeries(decisions: readonly Decision[]): Decisions {
  const series = new Map<string, Decided>();
  for (const decision of decisions) {
    const key = seriesKey(decision);
    series.set(key, withDecision(series.get(key) ?? NONE, decision));
  }
  return series;
}

export function decidedFor(decisions: Decisions, of: Pick<Decision, "metric" | "organisation">): Decided {
  return decisions.get(seriesKey(of)) ?? NONE;
}

function withDecision(decided: Decided, decision: Decision): Decided {
  const { kind, period, old, value } = decision;
  switch (kind) {
    case "own target":
      return value === null ? decided : { ...decided, ownTarget: value };
    case "baseline": {
      if (value === null || period === null) return decided;
      if (old === null) return { ...decided, recorded: decision };
      return isSigned(decision) ? { ...decided, recorded: decision, baseline: decision } : decided;
    }
    case "in total":
      return decided;
    case "limits": {
      if (!isSigned(decision) || period === null) return decided;
      const limits = [...decided.limits, { ...decision, period }];
      return { ...decided, limits: limits.sort((a, b) => (a.period.first < b.period.first ? -1 : 1)) };
    }
  }
}
