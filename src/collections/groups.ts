/** Items under the key they share, keys and items in the order first met; no group is empty. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** What all items have in common, or null where they differ: the subject of a finding about many cells. */
export function common<T, V>(items: readonly T[], of: (item: T) => V): V | null {
  const [first, ...rest] = items.map(of);
  return first !== undefined && rest.every((each) => each === first) ? first : null;
}
