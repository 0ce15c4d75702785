import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import { footprintMetrics, sourceOf, type FootprintSource } from "../../decisions/footprint-sources";
import { countedMembers } from "../../plan/members";
import type { MetricId, OrganisationCode, Pack } from "../../plan/schema";
import { comparePeriods, type Period } from "../../plan/time/periods";
import { organisationName, possessive, sentenceCase } from "../../plan/wording";
import type { Total } from "../../returns/observation";
import { seriesKey } from "../../series/series-key";

/** Two years between which a figure came to be supplied by somebody else or made by another method. */
export interface MethodChange {
  /** Whose figure it is: of a system's total, of a member in it. */
  readonly organisation: OrganisationCode;
  readonly before: Period;
  readonly after: Period;
  /** "nationally supplied, then own" */
  readonly what: string;
}

type SeriesOf = { readonly metric: MetricId; readonly organisation: OrganisationCode };

/**
 * The changes of source or method in each series, in order: a figure after one is stated on another footing than a figure
 * before it, so the difference is a restatement and never progress. Where nothing is recorded of a system's total, those
 * of its members are the total's.
 */
export class MethodChanges {
  private readonly periods: ReadonlyMap<string, readonly Total[]>;
  private readonly footprints: ReadonlySet<MetricId>;

  constructor(
    private readonly sources: readonly FootprintSource[],
    totals: readonly Total[],
    private readonly pack: Pack,
  ) {
    const years = sources.length === 0 ? [] : totals.filter(({ period }) => period.kind === "financial-year");
    this.periods = groupBy(years, seriesKey);
    this.footprints = new Set(footprintMetrics(pack));
  }

  of(series: SeriesOf): MethodChange[] {
    const { metric, organisation } = series;
    const own = this.changesIn(series);
    const isRecorded = this.sourcesOf(metric).some((each) => each.organisation === organisation);
    if (own.length > 0 || organisation !== this.pack.system || isRecorded) return own;
    return countedMembers(this.pack, metric)
      .flatMap((member) => this.changesIn({ metric, organisation: member }))
      .sort((a, b) => comparePeriods(a.after, b.after));
  }

  /** What is said of every metric is said of every footprint. */
  private sourcesOf(metric: MetricId): FootprintSource[] {
    return this.sources.filter((each) => (each.metric ?? (this.footprints.has(metric) ? metric : null)) === metric);
  }

  private changesIn(series: SeriesOf): MethodChange[] {
    const sources = this.sourcesOf(series.metric);
    if (sources.length === 0) return [];
    const { organisation } = series;
    const named = sources.filter((each) => (each.organisation ?? organisation) === organisation);
    const all = [...(this.periods.get(seriesKey(series)) ?? []), ...named].flatMap(({ period }) => period ?? []);
    const years = [...new Map(all.map((period) => [period.label, period])).values()].sort(comparePeriods);
    const known = years.map((period) => ({ period, ...sourceOf(sources, { ...series, period }) }));
    const changes = (["suppliedBy", "method"] as const).flatMap((aspect) => {
      const recorded = known.flatMap(({ period, [aspect]: said }) => (said === null ? [] : [{ period, said }]));
      return recorded.flatMap(({ period: after, said }, index): MethodChange[] => {
        const before = recorded[index - 1];
        if (before === undefined || isSame(before.said, said)) return [];
        return [{ organisation, before: before.period, after, what: `${before.said}, then ${said}` }];
      });
    });
    return [...groupBy(changes, ({ before, after }) => keyOf(before.label, after.label)).values()]
      .map((group) => ({ ...group[0], what: group.map(({ what }) => what).join("; ") }))
      .sort((a, b) => comparePeriods(a.after, b.after));
  }
}

/** The same words in another order, in other letters or with other marks say the same. */
function isSame(a: string, b: string): boolean {
  const words = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(" ");
  return words(a) === words(b);
}

/** The last change that lies between two periods, wholly or in part; null where figures of both stand on one footing. */
export function changeBetween(changes: readonly MethodChange[], from: Period, to: Period): MethodChange | null {
  return changes.findLast(({ before, after }) => from.last < after.last && to.last > before.last) ?? null;
}

/** "method changed between 2023/24 and 2024/25" */
export function methodBreak({ before, after }: MethodChange): string {
  return `method changed between ${before.label} and ${after.label}`;
}

/** The change as a sentence, with what follows from it. @param of the organisation whose figure the sentence speaks of. */
export function methodChangeSentence(change: MethodChange, of: OrganisationCode, pack: Pack): string {
  const owner =
    change.organisation === of ? "Its" : sentenceCase(possessive(organisationName(pack, change.organisation)));
  return `${owner} ${methodBreak(change)} (${change.what}): the difference is a restatement, not progress.`;
}
