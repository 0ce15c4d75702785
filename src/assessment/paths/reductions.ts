/** Three different reductions, in percent: never mixed up, always labelled (calculations.md section 2). */

/** Against the base year: `(b0 - a) / b0`. Null where there is no base or it is 0. */
export function againstBase(base: number | null, actual: number): number | null {
  return base === null || base === 0 ? null : ((base - actual) / base) * 100;
}

/** Against the year before: `(p - a) / p`. Null where there is no figure a year earlier or it is 0. */
export function againstPrevious(previous: number | null, actual: number): number | null {
  return againstBase(previous, actual);
}

/** Share of the target achieved: `(b0 - a) / (b0 - b1)`; below 0 where it grew, above 100 where it is passed. */
export function ofTarget(base: number | null, target: number | null, actual: number): number | null {
  return base === null || target === null || base === target ? null : ((base - actual) / (base - target)) * 100;
}
