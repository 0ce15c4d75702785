import { absoluteCell, sheetPrefix } from "../../snapshot/addresses";
import type { Column } from "../sheet";

/** One number that the sheets' formulas use, so that none stands inside a formula. */
export interface Assumption {
  readonly name: string;
  readonly value: number;
  readonly format: Column["format"];
  readonly why: string;
}

/** The assumptions table as it grows; its place is fixed first, so that formulas can point at it before it is whole. */
export class Assumptions {
  private readonly rows: Assumption[] = [];

  constructor(
    private readonly sheet: string,
    /** The row of the table's first assumption. */
    readonly firstRow: number,
    private readonly valueColumn: number,
  ) {}

  get all(): readonly Assumption[] {
    return this.rows;
  }

  /** The cell of an assumption, "'Notes'!$B$6"; it is added where it is not there yet. */
  cell(assumption: Assumption): string {
    let index = this.rows.findIndex(({ name }) => name === assumption.name);
    if (index < 0) index = this.rows.push(assumption) - 1;
    return sheetPrefix(this.sheet) + absoluteCell(this.firstRow + index, this.valueColumn);
  }
}
