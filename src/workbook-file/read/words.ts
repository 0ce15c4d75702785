/** The other way round: words of the file by words of Office.js. */
export function reversed(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([file, office]) => [office, file]));
}
