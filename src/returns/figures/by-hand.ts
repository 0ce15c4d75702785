import { periodOf, readPeriod, type Period } from "../../plan/time/periods";
import type { Pack, Organisation } from "../../plan/schema";
import { readUnit, type Unit } from "../../plan/quantity/units";
import type { MetricEntry } from "../words/metric-names";
import type { MappingRow } from "../observation";
import { fold } from "../words/text";

/** A series as the mapping sees it. */
export interface MappedSeries {
  readonly key: string;
  readonly sheet: string;
  readonly range: string;
  readonly label: string;
}

/** What a person said of a series: that it is left out, or which metric it gives. */
export type HandChoice = (
  | { readonly kind: "left out" }
  | {
      readonly kind: "metric";
      readonly entries: readonly MetricEntry[];
      readonly unit: Unit | null;
      readonly organisation: Organisation | null;
      readonly period: Period | null;
    }
) & {
  readonly row: MappingRow;
  /** True where the series stands elsewhere on its sheet than when the choice was made. */
  readonly moved: boolean;
};

export interface HandChoices {
  readonly bySeries: ReadonlyMap<string, HandChoice>;
  /** Rows whose series is not there any more: the row and what stands in its place. */
  readonly drifted: readonly { readonly row: MappingRow; readonly why: string }[];
}

/**
 * Finds the series of each row set by hand: by sheet, range and heading; where the table has moved,
 * by sheet and heading alone; where the heading has changed, not at all: that is reported, as a
 * choice made for one heading may not hold for another.
 */
export function applyByHand(mapping: readonly MappingRow[], series: readonly MappedSeries[], pack: Pack): HandChoices {
  const bySeries = new Map<string, HandChoice>();
  const drifted: { row: MappingRow; why: string }[] = [];
  for (const row of mapping) {
    if (!row.byHand) continue;
    const found = find(row, series);
    if (found === null) drifted.push({ row, why: whereNow(row, series) });
    else bySeries.set(found.key, choiceOf(row, found.range !== row.range, pack));
  }
  return { bySeries, drifted };
}

function find(row: MappingRow, series: readonly MappedSeries[]): MappedSeries | null {
  const same = series.filter(({ sheet, label }) => sheet === row.sheet && fold(label) === fold(row.label));
  const inPlace = same.find(({ range }) => range === row.range);
  if (inPlace) return inPlace;
  const [only] = same;
  return same.length === 1 && only ? only : null;
}

function whereNow(row: MappingRow, series: readonly MappedSeries[]): string {
  const there = series.find(({ sheet, range }) => sheet === row.sheet && range === row.range);
  if (there)
    return `The heading “${row.label}” that was set by hand is now “${there.label}”: check what it is, and set it again.`;
  const alike = series.filter(({ sheet, label }) => sheet === row.sheet && fold(label) === fold(row.label)).length;
  if (alike > 1)
    return `The heading “${row.label}” that was set by hand now stands ${alike} times on this sheet: set each again.`;
  return `The heading “${row.label}” that was set by hand is not on this sheet any more: take the row away, or set it again.`;
}

function choiceOf(row: MappingRow, moved: boolean, pack: Pack): HandChoice {
  const metric = row.metric === null ? undefined : pack.metrics.find(({ id }) => id === row.metric);
  if (metric === undefined) return { kind: "left out", row, moved };
  const reading = row.period === null ? null : readPeriod(row.period);
  return {
    kind: "metric",
    row,
    moved,
    entries: [{ metric, share: "whole" }],
    unit: row.unit === null ? null : (readUnit(row.unit)?.unit ?? null),
    organisation: pack.organisations.find(({ code }) => code === row.organisation) ?? null,
    period: row.period === null ? null : (periodOf(row.period) ?? (reading?.kind === "period" ? reading.period : null)),
  };
}
