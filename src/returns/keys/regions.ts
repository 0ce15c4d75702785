import { addTo } from "../../collections/collect";
import type { RawTable } from "../tables/raw-table";
import { namesEngland, regionNamed, type Region, type RegionNames } from "../../plan/region-names";
import type { CellValue } from "../../snapshot/snapshot";

/** Fewer names of regions in one column, or across one row, are no table of regions. */
const fewestRegions = 3;

/**
 * The rows and columns of a table that are of England's regions, as in the plan's own tables: they are other bodies'
 * figures, of which only the sums can be checked. A line of England is found by its name alone.
 */
export class RegionsOfTable {
  private readonly rows: ReadonlyMap<number, Region>;
  private readonly columns: ReadonlyMap<number, Region>;

  constructor(table: RawTable, columns: readonly Place[]) {
    const { grid, dataRows } = table;
    const keys = columns.filter(({ role }) => role !== "figures");
    this.rows = regionsIn(
      keys.map(({ column }) => dataRows.map((row) => ({ at: row, value: grid.value(row, column) }))),
      grid.labels.regions,
    );
    this.columns = regionsAcross(table, columns);
  }

  ofRow(row: number): Region | null {
    return this.rows.get(row) ?? null;
  }

  /** The region of a figure, by its row or its column. */
  of(row: number, column: number): Region | null {
    return this.rows.get(row) ?? this.columns.get(column) ?? null;
  }
}

/** The regions that head the figures of a table. */
export function regionsAcross({ grid, headerRows }: RawTable, columns: readonly Place[]): ReadonlyMap<number, Region> {
  const figures = columns.filter(({ role }) => role === "figures");
  return regionsIn(
    headerRows.map((row) => figures.map(({ column }) => ({ at: column, value: grid.value(row, column) }))),
    grid.labels.regions,
  );
}

/** A column of a table: where it is, and what it holds. */
interface Place {
  readonly column: number;
  readonly role: string;
}

const compass = /^(?:(?:north|south|east|west|and)\s*)+$/i;

interface Named {
  readonly at: number;
  readonly value: CellValue;
}

/** The regions that the names of one column, or of one row, stand for. */
function regionsIn(lines: readonly (readonly Named[])[], names: RegionNames): ReadonlyMap<number, Region> {
  const found = new Map<number, Region>();
  if (names.byName.size === 0) return found;
  for (const line of lines) {
    const regions = new Map<string, number[]>();
    const wholes: { at: number; alone: boolean }[] = [];
    for (const { at, value } of line) {
      const region = typeof value === "string" ? regionNamed(value, names) : undefined;
      if (typeof value !== "string" || region === undefined) continue;
      if (region.england) wholes.push({ at, alone: namesEngland(value, names) });
      else addTo(regions, region.name, at);
    }
    // A county's North West, South West and South East are localities: England's regions are not all points of the compass.
    const isOfRegions = regions.size >= fewestRegions && ![...regions.keys()].every((name) => compass.test(name));
    for (const { at, alone } of wholes) if (isOfRegions || alone) found.set(at, { england: true });
    if (!isOfRegions) continue;
    for (const [name, places] of regions) for (const at of places) found.set(at, { england: false, name });
  }
  return found;
}
