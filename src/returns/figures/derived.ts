import { emissionsOf, factorFor, type FactorReading } from "../../plan/factors";
import { derivationsOf, type Derivation } from "../../plan/metric-facts";
import type { Period } from "../../plan/time/periods";
import type { MetricId, Pack } from "../../plan/schema";
import { UNITS } from "../../plan/quantity/units";
import { sum } from "./sum";
import type { Observation } from "../observation";

/**
 * Emissions that a pack derives (`derivedFrom`), where a return gives the consumption: tCO2e by the UK factor of the
 * period's year, one observation for each site or organisation and period that states none of its own, with a part
 * for each fuel. Never a footprint or a scope, unless a pack says so (cli-contract "Derived emissions").
 */
export function deriveEnergyEmissions(observations: readonly Observation[], pack: Pack): Observation[] {
  const factors = new FactorsByPeriod();
  return derivationsOf(pack).flatMap((derivation) => derivedBy(derivation, observations, factors));
}

/** A figure of consumption that emissions are worked out from. */
interface Consumption {
  readonly observation: Observation;
  readonly value: number;
  readonly fuel: string;
}

function derivedBy(
  derivation: Derivation,
  observations: readonly Observation[],
  factors: FactorsByPeriod,
): Observation[] {
  const { metric } = derivation;
  const fuels = new Map<MetricId, string>(derivation.parts.map((part) => [part.metric, part.fuel]));
  const stated = new Set(observations.filter((each) => each.metric === metric.id).map(organisationAndPeriod));
  const byKey = new Map<string, Consumption[]>();
  for (const observation of observations) {
    const { value, kind } = observation;
    const fuel = fuels.get(observation.metric);
    if (fuel === undefined || value === null || (kind !== "actual" && kind !== "estimate")) continue;
    if (stated.has(organisationAndPeriod(observation))) continue;
    const key = [observation.organisation, observation.site, observation.period.label, kind].join("|");
    const group = byKey.get(key) ?? [];
    if (group.length === 0) byKey.set(key, group);
    if (!group.some((other) => other.observation.metric === observation.metric))
      group.push({ observation, value, fuel });
  }
  return [...byKey.values()].flatMap((group) => emissionsOfGroup(group, derivation, factors) ?? []);
}

function organisationAndPeriod({ organisation, period }: Observation): string {
  return `${organisation}|${period.label}`;
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

/** The emissions of one organisation's or site's consumption in one period; null where no factor is known. */
function emissionsOfGroup(
  group: readonly Consumption[],
  { metric }: Derivation,
  factors: FactorsByPeriod,
): Observation | null {
  const parts = [];
  const notes = [];
  let isEnergy = true;
  for (const { observation, value, fuel } of group) {
    const { period, place, label } = observation;
    const reading = factors.of(fuel, period);
    if (reading === null) notes.push(`no factor of ${period.label} for ${fuel.replaceAll("-", " ")}`);
    else {
      const { factor, fuel: of, note } = reading;
      parts.push({
        place,
        label: `${label} × ${factor.value} kgCO2e per ${of.per} (${factor.year})`,
        value: emissionsOf(value, factor),
      });
      if (note !== null) notes.push(note);
      isEnergy &&= of.per === "kWh";
    }
  }
  const [first] = group;
  const [firstPart] = parts;
  if (first === undefined || firstPart === undefined) return null;
  return {
    ...first.observation,
    metric: metric.id,
    unit: metric.unit,
    value: sum(parts.map(({ value }) => value)),
    raw: null,
    givenUnit: UNITS.kgCO2e,
    place: firstPart.place,
    label: isEnergy ? "Emissions worked out from energy used" : "Emissions worked out by factor",
    parts,
    note: ["worked out by factor", ...notes].join("; "),
    hidden: group.some(({ observation }) => observation.hidden),
    confidence: Math.min(...group.map(({ observation }) => observation.confidence)),
  };
}
