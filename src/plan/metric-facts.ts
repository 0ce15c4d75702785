import {
  fuelOf,
  nhsVocabulary,
  termOf,
  type OrganisationSize,
  type PriceBand,
  type YearBand,
} from "./vocabulary/vocabulary";
import type { Metric, MetricId, Pack } from "./schema";

/**
 * What is known of a pack's metric besides its figures: its own words and facts, and those of its term in the
 * vocabulary. Code asks here, so that it never names a metric.
 */

/** The names of a metric, and what its labels say. */
export interface MetricWording {
  readonly names: readonly string[];
  readonly main: readonly string[];
  readonly adds: readonly string[];
  readonly says: readonly string[];
}

/** A metric's words: its term's and its own. */
export function wordingOf(metric: Metric): MetricWording {
  const term = metric.term === undefined ? undefined : termOf(metric.term);
  return {
    names: [...(term?.names ?? []), ...(metric.names ?? [])],
    main: [...(term?.main ?? []), ...(metric.main ?? [])],
    adds: [...(term?.adds ?? []), ...(metric.adds ?? [])],
    says: [...(term?.says ?? []), ...(metric.says ?? [])],
  };
}

/** The price band of a metric's unit in a financial year ("2019/20"), or in the latest known; null where none is known. */
export function priceBandOf(metric: Metric, year?: string): PriceBand | null {
  const bands = metric.priceBands ?? (metric.term === undefined ? undefined : termOf(metric.term)?.priceBands) ?? [];
  const begun = bands.filter(({ from }) => year === undefined || from === undefined || from <= year);
  return begun.at(-1) ?? null;
}

/** What a year's figure of a metric lies between for an organisation of this size; null where that is not known. */
export function yearBandOf(metric: Metric, size: OrganisationSize | undefined): YearBand | null {
  const bands = metric.yearBands ?? (metric.term === undefined ? undefined : termOf(metric.term)?.yearBands) ?? [];
  return bands.find((band) => band.size === undefined || band.size === size) ?? null;
}

/** The cost metric of each metric that a pack has costs of. */
export function costMetrics(pack: Pick<Pack, "metrics">): ReadonlyMap<MetricId, MetricId> {
  const byTerm = new Map(pack.metrics.map(({ id, term }) => [term, id]));
  const costs = new Map<MetricId, MetricId>();
  for (const { id, term, costOf } of pack.metrics) {
    const paidFor = term === undefined ? undefined : termOf(term)?.costOf;
    const of = costOf ?? (paidFor === undefined ? undefined : byTerm.get(paidFor));
    if (of !== undefined) costs.set(of, id);
  }
  return costs;
}

/** The metric of the floor area that sites are compared by, or null where the pack has none. */
export function floorAreaMetric(pack: Pick<Pack, "metrics">): MetricId | null {
  const own = pack.metrics.find(({ floorArea }) => floorArea);
  const byTerm = pack.metrics.find(({ term }) => term !== undefined && termOf(term)?.floorArea);
  return (own ?? byTerm)?.id ?? null;
}

/** One metric that emissions are worked out from, and the fuel of the factor register that it burns. */
export interface DerivationPart {
  readonly metric: MetricId;
  readonly fuel: string;
}

/** A metric that is worked out from others by factor. */
export interface Derivation {
  readonly metric: Metric;
  readonly parts: readonly DerivationPart[];
}

/** The pack's derived emissions, in its order. */
export function derivationsOf(pack: Pick<Pack, "metrics">): readonly Derivation[] {
  return pack.metrics.flatMap((metric) =>
    metric.derivedFrom === undefined ? [] : [{ metric, parts: metric.derivedFrom }],
  );
}

/** What a fuel of the register is called in a sentence: "gas". */
export function fuelName(fuel: string): string {
  return fuelOf(fuel)?.name ?? fuel.replaceAll("-", " ");
}

/** Whether every trust uses a fuel, so that a missing figure is a gap and not a nought. */
export function isUsedByAll(fuel: string): boolean {
  return fuelOf(fuel)?.usedByAll ?? false;
}

/** The terms of the vocabulary whose prices are known, for the catalogue of rules. */
export function pricedTerms(): { readonly name: string; readonly unit: string; readonly band: PriceBand }[] {
  return nhsVocabulary.terms.flatMap(({ names, title, unit, priceBands }) => {
    const band = priceBands?.at(-1);
    return band === undefined ? [] : [{ name: names?.[0] ?? title, unit, band }];
  });
}
