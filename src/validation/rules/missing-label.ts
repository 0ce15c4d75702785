import { periodWords, someOf } from "../../plan/wording";
import { cellPlace } from "../../returns/addresses";
import type { Observation } from "../../returns/observation";
import { partsDrifts, yearPairs } from "../label-drift";
import type { PartsDrift, YearPair } from "../label-drift";
import type { CheckContext } from "../context";
import { references } from "../places";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";

/** Columns that last year's table had and this year's has not (frictionless-py's missing-label). */
export const missingLabel: Rule = {
  code: "missing-label",
  name: "missing-label",
  severity: "warning",
  looksFor: "A metric that one year’s table has a column for and the next year’s table of the same layout has not.",
  why: "A column that is gone looks like a figure that is nothing, and a trend breaks without a word.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const split = partsDrifts(context.once(yearPairs));
    return context.once(yearPairs).flatMap((pair) => missing(context, pair, split));
  },
};

function missing(context: CheckContext, { before, after }: YearPair, split: readonly PartsDrift[]): Candidate[] {
  // What a metric is made of in other columns than before is told as that (extra-label).
  const told = new Set(
    split.filter((drift) => drift.after === after).flatMap(({ metric }) => context.metrics.get(metric)?.ofWhich ?? []),
  );
  const gone = [...before.metrics]
    .filter(([metric]) => !after.metrics.has(metric) && !told.has(metric))
    .map(([, figure]) => figure);
  const [first] = gone;
  if (first === undefined) return [];
  const sheet = context.input.reading.tables[after.table]?.sheet ?? "";
  const firstRow = [...after.metrics.values()][0]?.place.row ?? 0;
  const titles = gone.map((each: Observation) => context.titleOf(each.metric));
  return [
    {
      severity: "warning",
      cells: gone.map(({ place }) => place),
      // Where the column stood last year: one whose heading was lost is told as that (blank-label).
      involves: [
        ...gone.map(({ place }) => place),
        ...gone.map(({ place }) => cellPlace(sheet, firstRow, place.column)),
      ],
      label: first.label,
      metric: gone.length === 1 ? first.metric : null,
      organisation: after.organisation,
      site: null,
      period: after.period.label,
      message: `${sheet} has no column for ${someOf(titles)} of ${context.nameOf(after.organisation)}, which ${periodWords(before.period)} has (${someOf(references(gone.map(({ place }) => place)))}). The same columns were expected for ${periodWords(after.period)}; add them, or say what took their place.`,
      mend: null,
      figure: gone.length,
      effect: 0.05,
      subject: sheet,
    },
  ];
}
