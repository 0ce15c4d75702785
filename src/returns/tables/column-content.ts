import type { Label } from "../words/labels";
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

type Key = "metric" | "organisation" | "period" | "unit" | "kind";

/** What the keys of a column without a heading are, by most of its cells. */
export function keyByContent(grid: SheetGrid, column: number, rows: readonly number[]): Key | "text" {
  const keys = rows.flatMap((row) => {
    const label = grid.label(row, column);
    return label === null ? [] : [keyIn(label)];
  });
  const count = (key: Key | "text") => keys.filter((each) => each === key).length;
  const counts = order.map((key) => ({ key, count: count(key) }));
  const best = counts.reduce((most, each) => (each.count > most.count ? each : most));
  if (best.count === 0) return "text";
  // A few known names among others make a column of metrics; periods and organisations must be most of theirs.
  return best.key === "metric" || best.count > count("text") ? best.key : "text";
}

/** Of keys that stand equally often, the first here. */
const order: readonly Key[] = ["metric", "organisation", "period", "unit", "kind"];

function keyIn({ name, ...label }: Label): Key | "text" {
  if (label.metric) return "metric";
  return (name === "" && order.find((key) => label[key] !== null)) || "text";
}
