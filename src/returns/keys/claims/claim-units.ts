import { convertible, isSameUnit, unitUnderFormat, type Unit } from "../../../plan/quantity/units";
import { getOrMake } from "../../../collections/collect";
import { keyOf } from "../../../collections/keys";
import { isCorner, type Column } from "../columns";
import type { TableContext } from "../table-context";
import type { RawTable } from "../../tables/raw-table";
import type { RowKeys } from "../rows";

export interface FoundUnit {
  readonly unit: Unit | null;
  /** Why no unit can be taken, or null. */
  readonly conflict: string | null;
  /** The units of the title, where nothing nearer gives one. */
  readonly titleUnits: readonly Unit[];
}

/**
 * The unit of each figure of a table, the nearest first: its row's own cell, the row's heading, the
 * column's, the section's, the number format, the title. A unit that is not known, or two that
 * differ, leave the figure unread.
 */
export class UnitsOfTable {
  private readonly figures: readonly Column[];
  private readonly corner: Unit | null;
  private readonly formats = new Map<string, Unit | null | "unclear">();

  constructor(
    private readonly table: RawTable,
    columns: readonly Column[],
    private readonly context: TableContext,
  ) {
    this.figures = columns.filter(({ role }) => role === "figures");
    const corner = columns.filter(isCorner);
    this.corner = corner.find(({ unit }) => unit !== null)?.unit ?? null;
  }

  of(keys: RowKeys, column: Column, labels: RowKeys["labels"]): FoundUnit {
    const { multiplied, units } = this.context;
    if (multiplied !== null)
      return refused(`“${multiplied}” does not say of what: write the thousands in the headings, such as '000 kWh`);
    const cell = this.isOfOtherColumns(keys, column) ? null : this.cellOf(keys, column);
    if (cell?.unit === null) return unknown(cell.text);
    const heading = nearest(labels);
    if (cell?.unit && heading && !convertible(cell.unit, heading))
      return {
        ...refused(`its heading gives ${heading.symbol} and its unit’s cell ${cell.unit.symbol}`),
        unit: cell.unit,
      };
    const row = cell?.unit ?? heading;
    if (row === null && column.unknownUnit !== null) return unknown(column.unknownUnit);
    if (row && column.unit && !isSameUnit(row, column.unit))
      return { ...refused(`its row gives ${row.symbol} and its column ${column.unit.symbol}`), unit: row };
    const given = row ?? column.unit ?? keys.section.unit ?? this.corner;
    const format = this.table.grid.format(keys.row, column.column);
    const unit = this.underFormat(given, format);
    if (unit === "unclear")
      return refused(
        `the number format “${format}” shows it on another scale than its heading: write the unit of the figure itself`,
      );
    if (unit !== null) return { unit, conflict: null, titleUnits: [] };
    const inTitle = units.map((each) => this.underFormat(each, format));
    const titleUnits = inTitle.filter((each) => each !== null && each !== "unclear");
    const [only = null, ...others] = titleUnits;
    return { unit: others.length === 0 ? only : null, conflict: null, titleUnits };
  }

  private underFormat(given: Unit | null, format: string): Unit | null | "unclear" {
    return getOrMake(this.formats, keyOf(given?.symbol ?? null, format), () => unitUnderFormat(given, format));
  }

  /** "Unit | Consumption | Cost (£)": the row's unit is of the columns that give none, and not of money beside them. */
  private isOfOtherColumns({ units }: RowKeys, { unit }: Column): boolean {
    if (unit === null || this.figures.every((other) => other.unit !== null)) return false;
    return units.every((each) => each.unit !== null && !convertible(each.unit, unit));
  }

  /** A unit in a cell of its own; of several, the one right after the figure, else the nearest before it. */
  private cellOf({ units }: RowKeys, { column }: Column): RowKeys["units"][number] | null {
    if (units.length <= 1) return units[0] ?? null;
    const next = this.figures.find((other) => other.column > column)?.column ?? Infinity;
    const after = units.find((each) => each.column > column && each.column < next);
    return after ?? units.findLast((each) => each.column < column) ?? null;
  }
}

function nearest(labels: RowKeys["labels"]): Unit | null {
  return labels.findLast(({ label }) => label.unit !== null)?.label.unit ?? null;
}

function unknown(text: string): FoundUnit {
  return refused(`its unit “${text}” is not one that is known`);
}

function refused(conflict: string): FoundUnit {
  return { unit: null, conflict, titleUnits: [] };
}
