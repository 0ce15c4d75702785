import type { Metric, OrganisationCode, Pack } from "../../plan/schema";
import { comparePeriods } from "../../plan/time/periods";
import type { Period } from "../../plan/time/periods";
import { sum } from "../figures/assemble";
import { addTo } from "../../collections/collect";
import type { Observation, ReturnReading, Total } from "../observation";
import { wholeYears } from "./whole-years";

/**
 * One figure for each metric, organisation and stated period (cli-contract "Total", "LLR"): sites
 * added up, ratios recomputed from their parts, years made of their months or quarters when all are
 * there, and the system as the roll-up of its members where it states nothing itself. Only actual
 * and estimated figures count; targets and forecasts are never in a total.
 */
export function totals(reading: ReturnReading, pack: Pack): Total[] {
  return totalsWithTrail(reading, pack).totals;
}

/** Totals with the figures each stated one was made from, so that an edit need not add up all of them again. */
export interface TotalsTrail {
  readonly totals: Total[];
  readonly own: ReadonlyMap<string, OwnTotal>;
}

interface OwnTotal {
  readonly group: readonly Observation[];
  /** Null for a metric that the plan does not have. */
  readonly total: Total | null;
}

/** The same, and its trail. */
export function totalsWithTrail({ observations }: ReturnReading, pack: Pack): TotalsTrail {
  const metrics = metricsOf(pack);
  const own = new Map<string, OwnTotal>();
  for (const [key, group] of groupsOf(observations)) own.set(key, ownTotal(group, metrics));
  return { totals: allTotals(own, metrics, pack), own };
}

/** The totals where figures have given way to others of the same metric, organisation, site, period and kind. */
export function totalsEdited(
  before: TotalsTrail,
  replaced: ReadonlyMap<Observation, Observation>,
  pack: Pack,
): TotalsTrail {
  const metrics = metricsOf(pack);
  const own = new Map(before.own);
  for (const key of new Set([...replaced.keys()].map(keyOf))) {
    const found = before.own.get(key);
    if (found === undefined) continue;
    const group = found.group.map((each) => replaced.get(each) ?? each);
    own.set(key, ownTotal(group, metrics));
  }
  const totals = allTotals(own, metrics, pack).map((now, index) => {
    const old = before.totals[index];
    return old !== undefined && isSame(old, now) ? old : now;
  });
  return { totals, own };
}

/** Whether two totals are one: whoever has looked at the old one need not look at the new. */
function isSame(old: Total, now: Total): boolean {
  return (
    old === now ||
    (old.metric === now.metric &&
      old.organisation === now.organisation &&
      old.period.label === now.period.label &&
      old.value === now.value &&
      old.from === now.from &&
      old.partial === now.partial &&
      old.why === now.why &&
      old.missing.join() === now.missing.join() &&
      old.observations.length === now.observations.length &&
      old.observations.every((each, index) => each === now.observations[index]))
  );
}

function metricsOf(pack: Pack): ReadonlyMap<string, Metric> {
  return new Map(pack.metrics.map((metric) => [metric.id, metric]));
}

function ownTotal(group: readonly Observation[], metrics: ReadonlyMap<string, Metric>): OwnTotal {
  const metric = metrics.get(group[0]!.metric);
  if (metric === undefined) return { group, total: null };
  return { group, total: metric.additive ? additiveTotal(group) : statedTotal(group) };
}

function allTotals(own: ReadonlyMap<string, OwnTotal>, metrics: ReadonlyMap<string, Metric>, pack: Pack): Total[] {
  const stated = [...own.values()].flatMap(({ total: each }) => each ?? []);
  const made = new TotalBook(stated);
  for (const year of wholeYears(stated, metrics)) made.addMissing(year);
  for (const rollUp of rollUps(made, pack)) made.addMissing(rollUp);
  recomputeRatios(made, pack);
  return made.sorted();
}

function key(metric: string, organisation: string, period: string): string {
  return `${metric}|${organisation}|${period}`;
}

function keyOf({ metric, organisation, period }: Pick<Total, "metric" | "organisation" | "period">): string {
  return key(metric, organisation, period.label);
}

function groupsOf(observations: readonly Observation[]): Map<string, Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (observation.kind !== "actual" && observation.kind !== "estimate") continue;
    addTo(groups, keyOf(observation), observation);
  }
  return groups;
}

type TotalParts = Pick<Total, "value" | "from" | "partial" | "missing" | "why"> & {
  observations: readonly Observation[];
};

function total(of: Observation, parts: TotalParts): Total {
  return { metric: of.metric, organisation: of.organisation, period: of.period, unit: of.unit, ...parts };
}

/** Sites added up; without sites, the organisation's own figure. */
function additiveTotal(group: readonly Observation[]): Total {
  const sites = group.filter(({ site }) => site !== null);
  return sites.some(({ value }) => value !== null) ? sumOfSites(sites) : statedTotal(group);
}

function sumOfSites(sites: readonly Observation[]): Total {
  const bySite = new Map<string, Observation[]>();
  for (const observation of sites) addTo(bySite, observation.site!, observation);
  const once = [...bySite.entries()].map(([site, list]) => ({ site, ...oneOf(list) }));
  const unequal = once.filter(({ unequal: differ }) => differ !== null);
  if (unequal.length > 0) {
    const why = `${unequal[0]!.site} is stated twice with different figures (${unequal[0]!.unequal}): leave the right one.`;
    return total(sites[0]!, { value: null, from: sites.length, observations: sites, partial: false, missing: [], why });
  }
  const used = once.filter(({ observation }) => observation.value !== null).map(({ observation }) => observation);
  const missing = once.filter(({ observation }) => unread(observation)).map(({ site }) => site);
  const why =
    missing.length === 0 ? null : `The figure of ${missing.join(", ")} cannot be read, so the sum is only a part.`;
  const value = sum(used.map(({ value: each }) => each!));
  return total(sites[0]!, { value, from: used.length, observations: used, partial: missing.length > 0, missing, why });
}

/** A cell that should hold a figure and does not; one that does not apply is no gap. */
function unread({ value, note }: Observation): boolean {
  return value === null && note !== "not applicable";
}

/** The same figure stated twice counts once; unequal ones are no figure. A cell without a figure yields to one with it. */
function oneOf(list: readonly Observation[]): { observation: Observation; unequal: string | null } {
  const given = list.filter(({ value }) => value !== null);
  const [first] = given;
  if (first === undefined) return { observation: list[0]!, unequal: null };
  const other = given.find(({ value }) => !sameFigure(value!, first.value!));
  return {
    observation: first,
    unequal: other ? `${first.value} in ${first.place.cell}, ${other.value} in ${other.place.cell}` : null,
  };
}

/** Equal to the digits a sum of binary fractions can keep. */
function sameFigure(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** The organisation's one stated figure. */
function statedTotal(group: readonly Observation[]): Total {
  const stated = group.filter(({ site }) => site === null);
  const nothing = { value: null, from: group.length, observations: group, partial: false, missing: [] };
  if (stated.length === 0)
    return total(group[0]!, { ...nothing, why: "Only sites give it, and it cannot be added up." });
  const { observation, unequal } = oneOf(stated);
  if (unequal !== null) {
    return total(stated[0]!, {
      ...nothing,
      observations: stated,
      from: stated.length,
      why: `It is stated twice with different figures (${unequal}): leave the right one.`,
    });
  }
  const why = observation.value === null ? `The cell holds no figure: ${observation.note ?? "it is empty"}.` : null;
  return total(observation, {
    value: observation.value,
    from: 1,
    observations: [observation],
    partial: false,
    missing: [],
    why,
  });
}

/** Totals by metric, organisation and period. */
class TotalBook {
  private readonly byKey = new Map<string, Total>();

  constructor(own: readonly Total[]) {
    for (const each of own) this.byKey.set(keyOf(each), each);
  }

  get(metric: string, organisation: OrganisationCode, period: Period): Total | undefined {
    return this.byKey.get(key(metric, organisation, period.label));
  }

  /** A figure stated or made before is kept. */
  addMissing(made: Total): void {
    const there = this.byKey.get(keyOf(made));
    if (there === undefined || (there.value === null && there.observations.length === 0))
      this.byKey.set(keyOf(made), made);
  }

  replace(made: Total): void {
    this.byKey.set(keyOf(made), made);
  }

  all(): readonly Total[] {
    return [...this.byKey.values()];
  }

  sorted(): Total[] {
    return [...this.byKey.values()].sort(
      (a, b) =>
        compareText(a.metric, b.metric) ||
        compareText(a.organisation, b.organisation) ||
        comparePeriods(a.period, b.period),
    );
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The system's total of every additive metric and period that its members report; those asked for it and absent are named. */
function rollUps(book: TotalBook, pack: Pack): Total[] {
  const { system } = pack;
  if (system === null) return [];
  const members = pack.organisations.filter(({ role }) => role === "member").map(({ code }) => code);
  const periods = new Map<string, Map<string, Period>>();
  for (const { metric, organisation, period } of book.all()) {
    if (!members.includes(organisation)) continue;
    const ofMetric = periods.get(metric);
    if (ofMetric === undefined) periods.set(metric, new Map([[period.label, period]]));
    else ofMetric.set(period.label, period);
  }
  return pack.metrics.flatMap((metric) => {
    const own = metric.additive ? [...(periods.get(metric.id)?.values() ?? [])] : [];
    return own.flatMap((period) => rollUpOf(book, metric, period, members, system) ?? []);
  });
}

function rollUpOf(
  book: TotalBook,
  metric: Metric,
  period: Period,
  members: readonly OrganisationCode[],
  system: OrganisationCode,
): Total | null {
  const asked = members.filter((member) => metric.reportedBy.includes(member));
  const expected = asked.length > 0 ? asked : members;
  const parts = members.flatMap((member) => {
    const part = book.get(metric.id, member, period);
    return part && part.value !== null ? [part] : [];
  });
  if (parts.length === 0) return null;
  const missing = expected.filter((member) => !parts.some(({ organisation }) => organisation === member));
  const incomplete = parts
    .filter(({ partial }) => partial)
    .flatMap((part) => part.missing.map((site) => `${part.organisation} ${site}`));
  const all = [...missing, ...incomplete];
  return {
    metric: metric.id,
    organisation: system,
    period,
    unit: metric.unit,
    value: sum(parts.map(({ value }) => value!)),
    from: parts.reduce((count, { from }) => count + from, 0),
    observations: parts.length === 1 ? parts[0]!.observations : parts.flatMap(({ observations }) => observations),
    partial: all.length > 0,
    missing: all,
    why: all.length > 0 ? `The roll-up is only a part: ${all.join(", ")} missing.` : null,
  };
}

/** Shares and intensities from the totals of their parts, which stand before any stated figure. */
function recomputeRatios(book: TotalBook, pack: Pack): void {
  for (const metric of pack.metrics) {
    const { ratio } = metric;
    if (!ratio) continue;
    for (const top of book.all().filter((each) => each.metric === ratio.numerator)) {
      const bottom = book.get(ratio.denominator, top.organisation, top.period);
      if (!bottom || top.value === null || bottom.value === null || bottom.value === 0) continue;
      // A sum over some members is never divided by a sum over others.
      if ([...top.missing].sort().join() !== [...bottom.missing].sort().join()) continue;
      book.replace({
        metric: metric.id,
        organisation: top.organisation,
        period: top.period,
        unit: metric.unit,
        value: Number(((top.value / bottom.value) * ratio.times).toPrecision(15)),
        from: top.from + bottom.from,
        observations: [...top.observations, ...bottom.observations],
        partial: top.partial || bottom.partial,
        missing: top.missing,
        why: top.why ?? bottom.why,
      });
    }
  }
}
