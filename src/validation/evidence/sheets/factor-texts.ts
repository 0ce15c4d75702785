import type { Period } from "../../../plan/time/periods";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";

/** A text that speaks of emission factors or warming potentials. */
export interface FactorText {
  readonly place: CellPlace;
  readonly text: string;
}

export function factorTexts({ scans }: CheckContext): FactorText[] {
  return scans.flatMap((scan) => scan.factorTexts);
}

/** The years a text names, as factor sets are called by theirs. */
export function setYears(text: string): number[] {
  return [...text.matchAll(/\b(20[12]\d)\b/g)].map(([year]) => Number(year));
}

/** The last period with an actual: the one a statement about "the factors used" is about. */
export function latestPeriod({ observations }: CheckContext): Period | null {
  let latest: Period | null = null;
  for (const { kind, value, period } of observations) {
    if (period !== latest && kind === "actual" && value !== null && (latest === null || period.last > latest.last))
      latest = period;
  }
  return latest;
}
