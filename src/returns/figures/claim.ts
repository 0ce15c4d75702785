import { oncePer } from "../../collections/once-per";
import type { CellPlace, CellValue } from "../../snapshot/snapshot";
import type { Organisation } from "../../plan/schema";
import type { Unit } from "../../plan/quantity/units";
import type { ResolvedMetric } from "../keys/resolve-metric";
import type { ResolvedPeriod } from "../keys/resolve-period";
import type { FoundTable, ObservationKind } from "../observation";
import type { SheetGrid } from "../tables/grid";

/** One cell of figures with everything that was found to say what it is, before it is settled which metric it gives. */
export interface Claim {
  /** An index into `ReturnReading.tables`. */
  readonly table: number;
  readonly grid: SheetGrid;
  readonly row: number;
  readonly column: number;
  /** As the cell has it. */
  readonly raw: CellValue;
  readonly metric: ResolvedMetric;
  /** Key shared by figures under one heading of a metric: one row of the mapping. */
  readonly series: string;
  /** The heading of the section or the table that the figure stands under, or null. */
  readonly over: string | null;
  readonly unit: Unit | null;
  /** True where only the title or a line above the table gives the unit. */
  readonly unitFromTitle: boolean;
  /** The units a title names, of which one may be the figure's; empty where something nearer gives it. */
  readonly titleUnits: readonly Unit[];
  /** Two headings that give units of different kinds. */
  readonly unitConflict: string | null;
  readonly period: ResolvedPeriod;
  readonly organisation: Organisation | null;
  /** Why it has no organisation where something names one that cannot be taken; null where nothing does. */
  readonly organisationAsked: string | null;
  readonly site: string | null;
  readonly kind: ObservationKind;
  readonly note: string | null;
  readonly total: "row" | "column" | null;
  readonly grandTotal: boolean;
  /** Words by which the table covers only a part ("PFI"), or null. */
  readonly covers: string | null;
  /** A number of a column that holds no figures (a reference, a meter): listed in the mapping, and asked about nowhere. */
  readonly aside: boolean;
}

/** The cell of a claim; one object for all who ask, since a large return has a hundred thousand. */
export const placeOf = oncePer(({ grid, row, column }: Claim): CellPlace => grid.place(row, column));

/** What was read of one table of figures. */
export interface TableReading {
  readonly claims: readonly Claim[];
  /** Rows of organisations outside the plan: their code or name, once for each row. */
  readonly outside: readonly string[];
  /** How many numbers, yes and no stand in those rows. */
  readonly outsideCells: number;
  /** How many stand in rows and columns of England's regions, which no metric of the plan is asked of. */
  readonly regionCells: number;
  /** How many numbers stand in columns of names, codes and dates. */
  readonly keyCells: number;
  /** Rows of figures, for grand totals that add up more than the plan's organisations. */
  readonly dataRows: readonly number[];
  readonly totalRows: readonly number[];
  readonly shape: Exclude<FoundTable["shape"], "action-tracker">;
  /** Code and name of each site that has both. */
  readonly siteNames: readonly SiteName[];
}

export interface SiteName {
  readonly organisation: string;
  readonly code: string;
  readonly name: string;
}
