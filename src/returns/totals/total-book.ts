import { keyOf } from "../../collections/keys";
import type { MetricId, OrganisationCode } from "../../plan/schema";
import { comparePeriods, type Period } from "../../plan/time/periods";
import type { Total } from "../observation";

/** One text for what a total is of: its metric, organisation and period. */
export function totalKey({ metric, organisation, period }: Pick<Total, "metric" | "organisation" | "period">): string {
  return keyOf(metric, organisation, period.label);
}

/** Totals in the making, one for each metric, organisation and period. */
export class TotalBook {
  private readonly byKey = new Map<string, Total>();

  constructor(own: readonly Total[]) {
    for (const each of own) this.replace(each);
  }

  get(metric: MetricId, organisation: OrganisationCode, period: Period): Total | undefined {
    return this.byKey.get(totalKey({ metric, organisation, period }));
  }

  /** Adds a total that was worked out; a figure stated or made before is kept. */
  addMissing(made: Total): void {
    const there = this.byKey.get(totalKey(made));
    if (there === undefined || (there.value === null && there.observations.length === 0)) this.replace(made);
  }

  replace(made: Total): void {
    this.byKey.set(totalKey(made), made);
  }

  all(): readonly Total[] {
    return [...this.byKey.values()];
  }

  sorted(): Total[] {
    return [...this.byKey.values()].sort(
      (a, b) =>
        compareText(a.metric, b.metric) ||
        compareText(a.organisation, b.organisation) ||
        comparePeriods(a.period, b.period),
    );
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
