import type { MetricId, OrganisationCode, Pack } from "./schema";

/** A member whose figures of a metric people decided to count in the system's total. */
export interface CountedIn {
  readonly metric: MetricId;
  readonly organisation: OrganisationCode;
}

/**
 * The members whose figures of a metric make the system's: those the plan counts (LLR's: section 6.1) and any that a
 * decision counts in. Where a target asks the system for it and states no base of the system's own, only members whom a
 * target asks: another would make the sum a part of something that nobody asked for.
 */
export function countedMembers(pack: Pack, metric: MetricId, countedIn: readonly CountedIn[] = []): OrganisationCode[] {
  const isIn = (code: OrganisationCode) =>
    countedIn.some((each) => each.metric === metric && each.organisation === code);
  const members = pack.organisations
    .filter(({ role, besideTotal, code }) => role === "member" && (besideTotal !== true || isIn(code)))
    .map(({ code }) => code);
  const among = (wanted: readonly OrganisationCode[]) => (left: readonly OrganisationCode[]) => {
    const kept = left.filter((code) => wanted.includes(code) || isIn(code));
    return wanted.some((code) => left.includes(code)) ? kept : [...left];
  };
  const reporters = pack.metrics.find(({ id }) => id === metric)?.reportedBy ?? [];
  return among(askedOf(pack, metric))(among(reporters)(members));
}

/** The organisations that a target of the system's asks beside it; none where it stands on the system's own stated base. */
function askedOf({ targets, system }: Pack, metric: MetricId): OrganisationCode[] {
  return targets
    .filter((target) => target.metric === metric && system !== null && target.appliesTo.includes(system))
    .filter(({ base }) => !(base?.stated ?? []).some(({ organisation }) => organisation === system))
    .flatMap(({ appliesTo }) => appliesTo);
}
