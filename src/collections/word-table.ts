/**
 * A table that is looked up by text from a workbook, a plan pack or a request: it holds what stands in it and nothing
 * else, where a plain object also answers to "constructor" and "__proto__".
 */
export function wordTable<Value>(entries: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.freeze(Object.assign(Object.create(null), entries));
}
