import { emissionsOf, energyFuels, factorFor } from "../../plan/factors";
import type { FactorReading } from "../../plan/factors";
import type { Period } from "../../plan/time/periods";
import type { Pack } from "../../plan/schema";
import { UNITS } from "../../plan/quantity/units";
import { sum } from "./sum";
import type { Observation } from "../observation";

/** The metric that derived emissions are: never CF, CFP or a scope (cli-contract "Derived emissions"). */
const derivedMetric = "ENERGY-C";
/**
 * Emissions of energy where a return gives consumption: tCO2e of electricity, gas and oil by the UK
 * factor of the period's year, one observation for each site or organisation and period that states
 * none of its own, with a part for each fuel.
 */
export function deriveEnergyEmissions(observations: readonly Observation[], pack: Pack): Derived {
  const metric = pack.metrics.find(({ id }) => id === derivedMetric);
  if (!metric) return { observations: [], groups: [] };
  const stated = new Set(
    observations
      .filter((each) => each.metric === derivedMetric)
      .map((each) => `${each.organisation}|${each.period.label}`),
  );
  const byKey = new Map<string, Observation[]>();
  for (const each of observations) {
    if (!energyFuels.has(each.metric) || each.value === null || !["actual", "estimate"].includes(each.kind)) continue;
    if (stated.has(`${each.organisation}|${each.period.label}`)) continue;
    const key = [each.organisation, each.site, each.period.label, each.kind].join("|");
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [each]);
    else if (!list.some((other) => other.metric === each.metric)) list.push(each);
  }
  const factors = new FactorsByPeriod();
  const groups = [...byKey.values()].map((of) => ({ of, made: derive(of, metric.unit, factors) }));
  return { observations: groups.flatMap(({ made }) => made), groups };
}

/** Emissions worked out, and the figures of energy each was worked out from. */
export interface Derived {
  readonly observations: readonly Observation[];
  readonly groups: readonly DerivedGroup[];
}

interface DerivedGroup {
  readonly of: readonly Observation[];
  /** One, or none where no factor is known. */
  readonly made: readonly Observation[];
}

/** The emissions where figures of energy have given way to others of the same place, and nothing else has changed. */
export function deriveAgain(
  before: Derived,
  replaced: ReadonlyMap<Observation, Observation>,
): { derived: Derived; replaced: Map<Observation, Observation> } {
  const factors = new FactorsByPeriod();
  const again = new Map<Observation, Observation>();
  const groups = before.groups.map((group): DerivedGroup => {
    if (!group.of.some((each) => replaced.has(each))) return group;
    const of = group.of.map((each) => replaced.get(each) ?? each);
    const made = group.made.flatMap(({ unit }) => derive(of, unit, factors));
    group.made.forEach((each, index) => again.set(each, made[index]!));
    return { of, made };
  });
  if (again.size === 0) return { derived: before, replaced: again };
  return { derived: { observations: groups.flatMap(({ made }) => made), groups }, replaced: again };
}

/** The factors of each period, looked up once: a return has thousands of figures and a handful of periods. */
class FactorsByPeriod {
  private readonly found = new Map<string, FactorReading | null>();

  of(fuel: string, period: Period): FactorReading | null {
    const key = `${fuel}|${period.label}`;
    let reading = this.found.get(key);
    if (reading === undefined) {
      reading = factorFor(fuel, period);
      this.found.set(key, reading);
    }
    return reading;
  }
}

function derive(group: readonly Observation[], unit: Observation["unit"], factors: FactorsByPeriod): Observation[] {
  const parts = [];
  const notes = [];
  for (const { metric, period, value, place, label } of group) {
    const reading = factors.of(energyFuels.get(metric)!, period);
    if (reading === null) notes.push(`no factor of ${period.label} for ${energyFuels.get(metric)}`);
    else {
      parts.push({
        place,
        label: `${label} × ${reading.factor.value} kgCO2e per ${reading.fuel.per} (${reading.factor.year})`,
        value: emissionsOf(value!, reading.factor),
      });
      if (reading.note !== null) notes.push(reading.note);
    }
  }
  const [first] = group;
  if (!first || parts.length === 0) return [];
  return [
    {
      ...first,
      metric: derivedMetric,
      unit,
      value: sum(parts.map(({ value }) => value)),
      raw: null,
      givenUnit: UNITS.kgCO2e,
      place: parts[0]!.place,
      label: "Emissions worked out from energy used",
      parts,
      note: ["worked out by factor", ...notes].join("; "),
      hidden: group.some(({ hidden }) => hidden),
      confidence: Math.min(...group.map(({ confidence }) => confidence)),
    },
  ];
}
