import type { IsoDate } from "../../plan/time/periods";
import type { MetricId, OrganisationCode, Pack } from "../../plan/schema";
import type { Observation, ReturnReading, Total } from "../../returns/observation";
import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import { oncePer } from "../../collections/once-per";
import { decidedFor, decisionsBySeries, type Decided, type Decision } from "../../decisions/decisions";
import { countedMembers } from "../../plan/members";
import { subjectOf } from "./subject";
import { MethodChanges, type MethodChange } from "../method/method-changes";
import type { FootprintSource } from "../../decisions/footprint-sources";
import { seriesOf, type Series } from "../../series/series";
import { seriesKey } from "../../series/series-key";
import { baselineOf, decidedBaseline, type Baseline } from "../paths/baseline";
import { withOwnTargets } from "../paths/own-target";
import { forOrganisation, pathwaysOf, statedBaseline, type Pathway } from "../paths/pathway";

/** What every assessment of a return is made from. */
export interface AssessmentInput {
  readonly totals: readonly Total[];
  readonly reading: ReturnReading;
  readonly pack: Pack;
  /** The reporting date: later figures are not looked at. */
  readonly asOf: IsoDate;
  /** The keys (`seriesKey`) of series that an error stands against: their assurance is "?" at most. */
  readonly seriesInError?: ReadonlySet<string>;
  /** Leaves 2020/21 and 2021/22 out of projections. */
  readonly leaveOutPandemic?: boolean;
  /** Draws control limits without screening moving ranges, as the Making Data Count Excel tool does. */
  readonly matchMdcTool?: boolean;
  /** What people decided of baselines, own targets and control limits, in the order recorded. */
  readonly decisions?: readonly Decision[];
  /** Where footprints come from, as people recorded it. */
  readonly sources?: readonly FootprintSource[];
  /** The id of an alternative reading of targets; where a target has none by that name, the plan's own stays. */
  readonly basis?: string;
}

/** One metric of one organisation with all that it takes to assess its figures. */
export interface SeriesCase {
  readonly pathway: Pathway;
  readonly organisation: OrganisationCode;
  readonly name: string;
  /** Every organisation's short name, for members that are missing. */
  readonly names: ReadonlyMap<OrganisationCode, string>;
  readonly series: Series;
  readonly baseline: Baseline | null;
  /** What the workbook itself gives for a baseline, where a person decided on another; else equal to `baseline`. */
  readonly baselineFound: Baseline | null;
  readonly decided: Decided;
  readonly errorStands: boolean;
  /** Changes of source or method, across which figures are not compared; in order. */
  readonly methodChanges: readonly MethodChange[];
  /** Whether a missing figure is worth a row: the organisation is in the return, or it is the system's footprint. */
  readonly expected: boolean;
  readonly settings: {
    readonly asOf: IsoDate;
    readonly planStart: IsoDate;
    readonly amberPercent: number;
    readonly leaveOutPandemic: boolean;
    readonly matchMdcTool: boolean;
  };
}

/** One case for each pathway and each organisation it applies to that has figures or is expected to. */
export function seriesCases(input: AssessmentInput): SeriesCase[] {
  const { pack, asOf } = input;
  const totals = bySeries(input.totals, pack);
  const stated = statedBeside(input.reading);
  const decisions = decisionsBySeries(input.decisions ?? []);
  const present = organisationsPresent(input.reading);
  const settings = {
    asOf,
    planStart: pack.start,
    amberPercent: pack.thresholds.amberPercent,
    leaveOutPandemic: input.leaveOutPandemic ?? false,
    matchMdcTool: input.matchMdcTool ?? false,
  };
  const changes = new MethodChanges(input.sources ?? [], input.totals, pack);
  const subject = subjectOf(input.reading, pack);
  const names = new Map(pack.organisations.map(({ code, shortName }) => [code, shortName]));
  const cases: SeriesCase[] = [];
  for (const whole of pathwaysOf(pack, input.basis)) {
    for (const [organisation, name] of names) {
      const applying = forOrganisation(whole, organisation);
      if (applying === null || (subject !== null && organisation === pack.system)) continue;
      const of = { metric: applying.metric.id, organisation };
      const at = seriesKey(of);
      const decided = decidedFor(decisions, of);
      const pathway = withOwnTargets(applying, decided.ownTarget, stated.of("target", of));
      const expected =
        (present.has(organisation) && !standsInMembers(pathway, organisation, pack, totals)) ||
        isSystemFootprint(pathway, organisation, pack);
      const own = totals.get(at) ?? [];
      if (own.length === 0 && !expected) continue;
      const series = seriesOf(own, pathway.metric.nature, asOf);
      const baselineFound = baselineOf(pathway, organisation, series, stated.of("baseline", of));
      const baseline = decidedBaseline(decided.baseline, baselineFound);
      const errorStands = input.seriesInError?.has(at) ?? false;
      const known = { pathway, organisation, name, names, series, baseline, baselineFound, decided };
      cases.push({ ...known, methodChanges: changes.of(of), errorStands, expected, settings });
    }
  }
  return cases;
}

/** Totals of metrics that have a target, by metric and organisation. */
function bySeries(totals: readonly Total[], pack: Pack): Map<string, Total[]> {
  const targeted = new Set<MetricId>(pack.targets.map((target) => target.metric));
  return groupBy(
    totals.filter(({ metric }) => targeted.has(metric)),
    seriesKey,
  );
}

/** What a return states beside its actual figures: baselines, targets and paths, by kind, metric and organisation. */
export const statedBeside = oncePer(({ observations }: ReturnReading) => {
  const groups = groupBy(
    observations.filter(({ kind }) => kind !== "actual"),
    (each) => keyOf(each.kind, seriesKey(each)),
  );
  return {
    of: (kind: Observation["kind"], series: Pick<Observation, "metric" | "organisation">): readonly Observation[] =>
      groups.get(keyOf(kind, seriesKey(series))) ?? [],
  };
});

/** Who has figures or actions of their own in the return; a roll-up is not a presence. */
const organisationsPresent = oncePer((reading: ReturnReading): ReadonlySet<OrganisationCode> => {
  const present = new Set(reading.observations.map((each) => each.organisation));
  for (const { organisation } of reading.actions) if (organisation !== null) present.add(organisation);
  return present;
});

/** What cannot be added up needs no figure of the system where each member asked for it has one. */
function standsInMembers(
  { metric }: Pathway,
  organisation: OrganisationCode,
  pack: Pack,
  totals: ReadonlyMap<string, readonly Total[]>,
): boolean {
  if (metric.additive || organisation !== pack.system) return false;
  return countedMembers(pack, metric.id).every((member) =>
    totals.has(seriesKey({ metric: metric.id, organisation: member })),
  );
}

/** The system's footprints are always asked about: the plan itself states their baselines. */
function isSystemFootprint(pathway: Pathway, organisation: OrganisationCode, pack: Pack): boolean {
  return organisation === pack.system && statedBaseline(pathway, organisation) !== null;
}
