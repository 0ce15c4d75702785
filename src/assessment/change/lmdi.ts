/** An emission at one time: a quantity and its factor, `E = q f`. */
export interface Emission {
  readonly quantity: number;
  readonly factor: number;
}

/** What part of a change came of doing more or less, and what part of a cleaner or dirtier factor. */
export interface Split {
  readonly activity: number;
  readonly factor: number;
  readonly total: number;
}

/**
 * Logarithmic mean Divisia split of a change into activity and factor (calculations.md section 4).
 * The factor's part, `L ln(f1/f0)`, is what activity leaves, so it closes exactly. Where a value is not above 0 the midpoints are used: `Δq f̄` and `Δf q̄`.
 */
export function splitChange(before: Emission, after: Emission): Split {
  const first = before.quantity * before.factor;
  const last = after.quantity * after.factor;
  const total = last - first;
  if ([before.quantity, before.factor, after.quantity, after.factor].some((value) => value <= 0)) {
    const activity = ((after.quantity - before.quantity) * (before.factor + after.factor)) / 2;
    return { activity, factor: total - activity, total };
  }
  const activity = logarithmicMean(first, last) * Math.log(after.quantity / before.quantity);
  return { activity, factor: total - activity, total };
}

/**
 * `(b - a) / ln(b / a)`; a where the two are the same. Each logarithm keeps its digits only where it
 * is used: of 1 + x for ends close together, of the quotient for ends far apart.
 */
export function logarithmicMean(a: number, b: number): number {
  const growth = (b - a) / a;
  if (growth === 0) return a;
  return (b - a) / (Math.abs(growth) < 0.5 ? Math.log1p(growth) : Math.log(b / a));
}
