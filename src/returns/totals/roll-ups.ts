import { groupBy } from "../../collections/groups";
import { isNonEmpty } from "../../collections/non-empty";
import { countedMembers, type CountedIn } from "../../plan/members";
import type { Metric, OrganisationCode, Pack } from "../../plan/schema";
import type { Period } from "../../plan/time/periods";
import { sum } from "../figures/sum";
import { hasValue, type Total } from "../observation";
import type { TotalBook } from "./total-book";

/** The system's total of every additive metric and period that its members report; members asked for it and absent are named. */
export function rollUps(book: TotalBook, pack: Pack, countedIn: readonly CountedIn[]): Total[] {
  const { system } = pack;
  if (system === null) return [];
  const byMetric = groupBy(book.all(), ({ metric }) => metric);
  return pack.metrics.flatMap((metric) => {
    if (!metric.additive) return [];
    const members = countedMembers(pack, metric.id, countedIn);
    const own = (byMetric.get(metric.id) ?? []).filter(({ organisation }) => members.includes(organisation));
    const periods = new Map(own.map(({ period }) => [period.label, period]));
    return [...periods.values()].flatMap((period) => rollUpOf(book, metric, period, members, system) ?? []);
  });
}

function rollUpOf(
  book: TotalBook,
  metric: Metric,
  period: Period,
  members: readonly OrganisationCode[],
  system: OrganisationCode,
): Total | null {
  const parts = members.flatMap((member) => book.get(metric.id, member, period) ?? []).filter(hasValue);
  if (!isNonEmpty(parts)) return null;
  const absent = members.filter((member) => !parts.some(({ organisation }) => organisation === member));
  const incomplete = parts
    .filter(({ partial }) => partial)
    .flatMap((part) => part.missing.map((site) => `${part.organisation} ${site}`));
  const missing = [...absent, ...incomplete];
  return {
    metric: metric.id,
    organisation: system,
    period,
    unit: metric.unit,
    value: sum(parts.map(({ value }) => value)),
    from: parts.reduce((count, { from }) => count + from, 0),
    observations: parts.flatMap(({ observations }) => observations),
    partial: missing.length > 0,
    missing,
    why: missing.length > 0 ? `The roll-up is only a part: ${missing.join(", ")} missing.` : null,
  };
}
