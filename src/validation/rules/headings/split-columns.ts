import type { NonEmpty } from "../../../collections/non-empty";
import { joinWords, periodWords, plural, possessive, someOf } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import { partsDrifts, yearPairs, type PartsDrift } from "../../evidence/sheets/label-drift";
import { common, groupBy } from "../../../collections/groups";
import { quoted } from "../../findings/phrases";
import { findingIn, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** A metric made of other columns than the year before (frictionless-py's extra-label). */
export const splitColumns: Rule = {
  code: "extra-label",
  name: "extra-label",
  severity: "warning",
  looksFor:
    "A metric that one year’s table splits into other columns than the next year’s: electricity by source, then by tariff.",
  why: "Columns that split a figure anew are easily added to the old ones, or left out.",
  check(context) {
    // The same columns under the same headings are one matter, whichever organisation they are of.
    const groups = groupBy(partsDrifts(context.once(yearPairs)), ({ before, after, metric }) =>
      [before.table, after.table, metric].join("|"),
    );
    return [...groups.values()].map((group) => finding(context, group));
  },
};

function finding(context: CheckContext, group: NonEmpty<PartsDrift>): Candidate {
  const [{ before, after, metric, later, then, now }] = group;
  const places = group.flatMap((drift) => placesIn(drift.later));
  const owners = group.map((drift) => possessive(context.nameOf(drift.after.organisation)));
  const list = (labels: readonly string[]): string =>
    labels.length > 3 ? someOf(labels.map(quoted), 2) : joinWords(labels.map(quoted));
  return findingIn(places, {
    severity: "warning",
    label: later.label,
    metric,
    organisation: common(group, (drift) => drift.after.organisation),
    period: after.period.label,
    message: `${someOf(owners)} ${context.titleOf(metric)} is made of ${plural(now.length, "column")} in ${periodWords(after.period)} (${places[0]?.cell ?? ""}: ${list(now)}) and of ${plural(then.length, "column")} in ${periodWords(before.period)} (${list(then)}). The same columns were expected; check that both years count the same things, and say so in a note.`,
    figure: now.length,
    effect: 0.05,
  });
}

function placesIn({ parts, place }: Observation): CellPlace[] {
  return parts === null ? [place] : parts.map((part) => part.place);
}
