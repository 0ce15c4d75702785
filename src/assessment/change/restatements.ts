import type { MetricId, OrganisationCode, Pack, UnitId } from "../../plan/schema";
import {
  formatQuantity,
  metricName,
  organisationName,
  periodWords,
  possessive,
  sentenceCase,
} from "../../plan/wording";
import type { Period } from "../../plan/time/periods";
import { seriesCases, type AssessmentInput, type SeriesCase } from "../cases/series-cases";
import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import { lastOf, type NonEmpty } from "../../collections/non-empty";
import type { Observation, ReturnReading } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";
import { baseYearOf, statedBaseline } from "../paths/pathway";
import { baseYearChange, type BaseYearChange } from "../paths/rebaseline";
import { byPlace } from "../../snapshot/place-order";

/** One figure that a workbook states in two ways. */
export interface Restatement {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly site: string | null;
  readonly period: Period;
  readonly unit: UnitId;
  /** In the order of the workbook, but a figure marked revised comes last: one workbook cannot say which is newer. */
  readonly figures: readonly { readonly value: number; readonly cell: string; readonly note: string | null }[];
  readonly sentence: string;
}

const REVISED = /\[r\]|\brevis|\brestate|\bcorrected\b/i;

/** An observation with a value. */
type Stated = Observation & { readonly value: number };

/** Every actual that the workbook states twice with different figures, as far as one workbook shows it. */
export function restatements(reading: ReturnReading, pack: Pack): Restatement[] {
  const stated = reading.observations.filter(
    (each): each is Stated => each.value !== null && (each.kind === "actual" || each.kind === "estimate"),
  );
  const groups = groupBy(stated, ({ metric, organisation, site, period }) =>
    keyOf(metric, organisation, site, period.label),
  );
  return [...groups.values()]
    .filter((group) => new Set(group.map(({ value }) => value)).size > 1)
    .map((group) => restatement(group.sort(revisedLast), pack));
}

function revisedLast(a: Stated, b: Stated): number {
  return Number(isRevised(a)) - Number(isRevised(b)) || byPlace(a.place, b.place);
}

function restatement(figures: NonEmpty<Stated>, pack: Pack): Restatement {
  const [first, last] = [figures[0], lastOf(figures)];
  const { metric, organisation, site, period, unit } = first;
  const subject = possessive(site ?? organisationName(pack, organisation));
  const revised = isRevised(last) && last.note !== null ? `, marked "${last.note}"` : "";
  return {
    metric,
    organisation,
    site,
    period,
    unit,
    figures: figures.map(({ value, place, note }) => ({ value, cell: place.cell, note })),
    sentence:
      `${sentenceCase(subject)} ${metricName(pack, metric)} for ${periodWords(period)} is ` +
      `${formatQuantity(first.value, unit)} in ${first.place.cell} and ` +
      `${formatQuantity(last.value, last.unit)} in ${last.place.cell}${revised}: ` +
      `say in the data note which one stands and why it changed.`,
  };
}

function isRevised({ note }: Observation): boolean {
  return note !== null && REVISED.test(note);
}

/** A base year's figure in the return beside the one that stood before: on record, or stated by the plan. */
export interface BaseYearCheck extends BaseYearChange {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly period: Period;
  readonly unit: UnitId;
  readonly cells: readonly string[];
  /** True where what stood before is the plan's own baseline. */
  readonly planned: boolean;
}

/**
 * Where the return has a figure of its own for a base year that the plan states or the settings
 * sheet has on record, both of them, and whether the change asks for a new baseline
 * (calculations.md section 5).
 */
export function baseYearChecks(input: AssessmentInput): BaseYearCheck[] {
  return seriesCases(input).flatMap((each) => {
    const check = baseYearCheck(each, input.pack.thresholds.rebaselinePercent);
    return check === null ? [] : [check];
  });
}

/**
 * One series' base year in the return beside what stood before; null where there is no figure, or
 * nothing stood before.
 *
 * @param thresholdPercent from which change on a new baseline is asked for.
 */
export function baseYearCheck(each: SeriesCase, thresholdPercent: number): BaseYearCheck | null {
  const { pathway, organisation, decided } = each;
  const stated = statedBaseline(pathway, organisation);
  const before = decided.recorded?.value ?? stated;
  const found = baseYearFigure(each);
  if (before === null || found === null) return null;
  return {
    ...baseYearChange(before, found.value, thresholdPercent),
    metric: pathway.metric.id,
    organisation,
    period: found.period,
    unit: pathway.metric.unit,
    cells: found.places.map(({ cell }) => cell),
    planned: decided.recorded === null,
  };
}

/** What the return itself has for the base year, whatever the plan states or people decided. */
export function baseYearFigure({ pathway, organisation, series, baselineFound }: SeriesCase): {
  readonly period: Period;
  readonly value: number;
  readonly places: readonly CellPlace[];
} | null {
  if (statedBaseline(pathway, organisation) === null) {
    if (baselineFound === null) return null;
    const { period, value, place } = baselineFound;
    return { period, value, places: place === null ? [] : [place] };
  }
  const year = baseYearOf(pathway);
  return series.points.find((point) => point.period.label === year.label && !point.partial) ?? null;
}
