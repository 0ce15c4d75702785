/** A list with at least one item, so that its first and last need no check. */
export type NonEmpty<T> = readonly [T, ...T[]];

export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}

export function lastOf<T>(list: NonEmpty<T>): T {
  return list[list.length - 1] ?? list[0];
}

export function mapNonEmpty<T, U>([first, ...rest]: NonEmpty<T>, to: (item: T) => U): NonEmpty<U> {
  return [to(first), ...rest.map((item) => to(item))];
}
