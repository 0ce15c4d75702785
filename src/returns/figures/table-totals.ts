import { addTo } from "../../collections/collect";
import { keyOf } from "../../collections/keys";
import type { Pack } from "../../plan/schema";
import { contains } from "../../plan/time/periods";
import type { CellPlace } from "../../snapshot/snapshot";
import type { Known, Observation, StatedTotal } from "../observation";
import { placeOf, type Claim, type TableReading } from "./claim";
import { observationOf, type FigureGroup } from "./group";
import type { Figure } from "./settle";
import type { SiteCodes } from "./site-codes";

/** A total over rows or columns of a table: its organisation's own figure, or one to compare with its parts. */
export type TableTotal =
  | { readonly kind: "own"; readonly observation: Observation }
  | { readonly kind: "stated"; readonly total: StatedTotal };

/** The figures that a group of totals gives. */
export function totalFigures({ observations, figures }: FigureGroup): Known<Figure>[] {
  return observations.flatMap(({ value, place }, index) => {
    const inPlace = figures.find(({ claim }) => claim.row === place.row && claim.column === place.column);
    const figure = inPlace ?? figures[index];
    return figure && value !== null ? [{ ...figure, value }] : [];
  });
}

/** Tells an organisation's own figure, where a total is the only one it has, from totals to compare with their parts. */
export class TableTotals {
  private readonly parts: PartsIndex;
  private readonly reported: ReadonlySet<string>;

  constructor(
    figures: readonly Figure[],
    tables: ReadonlyMap<number, TableReading>,
    observations: readonly Observation[],
    private readonly pack: Pack,
    private readonly sites: SiteCodes,
  ) {
    this.parts = new PartsIndex(figures, tables);
    this.reported = new Set(
      observations.map(({ table, metric, organisation, kind }) => keyOf(table, metric, organisation, kind)),
    );
  }

  settle(figure: Known<Figure>): TableTotal {
    if (!this.isOwn(figure)) return { kind: "stated", total: statedTotal(figure, this.parts.cellsOf(figure)) };
    return { kind: "own", observation: { ...observationOf(figure, this.sites), site: null } };
  }

  private isOwn({ claim, metric, organisation }: Figure): boolean {
    if (organisation === null || (claim.total !== "row" && organisation !== this.pack.system)) return false;
    const hasParts = this.reported.has(keyOf(claim.table, metric.id, organisation, claim.kind));
    // A share of the whole organisation is its own figure: it cannot be added up from its sites'.
    return !hasParts || (!metric.additive && claim.total === "row");
  }
}

function statedTotal({ claim, metric, organisation, period, value }: Known<Figure>, of: readonly CellPlace[]) {
  const place = placeOf(claim);
  const label = claim.metric.text;
  return { metric: metric.id, organisation, period, value, unit: metric.unit, place, label, of };
}

/** Finds the cells a total should be the sum of, without looking at every figure for every total. */
class PartsIndex {
  private readonly byColumn = new Map<string, Claim[]>();
  private readonly byRow = new Map<string, Figure[]>();

  constructor(
    figures: readonly Figure[],
    private readonly tables: ReadonlyMap<number, TableReading>,
  ) {
    for (const figure of figures) {
      const { claim, organisation, metric } = figure;
      if (claim.total !== null) continue;
      addTo(this.byColumn, keyOf(claim.table, claim.column, organisation), claim);
      addTo(this.byRow, keyOf(claim.table, claim.row, metric.id), figure);
    }
  }

  cellsOf(total: Figure): CellPlace[] {
    return total.claim.total === "column" ? this.besideTotal(total) : this.aboveTotal(total);
  }

  private besideTotal({ claim, organisation, metric, period }: Figure): CellPlace[] {
    const row = this.byRow.get(keyOf(claim.table, claim.row, metric.id)) ?? [];
    return row
      .filter((other) => other.claim.kind === claim.kind && contains(period, other.period))
      .filter((other) => organisation === null || other.organisation === organisation)
      .map((other) => placeOf(other.claim));
  }

  /** The rows since the total before it; all rows above it for a grand total, or where none stand between. */
  private aboveTotal({ claim, organisation, period }: Figure): CellPlace[] {
    const { grid, row: totalRow, column } = claim;
    const { totalRows = [], dataRows = [] } = this.tables.get(claim.table) ?? {};
    const previous = Math.max(-1, ...totalRows.filter((row) => row < totalRow));
    const isWithin = ({ period: of }: Claim) => of.kind !== "period" || contains(period, of.period);
    const ofOrganisation = () =>
      (this.byColumn.get(keyOf(claim.table, column, organisation)) ?? []).filter(isWithin).map(({ row }) => row);
    const rows = (organisation === null ? dataRows : ofOrganisation()).filter((row) => row < totalRow);
    const since = claim.grandTotal ? [] : rows.filter((row) => row > previous);
    const chosen = since.length > 0 ? since : rows;
    return [...new Set(chosen)].filter((row) => !grid.blank(row, column)).map((row) => grid.place(row, column));
  }
}
