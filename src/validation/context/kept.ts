interface Kept {
  readonly others: readonly object[];
  readonly result: unknown;
}

/**
 * What was worked out of things that never change (a sheet, a block of lines), kept as long as they
 * are there: after an edit most are the very same, and need not be looked at again.
 */
export class Keeper {
  private readonly kept = new WeakMap<object, Map<unknown, Kept>>();

  /**
   * @param make tells apart what is worked out of the same things: a function that stands for itself.
   * @param others whatever else it is worked out of: where one of them is another, it is worked out anew.
   */
  keep<T>(thing: object, make: unknown, work: () => T, others: readonly object[] = []): T {
    let ofThing = this.kept.get(thing);
    if (ofThing === undefined) this.kept.set(thing, (ofThing = new Map()));
    const found = ofThing.get(make);
    if (found !== undefined && isSame(found.others, others)) return found.result as T;
    const result = work();
    ofThing.set(make, { others, result });
    return result;
  }
}

function isSame(before: readonly object[], now: readonly object[]): boolean {
  return before.length === now.length && before.every((each, index) => each === now[index]);
}
