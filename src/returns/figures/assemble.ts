import type { Pack } from "../../plan/schema";
import type { Observation, StatedTotal } from "../observation";
import { placeOf, type TableReading } from "./claim";
import { groupFigures } from "./group";
import type { Refusal } from "./questions";
import type { Figure } from "./settle";
import { SiteCodes } from "./site-codes";
import { totalFigures, TableTotals } from "./table-totals";

export interface Assembled {
  readonly observations: readonly Observation[];
  readonly statedTotals: readonly StatedTotal[];
  /** Sources that are the whole of nothing. */
  readonly refusals: readonly Refusal[];
}

/**
 * Turns figures into observations. Where a table has a column for the whole, that is the figure;
 * else its sources are added up and kept as parts. Totals over rows or columns are set aside with
 * the cells they should be the sum of, unless they are the only figure of their organisation.
 */
export function assemble(figures: readonly Figure[], tables: ReadonlyMap<number, TableReading>, pack: Pack): Assembled {
  const sites = new SiteCodes([...tables.values()].flatMap(({ siteNames }) => siteNames));
  const groups = groupFigures(figures, sites);
  const used = new Set(groups.flatMap((group) => group.observations.map(({ place }) => place.cell)));
  const reported = groups.filter(({ isTotal }) => !isTotal).flatMap(({ observations }) => observations);
  const inTotals = groups.filter(({ isTotal }) => isTotal).flatMap(totalFigures);
  const totals = new TableTotals(figures, tables, reported, pack, sites);
  const settled = inTotals.map((figure) => totals.settle(figure));
  const own = settled.flatMap((each) => (each.kind === "own" ? [each.observation] : []));
  return {
    observations: [...reported, ...own].sort(byPlace),
    statedTotals: settled.flatMap((each) => (each.kind === "stated" ? [each.total] : [])),
    refusals: groups.flatMap(({ sourcesAlone }) => sourcesAlone).filter(({ claim }) => !used.has(placeOf(claim).cell)),
  };
}

function byPlace(a: Observation, b: Observation): number {
  return (
    a.table - b.table || a.place.row - b.place.row || a.place.column - b.place.column || (a.metric < b.metric ? -1 : 1)
  );
}
