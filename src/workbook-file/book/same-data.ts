/** Whether two values of plain data are equal, whatever the order their properties were set in. */
export function sameData(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  const [left, right]: Record<string, unknown>[] = [{ ...a }, { ...b }];
  return Object.keys({ ...left, ...right }).every((key) => sameData(left?.[key], right?.[key]));
}
