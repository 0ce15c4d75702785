import { tooLargeCode } from "./office-errors";
import { isCode } from "./trouble";
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

/** Sends a request; false where its answer was larger than Excel can hand over. */
export async function isAnswered(sync: () => Promise<void>): Promise<boolean> {
  try {
    await sync();
    return true;
  } catch (error) {
    if (isCode(error, tooLargeCode)) return false;
    throw error;
  }
}
