import type { SheetGrid } from "./grid";

export type Content = "blank" | "text" | "figures" | "years";

/** What most cells of a column hold in some rows: numbers such as 2016 are figures among figures, and `years` alone. */
export function contentOf(grid: SheetGrid, column: number, rows: readonly number[]): Content {
  let figures = 0;
  let texts = 0;
  let years = 0;
  for (const row of rows) {
    const look = grid.look(row, column);
    if (look === "figure" || look === "answer") figures++;
    else if (look === "year") years++;
    else if (look !== "blank") texts++;
  }
  if (figures + texts + years === 0) return "blank";
  if (texts > figures + years) return "text";
  return figures > 0 ? "figures" : years > 0 ? "years" : "text";
}

/** What the keys of a column without a heading are, by most of its cells. */
export function keyByContent(
  grid: SheetGrid,
  column: number,
  rows: readonly number[],
): "metric" | "organisation" | "period" | "unit" | "kind" | "text" {
  const counts = { metric: 0, organisation: 0, period: 0, unit: 0, kind: 0, text: 0 };
  for (const row of rows) {
    const label = grid.label(row, column);
    if (!label) continue;
    if (label.metric) counts.metric++;
    else if (label.organisation && label.name === "") counts.organisation++;
    else if (label.period && label.name === "") counts.period++;
    else if (label.unit && label.name === "") counts.unit++;
    else if (label.kind && label.name === "") counts.kind++;
    else counts.text++;
  }
  const { text, ...known } = counts;
  const [best] = (Object.entries(known) as [keyof typeof known, number][]).sort((a, b) => b[1] - a[1]);
  if (!best || best[1] === 0) return "text";
  // A few known names among others make a column of metrics; periods and organisations must be most of theirs.
  return best[0] === "metric" ? "metric" : best[1] > text ? best[0] : "text";
}
