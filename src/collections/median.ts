/** The middle value, or the mean of the two in the middle; 0 for no values. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Median absolute deviation: the middle distance from the middle value. */
export function medianDeviation(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((each) => Math.abs(each - middle)));
}
