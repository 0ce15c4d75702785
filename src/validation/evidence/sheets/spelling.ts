/** Most letters that may be wrong, missing or too many in a misspelt heading. */
const MOST_WRONG = 2;

/** Whether two texts differ by one or two letters, but do differ (edit distance, cut off early). */
export function isNearlySpelt(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > MOST_WRONG) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > MOST_WRONG) return false;
    row = next;
  }
  return (row[b.length] ?? 0) <= MOST_WRONG;
}
