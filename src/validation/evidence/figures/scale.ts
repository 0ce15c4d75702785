import { nearestSlip, type SlipFactor } from "./unit-slips";

/** A figure on another scale than the rest of its series. */
export interface OffScale<Point> {
  readonly point: Point;
  /** The figure it was compared with. */
  readonly reference: Point;
  readonly slip: SlipFactor;
}

/**
 * Which figures of a series stand on another scale. Each step near a slip's factor changes the
 * scale; the scale most figures share is the right one (the earliest where they are equally many),
 * so a slip in the first, a middle or the last year is laid on that year and not on its neighbour.
 *
 * @param points in order of period; figures not above 0 take no part.
 */
export function offScale<Point extends { readonly value: number }>(
  points: readonly Point[],
  factors: readonly SlipFactor[],
): OffScale<Point>[] {
  const scales = scalesOf(
    points.map(({ value }) => value),
    factors,
  );
  const right = commonest(scales.flatMap((each) => (each === null ? [] : [each])));
  if (right === null) return [];
  return points.flatMap((point, index) => {
    const scale = scales[index] ?? null;
    if (scale === null || same(scale, right)) return [];
    const slip = nearestSlip(scale / right, factors);
    const reference = points[nearestOn(scales, right, index) ?? -1];
    return slip === null || reference === undefined ? [] : [{ point, reference, slip }];
  });
}

/** How far a figure may be from the last one of a scale and still be on it again: less than the least factor, 1.609 [ours]. */
const BACK_AGAIN = Math.log(1.25);

function scalesOf(values: readonly number[], factors: readonly SlipFactor[]): (number | null)[] {
  let scale = 1;
  let last: number | null = null;
  // The last figure of each scale met so far: what goes up by a factor need not come down by it to the percent.
  const levels = new Map<number, number>();
  return values.map((value, index) => {
    if (!(value > 0)) return null;
    if (last !== null) {
      const known = nearestLevel(levels, value);
      if (known !== null) scale = known;
      else scale *= (nearestSlip(value / last, factors) ?? spikeOf(values, index, factors))?.factor ?? 1;
      if (Math.abs(scale - 1) < 1e-6) scale = 1;
    }
    last = value;
    levels.set(scale, value);
    return scale;
  });
}

/** The factor of a figure between two that are level with each other: against both it shows better than against one. */
function spikeOf(values: readonly number[], index: number, factors: readonly SlipFactor[]): SlipFactor | null {
  const [before = 0, value = 0, after = 0] = values.slice(index - 1, index + 2);
  if (!(before > 0 && after > 0) || Math.abs(Math.log(after / before)) >= BACK_AGAIN) return null;
  return nearestSlip(value / Math.sqrt(before * after), factors);
}

function nearestLevel(levels: ReadonlyMap<number, number>, value: number): number | null {
  let best: number | null = null;
  let closest = BACK_AGAIN;
  for (const [scale, level] of levels) {
    const off = Math.abs(Math.log(value / level));
    if (off < closest) [best, closest] = [scale, off];
  }
  return best;
}

function same(a: number, b: number): boolean {
  return Math.abs(a / b - 1) < 1e-6;
}

function commonest(scales: readonly number[]): number | null {
  let best: number | null = null;
  let most = 0;
  for (const scale of scales) {
    const count = scales.filter((each) => same(each, scale)).length;
    if (count > most) [best, most] = [scale, count];
  }
  return best;
}

function nearestOn(scales: readonly (number | null)[], right: number, index: number): number | null {
  const on = scales.flatMap((scale, at) => (scale !== null && same(scale, right) ? [at] : []));
  const before = on.filter((at) => at < index);
  return before[before.length - 1] ?? on[0] ?? null;
}
