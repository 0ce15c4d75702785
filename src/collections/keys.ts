/** The unit separator: no name, id or cell of a workbook holds it, so no two lists of parts give one key. */
const SEPARATOR = "\u001f";

/** One text for several parts, to keep things under in a map; null stands for a part that is not there. */
export function keyOf(...parts: readonly (string | number | null)[]): string {
  return parts.join(SEPARATOR);
}
