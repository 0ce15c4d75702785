import { comparePeriods, type IsoDate, type Period } from "../../plan/time/periods";
import { emissionsOf, factorFor, ukFactors, type FactorRegister } from "../../plan/factors";
import { derivationsOf, type Derivation } from "../../plan/metric-facts";
import type { MetricId, OrganisationCode, Pack } from "../../plan/schema";
import { formatQuantity, joinWords, metricName, organisationName, possessive, sentenceCase } from "../../plan/wording";
import type { Total } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";
import { splitChange, type Split } from "./lmdi";

/** One fuel's change between two years; emissions in tCO2e. */
interface FuelChange {
  readonly metric: MetricId;
  readonly before: FuelYear;
  readonly after: FuelYear;
  readonly split: Split;
}

interface FuelYear {
  /** In the metric's unit. */
  readonly quantity: number;
  /** kgCO2e for one of the metric's unit, and the year of its set. */
  readonly factor: number;
  readonly factorYear: number;
  /** tCO2e. */
  readonly emissions: number;
  readonly places: readonly CellPlace[];
}

/** What changed in an organisation's derived emissions from one year to the next. */
export interface WhatChanged {
  /** The derived metric: the emissions of all its fuels. */
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
  readonly from: Period;
  readonly to: Period;
  readonly fuels: readonly FuelChange[];
  /** The sum over the fuels, in tCO2e. */
  readonly split: Split;
  /** True where emissions fell only because factors did: use itself rose. */
  readonly risingUseHidden: boolean;
  /** What was left out and which factors were stand-ins, one sentence each. */
  readonly notes: readonly string[];
  readonly sentence: string;
}

/**
 * The change of derived emissions, split into activity and factor (calculations.md section 4), for each
 * organisation and each two financial years in a row that have figures. A fuel without a figure or
 * a factor in one of the years is left out, and that is said; a partial roll-up is not looked at.
 */
export function whatChanged(
  totals: readonly Total[],
  pack: Pack,
  asOf: IsoDate,
  register: FactorRegister = ukFactors,
): WhatChanged[] {
  return derivationsOf(pack).flatMap((derivation) => changesOf(derivation, totals, pack, asOf, register));
}

function changesOf(
  derivation: Derivation,
  totals: readonly Total[],
  pack: Pack,
  asOf: IsoDate,
  register: FactorRegister,
): WhatChanged[] {
  const metrics = new Set(derivation.parts.map(({ metric }) => metric));
  const years = new Map<OrganisationCode, Map<string, YearOfUse>>();
  for (const total of totals) {
    if (!metrics.has(total.metric) || total.value === null || total.partial) continue;
    if (total.period.kind !== "financial-year" || total.period.last > asOf) continue;
    const own = years.get(total.organisation) ?? new Map<string, YearOfUse>();
    years.set(total.organisation, own);
    const year = own.get(total.period.label) ?? { period: total.period, totals: new Map<MetricId, Total>() };
    own.set(total.period.label, year);
    year.totals.set(total.metric, total);
  }
  return pack.organisations.flatMap(({ code }) => {
    const own = [...(years.get(code)?.values() ?? [])].sort((a, b) => comparePeriods(a.period, b.period));
    return own.flatMap((after, index) => {
      const before = own[index - 1];
      return before === undefined ? [] : changeBetween(code, derivation, { before, after }, pack, register);
    });
  });
}

interface YearOfUse {
  readonly period: Period;
  readonly totals: Map<MetricId, Total>;
}

function changeBetween(
  organisation: OrganisationCode,
  { metric: whole, parts }: Derivation,
  { before, after }: { readonly before: YearOfUse; readonly after: YearOfUse },
  pack: Pack,
  register: FactorRegister,
): WhatChanged[] {
  const notes = new Set<string>();
  const fuels: FuelChange[] = [];
  for (const { metric, fuel } of parts) {
    if (!before.totals.has(metric) && !after.totals.has(metric)) continue;
    const first = fuelYear(fuel, before, metric, register, notes);
    const last = fuelYear(fuel, after, metric, register, notes);
    if (first === null || last === null) {
      notes.add(
        `${sentenceCase(metricName(pack, metric))} is left out: it has no figure or no factor in one of the two years.`,
      );
      continue;
    }
    fuels.push({ metric, before: first, after: last, split: splitChange(inTonnes(first), inTonnes(last)) });
  }
  if (fuels.length === 0) return [];
  const split = sumOf(fuels.map((each) => each.split));
  const change = {
    metric: whole.id,
    organisation,
    from: before.period,
    to: after.period,
    fuels,
    split,
    notes: [...notes],
  };
  const risingUseHidden = split.total < 0 && split.activity > 0;
  return [{ ...change, risingUseHidden, sentence: sentenceOf(change, risingUseHidden, pack) }];
}

function fuelYear(
  fuel: string,
  year: YearOfUse,
  metric: MetricId,
  register: FactorRegister,
  notes: Set<string>,
): FuelYear | null {
  const total = year.totals.get(metric);
  const reading = factorFor(fuel, year.period, register);
  if (total === undefined || total.value === null || reading === null) return null;
  if (reading.note !== null) notes.add(reading.note);
  return {
    quantity: total.value,
    factor: reading.factor.value,
    factorYear: reading.factor.year,
    emissions: emissionsOf(total.value, reading.factor),
    places: total.observations.map(({ place }) => place),
  };
}

function inTonnes({ quantity, factor }: FuelYear): { quantity: number; factor: number } {
  return { quantity, factor: factor / 1000 };
}

function sumOf(splits: readonly Split[]): Split {
  const sum = (of: (split: Split) => number) => splits.reduce((all, split) => all + of(split), 0);
  return {
    activity: sum(({ activity }) => activity),
    factor: sum(({ factor }) => factor),
    total: sum(({ total }) => total),
  };
}

function sentenceOf(
  { organisation, from, to, fuels, split }: Omit<WhatChanged, "risingUseHidden" | "sentence">,
  risingUseHidden: boolean,
  pack: Pack,
): string {
  const emissions = (of: (fuel: FuelChange) => FuelYear) =>
    formatQuantity(
      fuels.reduce((sum, fuel) => sum + of(fuel).emissions, 0),
      "tCO2e",
    );
  const names = joinWords(fuels.map(({ metric }) => metricName(pack, metric)));
  const isEnergy = fuels.every((fuel) => pack.metrics.find(({ id }) => id === fuel.metric)?.unit === "kWh");
  const used = isEnergy ? "more energy" : "more";
  const warning = risingUseHidden ? `: ${used} was used, and only cleaner factors hide it` : "";
  return (
    `${sentenceCase(possessive(organisationName(pack, organisation)))} emissions from ${names} went from ` +
    `${emissions(({ before }) => before)} in ${from.label} to ${emissions(({ after }) => after)} in ${to.label}; ` +
    `of that change of ${signed(split.total)}, use made ${signed(split.activity)} and the emission factors ${signed(split.factor)}${warning}.`
  );
}

function signed(tonnes: number): string {
  return `${tonnes > 0 ? "+" : ""}${formatQuantity(tonnes, "tCO2e")}`;
}
