import { contains } from "../../plan/time/periods";
import type { Pack } from "../../plan/schema";
import { addTo } from "../../collections/collect";
import type { Claim, TableReading } from "./claims";
import type { NotUnderstood, Observation, ObservationPart, StatedTotal } from "../observation";
import type { CellPlace } from "../../snapshot/snapshot";
import type { Figure } from "./settle";

export interface Assembled {
  readonly observations: readonly Observation[];
  readonly statedTotals: readonly StatedTotal[];
  readonly notUnderstood: readonly NotUnderstood[];
}

/** One metric of one site or organisation, period and kind in one table, from all its columns. */
interface Group {
  readonly figures: readonly Figure[];
  readonly total: boolean;
}

/** A group with what was made of it; `alone` are sources that are not the whole of anything. */
interface MadeGroup extends Group {
  readonly made: readonly Observation[];
  readonly alone: readonly NotUnderstood[];
}

/** A total over rows or columns, and what became of it: a figure to compare with its parts, or its organisation's own. */
interface SettledTotal extends GroupTotal {
  readonly result: Observation | StatedTotal;
}

/** One figure that a group of totals gives. */
interface GroupTotal {
  readonly group: MadeGroup;
  readonly figure: Figure;
  readonly value: number;
}

/**
 * Turns figures into observations. Where a table has a column for the whole, that is the figure;
 * else its sources are added up and kept as parts. Totals over rows or columns are set aside with
 * the cells they should be the sum of, unless they are the only figure of their organisation.
 */
export function assemble(figures: readonly Figure[], tables: ReadonlyMap<number, TableReading>, pack: Pack): Assembled {
  const sites = canonicalSites(tables);
  const observations: Observation[] = [];
  const notUnderstood: NotUnderstood[] = [];
  const totals: GroupTotal[] = [];
  const used = new Set<string>();
  const groups = groupsOf(figures, sites);
  for (const ofTable of groups.values()) {
    for (const group of ofTable.values()) {
      for (const observation of group.made) used.add(observation.place.cell);
      if (group.total) totals.push(...totalsIn(group));
      else observations.push(...group.made);
      notUnderstood.push(...group.alone);
    }
  }
  const settled = settleTotals(totals, figures, tables, observations, pack, sites);
  const [own, stated] = [settled.filter(isOwn), settled.filter((each) => !isOwn(each))];
  return {
    observations: [...observations, ...own.map(({ result }) => result as Observation)].sort(byPlace),
    statedTotals: stated.map(({ result }) => result as StatedTotal),
    notUnderstood: notUnderstood.filter(({ place }) => !used.has(place.cell)),
  };
}

function byPlace(a: Observation, b: Observation): number {
  return (
    a.table - b.table || a.place.row - b.place.row || a.place.column - b.place.column || (a.metric < b.metric ? -1 : 1)
  );
}

/** Sites by code wherever any table gives both code and name, so that one site is never counted under two names. */
function canonicalSites(tables: ReadonlyMap<number, TableReading>): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { siteNames } of tables.values()) {
    for (const { organisation, code, name } of siteNames) codes.set(siteKey(organisation, name), code);
  }
  return codes;
}

function siteKey(organisation: string | null, name: string): string {
  return `${organisation ?? ""}|${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()}`;
}

type Sites = ReadonlyMap<string, string>;

function siteOf({ claim, organisation }: Figure, sites: Sites): string | null {
  return claim.site === null ? null : (sites.get(siteKey(organisation, claim.site)) ?? claim.site);
}

function groupsOf(figures: readonly Figure[], sites: Sites): Map<number, Map<string, MadeGroup>> {
  const tables = new Map<number, Map<string, Figure[]>>();
  for (const figure of figures) {
    const { table } = figure.claim;
    let groups = tables.get(table);
    if (groups === undefined) tables.set(table, (groups = new Map()));
    addTo(groups, groupKey(figure, sites), figure);
  }
  return new Map(
    [...tables].map(([table, groups]) => [
      table,
      new Map([...groups].map(([key, list]) => [key, makeGroup(list, sites)])),
    ]),
  );
}

/** What a figure is of, inside its table. */
function groupKey(figure: Figure, sites: Sites): string {
  const { claim, metric, organisation, period } = figure;
  const place =
    claim.total === null ? "" : `total ${claim.total === "row" ? claim.row : `${claim.row} ${claim.column}`}`;
  return `${metric.id}|${organisation}|${siteOf(figure, sites)}|${period.label}|${claim.kind}|${place}`;
}

/** What the figures of one group give. */
function makeGroup(figures: readonly Figure[], sites: Sites): MadeGroup {
  const total = figures[0]!.claim.total !== null;
  const wholes = figures.filter(({ share }) => share === "whole");
  const sources = figures.filter(({ share }) => share !== "whole");
  const given = wholes.some(({ value }) => value !== null);
  const canAdd = sources.some(({ share }) => share === "main") && sources.some(({ value }) => value !== null);
  if (given || (wholes.length > 0 && !canAdd))
    return { figures, total, made: wholes.map((figure) => observation(figure, sites)), alone: [] };
  if (sources.some(({ share }) => share === "main"))
    return { figures, total, made: [addedUp(sources, sites)], alone: [] };
  return { figures, total, made: [], alone: sources.map(aSourceAlone) };
}

function aSourceAlone({ claim, metric }: Figure): NotUnderstood {
  return {
    place: claim.grid.place(claim.row, claim.column),
    raw: claim.raw,
    label: claim.metric.text,
    reason: `This is one source of “${metric.title}”, and the table has no column for the rest: add the main source or the total.`,
  };
}

function observation(figure: Figure, sites: Sites): Observation {
  const { claim } = figure;
  return {
    metric: figure.metric.id,
    organisation: figure.organisation ?? "",
    site: siteOf(figure, sites),
    period: figure.period,
    kind: claim.kind === "actual" && figure.note === "estimated" ? "estimate" : claim.kind,
    value: figure.value,
    unit: figure.metric.unit,
    raw: claim.raw,
    givenUnit: figure.givenUnit,
    place: claim.grid.place(claim.row, claim.column),
    label: claim.metric.text,
    parts: null,
    note: figure.note,
    hidden: claim.grid.hidden(claim.row, claim.column),
    confidence: figure.confidence,
    table: claim.table,
  };
}

/** Sources added up. A source that cannot be read leaves the sum unknown; one that does not apply adds nothing. */
function addedUp(sources: readonly Figure[], sites: Sites): Observation {
  const once: Figure[] = [];
  let unequal = false;
  for (const source of sources) {
    const same = once.find(({ name }) => name === source.name);
    if (same === undefined) once.push(source);
    else if (same.value !== source.value) unequal = true;
  }
  const unread = once.find(({ value, note }) => value === null && note !== "not applicable");
  const numbers = once.filter(({ value }) => value !== null);
  const unknown = unequal || unread !== undefined || numbers.length === 0;
  const first = observation(once[0]!, sites);
  return {
    ...first,
    value: unknown ? null : sum(numbers.map(({ value }) => value!)),
    note: unequal
      ? "one source stands twice with different figures"
      : (unread?.note ?? (numbers.length === 0 ? first.note : null)),
    parts: once.filter(({ value }) => value !== null).map(part),
    hidden: once.some(({ claim }) => claim.grid.hidden(claim.row, claim.column)),
    confidence: Math.min(...once.map(({ confidence }) => confidence)),
  };
}

function part({ claim, value }: Figure): ObservationPart {
  return { place: claim.grid.place(claim.row, claim.column), label: claim.metric.text, value: value! };
}

/** A sum without the dust of binary fractions, to the 15 digits Excel keeps. */
export function sum(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + value, 0).toPrecision(15));
}

/** The figures that a group of totals gives. */
function totalsIn(group: MadeGroup): GroupTotal[] {
  return group.made.flatMap((made, index) => {
    const { row, column } = made.place;
    const figure =
      group.figures.find(({ claim }) => claim.row === row && claim.column === column) ?? group.figures[index];
    return figure && made.value !== null
      ? [{ group, figure: { ...figure, value: made.value }, value: made.value }]
      : [];
  });
}

function settleTotals(
  totals: readonly GroupTotal[],
  figures: readonly Figure[],
  tables: ReadonlyMap<number, TableReading>,
  observations: readonly Observation[],
  pack: Pack,
  sites: Sites,
): SettledTotal[] {
  if (totals.length === 0) return [];
  const index = new PartsIndex(figures, tables);
  const inTable = new Set(
    observations.map(({ table, metric, organisation, kind }) => `${table}|${metric}|${organisation}|${kind}`),
  );
  return totals.map((total) => {
    const { claim, metric, organisation } = total.figure;
    const ofSystem = organisation === pack.system;
    const hasParts = inTable.has(`${claim.table}|${metric.id}|${organisation}|${claim.kind}`);
    // A share of the whole organisation is its own figure: it cannot be added up from its sites'.
    const standsAlone = !hasParts || (!metric.additive && claim.total === "row");
    const isItsOwn = standsAlone && organisation !== null && (ofSystem || claim.total === "row");
    return {
      ...total,
      result: isItsOwn ? ownTotal(total, sites) : statedTotal(total, index.cellsOf(total.figure)),
    };
  });
}

/** Whether a total is the only figure of its organisation, and so its own. */
function isOwn({ result }: SettledTotal): boolean {
  return !("of" in result);
}

function ownTotal({ figure }: GroupTotal, sites: Sites): Observation {
  return { ...observation(figure, sites), site: null };
}

function statedTotal({ figure, value }: GroupTotal, of: readonly CellPlace[]): StatedTotal {
  const { claim, metric, organisation, period } = figure;
  return {
    metric: metric.id,
    organisation,
    period,
    value,
    unit: metric.unit,
    place: claim.grid.place(claim.row, claim.column),
    label: claim.metric.text,
    of,
  };
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
      const { claim } = figure;
      if (claim.total !== null) continue;
      addTo(this.byColumn, `${claim.table}|${claim.column}|${figure.organisation ?? ""}`, claim);
      addTo(this.byRow, `${claim.table}|${claim.row}|${figure.metric.id}`, figure);
    }
  }

  cellsOf({ claim, organisation, metric, period }: Figure): CellPlace[] {
    if (claim.total === "column") {
      const row = this.byRow.get(`${claim.table}|${claim.row}|${metric.id}`) ?? [];
      return row
        .filter((other) => other.claim.kind === claim.kind && contains(period, other.period))
        .filter((other) => organisation === null || other.organisation === organisation)
        .map(({ claim: each }) => each.grid.place(each.row, each.column));
    }
    const table = this.tables.get(claim.table);
    const previous = Math.max(-1, ...(table?.totalRows ?? []).filter((row) => row < claim.row));
    const rows =
      organisation === null
        ? (table?.dataRows ?? []).filter((row) => row < claim.row)
        : (this.byColumn.get(`${claim.table}|${claim.column}|${organisation}`) ?? [])
            .map(({ row }) => row)
            .filter((row) => row < claim.row);
    const since = claim.grandTotal ? [] : rows.filter((row) => row > previous);
    const chosen = since.length > 0 ? since : rows;
    return [...new Set(chosen)]
      .filter((row) => !claim.grid.blank(row, claim.column))
      .map((row) => claim.grid.place(row, claim.column));
  }
}
