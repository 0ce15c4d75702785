import type { Metric, MetricId } from "../../plan/schema";
import { convertible, packUnit, type Unit } from "../../plan/quantity/units";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import type { Claim } from "./claim";
import type { MetricEntry } from "../words/metric-names";

/** The metrics a series gives, or why it gives none and which is likeliest. */
export type ChosenMetrics =
  | {
      readonly entries: readonly MetricEntry[];
      readonly suggestion: null;
      readonly confidence: number;
      readonly unit: Unit | null;
      readonly why: string;
    }
  | { readonly entries: null; readonly suggestion: MetricId | null; readonly confidence: number; readonly why: string };

/** Figures that a sheet may give without a unit and still leave no doubt. */
const unitNeeded = new Set(["energy", "mass", "CO2e", "volume", "distance", "area", "money"]);
const withoutUnitConfidence = 0.9;

/** Settles by its unit which of the metrics that its label may stand for a series gives. */
export function chooseMetrics(claim: Claim, isAnswer: boolean): ChosenMetrics {
  const { match, suggestion, why } = claim.metric;
  if (match === null || !isNonEmpty(match.entries)) return refused(why, suggestion);
  const { entries } = match;
  const likeliest = entries[0].metric.id;
  if (claim.covers)
    return refused(`the table covers “${claim.covers}”, a part of the organisation, not all of it`, likeliest);
  const answered = isAnswer && entries.some(({ metric }) => metric.unit === "yes/no");
  if (claim.unitConflict && !answered) return refused(claim.unitConflict, likeliest);
  return byUnit(claim, entries, match.confidence, isAnswer);
}

function refused(why: string, suggestion: MetricId | null): ChosenMetrics {
  return { entries: null, suggestion, confidence: 0, why };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Of several units in a title the one that fits; null where none does, and no choice where several do. */
function titleUnit({ unit, titleUnits }: Claim, entries: readonly MetricEntry[]): Unit | null | "several" {
  if (unit !== null) return unit;
  const fitting = titleUnits.filter((each) => entries.some(({ metric }) => fits(each, metric)));
  return fitting.length > 1 ? "several" : (fitting[0] ?? null);
}

function byUnit(claim: Claim, entries: NonEmpty<MetricEntry>, confidence: number, isAnswer: boolean): ChosenMetrics {
  const unit = titleUnit(claim, entries);
  if (unit === "several") {
    const names = claim.titleUnits.map(({ symbol }) => symbol).join(" and ");
    return refused(`the title names ${names}, and either may be meant`, entries[0].metric.id);
  }
  const why = confidence < 1 ? `${claim.metric.why} (${percent(confidence)} sure)` : claim.metric.why;
  if (unit !== null) {
    const fitting = entries.filter(({ metric }) => fits(unit, metric));
    if (isNonEmpty(fitting)) return oneWhole(fitting, { confidence, unit, why });
    if (!claim.unitFromTitle || unit.dimension === "CO2e" || unit.dimension === "money") {
      const wanted = (entries.find(({ plain }) => plain) ?? entries[0]).metric;
      return refused(`it is given in ${unit.symbol}, and ${wanted.title} is counted in ${wanted.unit}`, wanted.id);
    }
  }
  return withoutUnit(entries, isAnswer, { confidence, why });
}

/** A figure is the whole of one metric; it may besides be a source of others. */
function oneWhole(
  entries: NonEmpty<MetricEntry>,
  found: { readonly confidence: number; readonly unit: Unit | null; readonly why: string },
): ChosenMetrics {
  const wholes = entries.filter(({ share }) => share === "whole");
  if (wholes.length <= 1) return { entries, suggestion: null, ...found };
  return refused(`it may be ${wholes.map(({ metric }) => metric.title).join(" or ")}`, entries[0].metric.id);
}

/** Settles without a unit: an answer to a question, else what the label measures plainly, as long as all are counted alike. */
function withoutUnit(
  entries: NonEmpty<MetricEntry>,
  isAnswer: boolean,
  { confidence, why }: { readonly confidence: number; readonly why: string },
): ChosenMetrics {
  const answers = isAnswer ? entries.filter(({ metric }) => metric.unit === "yes/no") : [];
  const plain = answers.length > 0 ? answers : entries.filter((entry) => entry.plain);
  const likeliest = (plain[0] ?? entries[0]).metric;
  const dimensions = new Set(plain.map(({ metric }) => packUnit(metric.unit).dimension));
  if (!isNonEmpty(plain) || dimensions.size > 1) {
    const names = (isNonEmpty(plain) ? plain : entries).map(({ metric }) => `${metric.title} (${metric.unit})`);
    return refused(`without a unit it may be ${names.join(" or ")}`, likeliest.id);
  }
  if (!unitNeeded.has(packUnit(likeliest.unit).dimension)) return oneWhole(plain, { confidence, unit: null, why });
  return oneWhole(plain, {
    confidence: Math.min(confidence, withoutUnitConfidence),
    unit: null,
    why: `${why}; no unit is given, taken as ${likeliest.unit}`,
  });
}

function fits(unit: Unit, metric: Metric): boolean {
  if (metric.unit === "yes/no") return unit.dimension === "answer";
  return convertible(unit, packUnit(metric.unit));
}
