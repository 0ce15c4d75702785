import { formatQuantity, joinWords, someOf } from "../../plan/wording";
import type { Observation } from "../../returns/observation";
import type { CheckContext } from "../context";
import type { Claims } from "../lines";
import { observationName, quoted } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";
import { differ } from "../rivals";

/** The same metric, organisation and period claimed by two unequal figures (frictionless-py's primary-key). */
export const primaryKey: Rule = {
  code: "primary-key",
  name: "primary-key",
  severity: "error",
  looksFor: "One metric, organisation, site and period with two figures that differ.",
  why: "Of two figures for the same thing at most one is right, and no total can be made until one is chosen.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return context.rivals.filter(differ).map((claims) => candidate(context, claims));
  },
};

function candidate(context: CheckContext, claims: Claims): Candidate {
  const first = claims[0] as Observation;
  const labels = [...new Set(claims.map((each) => each.label))].filter((each) => each !== "");
  const stated = claims.map((each) => `${formatQuantity(each.value ?? 0, each.unit)} in ${each.place.cell}`);
  const under = labels.length > 0 ? `, under ${joinWords(labels.slice(0, 3).map(quoted))}` : "";
  return {
    severity: "error",
    cells: [first.place],
    also: claims.slice(1).map((each) => each.place),
    label: first.label,
    metric: first.metric,
    organisation: first.organisation,
    site: first.site,
    period: first.period.label,
    message: `${observationName(context, first)} is stated more than once and not alike${under}: ${someOf(stated, 4)}. One figure was expected; keep the right one.`,
    mend: null,
    figure: claims.map((each) => each.value).join(" / "),
    effect: 1,
  };
}
