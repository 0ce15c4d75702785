import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import { derivationsOf } from "../../plan/metric-facts";
import { financialYear } from "../../plan/time/periods";
import type { Metric } from "../../plan/schema";
import type { Total } from "../../returns/observation";
import type { Assessment } from "../../assessment/assessment";
import { pathValue, type Milestone } from "../../assessment/paths/paths";
import { forOrganisation, pathwaysOf } from "../../assessment/paths/pathway";
import { readyPathway } from "../../assessment/paths/ready-pathway";
import { position, yearPosition } from "../../series/axis";
import type { ReportSource } from "./source";

/** One metric of one organisation by financial year, from its base year to its last target or figure. */
export interface PathSeries {
  readonly metric: Metric;
  readonly organisation: string;
  /** The latest assessment: what the title says. */
  readonly latest: Assessment;
  readonly years: readonly PathYear[];
  readonly windowed: boolean;
}

export interface PathYear {
  readonly period: string;
  /** The assessment whose figure stands in this year, or null where there is none. */
  readonly actual: Assessment | null;
  /** The baseline's own value in its year, where no assessment covers it. */
  readonly baseline: number | null;
  readonly late: number | null;
  readonly early: number | null;
  /** What a target asks in this year, the last that it allows; null in others. */
  readonly target: number | null;
}

/** The footprints that can be drawn: a path, and a figure beside the baseline. The system first. */
export function footprintSeries(source: ReportSource): PathSeries[] {
  return source
    .latest()
    .filter(({ metric }) => source.metric(metric)?.area === "carbon")
    .flatMap((latest) => seriesOf(source, latest) ?? []);
}

/** Every other metric that has a moving target, where it can be drawn: the furthest behind first. */
export function movingSeries(source: ReportSource): PathSeries[] {
  return source
    .latest()
    .filter(({ metric }) => source.metric(metric)?.area !== "carbon")
    .sort((a, b) => source.bySeverity(a, b))
    .flatMap((latest) => seriesOf(source, latest) ?? []);
}

function seriesOf(source: ReportSource, latest: Assessment): PathSeries | null {
  const metric = source.metric(latest.metric);
  const { baseline, organisation } = latest;
  if (!metric || !baseline || latest.partial) return null;
  const pathway = pathwaysOf(source.outcome.pack).find((each) => each.metric.id === metric.id);
  const own = pathway && forOrganisation(pathway, organisation);
  if (!own) return null;
  const at = position(baseline.period.last);
  const { late, early, targets } = readyPathway(own, { value: baseline.value, at }, "year");
  const actuals = source.outcome.assessments.filter(
    (each) => each.metric === metric.id && each.organisation === organisation && each.actual !== null && !each.partial,
  );
  const byYear = new Map(
    actuals
      .filter(({ period }) => period.kind === "financial-year")
      .map((each) => [yearPosition(each.period.label), each]),
  );
  if (!late || byYear.size === 0 || !Number.isInteger(at)) return null;
  const end = Math.max(...targets.map((target) => target.late), ...byYear.keys());
  const years = Array.from({ length: end - at + 1 }, (_, step): PathYear => {
    const year = at + step;
    return {
      period: financialYear(year).label,
      actual: byYear.get(year) ?? null,
      baseline: step === 0 && !byYear.has(year) ? baseline.value : null,
      late: valueAt(late, year),
      early: early && valueAt(early, year),
      target: targets.find((target) => target.late === year)?.level ?? null,
    };
  });
  return { metric, organisation, latest, years, windowed: early !== null };
}

function valueAt(milestones: readonly Milestone[], year: number): number | null {
  return pathValue(milestones, year);
}

/** Energy used by one organisation, by year and fuel. */
export interface EnergySeries {
  readonly organisation: string;
  readonly parts: readonly EnergyPart[];
  readonly years: NonEmpty<EnergyYear>;
  /** Fuels that every estate uses and this one has no figure of in any year: what it reports is then not its energy. */
  readonly lacking: readonly Metric[];
}

/** No NHS estate runs without them [ours]; the plan says which metric each is, in what its emissions are made from. */
const USUAL_FUELS: readonly string[] = ["electricity", "natural-gas"];

/** A fuel that is drawn by itself, or the rest of them, where there are more than a chart has colours for. */
interface EnergyPart {
  readonly title: string;
  readonly fuels: readonly Metric[];
  readonly isRest: boolean;
}

export interface EnergyYear {
  readonly period: string;
  /** The totals of each part; none for a part that is not reported. */
  readonly totals: ReadonlyMap<EnergyPart, readonly Total[]>;
}

/** The sum of totals in kWh. */
export function energyOf(totals: Iterable<Total>): number {
  return [...totals].reduce((sum, { value }) => sum + (value ?? 0), 0);
}

/** All totals of a year. */
export function totalsOf({ totals }: EnergyYear): Total[] {
  return [...totals.values()].flat();
}

/** No more than four colours on one chart (report-format.md 7): three fuels and the rest. */
const fuelsNamed = 3;

/** Energy by fuel of each organisation that reports some; the system first. */
export function energySeries(source: ReportSource): EnergySeries[] {
  const { pack, totals, asOf } = source.outcome;
  const parts = new Set(pack.metrics.flatMap((metric) => metric.ofWhich ?? []));
  const fuels = pack.metrics.filter(
    ({ id, unit, additive, nature }) => unit === "kWh" && additive && nature === "flow" && !parts.has(id),
  );
  const ids = new Set(fuels.map(({ id }) => id));
  const ofUsual = derivationsOf(pack).flatMap((each) => each.parts.filter(({ fuel }) => USUAL_FUELS.includes(fuel)));
  const usual = fuels.filter(({ id }) => ofUsual.some(({ metric }) => metric === id));
  const whole = totals.filter(
    ({ metric, period, value, partial }) =>
      ids.has(metric) && period.kind === "financial-year" && period.last <= asOf && value !== null && !partial,
  );
  return [...pack.organisations]
    .sort((a, b) => Number(b.role === "system") - Number(a.role === "system"))
    .flatMap(({ code }) => seriesOfEnergy(code, fuels, whole, usual) ?? []);
}

function seriesOfEnergy(
  organisation: string,
  fuels: readonly Metric[],
  totals: readonly Total[],
  usual: readonly Metric[],
): EnergySeries | null {
  const own = totals.filter((total) => total.organisation === organisation);
  const parts = energyParts(fuels, own);
  const periods = [...new Set(own.map(({ period }) => period.label))].sort();
  const years = periods.map((period) => {
    const ofYear = own.filter((total) => total.period.label === period);
    const totalsOfPart = ({ fuels }: EnergyPart) =>
      ofYear.filter(({ metric }) => fuels.some(({ id }) => id === metric));
    return { period, totals: new Map(parts.map((part) => [part, totalsOfPart(part)])) };
  });
  const lacking = usual.filter(({ id }) => !own.some(({ metric }) => metric === id));
  return isNonEmpty(years) ? { organisation, parts, years, lacking } : null;
}

/** The fuels an organisation has used, the most used first. */
function energyParts(fuels: readonly Metric[], own: readonly Total[]): EnergyPart[] {
  const used = (fuel: Metric) => energyOf(own.filter(({ metric }) => metric === fuel.id));
  const burnt = fuels.filter((fuel) => used(fuel) > 0).sort((a, b) => used(b) - used(a));
  const named = burnt.length <= fuelsNamed + 1 ? burnt : burnt.slice(0, fuelsNamed);
  const rest = burnt.slice(named.length);
  return [
    ...named.map((fuel) => ({ title: fuel.title, fuels: [fuel], isRest: false })),
    ...(rest.length > 0 ? [{ title: "Other energy", fuels: rest, isRest: true }] : []),
  ];
}
