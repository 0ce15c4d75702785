import { isNonEmpty } from "../../collections/non-empty";
import type { Metric, OrganisationCode, Pack } from "../../plan/schema";
import type { Period } from "../../plan/time/periods";
import { sum } from "../figures/sum";
import { hasValue, type Total } from "../observation";
import type { TotalBook } from "./total-book";

/** The system's total of every additive metric and period that its members report; members asked for it and absent are named. */
export function rollUps(book: TotalBook, pack: Pack): Total[] {
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
    const reported = metric.additive ? [...(periods.get(metric.id)?.values() ?? [])] : [];
    return reported.flatMap((period) => rollUpOf(book, metric, period, members, system) ?? []);
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
  const asked = members.filter((member) => metric.reportedBy.includes(member));
  const expected = asked.length > 0 ? asked : members;
  const absent = expected.filter((member) => !parts.some(({ organisation }) => organisation === member));
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
