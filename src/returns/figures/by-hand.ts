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
  /** As `MappingRow.text`. */
  readonly text: string;
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
  /** Where the answer was given: in this place, elsewhere on this sheet, or for the same words in another place. */
  readonly given: "here" | "moved" | "elsewhere";
};

export interface HandChoices {
  readonly bySeries: ReadonlyMap<string, HandChoice>;
  /** Answers to the same words in other places, by `MappingRow.text`; null where two of them differ. */
  readonly byText: ReadonlyMap<string, HandChoice | null>;
  /** Rows whose series is not there any more: the row and what stands in its place. */
  readonly drifted: readonly { readonly row: MappingRow; readonly why: string }[];
}

/**
 * Finds the series of each row set by hand: by sheet, range and heading; where the table has moved, by sheet and
 * heading alone; where the heading has changed, not at all: that is reported, as a choice made for one heading may not
 * hold for another. An answer holds for the same words in other places too, next month's workbook among them, as long
 * as all answers to them agree.
 */
export function applyByHand(mapping: readonly MappingRow[], series: readonly MappedSeries[], pack: Pack): HandChoices {
  const bySeries = new Map<string, HandChoice>();
  const byText = new Map<string, HandChoice | null>();
  const drifted: { row: MappingRow; why: string }[] = [];
  const texts = new Set(series.map(({ text }) => text));
  for (const row of mapping) {
    if (!row.byHand) continue;
    const found = find(row, series);
    if (found !== null) bySeries.set(found.key, choiceOf(row, found.range === row.range ? "here" : "moved", pack));
    else if (row.text === undefined || !texts.has(row.text)) drifted.push({ row, why: whereNow(row, series) });
    if (row.text !== undefined) byText.set(row.text, agreed(byText.get(row.text), row, pack));
  }
  return { bySeries, byText, drifted };
}

/** The answer to some words after one more was given: null once two differ in metric or unit. */
function agreed(before: HandChoice | null | undefined, row: MappingRow, pack: Pack): HandChoice | null {
  if (before === null) return null;
  if (before !== undefined && (before.row.metric !== row.metric || before.row.unit !== row.unit)) return null;
  // Whose and when a line of another place was is not said of this one.
  return choiceOf({ ...row, organisation: null, period: null }, "elsewhere", pack);
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

function choiceOf(row: MappingRow, given: HandChoice["given"], pack: Pack): HandChoice {
  const metric = row.metric === null ? undefined : pack.metrics.find(({ id }) => id === row.metric);
  if (metric === undefined) return { kind: "left out", row, given };
  const reading = row.period === null ? null : readPeriod(row.period);
  return {
    kind: "metric",
    row,
    given,
    entries: [{ metric, share: "whole", plain: true }],
    unit: row.unit === null ? null : (readUnit(row.unit)?.unit ?? null),
    organisation: pack.organisations.find(({ code }) => code === row.organisation) ?? null,
    period: row.period === null ? null : (periodOf(row.period) ?? (reading?.kind === "period" ? reading.period : null)),
  };
}
