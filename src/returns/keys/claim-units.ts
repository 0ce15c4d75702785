import { unitOfNumberFormat, type Unit } from "../../plan/quantity/units";
import { getOrMake } from "../../collections/collect";
import { isCorner, type Column } from "./columns";
import type { TableContext } from "./table-context";
import type { RawTable } from "../tables/raw-table";
import type { RowKeys } from "./rows";

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
  private readonly formats = new Map<string, Unit | null>();

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
    if (multiplied !== null) return refused(`“${multiplied}” does not say of what`);
    const cell = this.cellOf(keys, column);
    if (cell?.unit === null) return refused(`its unit “${cell.text}” is not one that is known`);
    const row = cell?.unit ?? nearest(labels);
    if (row && column.unit && row.symbol !== column.unit.symbol)
      return { ...refused(`its row gives ${row.symbol} and its column ${column.unit.symbol}`), unit: row };
    const format = this.ofFormat(this.table.grid.format(keys.row, column.column));
    const unit = row ?? column.unit ?? keys.section.unit ?? this.corner ?? format;
    if (unit !== null) return { unit, conflict: null, titleUnits: [] };
    const [only = null, ...others] = units;
    return { unit: others.length === 0 ? only : null, conflict: null, titleUnits: units };
  }

  private ofFormat(format: string): Unit | null {
    return getOrMake(this.formats, format, () => unitOfNumberFormat(format));
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

function refused(conflict: string): FoundUnit {
  return { unit: null, conflict, titleUnits: [] };
}
