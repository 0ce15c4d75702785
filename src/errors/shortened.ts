/**
 * A text from a file or a command as a message repeats it: on one line, and cut where it is too long to read.
 *
 * @param most letters at most, the sign of the cut among them.
 */
export function shortened(text: string, most = 60): string {
  // A cell or an option may hold 50,000 letters; only the start of them can be shown.
  const line = text
    .slice(0, 20 * most)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > most ? `${line.slice(0, most - 3).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}
