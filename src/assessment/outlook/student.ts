/**
 * Student's t for whole degrees of freedom, by the finite sums of Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 26.7.3 (odd) and 26.7.4 (even).
 */

/** The probability that |t| is at most a value, with `freedom` degrees of freedom. */
export function centralProbability(t: number, freedom: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom));
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const odd = freedom % 2 === 1;
  if (odd && freedom === 1) return (2 * angle) / Math.PI;
  let term = odd ? cosine : 1;
  let sum = term;
  for (let power = odd ? 3 : 2; power <= freedom - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

const quantiles = new Map<number, number>();

/** The t that holds 95% of the distribution between -t and t: 2.776 for 4 degrees of freedom. */
export function t95(freedom: number): number {
  const known = quantiles.get(freedom);
  if (known !== undefined) return known;
  let low = 1;
  let high = 13;
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (centralProbability(middle, freedom) < 0.95) low = middle;
    else high = middle;
  }
  quantiles.set(freedom, high);
  return high;
}
