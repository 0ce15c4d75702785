import { joinWords, periodWords, plural, possessive, someOf } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { partsDrifts, yearPairs } from "../../evidence/sheets/label-drift";
import type { PartsDrift } from "../../evidence/sheets/label-drift";
import { common, groupBy } from "../../../collections/groups";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** A metric made of other columns than the year before (frictionless-py's extra-label). */
export const extraLabel: Rule = {
  code: "extra-label",
  name: "extra-label",
  severity: "warning",
  looksFor:
    "A metric that one year’s table splits into other columns than the next year’s: electricity by source, then by tariff.",
  why: "Columns that split a figure anew are easily added to the old ones, or left out.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    // The same columns under the same headings are one matter, whoever's figures stand in them.
    const groups = groupBy(partsDrifts(context.once(yearPairs)), ({ before, after, metric }) =>
      [before.table, after.table, metric].join("|"),
    );
    return [...groups.values()].map((group) => candidate(context, group));
  },
};

function candidate(context: CheckContext, group: readonly PartsDrift[]): Candidate {
  const [{ before, after, metric, then, now }] = group as readonly PartsDrift[] as [PartsDrift];
  const later = after.metrics.get(metric) as Observation;
  const places = group.flatMap((drift) => placesIn(drift.after.metrics.get(metric) as Observation));
  const owners = group.map((drift) => possessive(context.nameOf(drift.after.organisation)));
  const list = (labels: readonly string[]): string =>
    labels.length > 3 ? someOf(labels.map(quoted), 2) : joinWords(labels.map(quoted));
  return {
    severity: "warning",
    cells: places,
    label: later.label,
    metric,
    organisation: common(group, (drift) => drift.after.organisation),
    site: null,
    period: after.period.label,
    message: `${someOf(owners)} ${context.titleOf(metric)} is made of ${plural(now.length, "column")} in ${periodWords(after.period)} (${places[0]?.cell ?? ""}: ${list(now)}) and of ${plural(then.length, "column")} in ${periodWords(before.period)} (${list(then)}). The same columns were expected; check that both years count the same things, and say so in a note.`,
    mend: null,
    figure: now.length,
    effect: 0.05,
  };
}

function placesIn({ parts, place }: Observation): CellPlace[] {
  return parts === null ? [place] : parts.map((part) => part.place);
}
