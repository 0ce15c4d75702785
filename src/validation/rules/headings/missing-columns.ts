import { periodWords, someOf } from "../../../plan/wording";
import { cellPlace } from "../../../snapshot/addresses";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import type { Observation } from "../../../returns/observation";
import { partsDrifts, yearPairs, type PartsDrift, type YearPair } from "../../evidence/sheets/label-drift";
import type { CheckContext } from "../../context/check-context";
import { common, groupBy } from "../../../collections/groups";
import { references } from "../../findings/references";
import { findingIn, ofOne, type Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";

/** Columns that last year's table had and this year's lacks (frictionless-py's missing-label). */
export const missingColumns: Rule = {
  code: "missing-label",
  name: "missing-label",
  severity: "warning",
  looksFor: "A metric that one year’s table has a column for and the next year’s table of the same layout has not.",
  why: "A column that is gone looks like a figure that is nothing, and a trend breaks without a word.",
  check(context) {
    const split = partsDrifts(context.once(yearPairs));
    const found = context.once(yearPairs).flatMap((pair) => missing(context, pair, split));
    // The same columns gone for several organisations of one table are gone once.
    const groups = groupBy(found, ({ pair: { before, after }, gone }) =>
      [before.table, after.table, ...gone.map(({ metric }) => metric)].join("|"),
    );
    return [...groups.values()].map((group) => finding(context, group));
  },
};

interface Missing {
  readonly pair: YearPair;
  /** Last year's figures of the metrics that have no column now. */
  readonly gone: NonEmpty<Observation>;
}

function missing(context: CheckContext, pair: YearPair, split: readonly PartsDrift[]): Missing[] {
  const { before, after } = pair;
  // What a metric is made of in other columns than before is reported as that (extra-label).
  const drifted = split.filter((drift) => drift.after === after);
  const explained = new Set(drifted.flatMap(({ metric }) => context.metrics.get(metric)?.ofWhich ?? []));
  const gone = [...before.metrics]
    .filter(([metric]) => !after.metrics.has(metric) && !explained.has(metric))
    .map(([, figure]) => figure);
  return isNonEmpty(gone) ? [{ pair, gone }] : [];
}

function finding(context: CheckContext, group: NonEmpty<Missing>): Candidate {
  const [{ pair, gone }] = group;
  const { before, after } = pair;
  const sheet = context.input.reading.tables[after.table]?.sheet ?? "";
  const places = group.flatMap((each) => each.gone.map(({ place }) => place));
  const titles = gone.map(({ metric }) => context.titleOf(metric));
  const names = group.map((each) => context.nameOf(each.pair.after.organisation));
  // Where the column stood last year: one whose heading was lost is reported as that (blank-label).
  const stood = group.flatMap((each) => {
    const row = [...each.pair.after.metrics.values()][0]?.place.row ?? 0;
    return each.gone.map(({ place }) => cellPlace(sheet, row, place.column));
  });
  return findingIn(places, {
    severity: "warning",
    involves: [...places, ...stood],
    label: gone[0].label,
    metric: ofOne(gone, ({ metric }) => metric),
    organisation: common(group, (each) => each.pair.after.organisation),
    period: after.period.label,
    message: `${sheet} has no column for ${someOf(titles)} of ${someOf(names)}, which ${periodWords(before.period)} has (${someOf(references(places))}). The same columns were expected for ${periodWords(after.period)}; add them, or say what took their place.`,
    figure: gone.length,
    effect: 0.05,
    subject: sheet,
  });
}
