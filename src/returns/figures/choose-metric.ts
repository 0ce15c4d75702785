import type { Metric, Pack } from "../../plan/schema";
import { convertible, packUnit } from "../../plan/quantity/units";
import type { Unit } from "../../plan/quantity/units";
import type { Claim } from "./claims";
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
  if (match === null) return { entries: null, confidence: 0, why };
  const sure = Math.round(match.confidence * 100);
  if (match.confidence < pack.thresholds.nearMatchMinimum) {
    const likeliest = match.entries[0]!.metric;
    return {
      entries: null,
      confidence: match.confidence,
      why: `it may be ${likeliest.id} (${sure}% sure), which is too little to take`,
    };
  }
  if (claim.covers)
    return {
      entries: null,
      confidence: 0,
      why: `the table covers “${claim.covers}”, a part of the organisation, not all of it`,
    };
  const answered = isAnswer && match.entries.some(({ metric }) => metric.unit === "yes/no");
  if (claim.unitConflict && !answered) return { entries: null, confidence: 0, why: claim.unitConflict };
  return byUnit(claim, match.entries, match.confidence, isAnswer);
}

/** Of several units in a title the one that fits; null where none does, and no choice where several do. */
function titleUnit({ unit, titleUnits }: Claim, entries: readonly MetricEntry[]): Unit | null | "several" {
  if (unit !== null) return unit;
  const fitting = titleUnits.filter((each) => entries.some(({ metric }) => fits(each, metric)));
  return fitting.length > 1 ? "several" : (fitting[0] ?? null);
}

function byUnit(claim: Claim, entries: readonly MetricEntry[], confidence: number, isAnswer: boolean): ChosenMetrics {
  const unit = titleUnit(claim, entries);
  if (unit === "several") {
    const names = claim.titleUnits.map(({ symbol }) => symbol).join(" and ");
    return { entries: null, confidence: 0, why: `the title names ${names}, and either may be meant` };
  }
  const guessed = confidence < 1 ? `${claim.metric.why} (${Math.round(confidence * 100)}% sure)` : claim.metric.why;
  if (unit !== null) {
    const fitting = entries.filter(({ metric }) => fits(unit, metric));
    if (fitting.length > 0) return { entries: fitting, confidence, unit, why: guessed };
    if (!claim.unitFromTitle || unit.dimension === "CO2e" || unit.dimension === "money") {
      const wanted = entries[0]!.metric;
      return {
        entries: null,
        confidence: 0,
        why: `it is given in ${unit.symbol}, and ${wanted.title} is counted in ${wanted.unit}`,
      };
    }
  }
  const answers = isAnswer ? entries.filter(({ metric }) => metric.unit === "yes/no") : [];
  const without = answers.length > 0 ? answers : entries.filter(({ metric }) => metric.unit !== "£");
  // "Total waste" without a unit is no sum of money unless it says so.
  const saysCost = costWords.test(claim.metric.match?.name ?? "") || costWords.test(claim.metric.text);
  if (without.length === 0 && !saysCost)
    return { entries: null, confidence: 0, why: "without a unit it may be an amount or a cost" };
  const candidates = without.length > 0 ? without : entries;
  const dimensions = new Set(candidates.map(({ metric }) => packUnit(metric.unit).dimension));
  if (dimensions.size > 1) {
    const names = candidates.map(({ metric }) => `${metric.id} (${metric.unit})`).join(" or ");
    return { entries: null, confidence: 0, why: `without a unit it may be ${names}` };
  }
  const [dimension] = dimensions;
  const needed = dimension !== undefined && unitNeeded.has(dimension);
  const taken = candidates[0]!.metric.unit;
  return {
    entries: candidates,
    confidence: needed ? Math.min(confidence, withoutUnitConfidence) : confidence,
    unit: null,
    why: needed ? `${guessed}; no unit is given, taken as ${taken}` : guessed,
  };
}

function fits(unit: Unit, metric: Metric): boolean {
  if (metric.unit === "yes/no") return unit.dimension === "answer";
  return convertible(unit, packUnit(metric.unit));
}
