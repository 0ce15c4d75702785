import { isCellError } from "../../snapshot/cell-errors";
import { cellPlace } from "../../snapshot/addresses";
import type { CellPlace, SheetSnapshot } from "../../snapshot/snapshot";
import { regionNamed, type RegionNames } from "../../plan/region-names";
import type { RegionText } from "./regional-tables";

/** A cell that shows one of Excel's own errors. */
export interface CellError {
  readonly place: CellPlace;
  /** "#REF!" */
  readonly text: string;
}

/** What one pass over a sheet's cells picks out, so that no rule walks all cells again. */
export interface GridScan {
  readonly sheet: SheetSnapshot;
  readonly errors: readonly CellError[];
  /** Texts of exactly 255 characters: Excel's old limit, where longer ones were cut. */
  readonly cutTexts: readonly CellPlace[];
  /** Texts that speak of emission factors or warming potentials. */
  readonly factorTexts: readonly { readonly place: CellPlace; readonly text: string }[];
  readonly hasFormulas: boolean;
  /** Where names of the plan's regions stand. */
  readonly regions: readonly RegionText[];
  /** Where rows are labelled as totals. */
  readonly totalLabels: readonly CellPlace[];
  /** Cells whose formula refers to another workbook. */
  readonly externalLinks: readonly CellPlace[];
}

const TOTAL_LABEL = /^\s*(grand |overall )?total\b/i;
const TEXT_LIMIT = 255;
const LONGEST_LABEL = 40;
const SPEAKS_OF_FACTORS = /\b(?:conversion|emissions?) factors?\b|\bGWPs?\b|\bAR[456]\b|co[2₂]e? ?(?:\/|per) ?kwh\b/i;
const EXTERNAL = /\[[^\]]+\.xl\w+\]|\[\d+\]/i;

export function scanGrid(sheet: SheetSnapshot, regionNames: RegionNames): GridScan {
  const errors: CellError[] = [];
  const cutTexts: CellPlace[] = [];
  const factorTexts: { place: CellPlace; text: string }[] = [];
  const externalLinks: CellPlace[] = [];
  const totalLabels: CellPlace[] = [];
  const regions: RegionText[] = [];
  let hasFormulas = false;
  const top = sheet.used?.top ?? 0;
  const left = sheet.used?.left ?? 0;
  const at = (row: number, column: number): CellPlace => cellPlace(sheet.name, top + row, left + column);
  for (let row = 0; row < sheet.values.length; row++) {
    const values = sheet.values[row] ?? [];
    const formulas = sheet.formulas[row] ?? [];
    for (let column = 0; column < values.length; column++) {
      const value = values[column];
      if (typeof value === "string") {
        if (isCellError(value)) errors.push({ place: at(row, column), text: value });
        else if (value.length === TEXT_LIMIT) cutTexts.push(at(row, column));
        if (value.length > 3 && value.length < 400 && SPEAKS_OF_FACTORS.test(value))
          factorTexts.push({ place: at(row, column), text: value });
        if (value.length <= LONGEST_LABEL && TOTAL_LABEL.test(value)) totalLabels.push(at(row, column));
        const region = value.length <= LONGEST_LABEL ? regionNamed(value, regionNames) : undefined;
        if (region !== undefined) regions.push({ row: top + row, column: left + column, region });
      }
      const formula = formulas[column];
      if (formula === null || formula === undefined) continue;
      hasFormulas = true;
      if (formula.includes("[") && EXTERNAL.test(formula)) externalLinks.push(at(row, column));
    }
  }
  return { sheet, errors, cutTexts, factorTexts, hasFormulas, externalLinks, totalLabels, regions };
}
