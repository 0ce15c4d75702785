/** What adding up binary fractions may lose, as a share of the figure. */
const ADDING_NOISE = 1e-9;

/**
 * True where two figures of one unit are equal, but for what adding up binary fractions loses.
 *
 * @param tolerance the difference allowed, as a share of the larger figure (of 1, for figures below 1).
 */
export function isSameFigure(a: number, b: number, tolerance = ADDING_NOISE): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
