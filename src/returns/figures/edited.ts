import type { Pack } from "../../plan/schema";
import { cellKey, cellOfKey } from "../../snapshot/addresses";
import type { Assembled, MadeGroup, SettledTotal } from "./assemble";
import { groupKey, isOwn, makeGroup, settledAgain, totalsIn } from "./assemble";
import type { Claim } from "./claims";
import { deriveEnergyEmissions } from "./derived";
import type { NewNumbers } from "./new-numbers";
import type { NotUnderstood, Observation, StatedTotal } from "../observation";
import type { ReadingTrail } from "../reading/read";
import { settleSeries } from "./settle";
import type { Figure, Settled, SettledSeries } from "./settle";

/**
 * A return read again after an edit, without reading all of it. Only for figures that were plain
 * numbers and are others now: then every table, heading and metric stands as it was found, and what
 * remains is to settle the figure's own series, and what is made of it, anew.
 */

/** Each old part of a reading to the new one that stands in its place. */
export type Replaced<T> = ReadonlyMap<T, T>;

export interface Edited {
  readonly trail: ReadingTrail;
  readonly observations: Replaced<Observation>;
}

/** @returns null where more than figures may have changed: then the return is to be read as a whole. */
export function readEdited(before: ReadingTrail, numbers: NewNumbers, pack: Pack): Edited | null {
  if (!areFigures(before, numbers)) return null;
  const resettled = settleEdited(before.settled, numbers, pack);
  if (resettled === null) return null;
  const reassembled = assembleEdited(before.assembled, resettled.figures);
  if (reassembled === null) return null;
  const { assembled } = reassembled;
  const derived = deriveEnergyEmissions(assembled.observations, pack);
  if (derived.length !== before.derived.length) return null;
  const replaced = before.derived.map((old, index): [Observation, Observation] => [old, derived[index]!]);
  const { settled } = resettled;
  const reading = {
    ...before.reading,
    observations: assembled.observations.concat(derived),
    statedTotals: assembled.statedTotals,
    notUnderstood: [...settled.notUnderstood, ...assembled.notUnderstood, ...before.loose],
  };
  return {
    trail: { ...before, reading, settled, assembled, derived },
    observations: new Map([...reassembled.observations, ...replaced]),
  };
}

/** Whether every cell stands in a row of data, under a column of figures: only there is a plain number nothing but a figure. */
function areFigures({ tables }: ReadingTrail, numbers: NewNumbers): boolean {
  return [...numbers].every(([sheet, cells]) => {
    const here = tables.filter((table) => table.sheet === sheet);
    return [...cells.keys()].every((cell) => {
      const [row, column] = cellOfKey(cell);
      return here.some(
        ({ reading: { figureColumns, dataRows, totalRows } }) =>
          figureColumns.includes(column) && (dataRows.includes(row) || totalRows.includes(row)),
      );
    });
  });
}

function settleEdited(
  before: Settled,
  numbers: NewNumbers,
  pack: Pack,
): { settled: Settled; figures: Replaced<Figure> } | null {
  // What a person mapped and cannot be found any more is told with whatever stands in its place.
  if (before.drifted.length > 0) return null;
  const figures = new Map<Figure, Figure>();
  const parts: SettledSeries[] = [];
  for (const part of before.parts) {
    const cells = numbers.get(part.series.sheet);
    const claims = cells === undefined ? part.series.claims : claimsWith(part.series.claims, cells);
    if (claims === part.series.claims) parts.push(part);
    else {
      const again = settleSeries({ ...part.series, claims }, part.hand, pack);
      if (!isSameButForNumbers(part, again)) return null;
      const kept = again.figures.map((figure, index) => {
        const old = part.figures[index]!;
        if (old.claim === figure.claim && old.value === figure.value) return old;
        figures.set(old, figure);
        return figure;
      });
      parts.push({ ...again, figures: kept });
    }
  }
  const notUnderstood = parts.flatMap((part) => part.notUnderstood);
  return { settled: { ...before, parts, notUnderstood }, figures };
}

function claimsWith(claims: readonly Claim[], cells: ReadonlyMap<number, number>): readonly Claim[] {
  let edited: Claim[] | null = null;
  for (const [index, claim] of claims.entries()) {
    const raw = cells.get(cellKey(claim.row, claim.column));
    if (raw === undefined) continue;
    edited ??= [...claims];
    edited[index] = { ...claim, raw };
  }
  return edited ?? claims;
}

/** Whether a series gives the same figures as before, whatever their numbers. */
function isSameButForNumbers(before: SettledSeries, now: SettledSeries): boolean {
  return (
    JSON.stringify(before.mapping) === JSON.stringify(now.mapping) &&
    before.notUnderstood.length === now.notUnderstood.length &&
    before.notUnderstood.every(({ reason }, index) => reason === now.notUnderstood[index]!.reason) &&
    before.figures.length === now.figures.length &&
    before.figures.every((figure, index) => {
      const other = now.figures[index]!;
      return (
        figure.metric === other.metric &&
        figure.note === other.note &&
        (figure.value === null) === (other.value === null)
      );
    })
  );
}

function assembleEdited(
  before: Assembled,
  figures: Replaced<Figure>,
): { assembled: Assembled; observations: Replaced<Observation> } | null {
  if (figures.size === 0) return { assembled: before, observations: new Map() };
  const groups = new Map(before.groups);
  const observations = new Map<Observation, Observation>();
  const notUnderstood = new Map<NotUnderstood, NotUnderstood>();
  const settledTotals = new Map<SettledTotal, SettledTotal>();
  for (const [old, now] of editedGroups(before, figures)) {
    if (!givesTheSame(old, now)) return null;
    replaceGroup(groups, now, before.sites);
    old.alone.forEach((each, index) => notUnderstood.set(each, now.alone[index]!));
    if (!old.total) old.made.forEach((each, index) => observations.set(each, now.made[index]!));
    else {
      const totals = before.totals.filter(({ group }) => group === old);
      const again = totalsIn(now);
      if (totals.length !== again.length) return null;
      totals.forEach((each, index) => settledTotals.set(each, settledAgain(each, again[index]!, before.sites)));
    }
  }
  const statedTotals = new Map<StatedTotal, StatedTotal>();
  for (const [old, now] of settledTotals) {
    if (isOwn(old)) observations.set(old.result as Observation, now.result as Observation);
    else statedTotals.set(old.result as StatedTotal, now.result as StatedTotal);
  }
  const assembled = {
    ...before,
    groups,
    observations: replaceIn(before.observations, observations),
    statedTotals: replaceIn(before.statedTotals, statedTotals),
    notUnderstood: replaceIn(before.notUnderstood, notUnderstood),
    totals: replaceIn(before.totals, settledTotals),
  };
  return { assembled, observations };
}

/** Whether a group gives figures for the same cells as before, and none where it gave none. */
function givesTheSame({ made: before }: MadeGroup, { made: now }: MadeGroup): boolean {
  return (
    before.length === now.length &&
    before.every((each, index) => {
      const other = now[index]!;
      return (
        each.place.cell === other.place.cell &&
        (each.value === null) === (other.value === null) &&
        each.note === other.note
      );
    })
  );
}

/** Each group that has an edited figure, and what is made of it now. */
function editedGroups({ groups, sites }: Assembled, figures: Replaced<Figure>): Map<MadeGroup, MadeGroup> {
  const edited = new Set<MadeGroup>();
  for (const old of figures.keys()) edited.add(groups.get(old.claim.table)!.get(groupKey(old, sites))!);
  return new Map(
    [...edited].map((group) => [
      group,
      makeGroup(
        group.figures.map((figure) => figures.get(figure) ?? figure),
        sites,
      ),
    ]),
  );
}

function replaceGroup(
  groups: Map<number, ReadonlyMap<string, MadeGroup>>,
  group: MadeGroup,
  sites: Assembled["sites"],
): void {
  const [first] = group.figures;
  const ofTable = new Map(groups.get(first!.claim.table));
  ofTable.set(groupKey(first!, sites), group);
  groups.set(first!.claim.table, ofTable);
}

/** A list with some of its items replaced, itself where none is. */
export function replaceIn<T>(list: readonly T[], replaced: Replaced<T>): readonly T[] {
  if (replaced.size === 0) return list;
  const copy = [...list];
  for (const [old, now] of replaced) {
    const at = list.indexOf(old);
    if (at >= 0) copy[at] = now;
  }
  return copy;
}
