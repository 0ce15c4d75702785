/** The entries of a record, with its keys as their own type: TypeScript gives them as any text. */
export function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
