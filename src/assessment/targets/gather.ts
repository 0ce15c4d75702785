import type { MetricId, OrganisationCode, Pack } from "../../plan/schema";
import type { Observation, Total } from "../../returns/observation";
import type { AssessInput } from "./assess-targets";
import { baselineOf, decidedBaseline } from "../paths/baseline";
import type { Baseline } from "../paths/baseline";
import { decidedFor, decisionsBySeries } from "../../decisions/decisions";
import type { Decided } from "../../decisions/decisions";
import { withOwnTargets } from "../paths/own-target";
import { forOrganisation, pathwaysOf, statedBaseline } from "../paths/pathway";
import type { Pathway } from "../paths/pathway";
import { seriesOf } from "../../series/series";
import type { Series } from "../../series/series";

/** Everything needed to assess one metric of one organisation. */
export interface SeriesCase {
  readonly pathway: Pathway;
  readonly organisation: OrganisationCode;
  readonly name: string;
  /** Every organisation's short name, for members that are missing. */
  readonly names: ReadonlyMap<OrganisationCode, string>;
  readonly series: Series;
  readonly baseline: Baseline | null;
  /** What the workbook itself gives for a baseline, where a person decided on another; else the same. */
  readonly baselineFound: Baseline | null;
  readonly decided: Decided;
  readonly errorStands: boolean;
  /** Whether a missing figure is worth a row: the organisation is in the return, or it is the system's footprint. */
  readonly expected: boolean;
  readonly settings: {
    readonly asOf: string;
    readonly planStart: string;
    readonly amberPercent: number;
    readonly leaveOutPandemic: boolean;
    readonly matchMdcTool: boolean;
  };
}

/** One case for each pathway and each organisation it applies to that has figures or is expected to. */
export function gather(input: AssessInput): SeriesCase[] {
  const { pack, asOf } = input;
  const totals = byKey(input.totals, pack);
  const ofKind = (kind: Observation["kind"]) =>
    byKey(
      input.reading.observations.filter((each) => each.kind === kind),
      pack,
    );
  const [marked, aimedAt] = [ofKind("baseline"), ofKind("target")];
  const decisions = decisionsBySeries(input.decisions ?? []);
  const errors = new Set(
    (input.findings ?? [])
      .filter((finding) => finding.severity === "error" && finding.metric !== null && finding.organisation !== null)
      .map((finding) => key(finding.metric as string, finding.organisation as string)),
  );
  const present = organisationsPresent(input);
  const settings = {
    asOf,
    planStart: pack.start,
    amberPercent: pack.thresholds.amberPercent,
    leaveOutPandemic: input.leaveOutPandemic ?? false,
    matchMdcTool: input.matchMdcTool ?? false,
  };
  const names = new Map(pack.organisations.map(({ code, shortName }) => [code, shortName]));
  const cases: SeriesCase[] = [];
  for (const whole of pathwaysOf(pack, input.basis)) {
    for (const [organisation, name] of names) {
      const applying = forOrganisation(whole, organisation);
      if (applying === null) continue;
      const at = key(applying.metric.id, organisation);
      const decided = decidedFor(decisions, { metric: applying.metric.id, organisation });
      const pathway = withOwnTargets(applying, decided.ownTarget, aimedAt.get(at) ?? []);
      const expected = present.has(organisation) || isSystemFootprint(pathway, organisation, pack);
      const own = totals.get(at) ?? [];
      if (own.length === 0 && !expected) continue;
      const series = seriesOf(own, pathway.metric, asOf);
      const baselineFound = baselineOf(pathway, organisation, series, marked.get(at) ?? []);
      const baseline = decidedBaseline(decided.baseline, baselineFound);
      const errorStands = errors.has(at);
      const known = { pathway, organisation, name, names, series, baseline, baselineFound, decided };
      cases.push({ ...known, errorStands, expected, settings });
    }
  }
  return cases;
}

function key(metric: MetricId, organisation: OrganisationCode): string {
  return `${metric}\n${organisation}`;
}

/** Figures of metrics that have a target, by metric and organisation. */
function byKey<Figure extends Total | Observation>(figures: readonly Figure[], pack: Pack): Map<string, Figure[]> {
  const wanted = new Set(pack.targets.map((target) => target.metric));
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (!wanted.has(figure.metric)) continue;
    const at = key(figure.metric, figure.organisation);
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [figure]);
    else group.push(figure);
  }
  return groups;
}

/** Who has figures or actions of their own in the return; a roll-up is not a presence. */
function organisationsPresent({ reading }: AssessInput): Set<OrganisationCode> {
  const present = new Set(reading.observations.map((each) => each.organisation));
  for (const { organisation } of reading.actions) if (organisation !== null) present.add(organisation);
  return present;
}

/** The system's footprints are always asked about: the plan itself states their baselines. */
function isSystemFootprint(pathway: Pathway, organisation: OrganisationCode, pack: Pack): boolean {
  return organisation === pack.system && statedBaseline(pathway, organisation) !== null;
}
