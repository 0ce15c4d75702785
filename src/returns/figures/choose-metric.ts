import type { Metric, Pack } from "../../plan/schema";
import { convertible, packUnit, type Unit } from "../../plan/quantity/units";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import type { Claim } from "./claim";
import type { MetricEntry } from "../words/metric-names";

/** The metrics a series gives, or why it gives none. */
export type ChosenMetrics =
  | {
      readonly entries: readonly MetricEntry[];
      readonly confidence: number;
      readonly unit: Unit | null;
      readonly why: string;
    }
  | { readonly entries: null; readonly confidence: number; readonly why: string };

/** Figures that a sheet may give without a unit and still leave no doubt. */
const unitNeeded = new Set(["energy", "mass", "CO2e", "volume", "distance", "area", "money"]);
const costWords = /\b(costs?|spend|spending|expenditure|bill|price|charges?)\b|£/i;
const withoutUnitConfidence = 0.9;

/** Settles by its unit which of the metrics of one name a series gives; never below the pack's threshold of sureness. */
export function chooseMetrics(claim: Claim, isAnswer: boolean, pack: Pack): ChosenMetrics {
  const { match, why } = claim.metric;
  if (match === null || !isNonEmpty(match.entries)) return refused(why);
  const { entries, confidence } = match;
  if (confidence < pack.thresholds.nearMatchMinimum) {
    const likeliest = entries[0].metric.id;
    return refused(`it may be ${likeliest} (${percent(confidence)} sure), which is too little to take`, confidence);
  }
  if (claim.covers) return refused(`the table covers “${claim.covers}”, a part of the organisation, not all of it`);
  const answered = isAnswer && entries.some(({ metric }) => metric.unit === "yes/no");
  if (claim.unitConflict && !answered) return refused(claim.unitConflict);
  return byUnit(claim, entries, confidence, isAnswer);
}

function refused(why: string, confidence = 0): ChosenMetrics {
  return { entries: null, confidence, why };
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
    return refused(`the title names ${names}, and either may be meant`);
  }
  const why = confidence < 1 ? `${claim.metric.why} (${percent(confidence)} sure)` : claim.metric.why;
  if (unit !== null) {
    const fitting = entries.filter(({ metric }) => fits(unit, metric));
    if (fitting.length > 0) return { entries: fitting, confidence, unit, why };
    if (!claim.unitFromTitle || unit.dimension === "CO2e" || unit.dimension === "money") {
      const wanted = entries[0].metric;
      return refused(`it is given in ${unit.symbol}, and ${wanted.title} is counted in ${wanted.unit}`);
    }
  }
  return withoutUnit(claim, entries, isAnswer, { confidence, why });
}

/** Settles without a unit: an answer to a question, else what is no sum of money, as long as all are counted alike. */
function withoutUnit(
  claim: Claim,
  entries: NonEmpty<MetricEntry>,
  isAnswer: boolean,
  { confidence, why }: { readonly confidence: number; readonly why: string },
): ChosenMetrics {
  const answers = isAnswer ? entries.filter(({ metric }) => metric.unit === "yes/no") : [];
  const uncosted = answers.length > 0 ? answers : entries.filter(({ metric }) => metric.unit !== "£");
  // "Total waste" without a unit is no sum of money unless it says so.
  const saysCost = costWords.test(claim.metric.match?.name ?? "") || costWords.test(claim.metric.text);
  if (uncosted.length === 0 && !saysCost) return refused("without a unit it may be an amount or a cost");
  const candidates = isNonEmpty(uncosted) ? uncosted : entries;
  const dimensions = new Set(candidates.map(({ metric }) => packUnit(metric.unit).dimension));
  if (dimensions.size > 1) {
    const names = candidates.map(({ metric }) => `${metric.id} (${metric.unit})`).join(" or ");
    return refused(`without a unit it may be ${names}`);
  }
  const taken = candidates[0].metric.unit;
  if (!unitNeeded.has(packUnit(taken).dimension)) return { entries: candidates, confidence, unit: null, why };
  return {
    entries: candidates,
    confidence: Math.min(confidence, withoutUnitConfidence),
    unit: null,
    why: `${why}; no unit is given, taken as ${taken}`,
  };
}

function fits(unit: Unit, metric: Metric): boolean {
  if (metric.unit === "yes/no") return unit.dimension === "answer";
  return convertible(unit, packUnit(metric.unit));
}
