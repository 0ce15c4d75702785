import { getOrMake } from "./collect";

/** Items under what they share, in the order first met. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) getOrMake(groups, keyOf(item), () => []).push(item);
  return groups;
}

/** What all have in common, or null where they differ: the subject of a finding about many cells. */
export function common<T, V>(items: readonly T[], of: (item: T) => V): V | null {
  const [first, ...rest] = items.map(of);
  return first !== undefined && rest.every((each) => each === first) ? first : null;
}
