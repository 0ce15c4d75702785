import { periodWords, plural, someOf } from "../../plan/wording";
import type { Observation } from "../../returns/observation";
import { yearPairs } from "../label-drift";
import type { YearPair } from "../label-drift";
import type { CheckContext } from "../context";
import { references } from "../places";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";

/** Columns that last year's table had and this year's has not (frictionless-py's missing-label). */
export const missingLabel: Rule = {
  code: "missing-label",
  name: "missing-label",
  reach: "layout",
  severity: "warning",
  looksFor: "A metric that one year’s table has a column for and the next year’s table of the same layout has not.",
  why: "A column that is gone looks like a figure that is nothing, and a trend breaks without a word.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    return context.once(yearPairs).flatMap((pair) => missing(context, pair));
  },
};

function missing(context: CheckContext, { before, after }: YearPair): Candidate[] {
  const gone = [...before.metrics].filter(([metric]) => !after.metrics.has(metric)).map(([, figure]) => figure);
  const [first] = gone;
  if (first === undefined) return [];
  const sheet = context.input.reading.tables[after.table]?.sheet ?? "";
  const titles = gone.map((each: Observation) => context.titleOf(each.metric));
  return [
    {
      severity: "warning",
      cells: gone.map(({ place }) => place),
      label: first.label,
      metric: gone.length === 1 ? first.metric : null,
      organisation: after.organisation,
      site: null,
      period: after.period.label,
      message: `${sheet} has no column for ${plural(gone.length, "metric")} of ${context.nameOf(after.organisation)} that ${periodWords(before.period)} has (${someOf(references(gone.map(({ place }) => place)))}): ${someOf(titles)}. The same columns were expected for ${periodWords(after.period)}; add them, or say what took their place.`,
      mend: null,
      figure: gone.length,
      effect: 0.05,
      subject: sheet,
    },
  ];
}
