import type { Observation } from "../../returns/observation";
import type { Claims } from "./lines";

/**
 * Whether figures that claim the same place differ, by more than the dust of binary fractions: the
 * same measure by which they make no total (cli-contract "Total"), so that none is lost without a word.
 */
export function differ(claims: Claims): boolean {
  const values = claims.map((each) => each.value as number);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most - least > 1e-9 * Math.max(1, Math.abs(least), Math.abs(most));
}

/** Two figures that claim one place in the same table, on different rows: a row that is there twice. */
export type RowTwins = readonly [first: Observation, second: Observation];

export function rowTwins(claims: Claims): RowTwins[] {
  const [first, ...rest] = claims as readonly [Observation, ...Observation[]];
  // The same figure again in another table (a summary, a copy of last year) is how workbooks are made.
  return rest.flatMap((second) =>
    second.table === first.table && second.place.sheet === first.place.sheet && second.place.row !== first.place.row
      ? [[first, second] as const]
      : [],
  );
}

/** Tells apart pairs of rows. */
export function rowsOf([first, second]: RowTwins): string {
  return `${first.place.sheet}|${first.place.row}|${second.place.row}`;
}

/**
 * The unit of the last digit a figure was given to, in the metric's unit: 88.6 kt is given to 100 t,
 * 1,077 kWh to 1 kWh. Trailing zeros do not say whether they were rounded, so they count as given.
 */
export function roundingUnit({ raw, value }: Pick<Observation, "raw" | "value">): number {
  if (typeof raw !== "number" || value === null || raw === 0) return 1;
  const scale = Math.abs(value / raw);
  return decimalUnit(raw) * scale;
}

/** 0.1 for 88.6, 1 for 1,077; more decimals than a person writes are a formula's, and as good as exact. */
export function decimalUnit(raw: number): number {
  const text = String(raw);
  const digits = text.includes("e") ? "" : (text.split(".")[1] ?? "");
  return 10 ** -Math.min(digits.length, 6);
}
