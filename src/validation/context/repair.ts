import { median } from "../../collections/median";

/** One row of a sum that fails: the figure, and what stands beside it in its own row. */
export interface SumRow {
  readonly value: number;
  /** The same row's figures in other columns, in one order for all rows; null where there is none. */
  readonly beside: readonly (number | null)[];
}

/** The one row whose repair mends both the sum and its row's ratio. */
export interface Repair {
  readonly index: number;
  readonly value: number;
}

/** How much of its oddness a repair must take away [ours]. */
const MUST_REMOVE = 0.6;

/** How many times the others' spread the odd ratio must be away: among rows that all differ one is always oddest [ours]. */
export const MUST_STAND_OUT = 3;

/**
 * Finds the one figure that, put right by what the sum is out, also stands in the same ratio to its
 * row as the other rows' figures do (validation-rules.md DQ06).
 *
 * @param rows the parts, then perhaps the total as the last with `totalLast`.
 * @param missing what the parts lack of the total: total less sum.
 * @returns null where no row, or more than one, would do.
 */
export function findRepair(rows: readonly SumRow[], missing: number): Repair | null {
  if (rows.length < 3) return null;
  const columns = rows[0]?.beside.length ?? 0;
  const votes = new Map<number, number>();
  for (let column = 0; column < columns; column++) {
    const index = voteOf(rows, column, missing);
    if (index !== null) votes.set(index, (votes.get(index) ?? 0) + 1);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (best === undefined || (second !== undefined && second[1] === best[1])) return null;
  const row = rows[best[0]];
  if (row === undefined) return null;
  return { index: best[0], value: Number((row.value + missing).toPrecision(12)) };
}

/** The row that one neighbouring column points to: the oddest ratio, which the repair brings among the others. */
function voteOf(rows: readonly SumRow[], column: number, missing: number): number | null {
  const ratios = rows.map((row) => ratioTo(row.value, row.beside[column]));
  const known = ratios.flatMap((ratio) => (ratio === null ? [] : [ratio]));
  if (known.length < 3) return null;
  const usual = median(known);
  if (usual === 0) return null;
  const odd = (ratio: number | null): number => (ratio === null ? 0 : Math.abs(ratio / usual - 1));
  let oddest = 0;
  for (let index = 1; index < ratios.length; index++) {
    if (odd(ratios[index] ?? null) > odd(ratios[oddest] ?? null)) oddest = index;
  }
  const row = rows[oddest];
  const before = odd(ratios[oddest] ?? null);
  const after = row === undefined ? before : odd(ratioTo(row.value + missing, row.beside[column]));
  const others = ratios.flatMap((ratio, index) => (index === oddest ? [] : [odd(ratio)]));
  const spread = Math.max(...others);
  const amongOthers = after <= spread * 1.05 + 1e-9;
  const standsOut = before > 0 && before >= spread * MUST_STAND_OUT;
  return standsOut && after <= before * (1 - MUST_REMOVE) && amongOthers ? oddest : null;
}

function ratioTo(value: number, beside: number | null | undefined): number | null {
  return beside === null || beside === undefined || beside === 0 ? null : value / beside;
}
