import { plural, someOf } from "../../../plan/wording";
import { cellPlace } from "../../../snapshot/addresses";
import type { CellPlace } from "../../../snapshot/snapshot";
import { cellIn, columnCells, headingOf, isBlankCell, tableGrids, type TableGrid } from "../../context/table-grid";
import { references } from "../../findings/references";
import { findingIn, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Columns and rows of figures without a heading (frictionless-py's blank-label). */
export const blankHeadings: Rule = {
  code: "blank-label",
  name: "blank-label",
  severity: "error",
  looksFor: "A column or a row of figures inside a table that has no heading.",
  why: "Figures without a heading belong to no metric, so they are in no total.",
  check(context) {
    return tableGrids(context)
      .filter(({ table }) => table.headerRows > 0 && table.shape !== "action-tracker")
      .flatMap((grid) => [...columns(grid), ...rows(grid)]);
  },
};

function columns(grid: TableGrid): Candidate[] {
  const { area, body, table } = grid;
  const found: CellPlace[] = [];
  for (let column = area.left + 1; column <= area.right; column++) {
    if (headingOf(grid, column) !== "" && !isBlankCell(cellIn(grid, body - 1, column))) continue;
    if (headingOf(grid, column) === "" && figuresDown(grid, column) > 1)
      found.push(cellPlace(table.sheet, body - 1, column));
  }
  return found.length === 0 ? [] : [finding(grid, found, "column", "Name the metric or the period, with its unit")];
}

function figuresDown(grid: TableGrid, column: number): number {
  let count = 0;
  for (let row = grid.body; row <= grid.area.bottom; row++) if (typeof cellIn(grid, row, column) === "number") count++;
  return count;
}

/** Rows without any label: only where figures begin right of a column of labels. */
function rows(grid: TableGrid): Candidate[] {
  const { area, body, table } = grid;
  if (table.shape !== "metrics-down" && table.shape !== "row-per-site") return [];
  const found: CellPlace[] = [];
  for (let row = body; row <= area.bottom; row++) {
    if (isBlankCell(cellIn(grid, row, area.left)) && isOnlyFigures(grid, row))
      found.push(cellPlace(table.sheet, row, area.left));
  }
  return found.length === 0 ? [] : [finding(grid, found, "row", "Name what the row holds")];
}

function isOnlyFigures(grid: TableGrid, row: number): boolean {
  let figures = 0;
  for (let column = grid.area.left + 1; column <= grid.area.right; column++) {
    const value = cellIn(grid, row, column);
    if (typeof value === "string" && value.trim() !== "") return false;
    if (typeof value === "number") figures++;
  }
  return figures > 0;
}

function finding(grid: TableGrid, cells: readonly CellPlace[], what: "row" | "column", todo: string): Candidate {
  const { table } = grid;
  const which =
    cells.length === 1
      ? `A ${what} of figures on ${table.sheet} has`
      : `${plural(cells.length, what)} of figures on ${table.sheet} have`;
  return findingIn(cells, {
    severity: "error",
    causes: what === "column" ? cells.flatMap(({ column }) => columnCells(grid, column)) : cells,
    message: `${which} no heading (${someOf(references(cells))}), so nobody can tell what the figures are. ${todo}.`,
    effect: 0.1,
    subject: `${table.sheet}|${what}`,
  });
}
