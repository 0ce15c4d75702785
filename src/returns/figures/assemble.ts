import type { Pack } from "../../plan/schema";
import type { Observation, StatedTotal } from "../observation";
import { placeOf, type TableReading } from "./claim";
import { groupFigures, type FigureGroup } from "./group";
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
  const reported = groups.filter(({ isTotal }) => !isTotal).flatMap(({ observations }) => observations);
  const inTotals = groups.filter(({ isTotal }) => isTotal).flatMap(totalFigures);
  const totals = new TableTotals(figures, tables, reported, pack, sites);
  const settled = inTotals.map((figure) => totals.settle(figure));
  const own = settled.flatMap((each) => (each.kind === "own" ? [each.observation] : []));
  const alone = groups.flatMap(({ sourcesAlone }) => sourcesAlone);
  return {
    observations: inOrder([...reported, ...own]),
    statedTotals: settled.flatMap((each) => (each.kind === "stated" ? [each.total] : [])),
    refusals: alone.length === 0 ? [] : unused(alone, groups),
  };
}

/** Sources alone whose cell gives no figure in another way. */
function unused(alone: readonly Refusal[], groups: readonly FigureGroup[]): Refusal[] {
  const used = new Set(groups.flatMap(({ observations }) => observations.map(({ place }) => place.cell)));
  return alone.filter(({ claim }) => !used.has(placeOf(claim).cell));
}

/** Most tables give their figures in order already. */
function inOrder(observations: Observation[]): Observation[] {
  const isInOrder = observations.every((each, at) => at === 0 || byPlace(observations[at - 1] ?? each, each) < 0);
  return isInOrder ? observations : observations.sort(byPlace);
}

function byPlace(a: Observation, b: Observation): number {
  return (
    a.table - b.table || a.place.row - b.place.row || a.place.column - b.place.column || (a.metric < b.metric ? -1 : 1)
  );
}
