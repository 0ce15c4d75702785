import type { NonEmpty } from "../../collections/non-empty";

/**
 * Work that goes into one request after another, in order.
 *
 * @param most the size of one request; a single item that is larger has a request of its own.
 */
export function intoRequests<T>(items: readonly T[], sizeOf: (item: T) => number, most: number): NonEmpty<T>[] {
  const requests: [T, ...T[]][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const last = requests.at(-1);
    if (last === undefined || size > room) {
      requests.push([item]);
      room = most;
    } else last.push(item);
    room -= size;
  }
  return requests;
}
