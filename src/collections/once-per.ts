/** A function of an object that never changes: each object's value is worked out once and kept as long as the object is. */
export function oncePer<K extends object, V>(make: (object: K) => V): (object: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (object) => {
    const kept = made.get(object);
    if (kept !== undefined) return kept.value;
    const value = make(object);
    made.set(object, { value });
    return value;
  };
}
