import type { Outcome } from "../../outcome";
import { parseRange, splitPlace } from "../../snapshot/addresses";
import type { CellPlace } from "../../snapshot/snapshot";
import { someOf } from "../../plan/wording";
import type { Assessment } from "../../assessment/assessment";

/** A finding that names a whole column must not be walked cell by cell. */
const mostCells = 10_000;

/**
 * Which figures rest on a cell that the check calls an error. A board may be shown such a figure,
 * but never without being told: a decimal slip can read as a fall of two thirds.
 */
export class Doubts {
  private readonly wrong: ReadonlySet<string>;
  /** The cells a figure was added up from, by the cell it is named after. */
  private readonly parts: ReadonlyMap<string, readonly CellPlace[]>;

  constructor({ findings, reading }: Pick<Outcome, "findings" | "reading">) {
    this.wrong = new Set(
      findings.filter(({ severity }) => severity === "error").flatMap(({ cells }) => cells.flatMap(keysOf)),
    );
    this.parts = new Map(
      reading.observations.flatMap(({ place, parts }) =>
        parts === null ? [] : [[place.cell, parts.map((part) => part.place)] as const],
      ),
    );
  }

  /** Those of the cells, or of the cells they were added up from, that hold an error. */
  cellsInError(places: readonly CellPlace[]): string[] {
    if (this.wrong.size === 0) return [];
    const all = places.flatMap((place) => [place, ...(this.parts.get(place.cell) ?? [])]);
    return [...new Set(all.filter((place) => this.wrong.has(keyOf(place))).map(({ cell }) => cell))];
  }

  /** Why an assessment is not to be relied on, with the shorthand first; "" where nothing is known against it. */
  of({ places, baseline }: Assessment): string {
    return doubtWords(this.cellsInError([...places, ...(baseline?.place ? [baseline.place] : [])]));
  }
}

/** What a title says of a finding that is not to be relied on. */
export const UNRELIABLE = " (unreliable: it rests on an error)";

/** "[u] rests on LPT!H12, which has an error" */
export function doubtWords(cells: readonly string[]): string {
  if (cells.length === 0) return "";
  return `[u] rests on ${someOf(cells)}, which ${cells.length === 1 ? "has an error" : "have errors"}`;
}

function keyOf({ sheet, row, column }: Pick<CellPlace, "sheet" | "row" | "column">): string {
  return `${sheet}\n${row}\n${column}`;
}

function keysOf(cell: string): string[] {
  const place = splitPlace(cell);
  const area = place && parseRange(place.address);
  if (!place || !area) return [];
  const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
  if (rows * columns > mostCells) return [];
  return Array.from({ length: rows * columns }, (_, at) =>
    keyOf({ sheet: place.sheet, row: area.top + Math.floor(at / columns), column: area.left + (at % columns) }),
  );
}
