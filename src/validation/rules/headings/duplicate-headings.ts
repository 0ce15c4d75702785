import { someOf } from "../../../plan/wording";
import { cellPlace } from "../../../snapshot/addresses";
import type { Observation } from "../../../returns/observation";
import { columnCells, headingOf, tableGrids, type TableGrid } from "../../context/table-grid";
import { groupBy } from "../../../collections/groups";
import { quoted } from "../../findings/phrases";
import { findingIn, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Two columns of one table under the same heading (frictionless-py's duplicate-label). */
export const duplicateHeadings: Rule = {
  code: "duplicate-label",
  name: "duplicate-label",
  severity: "error",
  looksFor: "Two columns of figures in one table under the same heading.",
  why: "Of two columns that say they are the same thing, one is read for the other or both are counted.",
  check(context) {
    // Only columns that were read as figures can mislead: repeated headings of notes do no harm.
    const read = new Map([...context.figuresByTable].map(([table, figures]) => [table, columnsOf(figures)]));
    return tableGrids(context).flatMap((grid, index) =>
      grid.table.headerRows === 0 || grid.table.shape === "action-tracker"
        ? []
        : findings(grid, (column) => read.get(index)?.has(column) === true),
    );
  },
};

function columnsOf(figures: readonly Observation[]): ReadonlySet<number> {
  return new Set(figures.map(({ place }) => place.column));
}

function findings(grid: TableGrid, isRead: (column: number) => boolean): Candidate[] {
  const { area, body, table } = grid;
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index).filter(isRead);
  const groups = groupBy(columns, (column) => headingOf(grid, column).toLowerCase().replace(/\s+/g, " "));
  return [...groups].flatMap(([heading, duplicates]) => {
    const [first, ...others] = duplicates;
    if (heading === "" || others.length === 0) return [];
    const cellOf = (column: number) => cellPlace(table.sheet, body - 1, column);
    const written = headingOf(grid, first);
    return [
      findingIn(others.map(cellOf), {
        severity: "error",
        also: [cellOf(first)],
        causes: duplicates.flatMap((column) => columnCells(grid, column)),
        label: written,
        message: `The columns ${someOf(
          duplicates.map((column) => cellOf(column).cell),
          6,
        )} have the same heading, ${quoted(written)}. One column was expected under each heading; rename one, or take it out.`,
        figure: written,
        effect: 0.2,
        subject: `${table.sheet}|${heading}`,
      }),
    ];
  });
}
